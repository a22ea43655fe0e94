/** Sofia: everything planned, and learning which plan to put down. */
import type { Arc } from '../arc'

export const sofia: Arc = {
  mentee: {
    name: 'Sofia Rossi',
    pronouns: 'she/her',
    reachGroup: 'B',
    strengths: 'Organizes people without their noticing',
    values: 'Kindness with a deadline',
    interests: 'Clinical research, chess',
  },
  year: 2,
  leaves: 'education',
  wishes: 'Hold me to things. Gently.',
  beats: [
    {
      on: 'Y1 09-02',
      is: 'session',
      themes: ['getting started'],
      note: [
        'She has a spreadsheet for coaching. There is a tab for me.',
        'Asked what would surprise the spreadsheet. “Doing nothing in July.”',
      ],
    },
    {
      on: 'Y1 01-12',
      is: 'goal',
      goal: {
        title: 'Finish the quality improvement poster',
        category: 'research-service',
        why: 'The ward asked for it, and they will see whether it comes.',
        measure: 'Accepted, printed, and hung where the nurses pass',
        closing:
          'It hangs by the ice machine. Two of the numbers have been corrected in pen, rightly.',
      },
      target: 'Y1 05-08',
      moves: [['achieved', 'Y1 05-06']],
      steps: [
        ['Data from the night shift', 'Y1 02-13', 'Y1 02-18'],
        ['Abstract read by a nurse', 'Y1 03-20', 'Y1 03-20'],
      ],
      progress: [['Y1 03-04', 5, 'The night shift keeps better records than the day.']],
      ratings: [
        ['Y1 01-12', 7, 7],
        ['Y1 05-06', 7, 9],
      ],
    },
    {
      on: 'Y1 04-28',
      is: 'reflection',
      framework: 'what',
      prompt: 'A time I did not know, and said so',
      sections: {
        what: 'The biostatistician asked why I had chosen that test, and I did not know.',
        'so-what': 'He was delighted. He had been waiting for one of us to say it.',
        'now-what': 'Say it in the first meeting and not in the fifth.',
      },
    },
    { on: 'Y1 05-13', is: 'check-in', instrument: 'who-5', keeping: 'talked' },
    {
      on: 'Y2 08-20',
      is: 'session',
      themes: ['time'],
      note: [
        'Did nothing in July for nine days; on the tenth she reorganized the pantry of her host.',
        'We looked at this year: three projects, one exam, one person.',
        'She moved a project to “someday” with two fingers, as one moves a bishop.',
      ],
      takeaway: 'Someday is a real column.',
      actions: [{ what: 'Hand the registry project to the fellow', due: 21, done: 25 }],
    },
    {
      on: 'Y2 09-09',
      is: 'goal',
      goal: {
        title: 'Leave one hour a day unplanned',
        category: 'well-being',
        why: 'The best questions came while I was peeling oranges.',
        measure: 'An empty hour in the calendar, six days of seven',
        obstacle: 'An empty hour looks like a mistake',
        ifThen: 'If I want to fill it, then I peel an orange.',
      },
      target: 'Y2 02-12',
      ratings: [
        ['Y2 09-09', 7, 4],
        ['Y2 10-22', 8, 6],
      ],
      progress: [['Y2 10-22', 6, 'Four of seven. One of them I slept.']],
    },
    {
      on: 'Y2 10-14',
      is: 'check-in',
      instrument: 'wheel',
      keeping: 'number',
      answers: [7, 8, 6, 9, 7, 6, 7, 5],
      tend: 'social',
      step: 'Chess with a person',
    },
    {
      on: '-47',
      is: 'consult',
      to: 'Dr. Pauline Etcheverry',
      sent: [
        'A student plans every hour and comes to each meeting with a list of what did not fit. I hear myself helping with the list.',
        'What would you ask instead?',
      ],
      reply: {
        days: 5,
        text: 'I would ask which line they are glad was left over. And then I would leave the list on the table, face down, and see who turns it.',
      },
    },
    {
      on: '-26',
      is: 'session',
      themes: ['saying no'],
      note: [
        'Late from clinic, ate while we talked.',
        'She is asked to lead the research society. Wants to want it.',
        'Who would she be letting down by saying no? Only the spreadsheet.',
      ],
      takeaway: 'I can admire a job and leave it there.',
      actions: [{ what: 'Answer the research society by Friday', due: 6, done: 6 }],
    },
    { on: '+4', is: 'planned' },
    {
      on: 'Y2 02-24',
      is: 'exam',
      name: 'Step 1',
      result: 'Y2 03-17',
      tellMe: 'in-person',
      plan: 'The question bank by subject, worst first; Sundays belong to chess.',
    },
  ],
  quiet: {
    Y1: [
      'study habits | Schedules her breaks, then takes them early.',
      'belonging | Runs the birthday list for the whole class.',
      'feedback | A tutor called her “efficient.” She waited for the rest of the sentence.',
    ],
    Y2: [
      'exam | Begins the question bank with the subject she likes least.',
      'friends | Lost at chess to a first-year and was happy about it for days.',
    ],
  },
}
