/**
 * The lock screen: a passphrase, or the recovery key from the sheet, or the keychain where it is allowed. A wrong one
 * is noted where only the open vault reads it, and each after the third costs a longer wait
 * (context/vault/attempts.ts). Urgent help is at hand without unlocking.
 */
import { Anchor, Button, Progress, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { LETTER_BOX } from '../../../shared/vault/letter-box-file'
import { t } from '../../../shared/words/words'
import { DEMO_PASSPHRASE, host, useApp } from '../../context/app-state'
import { codeSentence, unlockSentence } from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { attempt, useWait } from '../../context/vault/attempts'
import { vaultActions } from '../../context/vault/when-needed'
import { codeInput } from '../../forms/code-input'
import { PassphraseInput } from '../../forms/passphrase-input'
import { CalmPage } from '../../ui/calm-page'
import { Waiting } from '../../ui/waiting'
import { UrgentLink } from '../resources/urgent-link'

/** Notes a wrong passphrase where only the unlocked vault can read it. */
const noteWrongPassphrase = async (): Promise<void> => {
  const key = useApp.getState().environment?.letterBoxKey ?? null
  if (key === null) return
  const { sealLetter } = await vaultActions()
  const letter = sealLetter(key, { kind: 'wrong-passphrase', at: new Date().toISOString() })
  await host.folder.append(LETTER_BOX, [letter])
}

type Way = 'passphrase' | 'recovery'

/** What else can be done than unlock with what is typed. */
const OtherWays = ({
  way,
  change,
  withKeychain,
}: {
  readonly way: Way
  readonly change: (way: Way) => void
  readonly withKeychain: (() => void) | undefined
}) => (
  <Stack gap={4} align="center">
    {withKeychain !== undefined && (
      <Anchor component="button" type="button" size="sm" onClick={withKeychain}>
        {t('unlock.withKeychain')}
      </Anchor>
    )}
    <Anchor
      component="button"
      type="button"
      size="sm"
      onClick={() => change(way === 'passphrase' ? 'recovery' : 'passphrase')}
    >
      {way === 'passphrase' ? t('unlock.useRecoveryKey') : t('unlock.usePassphrase')}
    </Anchor>
    <UrgentLink />
    <Anchor
      component="button"
      type="button"
      size="sm"
      c="dimmed"
      onClick={() => void host.app.quit()}
    >
      {t('unlock.quit')}
    </Anchor>
  </Stack>
)

/** Opens the vault, or says why it does not open; nothing where the screen says that already. */
const tryPassphrase = async (typed: string): Promise<string | undefined> => {
  const { approach, enter, readAhead, unlockWithPassphrase } = await vaultActions()
  const found = await approach()
  if (found?.header == null) return undefined
  const { store, header } = found
  const ahead = readAhead(store)
  const opened = await attempt(() => unlockWithPassphrase(header, typed), noteWrongPassphrase)
  if (!opened.ok) return unlockSentence[opened.error]
  await enter(opened.value, { how: 'unlocked', ahead })
  return undefined
}

const tryRecoveryKey = async (typed: string): Promise<string | undefined> => {
  const { approach, enter, unlockWithRecovery } = await vaultActions()
  const header = (await approach())?.header
  if (header == null) return undefined
  const opened = await attempt(() => unlockWithRecovery(header, typed), noteWrongPassphrase)
  if (!opened.ok)
    return typeof opened.error === 'string'
      ? unlockSentence[opened.error]
      : codeSentence(opened.error)
  const { recoveryKey } = opened.value
  await enter(opened.value, { how: 'unlocked-recovery', recoveryKey })
  return undefined
}

const tryKeychain = async (): Promise<string | undefined> => {
  const { approach, enter, unlockWithVaultKey } = await vaultActions()
  const header = (await approach())?.header
  if (header == null) return undefined
  const key = await host.keychain.take()
  const opened = key === null ? undefined : unlockWithVaultKey(header, key)
  if (opened?.ok !== true) return t('unlock.keychainLost')
  await enter(opened.value, { how: 'unlocked-keychain' })
  return undefined
}

export const Unlock = () => {
  const environment = useApp((state) => state.environment)
  const said = useApp((state) => state.said)
  const [way, setWay] = useState<Way>('passphrase')
  const [typed, setTyped] = useState('')
  const { busy, problem, say, submit } = useSubmit(t('form.notDone'))
  const seconds = useWait()
  const waiting = seconds > 0

  const unlockBy = (attempted: () => Promise<string | undefined>): Promise<boolean> =>
    submit(async (refuse) => {
      const trouble = await attempted()
      if (trouble !== undefined) refuse(trouble)
    })
  const unlock = (event: FormEvent): void => {
    event.preventDefault()
    if (typed === '' || busy || waiting) return
    void unlockBy(() => (way === 'recovery' ? tryRecoveryKey : tryPassphrase)(typed))
  }
  const unlockWithKeychain = (): Promise<boolean> => unlockBy(tryKeychain)

  const change = (next: Way): void => {
    setWay(next)
    setTyped('')
    say('')
  }

  return (
    <CalmPage title={t('unlock.title')} width={420}>
      {environment?.demo === true && (
        <Text size="sm">{t('unlock.samplePassphrase', { passphrase: DEMO_PASSPHRASE })}</Text>
      )}
      {said !== '' && (
        <Text role="status" size="sm">
          {said}
        </Text>
      )}
      <form onSubmit={unlock}>
        <Stack gap="md">
          {way === 'passphrase' ? (
            <PassphraseInput
              label={t('unlock.passphrase')}
              autoFocus
              value={typed}
              onChange={setTyped}
              wrong={problem !== ''}
            />
          ) : (
            <TextInput
              label={t('unlock.recoveryKey')}
              description={t('unlock.recoveryKeyHint')}
              autoFocus
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={problem !== ''}
              {...codeInput}
            />
          )}
          {problem !== '' && (
            <Text role="alert" c="var(--mantine-color-error)" size="sm">
              {problem}
            </Text>
          )}
          <Waiting seconds={seconds} />
          {busy && <Progress value={100} animated aria-label={t('unlock.opening')} />}
          <Button type="submit" fullWidth loading={busy} disabled={waiting} size="md">
            {t('unlock.unlock')}
          </Button>
          <OtherWays
            way={way}
            change={change}
            withKeychain={
              environment?.keychain === 'on' ? () => void unlockWithKeychain() : undefined
            }
          />
        </Stack>
      </form>
    </CalmPage>
  )
}
