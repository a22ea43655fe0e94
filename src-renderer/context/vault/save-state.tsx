/** Whether what was typed last is saved. */
import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { t } from '../../../shared/words/words'
import type { Saving } from '../../store/record/record-writer'
import { createPause } from '../../ui/pause'
import { useOpenVault } from './session'

/** While somebody types all is saved between any two keys: that is said in the pauses, and till then nothing is drawn. */
const PAUSE_MS = 300

const useSaving = (): Saving => {
  const { model } = useOpenVault().session
  const [shown, setShown] = useState(() => model.getState().saving)
  useEffect(() => {
    const show = (): void => setShown(model.getState().saving)
    const pause = createPause(PAUSE_MS, show)
    const stop = model.subscribe(({ saving }, before) => {
      if (saving === before.saving) return
      if (saving === 'saved') pause.putOff()
      else show()
    })
    show()
    return () => {
      stop()
      pause.stop()
    }
  }, [model])
  return shown
}

export const SaveState = () => {
  const saving = useSaving()
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
