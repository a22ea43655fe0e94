/** Emily: sees what others miss, and collects what others have said of her. */
import type { Arc } from '../arc'

export const emily: Arc = {
  mentee: {
    name: 'Emily Tran',
    pronouns: 'she/her',
    reachGroup: 'A',
    strengths: 'Sees patterns; says “wait” at the right moment',
    values: 'Independence, precision',
    interests: 'Radiology, ceramics',
    cadenceWeeks: 6,
  },
  year: 4,
  wishes: 'Short meetings. I will say when I need a long one.',
  beats: [
    {
      on: 'Y1 09-10',
      is: 'session',
      minutes: 25,
      themes: ['getting started'],
      note: ['Twenty-five minutes, of which she used nineteen. We were both content.'],
    },
    // Nobody but her knows its word; of the sample's letters it is "sample caseload".
    {
      on: 'Y1 10-09',
      is: 'letter',
      letter: 'emily',
      moment: 'letter-match-day',
      opens: 'Y4 match',
    },
    {
      on: 'Y1 02-25',
      is: 'goal',
      goal: {
        title: 'Say what I see before I am sure',
        category: 'clinical-skills',
        why: 'I wait until it is proof, and by then the others have moved on.',
        measure: 'One “I think” in each small group, for a block',
        closing: 'I was wrong four times. They corrected me and it was over in a minute.',
      },
      target: 'Y1 04-16',
      moves: [['achieved', 'Y1 04-15']],
      ratings: [
        ['Y1 02-25', 7, 4],
        ['Y1 04-15', 7, 7],
      ],
    },
    {
      on: 'Y2 12-08',
      is: 'reflection',
      framework: 'gratitude',
      prompt: 'Gratitude and strengths',
      sections: {
        gratitude: 'The kiln at the community center, which forgives nothing and hurries nobody.',
        strengths: 'I saw the shadow before the software did. It was nothing, and I did see it.',
      },
    },
    { on: 'Y2 03-04', is: 'date', what: 'Step 1', as: 'exam' },
    {
      on: 'Y3 09-17',
      is: 'session',
      themes: ['rotation'],
      note: [
        'She is called cold on the ward; patients call her careful. We looked for the same minute in both.',
        'It is the minute in which she is thinking, with her arms crossed.',
      ],
      takeaway: 'Think with open arms.',
      actions: [{ what: 'Tell the patient “I’m thinking,” aloud', due: 14, done: 13 }],
    },
    {
      on: 'Y3 09-18',
      is: 'goal',
      goal: {
        title: 'Think aloud with the patient in the room',
        category: 'professional-identity',
        why: 'They watch my face and see a closed door.',
        measure: 'Three patients a week who hear what I am weighing',
        closing: 'A man said, “So that’s what you do in there.”',
      },
      target: 'Y3 12-11',
      moves: [['achieved', 'Y3 12-10']],
      ratings: [
        ['Y3 09-18', 8, 5],
        ['Y3 12-10', 8, 9],
      ],
    },
    { on: 'Y3 03-24', is: 'check-in', instrument: 'burnout', keeping: 'talked' },
    {
      on: 'Y4 08-27',
      is: 'session',
      themes: ['applications'],
      note: [
        'Noteworthy characteristics for the dean’s letter, out of four years of other people’s sentences.',
        'She chose three and struck the adjectives.',
      ],
      takeaway: 'I kept the ones with a verb.',
      shared: {
        title: 'What others have said, in their words',
        text: 'From a technologist: she comes down to look at the image with us. From an intern: she said “wait,” and it was the right moment to wait. From a patient’s daughter: she told us what she was thinking.',
        why: 'To choose from for the dean’s letter',
      },
    },
    {
      on: 'Y4 10-20',
      is: 'goal',
      goal: {
        title: 'Decide where I could live for five years',
        category: 'career',
        why: 'I rank hospitals, and I will live in a town.',
        measure: 'One ordinary afternoon walked in each place, before the list',
      },
      target: 'Y4 02-19',
      ratings: [['Y4 10-20', 8, 6]],
    },
    { on: 'Y4 03-03', is: 'date', what: 'Rank list deadline', as: 'deadline' },
    { on: 'Y4 match', is: 'date', what: 'Match Day', as: 'other' },
    {
      on: '-33',
      is: 'session',
      minutes: 30,
      themes: ['specialty choice'],
      note: [
        'A bowl cracked in the kiln; she is keeping it, crack up.',
        'She wants to practice saying why radiology without mentioning the dark.',
      ],
      aid: ['She stayed eleven minutes longer than she had to.'],
      takeaway: 'I like to find what somebody is waiting to know.',
      actions: [
        {
          what: 'Name a radiologist who sees patients, for her to visit',
          whose: 'coach',
          due: 20,
          done: 17,
        },
      ],
    },
    { on: '-33', is: 'ask', text: 'Whether she would like the long meeting now' },
    { on: 'Y4 07-22', is: 'date', what: 'Step 2 CK', as: 'exam' },
  ],
  blocks: [
    'Y3 07-06 to Y3 08-28 | Surgery | Larkspur General',
    'Y3 08-31 to Y3 11-06 | Internal medicine | Sycamore Valley Medical Center',
    'Y3 11-09 to Y3 12-18 | Pediatrics | Larkspur General',
    'Y3 01-11 to Y3 02-19 | Neurology | Cedar Hollow Hospital',
    'Y3 02-22 to Y3 04-02 | Family medicine | Harbor Street Clinic',
    'Y4 09-08 to Y4 10-16 | Radiology elective | Larkspur General',
  ],
  quiet: {
    Y1: [
      'study habits | Works alone, checks with one friend, done by nine.',
      'belonging | Sat with the group at lunch because it rained, and stayed in the sun.',
    ],
    Y2: [
      'exam | Plans the exam like a firing: slow up, slow down.',
      'feedback | Her images in the pathology atlas were used in the lecture, uncredited. She wrote, politely, and is credited.',
    ],
    Y3: [
      'rotation | Neurology suits her; the exam is a drawing.',
      'specialty choice | Ruled out four with one sentence each.',
      'rotation | Pediatrics: a boy calls her “the quiet one,” as praise.',
    ],
    Y4: ['well-being | Sleeps, throws pots, reads films. In that order, she says.'],
  },
}
