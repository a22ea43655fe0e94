/** Whether what was typed last is saved. */
import { Text } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { useModel } from './session'

export const SaveState = () => {
  const saving = useModel((model) => model.saving)
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
