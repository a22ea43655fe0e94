/**
 * Asks for the passphrase before something that an unattended open vault must not give away. It is kept nowhere: not
 * over a lock, nor when the dialog is closed.
 */
import { PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../shared/words/words'
import { unlockSentence } from '../context/sentences'
import { attempt, useWait } from '../context/vault/attempts'
import { useOpenVault } from '../context/vault/session'
import { vaultActions } from '../context/vault/when-needed'
import { Waiting } from '../ui/waiting'
import { firstField } from './first-field'
import { FormDialog } from './form-dialog'

export const AskPassphrase = ({
  title,
  why,
  action,
  onProven,
  onClose,
}: {
  readonly title: string
  readonly why: string
  readonly action: string
  /** What the passphrase was asked for. */
  readonly onProven: (refuse: (why: string) => void) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const seconds = useWait()
  const ask = async (refuse: (why: string) => void): Promise<unknown> => {
    const { prove } = await vaultActions()
    const proven = await attempt(
      () => prove(session.opened.header, typed),
      () => session.log.add('wrong-passphrase'),
    )
    setWrong(!proven.ok)
    return proven.ok ? onProven(refuse) : refuse(unlockSentence[proven.error])
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
      <Text size="sm">{why}</Text>
      <PasswordInput
        label={t('passphrase.yours')}
        description={t('passphrase.orRecoveryKey')}
        {...firstField}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
        autoComplete="off"
        error={wrong}
      />
      <Waiting seconds={seconds} />
    </FormDialog>
  )
}
