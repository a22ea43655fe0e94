/** The keyboard: every shortcut of the list of commands, and the single keys once the coach has turned them on. */
import { useEffect } from 'react'
import { matchKeyBindingPress, parseKeybinding, tinykeys } from 'tinykeys'
import { toKeycaps } from '../../../shared/bridge/commands'
import { t } from '../../../shared/words/words'
import { useApp } from '../app-state'
import type { Command } from './command'
import { runCommand } from './commands'
import { COMMANDS, type CommandId, commandOf } from './list/all'

const MAC = navigator.platform.startsWith('Mac')

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input, textarea, select, [role="combobox"], [role="menuitem"]'))

/** Alt and an arrow go back everywhere but in a text on a Mac, where they go a word back. */
const movesInText = (keys: string): boolean => MAC || !/^Alt/.test(keys)

/** A dialog or a menu has the keyboard to itself. */
const isTaken = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null

/** Keys as this computer's keyboard has them printed: `Mod+Shift+M` is Ctrl Shift M, or ⌘ ⇧ M on a Mac. */
export const keycaps = (keys: string): string => toKeycaps(keys, MAC)

/** Those of a command; '' when it has none. */
export const keycapsOf = (command: Command): string => keycaps(command.keys?.[0] ?? '')

/** `Lock the vault (Ctrl L)`: for the tip of a button that carries a command out. */
export const tipOf = (id: CommandId): string => {
  const command = commandOf(id)
  const name = t(command.title)
  const keys = keycapsOf(command)
  return keys === '' ? name : t('command.nameWithKeys', { name, keys })
}

/** As tinykeys reads them: `$mod+Shift+m`. */
const toTinykeys = (keys: string): string => keys.replace('Mod', '$mod')

/** As the editor reads them, of a command that it listens to itself: `Mod-Shift-a`. */
export const editorKeysOf = (id: CommandId): string =>
  (commandOf(id).keys?.[0] ?? '').replaceAll('+', '-').replace(/[A-Z]$/, (key) => key.toLowerCase())

/** Whether these are the keys of a command that what has the focus listens to. */
export const isPressed = (id: CommandId, event: KeyboardEvent): boolean =>
  (commandOf(id).keys ?? []).some((keys) =>
    parseKeybinding(toTinykeys(keys)).every((press) => matchKeyBindingPress(event, press)),
  )

export const useShortcuts = (): void => {
  const single = useApp(({ environment }) => environment?.settings.singleKeys === true)
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {}
    const bind = (keys: string, id: CommandId, plain: boolean): void => {
      bindings[keys] = (event) => {
        if (plain && ((isText(event.target) && movesInText(keys)) || isTaken())) return
        // Before the vault is open there is one thing to reach for.
        if (useApp.getState().phase.name !== 'open' && id !== 'urgent') return
        event.preventDefault()
        runCommand(id)
      }
    }
    for (const command of COMMANDS.filter(({ byFocus }) => byFocus === undefined)) {
      for (const keys of command.keys ?? [])
        bind(toTinykeys(keys), command.id, !keys.includes('Mod') && !/^F\d/.test(keys))
      if (single && command.single !== undefined) bind(command.single, command.id, true)
    }
    return tinykeys(window, bindings, { capture: true })
  }, [single])
}
