/** Theo: two people, one match, and bread. */
import type { Arc } from '../arc'

export const theo: Arc = {
  mentee: {
    name: 'Theo Lambert',
    pronouns: 'he/him',
    reachGroup: 'A',
    strengths: 'Patient with the slow parts',
    values: 'Fatherhood, bread, being home on time',
    interests: 'Pediatrics, baking',
    assessor: true,
    recusal:
      'I precept in the clinic where he rotates in spring. He is scheduled with my colleagues, and I sign nothing about him.',
  },
  year: 4,
  leaves: 'assessment',
  wishes: 'Ask about my daughter last, or we won’t get to me.',
  beats: [
    {
      on: 'Y1 08-29',
      is: 'session',
      themes: ['getting started'],
      note: [
        'Baker for nine years before this; still wakes at three.',
        'Afraid of being the oldest in the room. He is, by two months.',
      ],
      takeaway: 'I have failed at things with a smell. Exams don’t smell.',
    },
    {
      on: 'Y1 03-05',
      is: 'goal',
      goal: {
        title: 'Home for supper four nights of seven',
        category: 'personal',
        why: 'She tells the day to whoever is at the table.',
        measure: 'A magnet on the fridge for each one',
        closing: 'She has taken over the magnets, and is strict.',
      },
      target: 'Y1 05-22',
      moves: [['achieved', 'Y1 05-20']],
      ratings: [
        ['Y1 03-05', 9, 6],
        ['Y1 05-20', 9, 8],
      ],
    },
    { on: 'Y2 03-23', is: 'date', what: 'Step 1', as: 'exam' },
    {
      on: 'Y2 11-12',
      is: 'reflection',
      framework: 'what',
      prompt: 'A patient who taught me more than the textbook',
      sections: {
        what: 'She explained her insulin to me with sugar cubes, on the tray.',
        'so-what': 'I had learned the molecule, and not the life with it.',
        'now-what': 'Ask how they do it at home, and let them show me.',
      },
    },
    {
      on: 'Y3 10-06',
      is: 'session',
      themes: ['family', 'time'],
      note: [
        'Nights. His daughter draws him with the moon.',
        'What would make the month survivable? Breakfast, all three, whoever is asleep.',
      ],
      takeaway: 'Supper can be at seven in the morning.',
    },
    { on: 'Y3 12-09', is: 'check-in', instrument: 'burnout', keeping: 'number', answers: [2] },
    {
      on: 'Y3 02-17',
      is: 'goal',
      goal: {
        title: 'Explain it to a six-year-old first',
        category: 'clinical-skills',
        why: 'If she frowns, the parents did, too.',
        measure: 'Five explanations tried at home, two used on the ward',
        closing: '“Your lung is a loaf that has to rise.” It is in use on the whole floor.',
      },
      target: 'Y3 04-30',
      moves: [['achieved', 'Y3 04-28']],
      ratings: [
        ['Y3 02-17', 7, 8],
        ['Y3 04-28', 7, 9],
      ],
    },
    {
      on: 'Y4 09-15',
      is: 'session',
      themes: ['applications'],
      note: [
        'Couples match: two lists, one kitchen table, one map with flour on it.',
        'They each wrote down alone what they would not give up. Both had written “her school.”',
      ],
      takeaway: 'We are ranking a kitchen.',
      actions: [{ what: 'Both lists on one page, by the end of the holidays', due: 90 }],
    },
    {
      on: 'Y4 09-16',
      is: 'goal',
      goal: {
        title: 'A rank list that both of us would sign',
        category: 'career',
        why: 'I have married the other applicant.',
        measure: 'Signed by two adults and shown to one child',
      },
      target: 'Y4 02-24',
      ratings: [['Y4 09-16', 9, 6]],
    },
    { on: 'Y4 03-03', is: 'date', what: 'Both rank lists certified', as: 'deadline' },
    { on: 'Y4 match', is: 'date', what: 'Match Day', as: 'other' },
    {
      on: '-31',
      is: 'session',
      themes: ['self-kindness'],
      note: [
        'The starter died while he was away. He has told nobody at home yet.',
        'What is it that died, exactly? Nine years, he said, and then we were quiet.',
      ],
      takeaway: 'It takes five days to make a new one.',
      actions: [{ what: 'Begin a new starter, with her stirring', due: 10, done: 8 }],
    },
    { on: '-31', is: 'ask', text: 'What the new starter is called' },
    { on: '+13', is: 'planned' },
    { on: 'Y4 07-10', is: 'date', what: 'Step 2 CK', as: 'exam' },
  ],
  blocks: [
    'Y3 07-06 to Y3 08-07 | Neurology | Cedar Hollow Hospital',
    'Y3 08-10 to Y3 09-25 | Obstetrics and gynecology | Sycamore Valley Medical Center',
    'Y3 09-28 to Y3 12-04 | Internal medicine | Larkspur General',
    'Y3 01-04 to Y3 02-26 | Pediatrics | Larkspur General',
    'Y3 03-01 to Y3 04-23 | Surgery | Sycamore Valley Medical Center',
    'Y4 08-03 to Y4 09-04 | Pediatrics sub-internship | Larkspur General',
  ],
  quiet: {
    Y1: [
      'study habits | Studies from three to six, when the ovens used to be on.',
      'family | Daughter’s first day of school was his second exam. He did both.',
      'belonging | Brings rolls on Fridays. Attendance has improved.',
    ],
    Y2: [
      'exam | Put the calendar of the exam at the height of a four-year-old; it has stickers now.',
      'confidence | Somebody called him “sir,” and he looked round.',
    ],
    Y3: [
      'rotation | Surgery admires his hands and not his hours.',
      'feedback | Parents keep asking whether he is the attending. He practices the answer.',
    ],
    Y4: ['rotation | On the children’s ward he sits on the floor by default.'],
  },
}
