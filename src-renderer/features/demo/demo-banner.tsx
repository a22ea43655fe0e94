/**
 * The sample caseload on the screen: says that it is invented, and removes it. It is filled by the same commands as a
 * coach's own work (store/demo), so that nothing in the app has to know of it; what a coach wrote into it goes with it,
 * for good, and so it asks.
 */
import { Box, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { removeSample } from '../../../shared/model/caseload/sample'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import classes from './demo-banner.module.css'

export const DemoBanner = () => {
  const { sample } = useVault()
  const runOnVault = useRunOnVault()
  const [asking, setAsking] = useState(false)
  if (sample === null) return null
  return (
    <Box className={classes.banner ?? ''} role="note" aria-label={t('sample.title')}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('sample.invented')}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
          {t('sample.remove')}
        </Button>
      </Group>
      {asking && (
        <FormDialog
          form={{ title: t('sample.removeTitle') }}
          action={t('sample.remove')}
          size="md"
          question
          failure={t('form.notDone')}
          onSubmit={() => runOnVault(removeSample, undefined)}
          onClose={() => setAsking(false)}
          onDone={() => {
            go({ screen: 'today' })
            offerNote(t('sample.removed'))
          }}
        >
          <Text size="sm">{t('sample.removeHint')}</Text>
        </FormDialog>
      )}
    </Box>
  )
}
