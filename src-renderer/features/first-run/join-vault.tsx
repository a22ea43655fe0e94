/**
 * Joining a vault that another laptop has: the code that it shows, and the relay where the code does not say it; or a
 * code that is shown here and typed there. Then a passphrase of this laptop's own.
 */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import * as v from 'valibot'
import { relayAddress, settableRelay } from '../../../shared/bridge/checks'
import { UNMANAGED } from '../../../shared/bridge/managed'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { codeSentence } from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { vaultActions } from '../../context/vault/when-needed'
import { codeInput } from '../../forms/code-input'
import { CalmPage } from '../../ui/calm-page'
import { ChoosePassphrase } from './choose-passphrase'
import { PairingWaiting } from './pairing-waiting'
import { PairingWay } from './pairing-way'
import { useRequest } from './use-request'

/** A scanned or pasted code carries the relay's address with it: `address#code`. */
const splitScan = (typed: string): { readonly relay?: string; readonly code: string } => {
  const at = typed.indexOf('#')
  return at < 0 ? { code: typed } : { relay: typed.slice(0, at).trim(), code: typed.slice(at + 1) }
}

/** A code with which the page was loaded anew, to reach the relay that it needs. */
export interface JoinWith {
  readonly code: string
  readonly isShown: boolean
}

export const JoinVault = ({
  joinWith,
  onBack,
}: {
  readonly joinWith?: JoinWith | undefined
  readonly onBack: () => void
}) => {
  const setRelay = useApp((state) => state.environment?.relay ?? '')
  const { relay: fixed, syncOff } = useApp((state) => state.environment?.managed ?? UNMANAGED)
  const folder = useApp((state) => state.environment?.syncFolder ?? null)
  const [typedRelay, setRelayField] = useState(setRelay)
  const [code, setCode] = useState(joinWith?.isShown === false ? joinWith.code : '')
  /** The relay that the code itself says; then none is asked for. */
  const [inCode, setInCode] = useState<string>()
  const [overFolder, setOverFolder] = useState(false)
  const { problem, say, submit } = useSubmit(t('form.notDone'))
  const request = useRequest(say)
  const { ask, waiting } = request

  useEffect(() => {
    if (joinWith !== undefined && setRelay !== '')
      void ask(setRelay, joinWith.code, joinWith.isShown)
  }, [ask, joinWith, setRelay])

  const type = async (text: string): Promise<void> => {
    const scan = splitScan(text)
    if (scan.relay !== undefined) setRelayField(scan.relay)
    setCode(scan.code)
    setInCode((await vaultActions()).relayInPairingCode(scan.code))
  }

  const begin = (isShown: boolean): Promise<boolean> =>
    submit(async (refuse) => {
      if (syncOff) return refuse(t('pairing.syncOffBySchool'))
      const {
        derivePairing,
        newPairingCode,
        relayInPairingCode,
        setRelayToJoin,
        typedRelay: read,
      } = await vaultActions()
      const used = isShown ? newPairingCode().join(' ') : code
      const pairing = derivePairing(used)
      if (!pairing.ok) return refuse(codeSentence(pairing.error))
      const near = relayInPairingCode(used)
      if (overFolder && near === undefined)
        return folder === null ? refuse(t('folder.chooseFirst')) : ask(null, used, isShown)
      const relay = near ?? fixed ?? read(typedRelay)
      if (!v.is(relayAddress, relay)) return refuse(t('pairing.relayAddressLooks'))
      if (fixed !== null && near !== undefined) return refuse(t('pairing.relaySetBySchool'))
      if (fixed === null && !v.is(settableRelay, relay)) return refuse(t('sync.addressNeedsWss'))
      if (relay === setRelay) await ask(relay, used, isShown)
      else await setRelayToJoin(relay, { code: used, isShown })
    })

  if (request.grant !== undefined) return <ChoosePassphrase grant={request.grant} />

  const go = (event: FormEvent): void => {
    event.preventDefault()
    void begin(false)
  }

  return (
    <CalmPage title={t('pairing.joinTitle')}>
      <Text>{t('pairing.joinIntro')}</Text>
      <form onSubmit={go}>
        <Stack gap="md">
          {request.shown === undefined && (
            <>
              <TextInput
                label={t('pairing.code')}
                description={
                  inCode === undefined
                    ? undefined
                    : t('pairing.codeSaysWhere', { address: new URL(inCode).host })
                }
                value={code}
                onChange={(event) => void type(event.currentTarget.value)}
                disabled={waiting}
                {...codeInput}
                autoFocus
              />
              {inCode === undefined && (
                <PairingWay
                  overFolder={overFolder}
                  relay={fixed ?? typedRelay}
                  disabled={waiting}
                  onWay={setOverFolder}
                  onRelay={setRelayField}
                />
              )}
            </>
          )}
          {problem !== '' && (
            <Text role="alert" c="var(--mantine-color-error)" size="sm">
              {problem}
            </Text>
          )}
          {waiting && <PairingWaiting {...request} />}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" c="dimmed" onClick={onBack}>
              {t('common.back')}
            </Button>
            {!waiting && (
              <Group gap="xs">
                <Button variant="default" onClick={() => void begin(true)}>
                  {t('pairing.showACodeHere')}
                </Button>
                <Button type="submit">{t('pairing.continue')}</Button>
              </Group>
            )}
          </Group>
        </Stack>
      </form>
    </CalmPage>
  )
}
