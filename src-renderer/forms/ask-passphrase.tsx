/**
 * Asks for the passphrase before something that an unattended open vault must not give away. It is kept nowhere: not
 * over a lock, nor when the dialog is closed.
 */
import { Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Result } from '../../shared/base/result'
import type { Header, UnlockProblem } from '../../shared/vault/header'
import { t } from '../../shared/words/words'
import { unlockSentence } from '../context/sentences'
import { attempt, useWait } from '../context/vault/attempts'
import { useOpenVault } from '../context/vault/session'
import { vaultActions } from '../context/vault/when-needed'
import { Waiting } from '../ui/waiting'
import { firstField } from './first-field'
import { FormDialog } from './form-dialog'
import { PassphraseInput } from './passphrase-input'

interface Asking {
  readonly title: string
  readonly why: ReactNode
  readonly action: string
  readonly onClose: () => void
}
type Refuse = (why: string) => void

const Ask = <Proof,>({
  title,
  why,
  action,
  hint,
  prove,
  onProven,
  onClose,
}: Asking & {
  readonly hint?: string
  readonly prove: (header: Header, typed: string) => Promise<Result<Proof, UnlockProblem>>
  readonly onProven: (proof: Proof, refuse: Refuse) => Promise<unknown>
}) => {
  const { session } = useOpenVault()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const seconds = useWait()
  const ask = async (refuse: Refuse): Promise<unknown> => {
    setWrong(false)
    const proven = await attempt(
      () => prove(session.opened.header, typed),
      () => session.log.add('wrong-passphrase'),
    )
    setWrong(!proven.ok)
    return proven.ok ? onProven(proven.value, refuse) : refuse(unlockSentence[proven.error])
  }
  return (
    <FormDialog
      form={{ title }}
      action={action}
      size="md"
      disabled={typed === '' || seconds > 0}
      byEnter
      failure={t('form.notDone')}
      onSubmit={ask}
      onClose={onClose}
    >
      {typeof why === 'string' ? <Text size="sm">{why}</Text> : why}
      <PassphraseInput
        label={t('passphrase.yours')}
        description={hint}
        {...firstField}
        value={typed}
        onChange={setTyped}
        wrong={wrong}
      />
      <Waiting seconds={seconds} />
    </FormDialog>
  )
}

/** `onProven`: what the passphrase, or the recovery key in its place, was asked for. */
export const AskPassphrase = ({
  onProven,
  ...asking
}: Asking & { readonly onProven: (refuse: Refuse) => Promise<unknown> }) => (
  <Ask
    {...asking}
    hint={t('passphrase.orRecoveryKey')}
    prove={async (header, typed) => (await vaultActions()).prove(header, typed)}
    onProven={(_proof, refuse) => onProven(refuse)}
  />
)

/** Where the vault's key is wrapped anew: the passphrase alone will do, and what it gives is handed on. */
export const AskPassphraseKey = ({
  onProven,
  ...asking
}: Asking & {
  readonly onProven: (passphraseKey: Uint8Array, refuse: Refuse) => Promise<unknown>
}) => (
  <Ask
    {...asking}
    prove={async (header, typed) => (await vaultActions()).provePassphrase(header, typed)}
    onProven={onProven}
  />
)
