/** Says that the sample caseload is invented, and removes it in one click. */
import { Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import { removeSample } from '../../../shared/model/sample'
import { t } from '../../../shared/words'
import { go } from '../../app/app-state'
import { useRunOnVault, useVault } from '../../app/session'
import { offerNote } from '../../ui/undo'

export const DemoBanner = () => {
  const { sample } = useVault()
  const runOnVault = useRunOnVault()
  const [busy, setBusy] = useState(false)
  if (sample === null) return null
  const remove = async (): Promise<void> => {
    setBusy(true)
    go({ screen: 'today' })
    await runOnVault(removeSample, undefined)
    setBusy(false)
    offerNote(t('demoBanner.theSampleCaseloadIsGoneYour'))
  }
  return (
    <Paper px="md" py={6} bg="var(--surface-sunken)" role="note" aria-label={t('demoBanner.sampleCaseload')}>
      <Group justify="space-between">
        <Text size="sm">{t('demoBanner.sampleCaseloadTheseMenteesAreInvented')}</Text>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void remove()}>
          {t('demoBanner.removeTheSample')}
        </Button>
      </Group>
    </Paper>
  )
}
