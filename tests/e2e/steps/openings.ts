/**
 * Where the caret stands after everything that opens: each "New …", dialog, tab and menu, by the place where it is. A
 * new one belongs in this table. A place is looked at as a page, too, whether anything opens there or not.
 */
import { dialog, menu, type Place } from './opening'

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
      dialog(['New session'], 'combobox Who', true),
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
      dialog(['Roster', 'Import a hand-over'], 'button'),
      dialog(['Roster', 'Read a colleague’s case'], 'button Choose file'),
    ],
  },
  { place: 'Goals of all', go: ['Goals'], openings: [] },
  { place: 'Insights', go: ['Insights'], openings: [dialog(['Program numbers'], 'button')] },
  {
    place: 'My promises',
    go: ['Insights', 'radio: My promises'],
    openings: [dialog(['Print the counts'], 'button')],
  },
  { place: 'Bin', go: ['Bin'], openings: [] },
  { place: 'REACH, the board', go: ['REACH', 'tab: Board'], openings: [] },
  {
    place: 'REACH',
    go: ['REACH', 'tab: Calendar'],
    openings: [
      dialog(['Add week'], 'textbox'),
      dialog(['Edit week'], 'textbox'),
      dialog(['Help:'], 'heading'),
    ],
  },
  {
    place: 'Resources',
    go: ['Resources'],
    openings: [
      dialog(['Add resource'], 'textbox Name', true),
      dialog(['Edit urgent-help card'], 'textbox'),
      dialog(['Edit Academic'], 'textbox Name', true),
      dialog(['Card for the mentee'], 'button'),
      dialog(['Show urgent help'], 'button Close'),
    ],
  },
  {
    place: 'Reports',
    go: ['Control+7'],
    openings: [dialog(['Program report'], 'button'), dialog(['My year'], 'button')],
  },
  {
    place: 'Settings',
    go: ['Settings'],
    openings: [
      { by: ['Change passphrase'], caret: 'textbox', writes: true, is: 'place' },
      dialog(['Access log'], 'button Close'),
      dialog(['Licenses'], 'button Close'),
      dialog(['Diagnosis'], 'button Close'),
      dialog(['Disclosures'], 'button Close'),
      dialog(['switch: Share on this network'], 'textbox Your passphrase', true),
      dialog(['Choose a folder'], 'textbox Your passphrase', true),
      dialog(['New snippet'], 'textbox', true),
      dialog(['Edit snippet'], 'textbox', true),
      dialog(['New framework'], 'textbox', true),
      dialog(['Print again'], 'textbox Your passphrase', true),
      dialog(['Replace'], 'textbox Your passphrase', true),
      dialog(['Export everything'], 'textbox Your passphrase', true),
      dialog(['Export as Markdown'], 'textbox Your passphrase', true),
    ],
  },
  {
    place: 'Templates',
    go: ['Settings', 'Show 1'],
    openings: [
      dialog(['New template'], 'textbox Name', true),
      dialog(['Edit template'], 'textbox Name', true),
    ],
  },
  {
    place: 'Backups',
    go: ['Settings', 'Choose folder', 'Back up now'],
    openings: [
      dialog(['row: Open backup from'], 'button Close'),
      { by: ['row: Open backup from'], caret: 'button Close', is: 'place' },
      dialog(['Merge into vault'], 'textbox Your passphrase', true),
      dialog(['Replace vault'], 'textbox Your passphrase', true),
      dialog(['Restore '], 'textbox Your passphrase', true),
      { by: 'Escape', caret: 'row Open backup from', is: 'place' },
    ],
  },
  {
    place: 'Folder',
    go: ['Settings', 'Choose a folder', 'prove: Continue'],
    openings: [
      dialog(['Stop using this folder'], 'button Close'),
      dialog(['Add a laptop'], 'textbox Your passphrase', true),
    ],
  },
]

