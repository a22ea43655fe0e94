/**
 * What main knows of the app's commands: the names and keys of those that stand in the menu bar. The screens are among
 * them, and the page's routes are made of their ids (src-renderer/context/navigation.ts). All else that a command is,
 * above all what it does, is declared in the page (src-renderer/context/commands/list).
 */
import type { TextKey } from '../words/words'

/** Where a command stands in the palette, in the menu bar and in the overlay. */
export const COMMAND_GROUPS = ['go', 'new', 'mentee', 'write', 'vault', 'view', 'help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface CommandName {
  readonly title: TextKey
  readonly group: CommandGroup
  /** With modifiers, as `Mod+Shift+M`; Mod is Cmd on a Mac and Ctrl elsewhere. The first one is shown. */
  readonly keys?: readonly string[]
  /** Keys pressed one after the other where no text is edited, once they are turned on: `g m`. */
  readonly single?: string
  /** Other words that find it. */
  readonly also?: string
}

interface ScreenCommand extends CommandName {
  readonly id: string
  /** False for those that the menu bar leaves out. */
  readonly inMenu?: false
}

/** The screens that can be gone to from anywhere. */
export const SCREEN_COMMANDS = [
  { id: 'today', title: 'command.today', group: 'go', keys: ['Mod+1'], single: 'g t' },
  { id: 'caseload', title: 'common.mentees', group: 'go', keys: ['Mod+2'], single: 'g m' },
  { id: 'goals', title: 'command.goals', group: 'go', keys: ['Mod+3'], single: 'g g' },
  { id: 'reach', title: 'command.reach', group: 'go', keys: ['Mod+4'], single: 'g r' },
  { id: 'resources', title: 'command.resources', group: 'go', keys: ['Mod+5'], single: 'g s' },
  {
    id: 'insights',
    title: 'command.insights',
    group: 'go',
    keys: ['Mod+6'],
    single: 'g i',
    also: 'charts',
  },
  {
    id: 'my-coaching',
    title: 'command.myCoaching',
    group: 'go',
    keys: ['Mod+8'],
    single: 'g c',
    also: 'hours reflections feedback observation goals mirror',
    inMenu: false,
  },
  {
    id: 'promises',
    title: 'command.promises',
    group: 'go',
    also: 'ledger kept late action items count',
    inMenu: false,
  },
  {
    id: 'reports',
    title: 'command.reports',
    group: 'go',
    keys: ['Mod+7'],
    single: 'g p',
    also: 'pdf print',
  },
  {
    id: 'bin',
    title: 'command.bin',
    group: 'go',
    single: 'g b',
    also: 'trash deleted',
    inMenu: false,
  },
  { id: 'settings', title: 'command.settings', group: 'go', keys: ['Mod+,'], single: 'g ,' },
  { id: 'import', title: 'command.importRoster', group: 'go', also: 'csv', inMenu: false },
  {
    id: 'import-notes',
    title: 'command.importNotes',
    group: 'go',
    also: 'obsidian notion onenote word markdown folder',
    inMenu: false,
  },
] as const satisfies readonly ScreenCommand[]
export type ScreenId = (typeof SCREEN_COMMANDS)[number]['id']

/** Everything else in the menu bar. */
export const MENU_COMMANDS = {
  search: { title: 'command.palette', group: 'go', keys: ['Mod+K', 'Mod+F'], single: '/' },

  back: { title: 'command.back', group: 'go', keys: ['Alt+ArrowLeft'] },

  'new-mentee': {
    title: 'command.newMentee',
    group: 'new',
    keys: ['Mod+Shift+M'],
    also: 'add student',
  },
  'new-session': { title: 'command.startSession', group: 'new', keys: ['Mod+Shift+S'] },
  'new-note': { title: 'command.newNote', group: 'new', keys: ['Mod+Shift+N'] },
  capture: { title: 'command.captureNote', group: 'new', also: 'inbox' },

  lock: { title: 'command.lock', group: 'vault', keys: ['Mod+L'] },
  privacy: { title: 'privacy.privacyScreen', group: 'vault', keys: ['Mod+Shift+H'], also: 'blur' },
  presenting: { title: 'privacy.presenterMode', group: 'vault', also: 'initials screen sharing' },

  'zoom-in': {
    title: 'command.larger',
    group: 'view',
    keys: ['Mod+=', 'Mod+Shift++'],
    also: 'zoom in',
  },
  'zoom-out': { title: 'command.smaller', group: 'view', keys: ['Mod+-'], also: 'zoom out' },
  'zoom-reset': { title: 'command.actualSize', group: 'view', keys: ['Mod+0'], also: 'zoom 100' },

  tour: { title: 'command.tour', group: 'help' },
  'whats-new': { title: 'command.whatsNew', group: 'help' },
  shortcuts: { title: 'command.keyboardShortcuts', group: 'help', keys: ['Mod+/', 'Shift+?'] },
  urgent: { title: 'command.urgentHelp', group: 'help', keys: ['F1'], also: 'crisis 988' },
} as const satisfies Readonly<Record<string, CommandName>>

export type MenuCommandId = keyof typeof MENU_COMMANDS

/** As Electron's menus read them: `CmdOrCtrl+Shift+M`. */
export const toAccelerator = (keys: string): string =>
  keys.replace('Mod', 'CmdOrCtrl').replace('Arrow', '')

const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←' }
const ON_A_MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/** As they are printed on a keyboard: `Ctrl Shift M`, or `⌘ ⇧ M` on a Mac. */
export const toKeycaps = (keys: string, mac: boolean): string =>
  keys
    .split(/\+(?!$)/)
    // A question mark is Shift and something else on every keyboard.
    .filter((key) => key !== 'Shift' || !keys.endsWith('?'))
    .map((key) => ARROWS[key] ?? (mac ? (ON_A_MAC[key] ?? key) : key === 'Mod' ? 'Ctrl' : key))
    .join(' ')
