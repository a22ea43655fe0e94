/** In the first month of the academic year: contacts of the directory that nobody made sure of for a year. */
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { directoryOf } from '../../../shared/model/caseload/resource'
import { toCheckNow } from '../../../shared/views/services'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { useToday } from '../../ui/when'

export const DirectoryReminder = () => {
  const { resources, settings } = useVault()
  const stale = toCheckNow(directoryOf(resources), useToday(), settings.turnover)
  if (stale.length === 0) return null
  return (
    <Alert color="teal" icon={<Icon of={IconAddressBook} size="large" />}>
      <Group justify="space-between">
        <Text size="sm">{t('today.checkContacts', { count: stale.length })}</Text>
        <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'resources' })}>
          {t('today.openResources')}
        </Button>
      </Group>
    </Alert>
  )
}