const OF_A_MENTEE: readonly Place[] = [
  {
    place: 'Residency season',
    go: ['Mentees', 'row: Emeka', 'tab: Record'],
    openings: [
      dialog(['Help: The season'], 'heading'),
      dialog(['Edit Family medicine, Match'], 'textbox Specialty', true),
      dialog(['Add letter'], 'textbox Who writes it', true),
      dialog(['Add season date'], 'textbox What', true),
      dialog(['Edit Match Day'], 'textbox What', true),
    ],
  },
  {
    place: 'a mentee',
    go: MENTEE,
    openings: [
      menu(['More actions'], 'menuitem Plan a session'),
      dialog(['Print brief'], 'button'),
      dialog(['Write to Amara'], 'textbox One sentence', true),
      dialog(['Edit '], 'textbox'),
      dialog(['More actions', 'Plan a session'], 'textbox Date'),
      dialog(['More actions', 'Edit details'], 'textbox Name', true),
      dialog(['More actions', 'Leave of absence'], 'textbox Contact they want', true),
      dialog(['More actions', 'Progress summary'], 'button'),
      dialog(['More actions', 'Growth book'], 'button'),
      dialog(['More actions', 'Hand over'], 'textbox Recipient', true),
      dialog(['More actions', 'Ask a colleague'], 'textbox Colleague', true),
      dialog(['More actions', 'Inspection packet'], 'button'),
      dialog(['More actions', 'Identity book'], 'button'),
      dialog(['More actions', 'End coaching'], 'textbox A letter from you', true),
      dialog(['More actions', 'Left the school'], 'combobox Reason'),
      dialog(['More actions', 'Put on legal hold'], 'textbox'),
      dialog(['More actions', 'Erase'], 'textbox'),
      { by: ['More actions', 'Read as Amara'], caret: 'button More actions', is: 'place' },
      dialog(['Help:'], 'heading'),
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
      dialog(['History'], 'button Close'),
      dialog(['Share a copy'], 'textbox Title', true),
      dialog(['Why is this a memory aid?'], 'textbox', true),
      { by: ['New note'], caret: 'textbox Note text', writes: true, is: 'place' },
    ],
  },
  {
    place: 'Goals',
    go: tab('Goals'),
    openings: [
      dialog(['New goal'], 'textbox', true),
      dialog(['Edit '], 'textbox', true),
      dialog(['Add progress'], 'textbox Progress'),
      dialog(['Importance and confidence'], 'slider Importance'),
      menu(['More for'], 'menuitem'),
      dialog(['More for', 'History'], 'button Close'),
      dialog(['Help:'], 'heading'),
    ],
  },
  {
    place: 'Learning plan',
    go: [...tab('Goals'), 'radio: Learning plan'],
    openings: [
      dialog(['Revise for a new term'], 'textbox Term', true),
      dialog(['Edit '], 'textbox Term', true),
    ],
  },
  {
    place: 'REACH',
    go: tab('REACH'),
    openings: [
      dialog(['Week sheet'], 'button'),
      dialog(['Add feedback'], 'textbox What was said', true),
    ],
  },
  {
    place: 'Reflections',
    go: tab('Reflections'),
    openings: [
      dialog(['Help:'], 'heading'),
      dialog(['Side by side'], 'button Close'),
      dialog(['Identity thread'], 'button Close'),
      menu(['New reflection'], 'radio'),
      dialog(['New reflection', 'From the prompt library'], 'button'),
      {
        by: ['New reflection', 'What? So what'],
        caret: 'textbox What?',
        writes: true,
        is: 'place',
      },
    ],
  },
  {
    place: 'Check-ins',
    go: tab('Check-ins'),
    openings: [dialog(['Help:'], 'heading'), dialog(['New check-in'], 'button')],
  },
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
      dialog(['Help:'], 'heading'),
      dialog(['New escalation record'], 'combobox'),
      dialog(['Add disclosure'], 'textbox What', true),
      dialog(['Add rotation'], 'textbox Rotation', true),
      dialog(['Add date'], 'textbox What', true),
      dialog(['Add enrollment'], 'combobox State'),
      dialog(['Add exam'], 'textbox Exam', true),
      dialog(['Add residency season'], 'textbox Specialty', true),
      dialog(['Add concern'], 'textbox What', true),
      // Not typed in: Escape asks before it throws a letter away.
      dialog(['Add letter to future self'], 'textbox Dear future me'),
      dialog(['Review'], 'textbox'),
      dialog(['Print'], 'button'),
    ],
  },
  {
    place: 'a session',
    go: MENTEE,
    openings: [
      { by: ['Start session'], caret: 'textbox Session note', writes: true, is: 'place' },
      dialog(['Share a copy'], 'textbox Title', true),
      dialog(['More about this session', 'Edit session'], 'textbox'),
      dialog(['Prep and goals'], 'textbox Add', true),
      dialog('Control+Shift+K', 'textbox Find a question', true),
      { by: ['Prep and goals'], caret: 'textbox Add', is: 'place' },
      dialog(['Prep form', 'Print a form'], 'button'),
      dialog(['Prep form', 'Enter a paper form'], 'textbox', true),
      { by: 'Escape', caret: 'button Prep and goals', is: 'place' },
      { by: ['Memory aid'], caret: 'textbox Memory aid', writes: true, is: 'place' },
      dialog(['End session'], 'textbox'),
    ],
  },
]

export const OPENINGS = { 'of the caseload': OF_THE_CASELOAD, 'of a mentee': OF_A_MENTEE } as const
