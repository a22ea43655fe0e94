/**
 * Settings → Sync → Share on this network: this laptop is the relay for the coach's other one. It takes the place of
 * the relay that is set, so it is a switch with the relay behind it, and not a setting beside it.
 */
import { Alert, Button, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { toConnectionCode } from '../../../../shared/relay/connection-code'
import { textToNearPlace } from '../../../../shared/relay/near'
import { relayParts } from '../../../../shared/relay/relay-address'
import { t } from '../../../../shared/words/words'
import { host, useApp } from '../../../context/app-state'
import { setRelay } from '../../../context/vault/when-needed'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import { useManaged } from '../managed-settings'
import { useSharing } from './use-sharing'

/** For a laptop that has this vault and was on another relay: its address here, and the secret, to be typed there. */
const ConnectionCode = ({
  address,
  relay,
}: {
  readonly address: string
  readonly relay: string
}) => {
  const [shown, setShown] = useState(false)
  const place = textToNearPlace(address)
  const { secret } = relayParts(relay)
  if (place === undefined || secret === undefined) return null
  if (!shown)
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => setShown(true)}>
        {t('sharing.otherHasVault')}
      </Button>
    )
  return (
    <Stack gap={4}>
      <Text ff="monospace" fw={600} aria-label={t('sharing.connectionCode')}>
        {toConnectionCode(place, secret)}
      </Text>
      <Text size="sm" c="dimmed">
        {t('sharing.connectionCodeHint')}
      </Text>
    </Stack>
  )
}

/** How the sharing stands, and where the other laptop finds this one. */
const Found = ({ relay }: { readonly relay: string }) => {
  const sharing = useSharing()
  if (sharing === undefined || sharing.relay === 'off' || sharing.relay === 'starting')
    return (
      <Text size="sm" role="status">
        {t('sharing.starting')}
      </Text>
    )
  if (sharing.relay === 'failing')
    return (
      <Alert color="amber" role="alert">
        {t('sharing.failing')}
      </Alert>
    )
  const [address, ...others] = sharing.addresses
  if (address === undefined)
    return (
      <Alert color="amber" role="alert">
        {t('sharing.notOnANetwork')}
      </Alert>
    )
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" role="status">
        {t('sharing.foundAt', { address })}
      </Text>
      {others.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('sharing.alsoAt', { addresses: others.join(', ') })}
        </Text>
      )}
      <ConnectionCode address={address} relay={relay} />
    </Stack>
  )
}

export const ShareOnNetwork = () => {
  const relay = useApp((state) => state.environment?.relay ?? null)
  const isOn = useApp((state) => state.environment?.sharing === true)
  const { relay: fixed, sharingOff } = useManaged()
  const [asking, setAsking] = useState(false)
  const isForbidden = sharingOff || fixed !== null
  const hint = isForbidden ? t('school.sharingIsOff') : t('sharing.hint')
  return (
    <Stack gap="xs">
      <Switch
        label={t('sharing.share')}
        description={
          relay === null || isOn || isForbidden
            ? hint
            : `${hint} ${t('sharing.instead', { relay: new URL(relay).host })}`
        }
        checked={isOn}
        disabled={isForbidden}
        onChange={(event) => (event.currentTarget.checked ? setAsking(true) : void setRelay(null))}
      />
      {isOn && relay !== null && <Found relay={relay} />}
      {asking && (
        <AskPassphrase
          title={t('sharing.share')}
          why={t('sharing.whyPassphrase')}
          action={t('sharing.start')}
          onProven={async () => setRelay(await host.network.ownRelay())}
          onClose={() => setAsking(false)}
        />
      )}
    </Stack>
  )
}
