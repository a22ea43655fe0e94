/** A quiet timer: minutes since the session was started. */
import { Button, Group, Text } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../shared/words/words'

const MINUTE_MS = 60_000
const TICK_MS = 5_000

export const minutesSince = (startedAt: number, now: number): number =>
  Math.max(0, Math.round((now - startedAt) / MINUTE_MS))

export const Timer = ({
  startedAt,
  onStart,
}: {
  readonly startedAt: number | null
  readonly onStart: () => void
}) => {
  const [now, setNow] = useState(Date.now)
  useInterval(() => setNow(Date.now()), TICK_MS, { autoInvoke: true })
  if (startedAt === null)
    return (
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlayerPlay size={14} />}
        onClick={onStart}
      >
        {t('session.startTheTimer')}
      </Button>
    )
  const minutes = minutesSince(startedAt, Math.max(now, startedAt))
  return (
    <Group gap={6} align="baseline">
      <Text
        fz={26}
        fw={600}
        className="tabular"
        role="timer"
        aria-label={t('session.minutesSoFar')}
      >
        {minutes}
      </Text>
      <Text size="sm" c="dimmed">
        {t('session.min')}
      </Text>
    </Group>
  )
}
