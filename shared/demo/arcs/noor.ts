/** Noor: a low number, a walk across the courtyard, and being told only what she wishes to tell. */
import type { Arc } from '../arc'

export const noor: Arc = {
  mentee: {
    name: 'Noor Haddad',
    pronouns: 'she/her',
    reachGroup: 'B',
    strengths: 'Writes clearly; hears what is meant',
    values: 'Justice, and a good sentence',
    interests: 'Pediatrics, poetry in two languages',
  },
  year: 2,
  wishes: 'If I go quiet, wait. I am looking for the word.',
  beats: [
    {
      on: 'Y1 08-26',
      is: 'session',
      themes: ['getting started'],
      note: [
        'Reads the agreement as a text: why “normally” in the line on confidentiality? Good question.',
        'Explained it until neither of us needed the adverb.',
      ],
      takeaway: 'I know what you would have to say, and to whom.',
    },
    {
      on: 'Y1 12-09',
      is: 'reflection',
      framework: 'open',
      prompt: 'A word I learned this term',
      sections: {
        text: '“Unremarkable.” They say it about hearts. I would like to be remarkable and have an unremarkable heart.',
      },
      themes: ['identity'],
    },
    {
      on: 'Y1 02-24',
      is: 'goal',
      goal: {
        title: 'Write one page a month that is not for school',
        category: 'personal',
        why: 'My sentences are turning into lists.',
        measure: 'Twelve pages by next winter',
        closing: 'Eleven and a half. The half is the best one.',
      },
      target: 'Y2 02-26',
      moves: [['achieved', 'Y2 02-26']],
      progress: [
        ['Y1 05-20', 5, 'Three pages, one about a stapler.'],
        ['Y2 10-07', 8, 'Eight. My mother has asked to read them.'],
      ],
      ratings: [
        ['Y1 02-24', 6, 6],
        ['Y2 10-07', 8, 8],
      ],
    },
    {
      on: 'Y1 04-22',
      is: 'check-in',
      instrument: 'who-5',
      keeping: 'number',
      answers: [4, 3, 3, 3, 4],
    },
    {
      on: 'Y2 09-22',
      is: 'goal',
      goal: {
        title: 'Ask about the child’s day before the child’s cough',
        category: 'clinical-skills',
        why: 'They stop hiding behind the chair.',
        measure: 'Six children in the Friday clinic who answer',
        attainable: 'I am on the floor with them anyway.',
      },
      target: 'Y2 04-30',
      steps: [['The first six', 'Y2 11-13', 'Y2 11-13']],
      ratings: [['Y2 09-22', 8, 7]],
    },
    {
      on: '-17',
      is: 'session',
      themes: ['well-being'],
      note: [
        '# In her words',
        '“I am tired in the verbs.” Lower than I have seen her. Her father has been ill abroad.',
        'Asked directly about safety. Safe; homesick; not sleeping.',
        '# What she chose',
        'Counseling, and not to wait. We walked across the courtyard together and she went in alone.',
        '# Agreed',
        'She tells me as much as she likes, which may be nothing.',
      ],
      aid: ['I wanted to carry it for her. I carried her umbrella.'],
      takeaway: 'Asking was the sentence I could not write.',
      actions: [
        { what: 'Send one line on Friday, no answer needed', whose: 'coach', due: 4, done: 4 },
        { what: 'Tell small group I may be late on Wednesdays', due: 6, done: 3 },
      ],
      followUp: { days: 18, about: 'How she is; only that' },
    },
    {
      on: '-17',
      is: 'check-in',
      instrument: 'who-5',
      keeping: 'number',
      answers: [2, 2, 2, 1, 4],
      words: 'The fifth one is my sister’s voice on the phone.',
    },
    {
      on: '-17',
      is: 'referral',
      resource: 'Mental health counseling',
      reason: 'Asked for somebody to talk to; walked over together',
      status: 'accepted',
      warm: true,
      followUp: '+1',
    },
    { on: '-17', is: 'ask', text: 'How she is. Wait for the word.' },
    { on: '+1', is: 'planned' },
    { on: 'Y2 03-18', is: 'date', what: 'Step 1', as: 'exam' },
  ],
  blocks: ['Y2 08-17 to Y2 04-30 | Longitudinal clinic, Fridays | Harbor Street Clinic'],
  quiet: {
    Y1: [
      'study habits | Her notes are in complete sentences. Slow, and she forgets nothing.',
      'belonging | Reads at the open stage on Mondays; three classmates came.',
      'time | Gave up one newsletter, kept the one with poems.',
      'feedback | Told that her write-ups are “unusually readable.” Suspects an insult.',
    ],
    Y2: [
      'identity | A nine-year-old asked whether she is a real doctor. “Nearly,” she said, and so did he.',
      'family | Cousins arriving for a week; the flashcards move to the bathroom.',
    ],
  },
}
