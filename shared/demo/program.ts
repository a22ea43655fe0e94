/** What the invented school and its groups talk about: the REACH weeks, the group sessions, and the coach's own scraps. */

/** By year and quarter, the same for every class. */
export const WEEK_THEMES: readonly string[] = [
  'Arriving',
  'Learning how I learn',
  'Asking for help',
  'What the first year taught us',
  'Working in a team',
  'When I compare myself',
  'The exam, and the rest of life',
  'Before the wards',
  'Being new on every team',
  'Feedback that stays',
  'Loss, and going on',
  'Choosing without certainty',
  'Telling my story',
  'Waiting well',
  'Leaving a place',
  'The first of July',
]

/** By group and in order: `theme | what was said`, and no names in it. */
export const GROUP_TALKS: Readonly<Record<string, readonly string[]>> = {
  A: [
    'belonging | Each brought an object from home. Nobody had to explain theirs, and all of them did.',
    'study habits | Compared calendars. The one with the most blank space was the most rested, and got questions.',
    'help | Wrote down whom they would call at two in the morning. Two had nobody in this town yet; by the end both had.',
    'looking back | A letter to the person who arrived last July. Much of it was “you may sit down.”',
    'teams | Played the same handover twice, once hurried. The second one took forty seconds longer.',
    'comparison | “Everyone else is fine” said aloud by six people in turn. Laughter, then quiet.',
    'time | What each gives up for the exam, and what each will not.',
    'transition | Questions for the wards on cards; last year’s seniors answered them by phone.',
    'belonging | First weeks on the wards: where to put the bag, when to sit, whom to ask. Agreed to text one another the codes for the coffee machine.',
    'feedback | One sentence of feedback each that they would keep. Half of them were from nurses.',
    'loss | Named a patient, no details, a minute each. Nobody looked at the clock.',
    'specialty choice | Argued for a specialty they will not choose. Two came out less certain, which was the point.',
    'stories | Read first lines of personal statements. Kept the plain ones.',
    'waiting | Interview season: what helps on the day after. A walk, mostly, and no forums.',
    'endings | Whom to thank before leaving, and how. A list went round.',
    'beginning | What an intern needs from a friend in August.',
  ],
  B: [
    'belonging | Names, and how each got theirs. It took the whole hour and was worth it.',
    'study habits | Swapped one method for a fortnight; reports were honest, flash cards divided the room.',
    'help | Practiced asking a resident a question that sounds basic. Harder than the physiology.',
    'looking back | One thing learned that was in no lecture.',
    'teams | Who speaks first in small group, and who never does. They saw it before I said it.',
    'comparison | Put a number on how often they compare in a day, then what they were doing each time: almost always the phone.',
    'time | Drew next month on one page, exam in red, people in green. More green was added afterwards.',
    'transition | What they want to be seen doing in the second week on the wards.',
  ],
}

export const CAPTURES = [
  {
    about: 'Amara Osei',
    daysAgo: 1,
    time: '13:05',
    text: 'Amara was humming on the stairs. Ask about choir before anything else.',
  },
  {
    about: 'Luis Fernández',
    daysAgo: 3,
    time: '07:40',
    text: 'Charge nurse stopped me: Luis stayed with the family until the interpreter came. Tell him she noticed.',
  },
  {
    about: '',
    daysAgo: 2,
    time: '18:10',
    text: 'For the coaches’ meeting: how do others end a talk that has no end? No names.',
  },
] as const

export const SNIPPET = {
  word: 'limits',
  text: 'Before you go on: I am not a confidential resource. If it is about safety or something the school makes me report, I can’t keep it to myself. I can go with you to someone who can.',
} as const
