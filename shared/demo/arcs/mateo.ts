/** Mateo: paired nine days ago, not met yet; the first meeting is the next working day. */
import type { Arc } from '../arc'

export const mateo: Arc = {
  mentee: {
    name: 'Mateo Rivera',
    pronouns: 'he/him',
    reachGroup: 'D',
    interests: 'Undecided, and says so; guitar',
  },
  year: 1,
  since: '-9',
  beats: [
    { on: '-8', is: 'paired', by: 'Office of Student Affairs' },
    {
      on: '-8',
      is: 'note',
      title: 'Paired',
      lines: [
        'The program paired us; his first coach has moved away. First message sent the same day: who I am, how I work, three times to choose from.',
        'Answered within the hour: “The first one, and can it be outside?”',
      ],
    },
    {
      on: '-1',
      is: 'prep',
      wins: 'I found the good stairwell.',
      challenges: 'Everybody seems to know already what they want to be.',
      oneThing: 'What this is. Is it like advising?',
      avoid: 'Please not my test from high school. My mother tells everyone.',
      energy: 8,
      stress: 4,
    },
    { on: '-1', is: 'ask', text: 'What he would like me to call him' },
    { on: '+1', is: 'planned', place: 'Bench by the east gate' },
  ],
  quiet: {},
}
