/**
 * The relay is a laptop on the same network, and it does not answer: it may be off, or have another address by now, which
 * the coach reads off its screen. What it asks for besides (its secret) stays.
 */
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import * as v from 'valibot'
import { relayAddress } from '../../../../shared/bridge/checks'
import { typedRelay } from '../../../../shared/relay/connection-code'
import { isNear } from '../../../../shared/relay/near'
import { relayParts, withSecret } from '../../../../shared/relay/relay-address'
import { t } from '../../../../shared/words/words'
import { useSubmit } from '../../../context/submit'
import { useTypedValue } from '../../../context/typing/kept-typing'
import { setRelay } from '../../../context/vault/when-needed'
import { AskPassphrase } from '../../../forms/ask-passphrase'

/** Whether the relay is a laptop, as far as its address tells: near, and with a secret, which every laptop's has. */
export const isLaptop = (relay: string): boolean =>
  isNear(relay) && relayParts(relay).secret !== undefined

export const OtherLaptopAway = ({ relay }: { readonly relay: string }) => {
  const [typed, setTyped] = useTypedValue('relay-new-address', '')
  const [asking, setAsking] = useState<string>()
  const { problem, say, submit } = useSubmit(t('form.notDone'))
  const { address, secret } = relayParts(relay)
  const change = (event: FormEvent): void => {
    event.preventDefault()
    const next = typedRelay(typed)
    if (!v.is(relayAddress, next) || !isNear(next)) return say(t('sharing.addressLooks'))
    say('')
    setAsking(next.includes('#') ? next : withSecret(next, secret))
  }
  return (
    <Alert color="amber" role="alert" mt="xs">
      <Stack gap="sm">
        {t('sharing.otherLaptopAway', { address: new URL(address).host })}
        <form onSubmit={change}>
          <Group align="flex-end">
            <TextInput
              label={t('sharing.newAddress')}
              description={t('sharing.newAddressHint')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={problem}
              flex={1}
            />
            <Button type="submit" variant="default">
              {t('sharing.addressChanged')}
            </Button>
          </Group>
        </form>
      </Stack>
      {asking !== undefined && (
        <AskPassphrase
          title={t('sync.connectTo', { relay: new URL(asking).host })}
          why={t('sync.whyPassphrase')}
          action={t('sync.connect')}
          onProven={() => submit(() => setRelay(asking))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Alert>
  )
}
