/**
 * The sample caseload on the screen: says that it is invented, and removes it in one click. It is filled by the same
 * commands as a coach's own work (store/demo), so that nothing in the app has to know of it.
 */
import { Box, Button, Group, Text } from '@mantine/core'
import { removeSample } from '../../../shared/model/caseload/sample'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useSubmit } from '../../context/submit'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { Problem } from '../../ui/problem'
import { offerNote } from '../../ui/undo'
import classes from './demo-banner.module.css'

export const DemoBanner = () => {
  const { sample } = useVault()
  const runOnVault = useRunOnVault()
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  if (sample === null) return null
  const remove = async (): Promise<void> => {
    go({ screen: 'today' })
    if (await submit(() => runOnVault(removeSample, undefined))) offerNote(t('sample.removed'))
  }
  return (
    <Box className={classes.banner ?? ''} role="note" aria-label={t('sample.title')}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('sample.invented')}
        </Text>
        <Button size="compact-xs" variant="subtle" loading={busy} onClick={() => void remove()}>
          {t('sample.remove')}
        </Button>
      </Group>
      <Problem text={problem} />
    </Box>
  )
}
