/** Commands that only the open vault's shell can carry out: they need the vault's session, or what React holds. */
import { useMantineColorScheme } from '@mantine/core'
import { setChoosing, useApp } from '../context/app-state'
import { runNewHere, useCommand } from '../context/commands/commands'
import { NEW_SESSION } from '../context/commands/list/new'
import { backUpNow } from '../context/vault/backups'
import { useOpenVault } from '../context/vault/session'
import { useStartSession } from '../features/sessions/start-session'

export const useShellCommands = (): void => {
  const { session } = useOpenVault()
  const { setColorScheme } = useMantineColorScheme()
  const start = useStartSession()
  // With the mentee who is open, or with one chosen by typing.
  useCommand('new-session', () => {
    const { route } = useApp.getState()
    if (route.screen === 'mentee') void start(route.id)
    else setChoosing(NEW_SESSION)
  })
  useCommand('new-here', runNewHere)
  useCommand('back-up', () => void backUpNow(session))
  useCommand('appearance-light', () => setColorScheme('light'))
  useCommand('appearance-dark', () => setColorScheme('dark'))
  useCommand('appearance-auto', () => setColorScheme('auto'))
}
