/** The keyboard: every shortcut of the list of commands, and the single keys once the coach has turned them on. */
import { useEffect } from 'react'
import { tinykeys } from 'tinykeys'
import {
  COMMANDS,
  type Command,
  type CommandId,
  toKeycaps,
  toTinykeys,
} from '../../../shared/bridge/commands'
import { useApp } from '../app-state'
import { runCommand } from './commands'

const MAC = navigator.platform.startsWith('Mac')

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input, textarea, select, [role="combobox"], [role="menuitem"]'))

/** A dialog or a menu has the keyboard to itself. */
const isTaken = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null

/** Ctrl Shift M, as this computer's keyboard says it; '' without one. */
export const keycapsOf = (command: Command): string => {
  const [first] = command.keys ?? []
  return first === undefined ? '' : toKeycaps(first, MAC)
}

export const useShortcuts = (): void => {
  const single = useApp(({ environment }) => environment?.settings.singleKeys === true)
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {}
    const bind = (keys: string, id: CommandId, plain: boolean): void => {
      bindings[keys] = (event) => {
        if (plain && (isText(event.target) || isTaken())) return
        // Before the vault is open there is one thing to reach for.
        if (useApp.getState().phase.name !== 'open' && id !== 'urgent') return
        event.preventDefault()
        runCommand(id)
      }
    }
    for (const command of COMMANDS as readonly (Command & { readonly id: CommandId })[]) {
      for (const keys of command.keys ?? [])
        bind(toTinykeys(keys), command.id, !keys.includes('Mod') && !/^F\d/.test(keys))
      if (single && command.single !== undefined) bind(command.single, command.id, true)
    }
    return tinykeys(window, bindings, { capture: true })
  }, [single])
}
