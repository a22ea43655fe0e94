/**
 * Adding a laptop: the passphrase, then a code that is typed or scanned there, good once and for ten minutes, and then
 * the question whether it is that laptop which asks (shared/vault/pairing.ts).
 * Not a form: the code is shown, and the question answered, while the other laptop waits.
 */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useRef, useState } from 'react'
import { relayParts } from '../../../shared/relay/relay-address'
import { PAIRING_MINUTES } from '../../../shared/vault/pairing'
import { spoken, t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { useOpenVault } from '../../context/vault/session'
import { vaultActions } from '../../context/vault/when-needed'
import { AskPassphrase } from '../../forms/ask-passphrase'
import type { Asked, Offered, PairingState } from '../../sync/pairing'
import { PairingNumber } from '../../ui/pairing-number'

const sentence: Record<Exclude<PairingState, 'asking' | 'waiting'>, string> = spoken({
  connecting: 'pairing.reachingTheRelay',
  giving: 'pairing.giving',
  done: 'pairing.joined',
  declined: 'pairing.nothingGiven',
  older: 'pairing.otherIsOlder',
  expired: 'pairing.codeExpired',
  refused: 'pairing.relayRefused',
  away: 'pairing.folderAway',
})

/** While the code is good. */
const OPEN: readonly PairingState[] = ['connecting', 'waiting', 'older', 'away']
const CARE: readonly PairingState[] = ['older', 'expired', 'refused', 'away']

const Question = ({
  asked,
  onAnswer,
}: {
  readonly asked: Asked
  readonly onAnswer: (yes: boolean) => void
}) => (
  <Stack gap="md" w="100%">
    <Text>
      {asked.name === ''
        ? t('pairing.giveToUnnamed')
        : t('pairing.giveToNamed', { name: asked.name })}
    </Text>
    <PairingNumber number={asked.number} />
    <Text size="sm">{t('pairing.differsChooseNo')}</Text>
    <Group justify="flex-end">
      <Button variant="default" autoFocus onClick={() => onAnswer(false)}>
        {t('common.no')}
      </Button>
      <Button onClick={() => onAnswer(true)}>{t('pairing.yesGive')}</Button>
    </Group>
  </Stack>
)

const Offer = ({ relay }: { readonly relay: string | null }) => {
  const { session } = useOpenVault()
  const { address, secret } = relay === null ? { address: null } : relayParts(relay)
  const [code, setCode] = useState('')
  const [state, setState] = useState<PairingState>('connecting')
  const [asked, setAsked] = useState<Asked>()
  const offer = useRef<Offered>(undefined)
  useEffect(() => {
    let ended = false
    void vaultActions().then(
      ({ derivePairing, newPairingCode, offerPairing, overFolder, overRelay }) => {
        if (ended) return
        const shown = newPairingCode().join(' ')
        const pairing = derivePairing(shown)
        if (!pairing.ok) return
        setCode(shown)
        // As it is when it is given: a recovery sheet may be replaced meanwhile.
        const grant = () => {
          const { vaultKey, header } = session.opened
          const { vaultId, createdAt, recoveryWrap } = header
          const generation = session.generationOf(session.vaultRecordId)
          return { vaultKey, vaultId, createdAt, recoveryWrap, generation, relaySecret: secret }
        }
        const way = relay === null ? overFolder(host.exchange) : overRelay(relay)
        offer.current = offerPairing(way, pairing.value, grant, setState, setAsked)
      },
    )
    return () => {
      ended = true
      offer.current?.stop()
    }
  }, [relay, secret, session])
  const answer = async (yes: boolean): Promise<void> => {
    // Noted first: a crash in between leaves a note too many, and never one too few.
    await session.log.add(yes ? 'laptop-granted' : 'laptop-refused', asked?.name)
    offer.current?.answer(yes)
  }

  return (
    <Stack gap="md" align="center">
      {OPEN.includes(state) && code !== '' && (
        <>
          <QRCodeSVG
            value={address === null ? code : `${address}#${code}`}
            size={168}
            marginSize={2}
            title={t('pairing.codeToScan')}
          />
          <Text ff="monospace" fw={600} ta="center" aria-label={t('pairing.code')}>
            {code}
          </Text>
          <Text size="sm" c="dimmed" ta="center">
            {address === null
              ? t('pairing.typeTheCodeInFolder')
              : t('pairing.typeTheCodeThere', { relay: address })}
          </Text>
        </>
      )}
      {state === 'asking' && asked !== undefined ? (
        <Question asked={asked} onAnswer={(yes) => void answer(yes)} />
      ) : (
        <Alert
          color={state === 'done' ? 'teal' : CARE.includes(state) ? 'amber' : 'gray'}
          role="status"
          w="100%"
        >
          {state === 'waiting'
            ? t('pairing.waitingCodeGoodFor', { minutes: PAIRING_MINUTES })
            : state === 'asking'
              ? ''
              : state === 'connecting' && relay === null
                ? t('pairing.lookingIntoTheFolder')
                : sentence[state]}
        </Alert>
      )}
    </Stack>
  )
}

/** `relay`: the way that both pair over; null for the folder. */
export const AddLaptop = ({
  relay,
  label = t('pairing.addALaptop'),
}: {
  readonly relay: string | null
  readonly label?: string
}) => {
  const [step, setStep] = useState<'asking' | 'proven' | 'closed'>('closed')
  return (
    <Group>
      <Button variant="light" onClick={() => setStep('asking')}>
        {label}
      </Button>
      {step === 'asking' && (
        <AskPassphrase
          title={t('pairing.addALaptop')}
          why={t('pairing.whyPassphrase')}
          action={t('pairing.showTheCode')}
          onProven={async () => setStep('proven')}
          onClose={() => setStep((now) => (now === 'asking' ? 'closed' : now))}
        />
      )}
      <Modal
        opened={step === 'proven'}
        onClose={() => setStep('closed')}
        title={t('pairing.addALaptop')}
      >
        {step === 'proven' && <Offer relay={relay} />}
      </Modal>
    </Group>
  )
}
