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

export const Unlock = () => {
  const environment = useApp((state) => state.environment)
  const said = useApp((state) => state.said)
  const [way, setWay] = useState<Way>('passphrase')
  const [typed, setTyped] = useState('')
  const { busy, problem, say, submit } = useSubmit(t('form.notDone'))
  const seconds = useWait()
  const waiting = seconds > 0

  const unlock = (event: FormEvent): void => {
    event.preventDefault()
    if (typed === '' || busy || waiting) return
    void submit(async (refuse) => {
      const { approach, enter, unlockWithPassphrase, unlockWithRecovery } = await vaultActions()
      const header = (await approach())?.header
      if (header === undefined || header === null) return
      if (way === 'recovery') {
        const opened = await attempt(() => unlockWithRecovery(header, typed), noteWrongPassphrase)
        if (!opened.ok)
          return refuse(
            typeof opened.error === 'string'
              ? unlockSentence[opened.error]
              : codeSentence(opened.error),
          )
        return enter(opened.value, {
          how: 'unlocked-recovery',
          recoveryKey: opened.value.recoveryKey,
        })
      }
      const opened = await attempt(() => unlockWithPassphrase(header, typed), noteWrongPassphrase)
      if (opened.ok) return enter(opened.value, { how: 'unlocked' })
      refuse(unlockSentence[opened.error])
    })
  }

  const unlockWithKeychain = (): Promise<boolean> =>
    submit(async (refuse) => {
      const { approach, enter, unlockWithVaultKey } = await vaultActions()
      const header = (await approach())?.header
      if (header === undefined || header === null) return
      const key = await host.keychain.take()
      const opened = key === null ? undefined : unlockWithVaultKey(header, key)
      if (opened?.ok === true) await enter(opened.value, { how: 'unlocked-keychain' })
      else refuse(t('unlock.keychainLost'))
    })

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
