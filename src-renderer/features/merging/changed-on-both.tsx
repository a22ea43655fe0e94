/** Fields set on two laptops, each value offered, and items that came back because they were edited elsewhere. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import type { Conflict } from '../../../shared/crdt/conflict'
import { t } from '../../../shared/words/words'
import { Icon } from '../../ui/icon'
import { valueWords } from './conflict-words'

export interface ReturnedItem {
  readonly id: string
  /** What it is: `Goal “…”`. */
  readonly words: string
  readonly keep: () => void
  readonly deleteAgain: () => void
}

export const ChangedOnBoth = ({
  conflicts,
  titleOf,
  onSettle,
  returned,
}: {
  readonly conflicts: readonly Conflict[]
  readonly titleOf: (conflict: Conflict) => string
  readonly onSettle: (input: {
    readonly id: string
    readonly field: string
    readonly value: unknown
  }) => void
  readonly returned: readonly ReturnedItem[]
}) => {
  if (conflicts.length === 0 && returned.length === 0) return null
  return (
    <Alert
      color="amber"
      icon={<Icon of={IconGitMerge} size="large" />}
      title={t('conflict.changedOnTwoLaptops')}
    >
      <Stack gap="xs">
        {conflicts.map((conflict) => (
          <Group key={`${conflict.id}/${conflict.field}`} gap="xs">
            <Text size="sm">{titleOf(conflict)}:</Text>
            {[conflict.shown, ...conflict.others].map((value) => (
              <Button
                key={JSON.stringify(value)}
                size="compact-sm"
                variant="default"
                onClick={() => onSettle({ id: conflict.id, field: conflict.field, value })}
              >
                {t('conflict.keepVersion', { version: valueWords(value) })}
              </Button>
            ))}
          </Group>
        ))}
        {returned.map((item) => (
          <Group key={item.id} gap="xs">
            <Text size="sm">{t('conflict.deletedAndEdited', { item: item.words })}</Text>
            <Button size="compact-sm" variant="default" onClick={item.keep}>
              {t('conflict.keepIt')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={item.deleteAgain}>
              {t('conflict.deleteItAgain')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  )
}
