/** What the coach is told after something was done. */
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { t } from '../../shared/words/words'

const UNDO_MS = 10_000

/** Says what was done, and offers to take it back: nothing that can be undone asks first. */
export const offerUndo = (message: string, undo: () => void): void => {
  const id = notifications.show({
    autoClose: UNDO_MS,
    closeButtonProps: { 'aria-label': t('common.dismiss') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {t('common.undo')}
        </Button>
      </Group>
    ),
  })
}

/** Says what was done, where there is nothing to take back. */
export const offerNote = (message: string): void => {
  notifications.show({ message, closeButtonProps: { 'aria-label': t('common.dismiss') } })
}
