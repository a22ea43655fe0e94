/** Twice a year, gently: can the recovery sheet still be found? */
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconFileCertificate } from '@tabler/icons-react'
import { asksForSheet, confirmRecoverySheet } from '../../../shared/model/recovery'
import { go } from '../../app/app-state'
import { useRunOnVault, useVault } from '../../app/session'

export const SheetReminder = () => {
  const runOnVault = useRunOnVault()
  const { recovery } = useVault()
  if (!asksForSheet(recovery, Date.now())) return null
  return (
    <Alert
      color="teal"
      icon={<IconFileCertificate size={18} stroke={1.6} />}
      title="Do you still have your recovery sheet?"
    >
      <Group justify="space-between">
        <Text size="sm">
          It is the only way in when the passphrase is forgotten. Have a look where it is.
        </Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void runOnVault(confirmRecoverySheet, new Date().toISOString())}
          >
            Yes, I have it
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => go({ screen: 'settings' })}>
            Print it again
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}
