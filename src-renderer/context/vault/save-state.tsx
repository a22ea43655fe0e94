import { Text } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { useModel } from './session'

/** Whether what was typed last is saved. */
export const SaveState = () => {
  const saving = useModel((model) => model.saving)
  const words =
    saving === 'saved'
      ? t('saveState.saved')
      : saving === 'saving'
        ? t('saveState.saving')
        : t('saveState.notSavedYet')
  return (
    <Text
      size="sm"
      c={saving === 'saved' || saving === 'saving' ? 'dimmed' : 'var(--mantine-color-error)'}
      role="status"
      aria-label={t('saveState.saving2')}
    >
      {words}
    </Text>
  )
}
