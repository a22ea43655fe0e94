/** A quiet timer: minutes since the session was started. */
import { Text } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { useState } from 'react'
import { minutesSince } from '../../../shared/views/session-ending'
import { t } from '../../../shared/words/words'

const TICK_MS = 5_000

export const Timer = ({ startedAt }: { readonly startedAt: number }) => {
  const [now, setNow] = useState(Date.now)
  useInterval(() => setNow(Date.now()), TICK_MS, { autoInvoke: true })
  return (
    <Text c="var(--act)" className="tabular">
      <Text span inherit role="timer" aria-label={t('session.minutesSoFar')}>
        {minutesSince(startedAt, Math.max(now, startedAt))}
      </Text>{' '}
      {t('session.min')}
    </Text>
  )
}
