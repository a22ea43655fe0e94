/** Joining a vault that another laptop has: relay, pairing code, then a passphrase of this laptop's own. */
import { Button, Group, Loader, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import * as v from 'valibot'
import { relayAddress } from '../../../shared/bridge/checks'
import { UNMANAGED } from '../../../shared/bridge/managed'
import type { PairingGrant } from '../../../shared/vault/pairing'
import { spoken, t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'
import { codeSentence, writeSentence } from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { vaultActions } from '../../context/vault/when-needed'
import type { Asked, PairingState } from '../../sync/pairing'
import { CalmPage } from '../../ui/calm-page'
import { PairingNumber } from '../../ui/pairing-number'
import { PassphraseForm } from './passphrase-form'

/** A scanned or pasted code carries the relay's address with it: `address#code`. */
const splitScan = (typed: string): { readonly relay?: string; readonly code: string } => {
  const at = typed.indexOf('#')
  return at < 0 ? { code: typed } : { relay: typed.slice(0, at).trim(), code: typed.slice(at + 1) }
}

const END: Readonly<Partial<Record<PairingState, string>>> = spoken({
  expired: 'pairing.codeOutOfTime',
  refused: 'pairing.codeUsed',
  declined: 'pairing.otherSaidNo',
})

/** Which folder the two laptops meet in: chosen in a dialog of the system's. */
const FolderField = ({ disabled }: { readonly disabled: boolean }) => {
  const folder = useApp((state) => state.environment?.exchangeFolder ?? null)
  const choose = async (): Promise<void> => {
    const exchangeFolder = await host.exchange.choose()
    const { environment } = useApp.getState()
    if (exchangeFolder !== null && environment !== undefined)
      useApp.setState({ environment: { ...environment, exchangeFolder } })
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{folder ?? t('folder.noneChosen')}</Text>
      <Button variant="default" disabled={disabled} onClick={() => void choose()}>
        {t('folder.choose')}
      </Button>
    </Group>
  )
}

/** What the two laptops pair over: a relay by its address, or a folder that both reach. */
const Way = ({
  overFolder,
  relay,
  disabled,
  onWay,
  onRelay,
}: {
  readonly overFolder: boolean
  readonly relay: string
  readonly disabled: boolean
  readonly onWay: (overFolder: boolean) => void
  readonly onRelay: (relay: string) => void
}) => {
  const { relay: fixed, folderOff } = useApp((state) => state.environment?.managed ?? UNMANAGED)
  return (
    <>
      {!folderOff && (
        <SegmentedControl
          aria-label={t('pairing.through')}
          data={[
            { value: 'relay', label: t('pairing.throughARelay') },
            { value: 'folder', label: t('pairing.throughAFolder') },
          ]}
          value={overFolder ? 'folder' : 'relay'}
          onChange={(way) => onWay(way === 'folder')}
          disabled={disabled}
        />
      )}
      {overFolder ? (
        <FolderField disabled={disabled} />
      ) : (
        <TextInput
          label={t('pairing.relayAddress')}
          placeholder={t('pairing.relayExample')}
          value={relay}
          onChange={(event) => onRelay(event.currentTarget.value)}
          disabled={disabled}
          readOnly={fixed !== null}
          description={fixed === null ? undefined : t('school.title')}
        />
      )}
    </>
  )
}

/** The laptop that has the vault is waited for; once it has asked, both show the same number. */
const Waiting = ({ asked }: { readonly asked: Asked | undefined }) =>
  asked === undefined ? (
    <Group gap="sm" role="status">
      <Loader size="xs" />
      <Text size="sm">{t('pairing.waiting')}</Text>
    </Group>
  ) : (
    <Stack gap="xs" role="status">
      <Text size="sm">{t('pairing.otherAsksAbout', { name: asked.name })}</Text>
      <PairingNumber number={asked.number} />
      <Text size="sm">{t('pairing.chooseYesThere')}</Text>
    </Stack>
  )

const ChoosePassphrase = ({ grant }: { readonly grant: PairingGrant }) => {
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  const join = (passphrase: string): Promise<boolean> =>
    submit(async (refuse) => {
      const { approach, enter, joinVault, keepRelaySecret, keepVault } = await vaultActions()
      const found = await approach()
      if (found === undefined) return
      const opened = await joinVault(grant, passphrase)
      const kept = await keepVault(host, found.store, opened)
      if (!kept.ok) return refuse(writeSentence[kept.error])
      await keepRelaySecret(grant.relaySecret)
      await enter(opened)
    })

  return (
    <CalmPage title={t('pairing.choosePassphrase')}>
      <Text>{t('pairing.passphraseHint')}</Text>
      <PassphraseForm
        action={t('pairing.join')}
        busy={busy}
        onChosen={(passphrase) => void join(passphrase)}
      />
      {problem !== '' && <Text role="alert">{problem}</Text>}
    </CalmPage>
  )
}

export const JoinVault = ({
  code: givenCode = '',
  onBack,
}: {
  readonly code?: string
  readonly onBack: () => void
}) => {
  const setRelay = useApp((state) => state.environment?.relay ?? '')
  const { relay: fixed, syncOff } = useApp((state) => state.environment?.managed ?? UNMANAGED)
  const [typedRelay, setRelayField] = useState(setRelay)
  const relay = fixed ?? typedRelay
  const [code, setCode] = useState(givenCode)
  const laptop = useApp((state) => state.environment?.deviceName ?? '')
  const folder = useApp((state) => state.environment?.exchangeFolder ?? null)
  const [overFolder, setOverFolder] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const [grant, setGrant] = useState<PairingGrant>()
  const { problem, say, submit } = useSubmit(t('form.notDone'))

  const ask = useCallback(
    async (address: string | null, typed: string): Promise<void> => {
      const { derivePairing, requestPairing, overFolder, overRelay } = await vaultActions()
      const pairing = derivePairing(typed)
      if (!pairing.ok) return say(codeSentence(pairing.error))
      say('')
      setWaiting(true)
      const way = address === null ? overFolder(host.exchange) : overRelay(address)
      requestPairing(way, pairing.value, laptop, {
        changed: (state) => {
          say(state === 'away' ? t('pairing.folderAway') : '')
          const ended = END[state]
          if (ended === undefined) return
          setWaiting(false)
          setAsked(undefined)
          say(ended)
        },
        asked: setAsked,
        granted: setGrant,
      })
    },
    [say, laptop],
  )

  useEffect(() => {
    if (givenCode !== '' && setRelay !== '') void ask(setRelay, givenCode)
  }, [ask, givenCode, setRelay])

  const go = (event: FormEvent): void => {
    event.preventDefault()
    void submit(async (refuse) => {
      if (syncOff) return refuse(t('pairing.syncOffBySchool'))
      if (overFolder) return folder === null ? refuse(t('folder.chooseFirst')) : ask(null, code)
      if (!v.is(relayAddress, relay)) return refuse(t('pairing.relayAddressLooks'))
      const { derivePairing, setRelayToJoin } = await vaultActions()
      const pairing = derivePairing(code)
      if (!pairing.ok) return refuse(codeSentence(pairing.error))
      if (relay === setRelay) await ask(relay, code)
      else await setRelayToJoin(relay, code)
    })
  }

  if (grant !== undefined) return <ChoosePassphrase grant={grant} />

  return (
    <CalmPage title={t('pairing.joinTitle')}>
      <Text>{t('pairing.joinIntro')}</Text>
      <form onSubmit={go}>
        <Stack gap="md">
          <Way
            overFolder={overFolder}
            relay={relay}
            disabled={waiting}
            onWay={setOverFolder}
            onRelay={setRelayField}
          />
          <TextInput
            label={t('pairing.code')}
            value={code}
            onChange={(event) => {
              const scan = splitScan(event.currentTarget.value)
              if (scan.relay !== undefined) setRelayField(scan.relay)
              setCode(scan.code)
            }}
            disabled={waiting}
            ff="monospace"
            autoFocus
          />
          {problem !== '' && (
            <Text role="alert" c="var(--mantine-color-error)" size="sm">
              {problem}
            </Text>
          )}
          {waiting && <Waiting asked={asked} />}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" c="dimmed" onClick={onBack}>
              {t('common.back')}
            </Button>
            <Button type="submit" disabled={waiting}>
              {t('pairing.continue')}
            </Button>
          </Group>
        </Stack>
      </form>
    </CalmPage>
  )
}
