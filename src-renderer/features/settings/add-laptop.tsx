/** Shows a pairing code: typed or scanned on the other laptop, good once and for ten minutes. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useState } from 'react'
import { PAIRING_MINUTES } from '../../../shared/vault/pairing'
import { useOpenVault } from '../../app/session'
import { vaultActions } from '../../app/when-needed'
import type { PairingState } from '../../sync/pairing'

const sentence: Record<PairingState, string> = {
  connecting: 'Reaching the relay …',
  waiting: `Waiting for the other laptop. The code is good once, for ${PAIRING_MINUTES} minutes.`,
  done: 'The other laptop has joined. It now fetches your records.',
  expired: 'The code has expired. Close this and show a new one.',
  refused: 'The relay refused the connection. Check the address in Settings.',
}

const Offer = ({ relay }: { readonly relay: string }) => {
  const { session } = useOpenVault()
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
      }
      stop = offerPairing(relay, pairing.value, grant, setState).stop
    })
    return () => {
      ended = true
      stop()
    }
  }, [relay, session])

  return (
    <Stack gap="md" align="center">
      {state !== 'done' && code !== '' && (
        <>
          <QRCodeSVG value={`${relay}#${code}`} size={168} marginSize={2} title="Pairing code to scan" />
          <Text ff="monospace" fw={600} ta="center" aria-label="Pairing code">
            {code}
          </Text>
          <Text size="sm" c="dimmed" ta="center">
            On the other laptop choose “Join from another laptop”, and type this code and the relay’s address{' '}
            {relay}.
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
        Add a laptop
      </Button>
      <Modal opened={opened} onClose={close} title="Add a laptop">
        {opened && <Offer relay={relay} />}
      </Modal>
    </Group>
  )
}
