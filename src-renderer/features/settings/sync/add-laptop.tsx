/**
 * Adding a laptop: the passphrase, then a code that is typed or scanned there (or shown there and typed here), good once
 * and for ten minutes, and then the question whether it is that laptop which asks (shared/vault/pairing.ts).
 * Not a form: the code is shown, and the question answered, while the other laptop waits.
 */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import encodeQR from 'qr'
import { useState } from 'react'
import { relayParts } from '../../../../shared/relay/relay-address'
import { PAIRING_MINUTES } from '../../../../shared/vault/pairing'
import { spoken, t } from '../../../../shared/words/words'
import { useApp } from '../../../context/app-state'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import type { Asked, PairingState } from '../../../sync/pairing/pairing'
import { PairingNumber } from '../../../ui/pairing-number'
import { QrCode } from '../../../ui/qr-code'
import { TypePairingCode } from './type-pairing-code'
import { type OfferBy, useOffer } from './use-offer'
import { useSharing } from './use-sharing'

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

/** How the other laptop gets there with the code. */
const whatToDo = ({ relay, address }: OfferBy): string => {
  if (relay === null) return t('pairing.typeTheCodeInFolder')
  if (address !== undefined) return t('pairing.typeTheCodeNear')
  return t('pairing.typeTheCodeThere', { relay: relayParts(relay).address })
}

/** Where the other laptop shows a code that is typed here. */
const whereToShow = ({ relay, address }: OfferBy): string => {
  if (relay === null) return t('pairing.showTheCodeThereInFolder')
  return address === undefined
    ? t('pairing.showTheCodeThere')
    : t('pairing.showTheCodeThereAt', { address })
}

const Code = ({ by, code }: { readonly by: OfferBy; readonly code: string }) => (
  <>
    <QrCode
      modules={encodeQR(
        by.relay === null || by.address !== undefined
          ? code
          : `${relayParts(by.relay).address}#${code}`,
        'raw',
      )}
      size={168}
      name={t('pairing.codeToScan')}
    />
    <Text ff="monospace" fw={600} ta="center" aria-label={t('pairing.code')}>
      {code}
    </Text>
    <Text size="sm" c="dimmed" ta="center">
      {whatToDo(by)}
    </Text>
  </>
)

const stateWords = (state: PairingState, relay: string | null): string => {
  if (state === 'asking') return ''
  if (state === 'waiting') return t('pairing.waitingCodeGoodFor', { minutes: PAIRING_MINUTES })
  return state === 'connecting' && relay === null
    ? t('pairing.lookingIntoTheFolder')
    : sentence[state]
}

const Offer = ({
  by,
  onTypeInstead,
}: {
  readonly by: OfferBy
  readonly onTypeInstead?: () => void
}) => {
  const { code, state, asked, answer } = useOffer(by)
  if (state === 'asking' && asked !== undefined)
    return <Question asked={asked} onAnswer={(yes) => void answer(yes)} />
  return (
    <Stack gap="md" align="center">
      {by.typed === undefined && OPEN.includes(state) && code !== '' && (
        <Code by={by} code={code} />
      )}
      <Alert
        color={state === 'done' ? 'teal' : CARE.includes(state) ? 'amber' : 'gray'}
        role="status"
        w="100%"
      >
        {stateWords(state, by.relay)}
      </Alert>
      {onTypeInstead !== undefined && OPEN.includes(state) && (
        <Button variant="subtle" size="compact-sm" onClick={onTypeInstead}>
          {t('pairing.otherShowsTheCode')}
        </Button>
      )}
    </Stack>
  )
}

/** Either side shows the code, and the other types it: this one, unless the coach says otherwise. */
const ShownOrTyped = ({ relay, address }: OfferBy) => {
  const [typed, setTyped] = useState<string>()
  const [isTyping, setTyping] = useState(false)
  if (typed !== undefined) return <Offer by={{ relay, address, typed }} />
  if (isTyping) return <TypePairingCode hint={whereToShow({ relay, address })} onTyped={setTyped} />
  return <Offer by={{ relay, address }} onTypeInstead={() => setTyping(true)} />
}

/** This laptop is the relay: the other one is told where it is. */
const FromHere = ({ relay }: { readonly relay: string }) => {
  const sharing = useSharing()
  const [address] = sharing?.addresses ?? []
  if (sharing === undefined) return null
  if (address === undefined) return <Alert color="amber">{t('sharing.notOnANetwork')}</Alert>
  return <ShownOrTyped relay={relay} address={address} />
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
  const isOwn = useApp((state) => state.environment?.sharing === true)
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
        {step === 'proven' &&
          (relay !== null && isOwn ? <FromHere relay={relay} /> : <ShownOrTyped relay={relay} />)}
      </Modal>
    </Group>
  )
}
