/** The lock screen. */
import { Anchor, Button, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DEMO_PASSPHRASE, host, useApp } from '../../app/app-state'
import { codeSentence, unlockSentence } from '../../app/sentences'
import { vaultActions } from '../../app/start'
import { CalmPage } from '../../ui/calm-page'
import { UrgentLink } from '../resources/urgent-link'

export const Unlock = () => {
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (typed === '' || busy) return
    setBusy(true)
    setProblem('')
    const { approach, enter, unlockWithPassphrase, unlockWithRecovery } = await vaultActions()
    const header = (await approach())?.header
    if (header === undefined || header === null) return
    const opened =
      way === 'passphrase' ? await unlockWithPassphrase(header, typed) : unlockWithRecovery(header, typed)
    if (opened.ok) return enter(opened.value)
    setBusy(false)
    setProblem(typeof opened.error === 'string' ? unlockSentence[opened.error] : codeSentence(opened.error))
  }

  const change = (next: typeof way): void => {
    setWay(next)
    setTyped('')
    setProblem('')
  }

  const demo = useApp((state) => state.environment?.demo === true)
  return (
    <CalmPage title="Unlock your vault" width={420}>
      {demo && <Text size="sm">This is the sample vault. Its passphrase is “{DEMO_PASSPHRASE}”.</Text>}
      <form onSubmit={(event) => void unlock(event)}>
        <Stack gap="md">
          {way === 'passphrase' ? (
            <PasswordInput
              label="Passphrase"
              autoFocus
              data-autofocus
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={problem !== ''}
              visibilityToggleButtonProps={{ 'aria-label': 'Show passphrase' }}
              autoComplete="off"
            />
          ) : (
            <TextInput
              label="Recovery key"
              description="The nine groups on your recovery sheet, in order. Spaces and capitals do not matter."
              autoFocus
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={problem !== ''}
              ff="monospace"
            />
          )}
          {problem !== '' && (
            <Text role="alert" c="var(--mantine-color-error)" size="sm">
              {problem}
            </Text>
          )}
          {busy && <Progress value={100} animated aria-label="Opening the vault" />}
          <Button type="submit" fullWidth loading={busy} size="md">
            Unlock
          </Button>
          <Stack gap={4} align="center">
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => change(way === 'passphrase' ? 'recovery' : 'passphrase')}
            >
              {way === 'passphrase' ? 'Use recovery key' : 'Use passphrase'}
            </Anchor>
            <UrgentLink />
            <Anchor component="button" type="button" size="sm" c="dimmed" onClick={() => void host.quit()}>
              Quit
            </Anchor>
          </Stack>
        </Stack>
      </form>
    </CalmPage>
  )
}
