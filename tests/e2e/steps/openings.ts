/**
 * Where the caret stands after everything that opens: each "New …", dialog, tab and menu, by the place where it is. A
 * new one belongs in this table. A place is looked at as a page, too, whether anything opens there or not.
 */
import { dialog, menu, type Place } from './opening'
import { OF_A_MENTEE } from './openings-of-a-mentee'

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
  {
    place: 'Goals of all',
    go: ['Goals'],
    openings: [dialog(['New goal'], 'combobox Mentee', true)],
  },
  { place: 'Insights', go: ['Insights'], openings: [] },
  {
    place: 'My promises',
    go: ['Insights', 'radio: My promises'],
    openings: [dialog(['Print the counts'], 'button')],
  },
  {
    place: 'My coaching',
    go: ['Control+8'],
    openings: [
      dialog(['Add goal'], 'textbox What I want to do better', true),
      dialog(['Look back'], 'textbox How it went', true),
      dialog(['Start a round'], 'textbox Name of the round', true),
      dialog(['Print the form'], 'button'),
      dialog(['Add sheet'], 'radio'),
      dialog(['Add reflection'], 'textbox Title', true),
      dialog(['Log time'], 'textbox Minutes'),
      dialog(['Help: Feedback'], 'heading'),
    ],
  },
  { place: 'Bin', go: ['Bin'], openings: [] },
  {
    place: 'REACH, the board',
    go: ['REACH', 'tab: Board'],
    openings: [dialog(['Plan a week'], 'combobox Week')],
  },
  {
    place: 'a group session',
    go: ['REACH', 'tab: Board', 'Open group session on'],
    openings: [dialog(['Edit group session'], 'textbox Date')],
  },
  {
    place: 'REACH',
    go: ['REACH', 'tab: Calendar'],
    openings: [
      dialog(['Add week'], 'textbox'),
      dialog(['Import the school’s calendar'], 'button Choose file'),
      dialog(['Edit week'], 'textbox'),
      dialog(['Add class date'], 'textbox What', true),
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
      menu(['Directory file'], 'menuitem'),
      dialog(['Directory file', 'Import a directory'], 'button Choose file'),
      dialog(['Show urgent help'], 'button Close'),
    ],
  },
  {
    place: 'Reports',
    go: ['Control+7'],
    openings: [
      dialog(['Program report'], 'button'),
      dialog(['My year'], 'button'),
      dialog(['Teaching portfolio'], 'button'),
    ],
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
      dialog(['Edit policy'], 'combobox Am I'),
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
    go: ['Settings', 'Show 26'],
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

export const OPENINGS = { 'of the caseload': OF_THE_CASELOAD, 'of a mentee': OF_A_MENTEE } as const
