/** Twice a year, gently: can the recovery sheet still be found? */
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconFileCertificate } from '@tabler/icons-react'
import { asksForSheet, confirmRecoverySheet } from '../../../shared/model/caseload/recovery'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'

export const SheetReminder = () => {
  const runOnVault = useRunOnVault()
  const { recovery } = useVault()
  if (!asksForSheet(recovery, Date.now())) return null
  return (
    <Alert
      color="teal"
      icon={<Icon of={IconFileCertificate} size="large" />}
      title={t('recovery.reminder')}
    >
      <Group justify="space-between">
        <Text size="sm">{t('recovery.reminderText')}</Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void runOnVault(confirmRecoverySheet, new Date().toISOString())}
          >
            {t('recovery.reminderYes')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => go({ screen: 'settings', section: 'recovery' })}
          >
            {t('recovery.printAgain')}
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}
