/** Hana: tutors half her class, and is learning to be helped. */
import type { Arc } from '../arc'

export const hana: Arc = {
  mentee: {
    name: 'Hana Yoshida',
    pronouns: 'she/her',
    reachGroup: 'B',
    strengths: 'Explains things twice without sighing',
    values: 'Generosity, craft',
    interests: 'Pathology, bookbinding',
  },
  year: 2,
  wishes: 'Notice when I change the subject to somebody else.',
  beats: [
    {
      on: 'Y1 09-16',
      is: 'session',
      themes: ['getting started'],
      note: [
        'Brought me a small notebook that she had bound. We spoke of glue for a while.',
        'She came to medicine through slides: the colors first, then the people.',
      ],
      takeaway: 'There is always someone attached to the slide.',
    },
    {
      on: 'Y1 02-18',
      is: 'session',
      themes: ['saying no'],
      note: [
        'Tutoring nine classmates. Her own block exam: passed, and she was disappointed.',
        'Asked who tutors the tutor. She offered me tea.',
      ],
      aid: ['That was the subject changing. I let it, once.'],
      actions: [{ what: 'Two evenings without other people’s questions', due: 12, done: 14 }],
    },
    {
      on: 'Y1 02-19',
      is: 'goal',
      goal: {
        title: 'Keep two evenings for my own learning',
        category: 'academic',
        why: 'I know what everybody else does not understand, and not what I don’t.',
        measure: 'Two of five school nights, a month long, noted by color',
        closing: 'Partly. I teach better on the days after.',
      },
      target: 'Y1 04-24',
      moves: [['partly-achieved', 'Y1 04-27']],
      ratings: [
        ['Y1 02-19', 7, 4],
        ['Y1 04-27', 8, 7],
      ],
    },
    {
      on: 'Y1 05-11',
      is: 'reflection',
      framework: 'identity',
      prompt: 'The physician I want to be',
      sections: {
        physician: 'I explained a report to a woman who had carried it in her bag for a week.',
        becoming: 'The one who reads the slide and then comes upstairs.',
      },
      themes: ['identity'],
    },
    {
      on: 'Y2 09-11',
      is: 'goal',
      goal: {
        title: 'Ask for help once before I offer it once',
        category: 'professional-identity',
        why: 'It is lonely to be only useful.',
        measure: 'Ten times by winter, each with a date and a name',
        attainable: 'There are nine people who owe me an hour.',
      },
      target: 'Y2 12-18',
      progress: [['Y2 10-20', 5, 'Five; the second one was the hardest.']],
      ratings: [
        ['Y2 09-11', 8, 3],
        ['Y2 10-20', 8, 6],
      ],
    },
    {
      on: 'Y2 10-20',
      is: 'check-in',
      instrument: 'who-5',
      keeping: 'number',
      answers: [3, 4, 3, 3, 5],
    },
    {
      on: '-10',
      is: 'session',
      themes: ['help'],
      note: [
        'A classmate has shown her how to read an ECG. She let him go at his own speed.',
        'Long silence when I asked what that was like. “Warm,” in the end.',
      ],
      takeaway: 'Being taught is also a gift to them.',
      actions: [{ what: 'Let Ben cook on Saturday, and do not wash up', due: 13 }],
    },
    {
      on: '-3',
      is: 'group-line',
      text: 'Answered for herself before she answered for the others.',
    },
    { on: '+9', is: 'planned' },
    { on: 'Y2 03-11', is: 'date', what: 'Step 1', as: 'exam' },
  ],
  quiet: {
    Y1: [
      'study habits | Draws what she cannot say yet.',
      'friends | Her kitchen is the study hall; her roommate has views.',
      'family | Sends her grandmother a pressed leaf with each letter, and the grandmother grades them.',
    ],
    Y2: [
      'specialty choice | Half a day in pathology: came back with a stained sleeve and a plan.',
      'time | The tutoring is down to four, all of whom brought cake.',
    ],
  },
}
