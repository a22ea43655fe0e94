/**
 * Where the caret stands after everything that opens: each "New …", dialog, tab and menu, by the place where it is. A
 * new one belongs in this table. A place is looked at as a page, too, whether anything opens there or not.
 */
export interface Opening {
  /** Keys, or the names of the buttons and menu items that are clicked one after the other; a tab as `tab: Goals`. */
  readonly by: string | readonly string[]
  /** Role and the beginning of the name of what has the focus then. */
  readonly caret: string
  /** Typing at once writes there. */
  readonly writes?: true
  /** What it is: a dialog or menu is closed by Escape, and gives the focus back. */
  readonly is: 'dialog' | 'menu' | 'place'
}

interface Place {
  readonly place: string
  /** Names of buttons that lead there, and of a row or tab. */
  readonly go: readonly string[]
  readonly openings: readonly Opening[]
}

const dialog = (by: Opening['by'], caret: string, writes?: true): Opening => ({
  by,
  caret,
  is: 'dialog',
  ...(writes === undefined ? {} : { writes }),
})
const menu = (by: Opening['by'], caret: string): Opening => ({ by, caret, is: 'menu' })
const MENTEE = ['Mentees', 'row: Amara Osei'] as const
const tab = (name: string): readonly string[] => [...MENTEE, `tab: ${name}`]

const OF_THE_CASELOAD: readonly Place[] = [
  {
    place: 'anywhere',
    go: ['Today'],
    openings: [
      dialog('Control+k', 'combobox Search or run a command', true),
      dialog('Control+/', 'button Close'),
      dialog('F1', 'button Close'),
      dialog('Control+Shift+M', 'textbox Name', true),
      menu(['Privacy'], 'menuitemcheckbox Privacy screen'),
    ],
  },
  {
    place: 'Today',
    go: ['Today'],
    openings: [
      dialog(['Calendar', 'Export to a calendar'], 'combobox'),
      dialog(['Calendar', 'Import from a calendar'], 'button Choose calendar file'),
    ],
  },
  {
    place: 'Mentees',
    go: ['Mentees'],
    openings: [
      dialog(['Add mentee'], 'textbox Name', true),
      menu(['Roster'], 'menuitem'),
      menu(['View'], 'menuitem'),
      dialog(['Roster', 'Hand over or lend'], 'textbox Recipient', true),
    ],
  },
  { place: 'Goals of all', go: ['Goals'], openings: [] },
  { place: 'Insights', go: ['Insights'], openings: [] },
  { place: 'Bin', go: ['Bin'], openings: [] },
  { place: 'REACH, the board', go: ['REACH', 'tab: Board'], openings: [] },
  {
    place: 'REACH',
    go: ['REACH', 'tab: Calendar'],
    openings: [dialog(['Add week'], 'textbox')],
  },
  {
    place: 'Resources',
    go: ['Resources'],
    openings: [
      dialog(['Add resource'], 'textbox Name', true),
      dialog(['Edit urgent-help card'], 'textbox'),
      dialog(['Show urgent help'], 'button Close'),
    ],
  },
  {
    place: 'Reports',
    go: ['Control+7'],
    openings: [dialog(['Program report'], 'button')],
  },
  {
    place: 'Settings',
    go: ['Settings'],
    openings: [
      { by: ['Change passphrase'], caret: 'textbox', writes: true, is: 'place' },
      dialog(['Access log'], 'button Close'),
      dialog(['New snippet'], 'textbox', true),
      dialog(['New framework'], 'textbox', true),
    ],
  },
]

const OF_A_MENTEE: readonly Place[] = [
  {
    place: 'a mentee',
    go: MENTEE,
    openings: [
      menu(['More actions'], 'menuitem Plan a session'),
      dialog(['More actions', 'Plan a session'], 'textbox Date'),
      dialog(['More actions', 'Edit details'], 'textbox Name', true),
      dialog(['More actions', 'Progress summary'], 'button'),
      dialog(['More actions', 'Growth book'], 'button'),
      dialog(['More actions', 'Hand over'], 'textbox Recipient', true),
      dialog(['More actions', 'Inspection packet'], 'button'),
      dialog(['More actions', 'End coaching'], 'combobox Reason'),
      dialog(['More actions', 'Put on legal hold'], 'textbox'),
      dialog(['More actions', 'Erase'], 'textbox'),
      { by: 'Control+Shift+N', caret: 'textbox Note text', writes: true, is: 'place' },
    ],
  },
  {
    place: 'tabs of a mentee',
    go: MENTEE,
    openings: [
      'Notes',
      'Goals',
      'Reflections',
      'Check-ins',
      'REACH',
      'Referrals',
      'Record',
      'Overview',
    ].map((name) => ({ by: [`tab: ${name}`], caret: `tab ${name}`, is: 'place' }) as const),
  },
  {
    place: 'Notes',
    go: tab('Notes'),
    openings: [
      { by: ['New note'], caret: 'textbox Note text', writes: true, is: 'place' },
      dialog(['History'], 'button Close'),
    ],
  },
  {
    place: 'Goals',
    go: tab('Goals'),
    openings: [
      dialog(['New goal'], 'textbox', true),
      dialog(['Importance and confidence'], 'slider Importance'),
      menu(['More for'], 'menuitem'),
      dialog(['More for', 'History'], 'button Close'),
    ],
  },
  {
    place: 'Reflections',
    go: tab('Reflections'),
    openings: [
      dialog(['Side by side'], 'button Close'),
      dialog(['Identity thread'], 'button Close'),
      menu(['New reflection'], 'radio'),
      {
        by: ['New reflection', 'What? So what'],
        caret: 'textbox What?',
        writes: true,
        is: 'place',
      },
    ],
  },
  { place: 'Check-ins', go: tab('Check-ins'), openings: [dialog(['New check-in'], 'button')] },
  {
    place: 'Referrals',
    go: tab('Referrals'),
    openings: [dialog(['New referral'], 'combobox')],
  },
  {
    place: 'Record',
    go: tab('Record'),
    openings: [
      { by: ['Escalation'], caret: 'button Escalation', is: 'place' },
      dialog(['New escalation record'], 'combobox'),
    ],
  },
  {
    place: 'a session',
    go: MENTEE,
    openings: [
      { by: ['Start session'], caret: 'textbox Session note', writes: true, is: 'place' },
      dialog(['End session'], 'textbox'),
    ],
  },
]

export const OPENINGS = { 'of the caseload': OF_THE_CASELOAD, 'of a mentee': OF_A_MENTEE } as const
