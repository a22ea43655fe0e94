/**
 * Every action of the app that has a name of its own, in one list: the palette, the menus, the shortcuts and the
 * overlay of shortcuts are made from it, so that they never disagree. What carries a command
 * out is in src-renderer/context/commands/commands.ts; the buttons of a screen join the palette by themselves (screen-controls.ts).
 */
import { t } from '../words/words'

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
  /** It makes what is hidden while the coach presents: then it is not offered. */
  readonly hidden?: boolean
  /** Other words that find it. */
  readonly also?: string
}

export const COMMANDS = [
  {
    id: 'search',
    title: t('commands.searchOrDoAnything'),
    group: 'go',
    keys: ['Mod+K', 'Mod+F'],
    single: '/',
    menu: true,
  },
  { id: 'today', title: t('commands.today'), group: 'go', keys: ['Mod+1'], single: 'g t', menu: true },
  { id: 'caseload', title: t('common.mentees'), group: 'go', keys: ['Mod+2'], single: 'g m', menu: true },
  { id: 'goals', title: t('commands.goals'), group: 'go', keys: ['Mod+3'], single: 'g g', menu: true },
  { id: 'reach', title: 'REACH', group: 'go', keys: ['Mod+4'], single: 'g r', menu: true },
  {
    id: 'resources',
    title: t('commands.resources'),
    group: 'go',
    keys: ['Mod+5'],
    single: 'g s',
    menu: true,
  },
  {
    id: 'insights',
    title: t('commands.insights'),
    group: 'go',
    keys: ['Mod+6'],
    single: 'g i',
    menu: true,
    also: 'charts',
  },
  {
    id: 'reports',
    title: t('commands.reports'),
    group: 'go',
    keys: ['Mod+7'],
    single: 'g p',
    menu: true,
    also: 'pdf print',
  },
  { id: 'bin', title: t('commands.bin'), group: 'go', single: 'g b', also: 'trash deleted' },
  { id: 'settings', title: t('commands.settings'), group: 'go', keys: ['Mod+,'], single: 'g ,', menu: true },
  { id: 'import', title: t('commands.importARoster'), group: 'go', also: 'csv' },
  {
    id: 'import-notes',
    title: t('commands.importNotes'),
    group: 'go',
    also: 'obsidian notion onenote word markdown folder',
  },

  { id: 'new-here', title: t('commands.newOnThisScreen'), group: 'new', single: 'n' },
  {
    id: 'new-mentee',
    title: t('commands.newMentee'),
    group: 'new',
    keys: ['Mod+Shift+M'],
    menu: true,
    also: 'add student',
  },
  { id: 'new-session', title: t('commands.startASession'), group: 'new', keys: ['Mod+Shift+S'], menu: true },
  { id: 'plan-session', title: t('commands.planASession'), group: 'new', tab: 'overview' },
  {
    id: 'new-note',
    title: t('commands.newNote'),
    group: 'new',
    keys: ['Mod+Shift+N'],
    tab: 'notes',
    menu: true,
    hidden: true,
  },
  { id: 'new-goal', title: t('commands.newGoal'), group: 'new', tab: 'goals' },
  {
    id: 'new-reflection',
    title: t('commands.newReflection'),
    group: 'new',
    tab: 'reflections',
    hidden: true,
  },
  {
    id: 'new-check-in',
    title: t('commands.newCheckIn'),
    group: 'new',
    tab: 'check-ins',
    hidden: true,
    also: 'who-5 burnout wheel',
  },
  {
    id: 'new-referral',
    title: t('commands.newReferral'),
    group: 'new',
    tab: 'referrals',
    hidden: true,
  },
  { id: 'capture', title: t('commands.captureANote'), group: 'new', menu: true, also: 'inbox' },

  {
    id: 'calendar-import',
    title: t('commands.takeInSessionsFromACalendar'),
    group: 'vault',
    screen: 'today',
    also: 'ics outlook',
  },
  {
    id: 'calendar-export',
    title: t('commands.exportSessionsToACalendar'),
    group: 'vault',
    screen: 'today',
    also: 'ics outlook',
  },

  { id: 'mentee-overview', title: t('commands.overview'), group: 'mentee', tab: 'overview', single: 'o' },
  { id: 'mentee-notes', title: t('commands.notes'), group: 'mentee', tab: 'notes' },
  { id: 'mentee-goals', title: t('commands.goals'), group: 'mentee', tab: 'goals' },
  { id: 'mentee-reflections', title: t('commands.reflections'), group: 'mentee', tab: 'reflections' },
  { id: 'mentee-check-ins', title: t('commands.checkIns'), group: 'mentee', tab: 'check-ins' },
  { id: 'mentee-reach', title: 'REACH', group: 'mentee', tab: 'reach' },
  { id: 'mentee-referrals', title: t('commands.referrals'), group: 'mentee', tab: 'referrals' },
  {
    id: 'mentee-record',
    title: t('commands.record'),
    group: 'mentee',
    tab: 'record',
    also: 'agreement disclosures',
  },
  { id: 'edit-mentee', title: t('commands.editDetails'), group: 'mentee', tab: 'overview' },
  { id: 'print-brief', title: t('commands.printTheBrief'), group: 'mentee', tab: 'overview' },

  {
    id: 'find-in-note',
    title: t('commands.findAndReplaceInTheNote'),
    group: 'write',
    keys: ['Mod+H', 'Mod+Alt+F'],
  },
  {
    id: 'progress-summary',
    title: t('commands.progressSummary'),
    group: 'mentee',
    tab: 'overview',
    also: 'report pdf',
  },
  {
    id: 'growth-book',
    title: t('commands.growthBook'),
    group: 'mentee',
    tab: 'overview',
    also: 'report pdf graduate',
  },
  {
    id: 'program-numbers',
    title: t('commands.numbersForTheProgram'),
    group: 'vault',
    screen: 'insights',
    also: 'csv director',
  },
  {
    id: 'program-report',
    title: t('commands.reportToTheProgram'),
    group: 'vault',
    screen: 'reports',
    also: 'counts dean',
  },

  { id: 'next-item', title: t('commands.nextInTheList'), group: 'write', single: 'j' },
  { id: 'previous-item', title: t('commands.previousInTheList'), group: 'write', single: 'k' },

  { id: 'lock', title: t('commands.lockTheVault'), group: 'vault', keys: ['Mod+L'], menu: true },
  {
    id: 'privacy',
    title: t('commands.privacyScreen'),
    group: 'vault',
    keys: ['Mod+Shift+H'],
    menu: true,
    also: 'blur',
  },
  {
    id: 'presenting',
    title: t('commands.presenterMode'),
    group: 'vault',
    menu: true,
    also: 'initials screen sharing',
  },
  { id: 'back-up', title: t('commands.backUpNow'), group: 'vault', also: 'backup' },

  {
    id: 'zoom-in',
    title: t('commands.larger'),
    group: 'view',
    keys: ['Mod+=', 'Mod+Shift++'],
    menu: true,
    also: 'zoom in',
  },
  {
    id: 'zoom-out',
    title: t('commands.smaller'),
    group: 'view',
    keys: ['Mod+-'],
    menu: true,
    also: 'zoom out',
  },
  {
    id: 'zoom-reset',
    title: t('commands.actualSize'),
    group: 'view',
    keys: ['Mod+0'],
    menu: true,
    also: 'zoom 100',
  },
  { id: 'appearance-light', title: t('commands.lightAppearance'), group: 'view', also: 'theme' },
  { id: 'appearance-dark', title: t('commands.darkAppearance'), group: 'view', also: 'theme' },
  { id: 'appearance-auto', title: t('commands.appearanceAsTheSystem'), group: 'view', also: 'theme' },

  { id: 'tour', title: t('commands.aQuickLookAround'), group: 'help', screen: 'today', menu: true },
  { id: 'whats-new', title: t('commands.whatIsNew'), group: 'help', screen: 'today', menu: true },
  {
    id: 'shortcuts',
    title: t('commands.keyboardShortcuts'),
    group: 'help',
    keys: ['Mod+/', 'Shift+?'],
    menu: true,
  },
  {
    id: 'urgent',
    title: t('commands.urgentHelp'),
    group: 'help',
    keys: ['F1'],
    menu: true,
    also: 'crisis 988',
  },
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
