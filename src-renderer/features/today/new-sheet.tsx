/** After a laptop was removed: the recovery sheet is another one, until the coach has said that it is on paper. */
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconFileCertificate } from '@tabler/icons-react'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useModel, useVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'

/** Whether the sheet that came with the last removal is still to be printed. */
const useNewSheet = (): boolean => {
  const removedAt = useModel((model) => model.removedAt)
  const { recovery } = useVault()
  return removedAt !== '' && recovery.seenAt < removedAt
}

export const NewSheet = () =>
  useNewSheet() ? (
    <Alert
      color="amber"
      icon={<Icon of={IconFileCertificate} size="large" />}
      title={t('removal.newSheet')}
    >
      <Group justify="space-between">
        <Text size="sm">{t('removal.newSheetText')}</Text>
        <Button size="compact-sm" onClick={() => go({ screen: 'settings', section: 'recovery' })}>
          {t('removal.printNewSheet')}
        </Button>
      </Group>
    </Alert>
  ) : null
