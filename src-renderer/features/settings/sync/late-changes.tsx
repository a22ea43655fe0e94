/** Changes that other laptops made and that have not arrived here: one line for each laptop. */
import { Alert, Stack, Text } from '@mantine/core'
import { useStore } from 'zustand'
import { t } from '../../../../shared/words/words'
import { useVault } from '../../../context/vault/session'
import type { Sync } from '../../../sync/sync'

export const LateChanges = ({ sync }: { readonly sync: Sync }) => {
  const late = useStore(sync.status, (status) => status.late)
  const { devices } = useVault()
  if (late.length === 0) return null
  return (
    <Alert color="amber" role="status" mt="xs">
      <Stack gap={4}>
        {late.map(({ device, count }) => (
          <Text key={device} size="sm">
            {t('late.fromLaptop', {
              count,
              laptop: devices[device] ?? t('common.anotherLaptop'),
            })}
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          {t('late.whatToDo')}
        </Text>
      </Stack>
    </Alert>
  )
}
