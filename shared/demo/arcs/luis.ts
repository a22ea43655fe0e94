/** Luis: an exam not passed, the help he took, and a coach who stepped back from the committee. */
import type { Arc } from '../arc'
import { exam } from './luis-exam'

export const luis: Arc = {
  mentee: {
    name: 'Luis Fernández',
    pronouns: 'he/him',
    reachGroup: 'A',
    strengths: 'Warm with patients, steady with families; three languages',
    values: 'Loyalty; showing up',
    interests: 'Emergency medicine, climbing',
    committee: true,
    recusal:
      'I sat on the promotions committee when his clerkship exam came up. I left the room for it and took no part; Dr. Feld spoke with him about the committee.',
  },
  year: 4,
  wishes: 'If I joke twice in a row, stop me.',
  beats: [
    {
      on: 'Y1 09-08',
      is: 'session',
      themes: ['getting started'],
      note: [
        'Arrived from the climbing wall with chalk on his bag.',
        'Nobody in his family has been to a college; his cousins call him “el doctor” already, and it weighs.',
      ],
      takeaway: 'I can be new at this.',
    },
    {
      on: 'Y1 11-24',
      is: 'reflection',
      framework: 'identity',
      prompt: 'The physician I want to be',
      sections: {
        value: 'A clerk spoke to my uncle loudly, as if he were deaf. He is from Oaxaca.',
        becoming: 'The one who gets the interpreter without being asked.',
      },
      themes: ['identity'],
    },
    {
      on: 'Y1 01-28',
      is: 'goal',
      goal: {
        title: 'Study with the door open twice a week',
        category: 'academic',
        why: 'Alone I read the same page until it is decoration.',
        measure: 'Tuesday and Thursday in the group room, one block long',
        closing: 'The door stays open now, and somebody always comes in with food.',
      },
      target: 'Y1 03-26',
      moves: [['achieved', 'Y1 03-25']],
      ratings: [
        ['Y1 01-28', 7, 6],
        ['Y1 03-25', 7, 8],
      ],
    },
    { on: 'Y2 03-03', is: 'date', what: 'Step 1', as: 'exam' },
    {
      on: 'Y3 09-09',
      is: 'session',
      themes: ['rotation'],
      note: [
        'Medicine. Patients ask for him by name; the reading waits until it is too late to read.',
        'He knows the exam is in five weeks. He changed the subject twice and caught himself.',
      ],
      aid: ['The second joke was about failing.'],
      actions: [{ what: 'Twenty questions a day on the bus, out and back', due: 14, done: 14 }],
    },
    ...exam,
    {
      on: 'Y3 11-03',
      is: 'goal',
      goal: {
        title: 'Sit the exam again, reading the question first',
        category: 'academic',
        why: 'I knew the patients. I want the paper to know it, too.',
        behaviour: 'Cover the answers with a card; say what I would do; then look',
        measure: 'Four practice sets in a row in which I changed no answer',
        attainable: 'I did it with Ms. Abara on the first afternoon.',
        support: 'Ms. Abara, Tuesdays at four',
        ifThen: 'If I see the answers first, then I turn the page and begin again.',
        closing: 'Passed at the second sitting. The card is in my wallet.',
        themes: ['setbacks', 'study habits'],
      },
      target: 'Y3 01-22',
      moves: [['achieved', 'Y3 01-29']],
      steps: [
        ['First set without a changed answer', 'Y3 11-27', 'Y3 12-04'],
        ['Second sitting', 'Y3 01-22', 'Y3 01-22'],
      ],
      progress: [['Y3 12-18', 8, 'None. It feels like climbing: one hold at a time.']],
      ratings: [
        ['Y3 11-03', 9, 4],
        ['Y3 12-18', 9, 8],
      ],
    },
    {
      on: 'Y3 01-29',
      is: 'session',
      themes: ['setbacks'],
      note: [
        'Passed. He told Ms. Abara first, rightly.',
        'What he would tell someone in that stairwell: “Go up one floor. There is a window.”',
      ],
      takeaway: 'I take longer, and I arrive.',
      shared: {
        title: 'From the stairwell to the second sitting',
        text: 'Eleven weeks. You told the people who needed to know before they heard it elsewhere. You let someone watch you read. You found out that you look at the answers first, and you made a card. You passed, and you went back to the ward the same afternoon.',
        why: 'For the day he doubts it',
      },
    },
    {
      on: 'Y3 02-02',
      is: 'reflection',
      framework: 'what',
      prompt: 'Something that did not go well, a few weeks on',
      sections: {
        what: 'I failed an exam about the thing I am best at.',
        'so-what':
          'I had taken being liked by patients for knowing medicine. They are cousins, and not twins.',
        'now-what': 'Both, every day. Twenty questions and one long talk.',
      },
      themes: ['setbacks', 'identity'],
    },
    {
      on: 'Y4 08-18',
      is: 'session',
      themes: ['applications'],
      note: [
        'Emergency medicine. He asks how to speak of the exam in the application.',
        'Wrote three versions; the one with the card in it is the true one.',
      ],
      takeaway: 'I don’t explain it away. I show the card.',
      actions: [{ what: 'Ask Ms. Abara whether she may be thanked by name', due: 14, done: 10 }],
    },
    {
      on: 'Y4 08-19',
      is: 'goal',
      goal: {
        title: 'Lead one resuscitation debrief as the student',
        category: 'clinical-skills',
        why: 'I want the room to breathe again afterwards, with me in it.',
        measure: 'One debrief, five minutes, the charge nurse’s word on it',
        closing: 'She said “thank you for asking the tech.”',
      },
      target: 'Y4 11-06',
      moves: [['achieved', 'Y4 11-04']],
      progress: [['Y4 10-14', 5, 'Stood beside one and asked the last question.']],
      ratings: [
        ['Y4 08-19', 8, 5],
        ['Y4 11-04', 8, 8],
      ],
    },
    {
      on: 'Y4 10-13',
      is: 'check-in',
      instrument: 'who-5',
      keeping: 'number',
      answers: [4, 3, 4, 3, 5],
    },
    {
      on: 'Y4 11-10',
      is: 'reflection',
      framework: 'identity',
      prompt: 'The physician I want to be',
      sections: {
        physician: 'I called the code time when the attending could not find the clock.',
        'role-model': 'Ms. Abara. She never once looked at her watch.',
        becoming:
          'Someone who gets the interpreter, reads the question, and stays until the family has eaten.',
        change: 'I used to want to be called “el doctor.” Now I would like to be called back.',
      },
      themes: ['identity'],
    },
    {
      on: 'Y4 11-10',
      is: 'goal',
      goal: {
        title: 'Teach the card to two third-years',
        category: 'research-service',
        why: 'Somebody is in that stairwell now.',
        measure: 'Two people who sit down with me before their exam',
      },
      target: 'Y4 02-26',
    },
    { on: 'Y4 03-03', is: 'date', what: 'Rank list to be certified', as: 'deadline' },
    { on: 'Y4 match', is: 'date', what: 'Match Day', as: 'other' },
    {
      on: 'Y4 03-30',
      is: 'session',
      themes: ['endings'],
      note: [
        'Matched in emergency medicine, in the city where the uncle lives.',
        'He left the card with me, for the next one in the stairwell.',
      ],
    },
    {
      on: '-16',
      is: 'session',
      themes: ['family'],
      note: [
        'His parents visit next month; he wants them to see the ward and not the lounge.',
        'Who could show them round? The charge nurse offered before he had finished.',
      ],
      aid: ['Two jokes. I stopped him; he thanked me.'],
      takeaway: 'They came all this way to see where I stand.',
      actions: [
        { what: 'Ask security about visitors on the ward', whose: 'coach', due: 12, done: 9 },
        { what: 'Write my mother’s three questions down before she comes', due: 15 },
      ],
    },
    { on: '+3', is: 'planned' },
    { on: 'Y4 08-11', is: 'date', what: 'Step 2 CK', as: 'exam' },
  ],
  blocks: [
    'Y3 07-06 to Y3 08-14 | Psychiatry | Cedar Hollow Hospital',
    'Y3 08-17 to Y3 10-23 | Internal medicine | Larkspur General',
    'Y3 10-26 to Y3 12-11 | Surgery | Sycamore Valley Medical Center',
    'Y3 01-25 to Y3 03-05 | Pediatrics | Larkspur General',
    'Y3 03-08 to Y3 04-16 | Obstetrics and gynecology | Sycamore Valley Medical Center',
    'Y3 04-19 to Y3 06-04 | Family medicine | Harbor Street Clinic',
    'Y4 07-06 to Y4 08-07 | Emergency medicine sub-internship | Larkspur General',
    'Y4 10-05 to Y4 10-30 | Toxicology elective | Cedar Hollow Hospital',
    'Y4 11-02 to Y4 12-04 | Emergency medicine, away | Northgate Trauma Center',
  ],
  quiet: {
    Y1: [
      'belonging | Fixed the vending machine and is known for it.',
      'family | Reads his grades to his grandmother, who asks about the food.',
      'study habits | Quizzes people on the wall. They fall off laughing.',
      'confidence | Thinks he got in by mistake. Asked for the evidence; there was none.',
    ],
    Y2: [
      'time | Works Saturdays in the climbing gym and will not give it up; good.',
      'exam | Step 1 passed, in a borrowed car, with a flat tire in it.',
      'belonging | Started a lunch table where Spanish is allowed to be wrong.',
      'feedback | “You make it easy to talk to you” from a standardized patient. He wrote it on his hand.',
    ],
    Y3: [
      'rotation | Surgery: slept under a desk once, told me at once.',
      'well-being | Eats with the transport crew, who know everything first.',
      'rotation | Pediatrics: wears the dinosaur badge without irony.',
      'feedback | The family medicine preceptor asked him to stay. He had to say where he is going.',
    ],
    Y4: ['rotation | Sub-internship: knows where the spare batteries are, in every room.'],
  },
}
