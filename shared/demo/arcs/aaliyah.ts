/** Aaliyah: leads, teaches, was treated badly once on a ward, and had her wish respected. */
import type { Arc } from '../arc'

export const aaliyah: Arc = {
  mentee: {
    name: 'Aaliyah Brooks',
    pronouns: 'she/her',
    reachGroup: 'A',
    strengths: 'Teaches so that people stay in the room',
    values: 'Community, candor',
    interests: 'Obstetrics, West African dance',
  },
  year: 4,
  wishes: 'Don’t be impressed. Be curious.',
  beats: [
    {
      on: 'Y1 08-27',
      is: 'session',
      themes: ['getting started'],
      note: [
        'She interviewed me first, fairly. I passed, I believe.',
        'Wants one person in the building before whom she need not represent anybody.',
      ],
      takeaway: 'Here I can just be late.',
    },
    {
      on: 'Y1 01-29',
      is: 'goal',
      goal: {
        title: 'Teach the second-hour tutorial without slides',
        category: 'research-service',
        why: 'My mother teaches with chalk, and no one forgets it.',
        measure: 'Four tutorials; the students draw the summary',
        closing: 'They drew it on the window. Housekeeping left it up for a week.',
      },
      target: 'Y1 04-30',
      moves: [['achieved', 'Y1 04-28']],
      ratings: [
        ['Y1 01-29', 7, 8],
        ['Y1 04-28', 7, 9],
      ],
    },
    {
      on: 'Y2 11-03',
      is: 'reflection',
      framework: 'identity',
      prompt: 'The physician I want to be',
      sections: {
        value: 'I was asked for my opinion as if I were a sample.',
        becoming: 'The one who speaks for herself, and asks the next person to.',
      },
      themes: ['identity', 'belonging'],
    },
    { on: 'Y2 02-25', is: 'date', what: 'Step 1', as: 'exam' },
    {
      on: 'Y3 01-20',
      is: 'session',
      as: 'urgent',
      themes: ['belonging'],
      note: [
        'She asked to meet today. Before she went on I said what I can’t keep to myself; she had thought about it and went on.',
        'What she wishes: that it is known, that it isn’t a spectacle, that she finishes the block elsewhere.',
      ],
      takeaway: 'I decide the speed.',
      actions: [
        {
          what: 'Walk with her to the learning environment office',
          whose: 'coach',
          due: 1,
          done: 1,
        },
      ],
      followUp: { days: 2, about: 'Whether the move has happened' },
    },
    {
      on: 'Y3 01-20',
      is: 'escalation',
      kind: 'mistreatment',
      seen: 'Aaliyah told me that a supervising physician twice remarked on her hair in front of patients, and on the second day told her to “go and help the cleaners.” Her words, written down while she spoke and read back to her.',
      steps:
        'Stopped her gently and said the limit first. Asked what she wanted. Walked with her to the office the same afternoon.',
      basis: 'The school’s mistreatment policy; reported at her wish.',
      disclosed:
        'The two remarks, the dates, the ward. Nothing else that she has told me, then or before.',
      menteeTold: 'yes',
      resources: 'Learning environment office; the ombuds; a peer group she already knew',
      followUp: 'Moved to another team the next morning. She asked not to be asked for two weeks.',
      told: {
        name: 'Dr. Elena Park',
        role: 'Learning environment office',
        how: 'In person, with Aaliyah there',
      },
      addition: {
        days: 16,
        text: 'She says it was handled as she wished, and that she is done with it. Closed with her.',
      },
    },
    {
      on: 'Y3 02-08',
      is: 'session',
      themes: ['belonging'],
      note: [
        'The new team claps when someone is right. She finds it absurd and has clapped.',
        'She brought up January herself, for one minute, and closed it.',
      ],
      takeaway: 'I was believed the first time.',
    },
    {
      on: 'Y3 02-08',
      is: 'check-in',
      instrument: 'who-5',
      keeping: 'no-number',
      words: 'Mine. Better.',
    },
    {
      on: 'Y3 04-14',
      is: 'goal',
      goal: {
        title: 'Be at ten births, and learn the grandmothers’ names',
        category: 'clinical-skills',
        why: 'The grandmothers know everything and are asked last.',
        measure: 'Ten names in the back of the notebook',
        closing: 'Twelve. One of them danced.',
      },
      target: 'Y3 05-28',
      moves: [['achieved', 'Y3 05-27']],
      ratings: [
        ['Y3 04-14', 8, 8],
        ['Y3 05-27', 8, 10],
      ],
    },
    {
      on: 'Y3 05-27',
      is: 'reflection',
      framework: 'best-worst-day',
      prompt: 'Best day, worst day of this year',
      sections: {
        best: 'The grandmother danced, and then she handed me the baby.',
        'best-why': 'She gave the baby to me and not to the attending.',
        worst: 'A day in January that I have told to the people I wanted to tell.',
        'worst-why': 'They saw it happen.',
        becoming: 'Somebody who sees it, and says so on the same day.',
      },
    },
    {
      on: 'Y4 09-01',
      is: 'goal',
      goal: {
        title: 'Leave the peer tutoring in better hands than mine',
        category: 'research-service',
        why: 'If it ends with me, it was only about me.',
        measure: 'Two second-years who run it a month without a text from me',
      },
      target: 'Y4 12-18',
      steps: [
        ['Choose them, with the group', 'Y4 09-18', 'Y4 09-17'],
        ['Sit in the back and say nothing', 'Y4 11-06', 'Y4 11-06'],
      ],
      progress: [['Y4 10-15', 6, 'Texted once. It was a good joke.']],
      ratings: [['Y4 09-01', 8, 7]],
    },
    {
      on: 'Y4 10-21',
      is: 'check-in',
      instrument: 'who-5',
      keeping: 'number',
      answers: [4, 4, 4, 4, 5],
    },
    { on: 'Y4 03-03', is: 'date', what: 'Rank order list closes', as: 'deadline' },
    { on: 'Y4 match', is: 'date', what: 'Match Day', as: 'other' },
    {
      on: '-14',
      is: 'session',
      themes: ['feedback'],
      note: [
        'She has been told that she is “a natural.” Asked what it leaves out.',
        '“The six years of dance class where I was bad at it.”',
      ],
      takeaway: 'I would like to be praised for practice.',
      actions: [{ what: 'Ask the chief for one thing I practiced that she has seen', due: 18 }],
    },
    { on: '-14', is: 'ask', text: 'Who will be her person in the next place' },
    { on: '+6', is: 'planned' },
    { on: 'Y4 07-08', is: 'date', what: 'Step 2 CK', as: 'exam' },
  ],
  blocks: [
    'Y3 07-06 to Y3 08-14 | Pediatrics | Larkspur General',
    'Y3 08-17 to Y3 10-02 | Family medicine | Harbor Street Clinic',
    'Y3 10-05 to Y3 12-11 | Internal medicine | Larkspur General',
    'Y3 01-04 to Y3 02-26 | Surgery | Sycamore Valley Medical Center',
    'Y3 04-05 to Y3 05-28 | Obstetrics and gynecology | Sycamore Valley Medical Center',
    'Y4 07-27 to Y4 08-28 | Obstetrics sub-internship | Sycamore Valley Medical Center',
  ],
  quiet: {
    Y1: [
      'belonging | Elected to something; forgot to tell me which.',
      'study habits | Learns by teaching it badly first, to her cousin.',
      'family | Calls her mother from the stairwell, with the good echo.',
    ],
    Y2: [
      'exam | Dances before each practice exam. The neighbors know the schedule.',
      'time | Resigned from the committee that plans committees.',
      'confidence | Gave a talk with the flu, and it was the best one.',
    ],
    Y3: [
      'rotation | Internal medicine: presents standing on one leg when she is sure.',
      'feedback | “Leads from wherever she stands,” a resident wrote. She likes “wherever.”',
    ],
    Y4: ['applications | Her statement begins with the grandmother. Of course it does.'],
  },
}
