/** Wei: always fine, until a sentence of feedback stings and turns out to be useful. */
import type { Arc } from '../arc'

export const wei: Arc = {
  mentee: {
    name: 'Wei Zhang',
    pronouns: 'he/him',
    reachGroup: 'B',
    strengths: 'Careful and prepared; remembers what others said months ago',
    values: 'Excellence, and not being a burden',
    interests: 'Cardiology, night photography',
    avoid: 'His brother’s residency',
  },
  year: 2,
  unseenFor: 50,
  leaves: 'health',
  wishes: 'Please don’t ask how I feel as the first question.',
  beats: [
    {
      on: 'Y1 09-04',
      is: 'session',
      themes: ['getting started'],
      note: [
        'Came with a typed page: aims, timeline, risks. I asked which of them was his.',
        'He thought about it, and underlined the photographs.',
      ],
      aid: ['Very polite. I know his calendar now, and nothing else.'],
    },
    {
      on: 'Y1 11-12',
      is: 'session',
      themes: ['study habits'],
      note: [
        'Block exam: fine. Group: fine. Home: fine.',
        'Showed me one picture, of a bridge at four in the morning.',
      ],
      aid: ['Said “fine” three times, before I had finished asking. Why four in the morning?'],
    },
    {
      on: 'Y1 01-21',
      is: 'session',
      themes: ['well-being'],
      note: ['Offered the well-being check-in. “Not today, thank you.” That is a full answer.'],
      aid: ['Third no. Keep offering, keep it light; the no is his to have.'],
    },
    {
      on: 'Y1 03-11',
      is: 'goal',
      goal: {
        title: 'Hand in one thing that is good enough',
        category: 'professional-identity',
        why: 'I rewrote a two-page summary nine times and learned nothing after the third.',
        measure: 'One assignment sent after two drafts, and I look at what happens',
        closing: 'Nothing happened. That was the interesting part.',
      },
      target: 'Y1 04-30',
      moves: [['achieved', 'Y1 04-29']],
      steps: [
        ['Choose which assignment', 'Y1 03-20', 'Y1 03-20'],
        ['Press send by six', 'Y1 04-24', 'Y1 04-24'],
      ],
      ratings: [
        ['Y1 03-11', 6, 4],
        ['Y1 04-29', 8, 7],
      ],
    },
    {
      on: 'Y1 05-07',
      is: 'reflection',
      framework: 'gratitude',
      prompt: 'Gratitude and strengths',
      sections: {
        gratitude: 'The security guard who lets me onto the roof when the sky is clear.',
        strengths:
          'I can wait forty minutes for a light to change. I had not called that a strength.',
      },
    },
    {
      on: 'Y2 08-26',
      is: 'prep',
      wins: 'Knew every potassium of the afternoon clinic.',
      challenges: 'A comment on my card. I have read it more often than I want to say.',
      oneThing: 'Whether it is true.',
      feedback: '“Knows everything. Asks the patient nothing.”',
      energy: 6,
      stress: 7,
    },
    {
      on: 'Y2 08-27',
      is: 'session',
      themes: ['feedback'],
      note: [
        '# How the afternoons have been',
        'He likes the clinic. He likes it best before the door opens.',
        '# Reactions',
        'First anger (“she saw me for ten minutes”), then very still: “It is what my brother says.”',
        '# The comment itself',
        'In his words: the questions he asks all have a right answer.',
        '# One change',
        'One open question before any closed one. He picked the sentence: “What should I know about you first?”',
      ],
      aid: ['He brought up the brother himself. Don’t go there unless he does.'],
      takeaway: 'The history is not the quiz.',
      actions: [
        { what: 'Print the question cards for the preceptor', whose: 'coach', due: 5, done: 4 },
      ],
    },
    {
      on: 'Y2 08-28',
      is: 'goal',
      goal: {
        title: 'One open question before any closed one',
        category: 'clinical-skills',
        why: 'I want to know why people come, and not only what they have.',
        behaviour: 'Begin with “What should I know about you first?” and count to five',
        measure: 'The preceptor ticks a card: eight encounters of ten',
        attainable: 'It is one sentence, and the clinic is every Tuesday.',
        competencies: ['ume:pbli.feedback'],
        obstacle: 'A full waiting room',
        ifThen: 'If I hear myself say “any chest pain,” then I stop and ask the first question.',
        themes: ['feedback'],
      },
      target: 'Y2 10-09',
      moves: [['achieved', 'Y2 10-08']],
      steps: [
        ['Week one, with the card', 'Y2 09-04', 'Y2 09-04'],
        ['Week three, card turned over', 'Y2 09-18', 'Y2 09-21'],
        ['Week five: the preceptor’s count', 'Y2 10-02', 'Y2 10-02'],
      ],
      progress: [
        ['Y2 09-04', 3, 'Four of ten. My voice goes up at the end.'],
        ['Y2 09-21', 6, 'Seven. One woman answered for six minutes and gave me the diagnosis.'],
        ['Y2 10-02', 9, 'Nine of ten. The tenth was asleep.'],
      ],
      ratings: [
        ['Y2 08-28', 9, 5],
        ['Y2 09-21', 9, 7],
        ['Y2 10-02', 9, 9],
      ],
    },
    {
      on: 'Y2 09-24',
      is: 'reflection',
      framework: 'what',
      prompt: 'Feedback that stung',
      sections: {
        what: 'A preceptor wrote eight words about me on a card.',
        'so-what':
          'I can be right all afternoon and meet no one. I thought the two had nothing to do with each other.',
        'now-what':
          'Ask, and then be quiet for longer than is comfortable. It is like a long exposure.',
      },
      themes: ['feedback', 'identity'],
    },
    {
      on: 'Y2 10-08',
      is: 'goal',
      goal: {
        title: 'Show somebody a picture before it is finished',
        category: 'professional-identity',
        why: 'I only ever show the last one.',
        measure: 'One unfinished print a month, to a person, with no explanation',
      },
      target: 'Y2 05-14',
      ratings: [['Y2 10-08', 7, 3]],
    },
    { on: 'Y2 03-16', is: 'date', what: 'Step 1', as: 'exam' },
    {
      on: 'Y2 04-09',
      is: 'session',
      themes: ['exam'],
      note: [
        'Passed. He told me in the corridor, between two doors, and smiled before he could stop it.',
      ],
    },
    {
      on: '-52',
      is: 'prep',
      source: 'paper',
      wins: 'The photographs hang in the student lounge. Somebody asked who made them.',
      challenges: 'Nothing in particular.',
      oneThing: 'I do not know.',
    },
    {
      on: '-29',
      is: 'session',
      status: 'cancelled',
    },
    {
      on: '-15',
      is: 'session',
      status: 'missed',
    },
    { on: '-50', is: 'ask', text: 'Not about the exam: about the pictures in the lounge' },
  ],
  blocks: ['Y2 08-17 to Y2 04-30 | Longitudinal clinic, Tuesdays | Harbor Street Clinic'],
  quiet: {
    Y1: [
      'study habits | Color-coded the year to June. Blue is sleep; there is little blue.',
      'friends | Studies alone, he says, because it is faster. Alone with four people, it turns out.',
      'family | A call from home each Sunday at ten, with a grade report.',
    ],
    Y2: [
      'identity | Asked what he would photograph in a hospital. “Hands. Only hands.”',
      'confidence | Corrected a resident, was right, and could not enjoy it.',
    ],
  },
}
