/** Says that the sample caseload is invented, and removes it in one click. */
import { Button, Group, Paper, Text } from '@mantine/core'
import { removeSample } from '../../../shared/model/caseload/sample'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useSubmit } from '../../context/submit'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { Problem } from '../../ui/problem'
import { offerNote } from '../../ui/undo'

export const DemoBanner = () => {
  const { sample } = useVault()
  const runOnVault = useRunOnVault()
  const { busy, problem, submit } = useSubmit(t('submit.notDone'))
  if (sample === null) return null
  const remove = async (): Promise<void> => {
    go({ screen: 'today' })
    if (await submit(() => runOnVault(removeSample, undefined)))
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
      <Problem text={problem} />
    </Paper>
  )
}
