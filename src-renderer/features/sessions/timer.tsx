/** A quiet timer: minutes since the session was started. */
import { Text } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { useState } from 'react'
import { t } from '../../../shared/words/words'

const MINUTE_MS = 60_000
const TICK_MS = 5_000

export const minutesSince = (startedAt: number, now: number): number =>
  Math.max(0, Math.round((now - startedAt) / MINUTE_MS))

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
