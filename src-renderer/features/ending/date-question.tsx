/** Asks whether the clock of this laptop is right, before anything that goes by it. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/words'
import { confirmDate } from '../../context/days'
import { focusContent } from '../../context/typing/content-focus'
import { useOpenVault } from '../../context/vault/session'
import { inWords } from '../../ui/when'

const words = (day: string): string => inWords(day, 'full')

export const DateQuestion = ({
  now,
  expected,
  onWrong,
}: {
  /** The clock's date, and the one that it is far from. */
  readonly now: string
  readonly expected: string
  /** Told when the coach has read what to do about a wrong clock. */
  readonly onWrong: () => void
}) => {
  const { session } = useOpenVault()
  const [wrong, setWrong] = useState(false)
  const dates = { now: words(now), expected: words(expected) }
  return (
    <Stack gap="sm">
      <Text size="sm">
        {wrong
          ? t('clock.setTheClock')
          : now > expected
            ? t('clock.ahead', dates)
            : t('clock.behind', dates)}
      </Text>
      <Group gap="xs">
        {wrong ? (
          <Button size="compact-md" variant="default" autoFocus onClick={onWrong}>
            {t('common.done')}
          </Button>
        ) : (
          <>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => void confirmDate(session, now).then(focusContent)}
            >
              {t('clock.dateIsRight')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setWrong(true)}>
              {t('clock.dateIsWrong')}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  )
}
