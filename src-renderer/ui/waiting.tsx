/** How long the next passphrase has to wait. */
import { Text } from '@mantine/core'
import { t } from '../../shared/words/words'

export const Waiting = ({ seconds }: { readonly seconds: number }) =>
  seconds === 0 ? null : (
    <Text role="status" size="sm" c="dimmed">
      {t('unlock.waitSeconds', { seconds })}
    </Text>
  )
