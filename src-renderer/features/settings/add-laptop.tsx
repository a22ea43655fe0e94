/** Shows a pairing code: typed or scanned on the other laptop, good once and for ten minutes. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useState } from 'react'
import { relayParts } from '../../../shared/relay-address'
import { PAIRING_MINUTES } from '../../../shared/vault/pairing'
import { t } from '../../../shared/words'
import { useOpenVault } from '../../app/session'
import { vaultActions } from '../../app/when-needed'
import type { PairingState } from '../../sync/pairing'

const sentence: Record<PairingState, string> = {
  connecting: t('addLaptop.reachingTheRelay'),
  waiting: t('addLaptop.waitingForTheOtherLaptopThe', { PAIRING_MINUTES }),
  done: t('addLaptop.theOtherLaptopHasJoinedIt'),
  expired: t('addLaptop.theCodeHasExpiredCloseThis'),
  refused: t('addLaptop.theRelayRefusedTheConnectionCheck'),
}

const Offer = ({ relay }: { readonly relay: string }) => {
  const { session } = useOpenVault()
  const { address, secret } = relayParts(relay)
  const [code, setCode] = useState('')
  const [state, setState] = useState<PairingState>('connecting')
  useEffect(() => {
    let stop = (): void => undefined
    let ended = false
    void vaultActions().then(({ derivePairing, newPairingCode, offerPairing }) => {
      if (ended) return
      const shown = newPairingCode().join(' ')
      const pairing = derivePairing(shown)
      if (!pairing.ok) return
      setCode(shown)
      const { vaultKey, header } = session.opened
      const { vaultId, createdAt, recoveryWrap } = header
      const grant = {
        vaultKey,
        vaultId,
        createdAt,
        recoveryWrap,
        generation: session.generationOf(session.vaultRecordId),
        relaySecret: secret,
      }
      stop = offerPairing(relay, pairing.value, grant, setState).stop
    })
    return () => {
      ended = true
      stop()
    }
  }, [relay, secret, session])

  return (
    <Stack gap="md" align="center">
      {state !== 'done' && code !== '' && (
        <>
          <QRCodeSVG
            value={`${address}#${code}`}
            size={168}
            marginSize={2}
            title={t('addLaptop.pairingCodeToScan')}
          />
          <Text ff="monospace" fw={600} ta="center" aria-label={t('addLaptop.pairingCode')}>
            {code}
          </Text>
          <Text size="sm" c="dimmed" ta="center">
            {t('addLaptop.onTheOtherLaptopChooseJoin', { relay: address })}
          </Text>
        </>
      )}
      <Alert
        color={state === 'done' ? 'teal' : state === 'waiting' || state === 'connecting' ? 'gray' : 'amber'}
        role="status"
        w="100%"
      >
        {sentence[state]}
      </Alert>
    </Stack>
  )
}

export const AddLaptop = ({ relay }: { readonly relay: string }) => {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <Group>
      <Button variant="light" onClick={open}>
        {t('addLaptop.addALaptop')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('addLaptop.addALaptop')}>
        {opened && <Offer relay={relay} />}
      </Modal>
    </Group>
  )
}
