/** Says that the sample caseload is invented, and removes it in one click. */
import { Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import { removeSample } from '../../../shared/model/sample'
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
    offerNote('The sample caseload is gone. Your own mentees, if there are any, are untouched.')
  }
  return (
    <Paper px="md" py={6} bg="var(--surface-sunken)" role="note" aria-label="Sample caseload">
      <Group justify="space-between">
        <Text size="sm">Sample caseload: these mentees are invented.</Text>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void remove()}>
          Remove the sample
        </Button>
      </Group>
    </Paper>
  )
}
