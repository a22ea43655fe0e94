/** Asks for the passphrase before something that an unattended open vault must not give away. */
import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { t } from '../../shared/words/words'
import { unlockSentence } from '../context/sentences'
import { useSubmit } from '../context/submit'
import { attempt, useWait } from '../context/vault/attempts'
import { useOpenVault } from '../context/vault/session'
import { vaultActions } from '../context/vault/when-needed'
import { Waiting } from '../ui/waiting'
import { firstField } from './first-field'

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
  const { busy, problem, submit } = useSubmit(t('submit.notDone'))
  const seconds = useWait()
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const done = await submit(async (refuse) => {
      const { prove } = await vaultActions()
      const proven = await attempt(
        () => prove(session.opened.header, typed),
        () => session.log.add('wrong-passphrase'),
      )
      if (proven.ok) return onProven(refuse)
      refuse(unlockSentence[proven.error])
    })
    if (done) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form onSubmit={(event) => void ask(event)}>
        <Stack gap="md">
          <Text size="sm">{why}</Text>
          <PasswordInput
            label={t('askPassphrase.yourPassphrase')}
            description={t('askPassphrase.orTheRecoveryKey')}
            {...firstField}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('askPassphrase.showPassphrase') }}
            autoComplete="off"
            error={problem !== ''}
          />
          {problem !== '' && (
            <Text role="alert" size="sm" c="var(--mantine-color-error)">
              {problem}
            </Text>
          )}
          <Waiting seconds={seconds} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={typed === '' || seconds > 0}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
