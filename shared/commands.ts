/**
 * Every action of the app that has a name of its own, in one list: the palette, the menus, the shortcuts and the
 * overlay of shortcuts are made from it, so that none of them can say what another does not. What carries a command
 * out is in src-renderer/app/commands.ts; the buttons of a screen join the palette by themselves (screen-controls.ts).
 */

/** Where a command stands in the palette, in the menu bar and in the overlay. */
export const COMMAND_GROUPS = ['go', 'new', 'mentee', 'write', 'vault', 'view', 'help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface Command {
  readonly id: string
  readonly title: string
  readonly group: CommandGroup
  /** With modifiers, as `Mod+Shift+M`; Mod is Cmd on a Mac and Ctrl elsewhere. The first one is shown. */
  readonly keys?: readonly string[]
  /** Keys pressed one after the other where no text is edited, once they are turned on: `g m`. */
  readonly single?: string
  /** The tab of a mentee's page on which it is carried out: without a mentee open, the coach is asked for one. */
  readonly tab?: string
  /** The screen on which it is carried out. */
  readonly screen?: string
  /** It stands in the menu bar. */
  readonly menu?: boolean
  /** Other words that find it. */
  readonly also?: string
}

export const COMMANDS = [
  {
    id: 'search',
    title: 'Search or do anything',
    group: 'go',
    keys: ['Mod+K', 'Mod+F'],
    single: '/',
    menu: true,
  },
  { id: 'today', title: 'Today', group: 'go', keys: ['Mod+1'], single: 'g t', menu: true },
  { id: 'caseload', title: 'Mentees', group: 'go', keys: ['Mod+2'], single: 'g m', menu: true },
  { id: 'goals', title: 'Goals', group: 'go', keys: ['Mod+3'], single: 'g g', menu: true },
  { id: 'reach', title: 'REACH', group: 'go', keys: ['Mod+4'], single: 'g r', menu: true },
  { id: 'resources', title: 'Resources', group: 'go', keys: ['Mod+5'], single: 'g s', menu: true },
  {
    id: 'insights',
    title: 'Insights',
    group: 'go',
    keys: ['Mod+6'],
    single: 'g i',
    menu: true,
    also: 'charts',
  },
  {
    id: 'reports',
    title: 'Reports',
    group: 'go',
    keys: ['Mod+7'],
    single: 'g p',
    menu: true,
    also: 'pdf print',
  },
  { id: 'bin', title: 'Bin', group: 'go', single: 'g b', also: 'trash deleted' },
  { id: 'settings', title: 'Settings', group: 'go', keys: ['Mod+,'], single: 'g ,', menu: true },
  { id: 'import', title: 'Import a roster', group: 'go', also: 'csv' },
  {
    id: 'import-notes',
    title: 'Import notes',
    group: 'go',
    also: 'obsidian notion onenote word markdown folder',
  },

  { id: 'new-here', title: 'New, on this screen', group: 'new', single: 'n' },
  {
    id: 'new-mentee',
    title: 'New mentee',
    group: 'new',
    keys: ['Mod+Shift+M'],
    menu: true,
    also: 'add student',
  },
  { id: 'new-session', title: 'Start a session', group: 'new', keys: ['Mod+Shift+S'], menu: true },
  { id: 'plan-session', title: 'Plan a session', group: 'new', tab: 'overview' },
  { id: 'new-note', title: 'New note', group: 'new', keys: ['Mod+Shift+N'], tab: 'notes', menu: true },
  { id: 'new-goal', title: 'New goal', group: 'new', tab: 'goals' },
  { id: 'new-reflection', title: 'New reflection', group: 'new', tab: 'reflections' },
  { id: 'new-check-in', title: 'New check-in', group: 'new', tab: 'check-ins', also: 'who-5 burnout wheel' },
  { id: 'new-referral', title: 'New referral', group: 'new', tab: 'referrals' },
  { id: 'capture', title: 'Capture a note', group: 'new', menu: true, also: 'inbox' },

  {
    id: 'calendar-import',
    title: 'Take in sessions from a calendar',
    group: 'vault',
    screen: 'today',
    also: 'ics outlook',
  },
  {
    id: 'calendar-export',
    title: 'Export sessions to a calendar',
    group: 'vault',
    screen: 'today',
    also: 'ics outlook',
  },

  { id: 'mentee-overview', title: 'Overview', group: 'mentee', tab: 'overview', single: 'o' },
  { id: 'mentee-notes', title: 'Notes', group: 'mentee', tab: 'notes' },
  { id: 'mentee-goals', title: 'Goals', group: 'mentee', tab: 'goals' },
  { id: 'mentee-reflections', title: 'Reflections', group: 'mentee', tab: 'reflections' },
  { id: 'mentee-check-ins', title: 'Check-ins', group: 'mentee', tab: 'check-ins' },
  { id: 'mentee-reach', title: 'REACH', group: 'mentee', tab: 'reach' },
  { id: 'mentee-referrals', title: 'Referrals', group: 'mentee', tab: 'referrals' },
  { id: 'mentee-record', title: 'Record', group: 'mentee', tab: 'record', also: 'agreement disclosures' },
  { id: 'edit-mentee', title: 'Edit details', group: 'mentee', tab: 'overview' },
  { id: 'print-brief', title: 'Print the brief', group: 'mentee', tab: 'overview' },

  { id: 'find-in-note', title: 'Find and replace in the note', group: 'write', keys: ['Mod+H', 'Mod+Alt+F'] },
  { id: 'progress-summary', title: 'Progress summary', group: 'mentee', tab: 'overview', also: 'report pdf' },
  { id: 'growth-book', title: 'Growth book', group: 'mentee', tab: 'overview', also: 'report pdf graduate' },
  {
    id: 'program-numbers',
    title: 'Numbers for the program',
    group: 'vault',
    screen: 'insights',
    also: 'csv director',
  },
  {
    id: 'program-report',
    title: 'Report to the program',
    group: 'vault',
    screen: 'reports',
    also: 'counts dean',
  },

  { id: 'next-item', title: 'Next in the list', group: 'write', single: 'j' },
  { id: 'previous-item', title: 'Previous in the list', group: 'write', single: 'k' },

  { id: 'lock', title: 'Lock the vault', group: 'vault', keys: ['Mod+L'], menu: true },
  { id: 'privacy', title: 'Privacy screen', group: 'vault', keys: ['Mod+Shift+H'], menu: true, also: 'blur' },
  { id: 'presenting', title: 'Presenter mode', group: 'vault', menu: true, also: 'initials screen sharing' },
  { id: 'back-up', title: 'Back up now', group: 'vault', also: 'backup' },

  {
    id: 'zoom-in',
    title: 'Larger',
    group: 'view',
    keys: ['Mod+=', 'Mod+Shift++'],
    menu: true,
    also: 'zoom in',
  },
  { id: 'zoom-out', title: 'Smaller', group: 'view', keys: ['Mod+-'], menu: true, also: 'zoom out' },
  { id: 'zoom-reset', title: 'Actual size', group: 'view', keys: ['Mod+0'], menu: true, also: 'zoom 100' },
  { id: 'appearance-light', title: 'Light appearance', group: 'view', also: 'theme' },
  { id: 'appearance-dark', title: 'Dark appearance', group: 'view', also: 'theme' },
  { id: 'appearance-auto', title: 'Appearance as the system', group: 'view', also: 'theme' },

  { id: 'tour', title: 'A quick look around', group: 'help', screen: 'today', menu: true },
  { id: 'whats-new', title: 'What is new', group: 'help', screen: 'today', menu: true },
  { id: 'shortcuts', title: 'Keyboard shortcuts', group: 'help', keys: ['Mod+/', 'Shift+?'], menu: true },
  { id: 'urgent', title: 'Urgent help', group: 'help', keys: ['F1'], menu: true, also: 'crisis 988' },
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

export const commandOf = (id: CommandId): Command => COMMANDS.find((command) => command.id === id) as Command

/** As tinykeys reads them: `$mod+Shift+m`. */
export const toTinykeys = (keys: string): string => keys.replace('Mod', '$mod')

/** As Electron's menus read them: `CmdOrCtrl+Shift+M`. */
export const toAccelerator = (keys: string): string => keys.replace('Mod', 'CmdOrCtrl')

/** As they are printed on a keyboard: `Ctrl Shift M`. */
export const toKeycaps = (keys: string, mac: boolean): string =>
  keys
    .replace('Mod', mac ? 'Cmd' : 'Ctrl')
    .split('+')
    .filter((key) => key !== 'Shift' || !keys.endsWith('?'))
    .join(' ')
