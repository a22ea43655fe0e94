/** The laptop that has the vault is waited for; once it has asked, both show the same number. */
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { PairingNumber } from '../../ui/pairing-number'
import type { Requesting } from './use-request'

/** The code that is typed on the laptop that has the vault. */
const ShownCode = ({ code }: { readonly code: string }) => (
  <Stack gap="xs" align="center">
    <Text ff="monospace" fw={600} ta="center" aria-label={t('pairing.code')}>
      {code}
    </Text>
    <Text size="sm" c="dimmed" ta="center">
      {t('pairing.typeItOnTheOther')}
    </Text>
  </Stack>
)

export const PairingWaiting = ({ shown, asked, isSame, sayWhetherSame }: Requesting) => {
  if (asked === undefined)
    return (
      <Stack gap="md">
        {shown !== undefined && <ShownCode code={shown} />}
        <Group gap="sm" role="status">
          <Loader size="xs" />
          <Text size="sm">{t('pairing.waiting')}</Text>
        </Group>
      </Stack>
    )
  const isToConfirm = shown !== undefined && !isSame
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{t('pairing.otherAsksAbout', { name: asked.name })}</Text>
      <PairingNumber number={asked.number} />
      <Text size="sm">
        {isToConfirm ? t('pairing.chooseYesOnBoth') : t('pairing.chooseYesThere')}
      </Text>
      {isToConfirm && (
        <Group justify="flex-end">
          <Button variant="default" autoFocus onClick={() => sayWhetherSame(false)}>
            {t('common.no')}
          </Button>
          <Button onClick={() => sayWhetherSame(true)}>{t('pairing.yesSameNumber')}</Button>
        </Group>
      )}
    </Stack>
  )
}
