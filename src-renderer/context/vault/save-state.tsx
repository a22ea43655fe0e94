/** Whether what was typed last is saved. */
import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { t } from '../../../shared/words/words'
import { useModel } from './session'

/** While somebody types all is saved between any two keys: that is said in the pauses. */
const PAUSE_MS = 300

export const SaveState = () => {
  const now = useModel((model) => model.saving)
  const [before] = useDebouncedValue(now, PAUSE_MS)
  const saving = now === 'saved' && before !== 'saved' ? 'saving' : now
  const words =
    saving === 'saved'
      ? t('saved.saved')
      : saving === 'saving'
        ? t('saved.saving')
        : t('warnings.notSaved')
  return (
    <Text
      size="sm"
      c={saving === 'saved' || saving === 'saving' ? 'dimmed' : 'var(--mantine-color-error)'}
      role="status"
      aria-label={t('saved.savingLabel')}
    >
      {words}
    </Text>
  )
}
