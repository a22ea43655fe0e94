/** Commands that only the open vault's shell can carry out: they need the vault's session, or what React holds. */
import { useMantineColorScheme } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { setChoosing, useApp } from '../context/app-state'
import { runNewHere, useCommand } from '../context/commands/commands'
import { NEW_SESSION } from '../context/commands/list/new'
import { isPressed } from '../context/commands/shortcuts'
import { backUpNow } from '../context/vault/backups'
import { useOpenVault } from '../context/vault/session'
import { useStartSession } from '../features/sessions/start-session'
import { takeBackShown } from '../ui/undo'

/** A text has an undo of its own. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, input:not([type="checkbox"], [type="radio"])'))

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
  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented || isText(event.target) || !isPressed('undo', event)) return
    if (takeBackShown()) event.preventDefault()
  })
  useCommand('back-up', () => void backUpNow(session))
  useCommand('appearance-light', () => setColorScheme('light'))
  useCommand('appearance-dark', () => setColorScheme('dark'))
  useCommand('appearance-auto', () => setColorScheme('auto'))
}
