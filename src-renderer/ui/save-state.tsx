import { Text } from '@mantine/core'
import { useModel } from '../app/session'

/** Whether what was typed last is saved. */
export const SaveState = () => {
  const saving = useModel((model) => model.saving)
  const words = saving === 'saved' ? 'Saved' : saving === 'saving' ? 'Saving…' : 'Not saved yet'
  return (
    <Text
      size="sm"
      c={saving === 'saved' || saving === 'saving' ? 'dimmed' : 'var(--mantine-color-error)'}
      role="status"
      aria-label="Saving"
    >
      {words}
    </Text>
  )
}
