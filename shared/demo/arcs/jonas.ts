/** Jonas: graduated last year, said goodbye to, and kept until the day that he was told. */
import type { Arc } from '../arc'

export const jonas: Arc = {
  mentee: {
    name: 'Jonas Lindqvist',
    pronouns: 'he/him',
    reachGroup: 'C',
    strengths: 'Never gives up, and has learned when to',
    values: 'Reliability',
    interests: 'Anesthesiology, sailing',
    receivedFrom: 'Dr. Samuel Ortega, on sabbatical',
  },
  year: 5,
  since: 'Y2 07-20',
  ended: 'Y4 05-21',
  wishes: 'Say it straight. I am from the coast.',
  beats: [
    {
      on: 'Y2 08-05',
      is: 'session',
      themes: ['getting started'],
      note: [
        'Took over from Dr. Ortega, with what Jonas had agreed to pass on: two goals and a date.',
        'Read it together, and he crossed one goal out.',
      ],
      takeaway: 'New coach, same wind.',
    },
    {
      on: 'Y2 08-19',
      is: 'letter',
      letter: 'jonas',
      moment: 'letter-graduation',
      opens: 'Y4 05-14',
      read: 'Y4 05-20',
    },
    {
      on: 'Y2 09-15',
      is: 'goal',
      goal: {
        title: 'Stop studying when I stop learning',
        category: 'academic',
        why: 'I sit there from loyalty.',
        measure: 'An alarm at the third reread, obeyed for six weeks',
        closing: 'The alarm is a foghorn. It works on the whole house.',
      },
      target: 'Y2 10-30',
      moves: [['achieved', 'Y2 11-02']],
      ratings: [
        ['Y2 09-15', 7, 4],
        ['Y2 11-02', 8, 8],
      ],
    },
    {
      on: 'Y3 11-18',
      is: 'session',
      themes: ['specialty choice'],
      note: [
        'Anesthesia: “You bring them back. It’s sailing at night.”',
        'What will he miss? Talk. So he asked the pre-op clinic for a half-day.',
      ],
      takeaway: 'I get four minutes. They can be good ones.',
    },
    {
      on: 'Y3 11-19',
      is: 'goal',
      goal: {
        title: 'Four good minutes before every anesthetic',
        category: 'clinical-skills',
        why: 'It is the last face they see.',
        measure: 'The recovery nurse asks ten patients whether they were afraid',
        closing: 'Eight of ten said “not after he came.” I have kept the list.',
      },
      target: 'Y3 02-26',
      moves: [['achieved', 'Y3 02-25']],
      ratings: [
        ['Y3 11-19', 9, 6],
        ['Y3 02-25', 9, 9],
      ],
    },
    { on: 'Y3 04-15', is: 'check-in', instrument: 'who-5', keeping: 'talked' },
    {
      on: 'Y4 11-05',
      is: 'reflection',
      framework: 'identity',
      prompt: 'The physician I want to be',
      sections: {
        physician: 'I told a woman when to breathe, and she did, and so did I.',
        becoming: 'Calm that other people can use.',
      },
      themes: ['identity'],
    },
    { on: 'Y4 match', is: 'date', what: 'Match Day', as: 'other' },
    {
      on: 'Y4 05-13',
      is: 'session',
      themes: ['endings'],
      note: [
        'Last meeting, on the pier. Read the goals aloud, from the crossed-out one to the list of ten.',
        'Told him what I keep, until when, and what is destroyed then. He asked for the growth book and for nothing else.',
        'May I write once, in August? “Once. Then let me sail.”',
      ],
      aid: ['I will miss these Thursdays.'],
      takeaway: 'I came for a license and found a way to enter a room.',
      shared: {
        title: 'A last letter',
        text: 'You were handed to me with two goals and you crossed one out, which told me most of what I needed to know. You learned to stop. You learned that four minutes are enough if one is there for all of them. Go well. Call your sister.',
        why: 'To take along at graduation',
      },
    },
    {
      on: 'Y4 05-14',
      is: 'disclosure',
      what: 'Growth book: goals, shared reflections and shared copies',
      to: 'Jonas Lindqvist',
      why: 'Graduation',
      how: 'export',
    },
  ],
  quiet: {
    Y2: [
      'study habits | Reads standing up, at the window, like a lookout.',
      'exam | Step 1: done, passed, slept on the boat.',
      'family | His sister is expecting; he is practicing uncle.',
    ],
    Y3: [
      'rotation | Medicine: likes the plan, and likes the man in the bed.',
      'feedback | “Doesn’t say much, says it on time.”',
      'rotation | Surgery, from the other side of the drape.',
      'well-being | Swims before rounds in October. Asked no further.',
    ],
    Y4: [
      'applications | Six places, all within sight of water.',
      'interviews | Wore the tie with the small anchors. Was asked about nothing else.',
      'looking ahead | Sold the boat, kept the bell.',
    ],
  },
}
