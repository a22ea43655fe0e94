/** The invented mentees of the sample caseload, and the words their records are put together from. */
export interface Person {
  readonly name: string
  readonly preferredName?: string
  readonly pronouns: string
  /** Year in school, 1 to 4. */
  readonly year: number
  readonly group: string
  readonly strengths: string
  readonly values: string
  readonly interests: string
  readonly status?: 'active' | 'on-leave'
}

export const PEOPLE: readonly Person[] = [
  {
    name: 'Amara Osei',
    pronouns: 'she/her',
    year: 2,
    group: 'B',
    strengths: 'Listens first; asks for feedback',
    values: 'Fairness, family',
    interests: 'Global health, choir',
  },
  {
    name: 'Luis Fernández',
    pronouns: 'he/him',
    year: 2,
    group: 'B',
    strengths: 'Warm with patients',
    values: 'Loyalty',
    interests: 'Emergency medicine, climbing',
  },
  {
    name: 'Wei Zhang',
    pronouns: 'he/him',
    year: 2,
    group: 'B',
    strengths: 'Careful, well prepared',
    values: 'Excellence',
    interests: 'Cardiology, photography',
  },
  {
    name: 'Dana Kowalski',
    pronouns: 'they/them',
    year: 2,
    group: 'B',
    strengths: 'Says what others think',
    values: 'Honesty',
    interests: 'Psychiatry, gardening',
  },
  {
    name: 'Priya Raghunathan',
    pronouns: 'she/her',
    year: 3,
    group: 'A',
    strengths: 'Calm under pressure',
    values: 'Curiosity',
    interests: 'Surgery, running',
  },
  {
    name: 'Chukwuemeka Adeyemi-Balogun',
    preferredName: 'Emeka',
    pronouns: 'he/him',
    year: 3,
    group: 'A',
    strengths: 'Brings people together',
    values: 'Service',
    interests: 'Family medicine, football',
  },
  {
    name: 'Noor Haddad',
    pronouns: 'she/her',
    year: 3,
    group: 'A',
    strengths: 'Writes clearly',
    values: 'Justice',
    interests: 'Pediatrics, poetry',
  },
  {
    name: 'Emily Tran',
    pronouns: 'she/her',
    year: 4,
    group: 'C',
    strengths: 'Sees patterns',
    values: 'Independence',
    interests: 'Radiology, ceramics',
  },
  {
    name: 'Jonas Lindqvist',
    pronouns: 'he/him',
    year: 4,
    group: 'C',
    strengths: 'Never gives up',
    values: 'Reliability',
    interests: 'Anesthesiology, sailing',
  },
  {
    name: 'Aaliyah Brooks',
    pronouns: 'she/her',
    year: 4,
    group: 'C',
    strengths: 'Teaches others well',
    values: 'Community',
    interests: 'Obstetrics, dance',
  },
  {
    name: 'Mateo Rivera',
    pronouns: 'he/him',
    year: 1,
    group: 'D',
    strengths: 'Open about what he does not know',
    values: 'Family, humor',
    interests: 'Undecided, guitar',
  },
  {
    name: 'Sofia Rossi',
    pronouns: 'she/her',
    year: 1,
    group: 'D',
    strengths: 'Organized',
    values: 'Kindness',
    interests: 'Research, chess',
    status: 'on-leave',
  },
]

export const THEMES = [
  'study habits',
  'sleep',
  'feedback',
  'belonging',
  'specialty choice',
  'family',
  'confidence',
  'time',
] as const

export const NOTE_LINES = [
  'Talked through the last two weeks, which were fuller than planned.',
  'The study plan held until the weekend, then it did not.',
  'Feedback from the attending was fair, and hard to hear.',
  'Question blocks in the morning work better than reading at night.',
  'Wants to say no to a second research project and has not yet.',
  'A patient thanked them by name; it stayed with them.',
  'Sleeps better since the phone is in the other room.',
  'Compared themselves with the group again, noticed it, and laughed.',
  'The exam went better than feared.',
  'Asked what a good day would look like; the answer came quickly this time.',
] as const

export const AID_LINES = [
  'Quieter than last time. Ask about home, gently.',
  'I talked too much today; ask more, tell less.',
  'Lit up when speaking of the clinic. Come back to that.',
  'Said “fine” three times. Look at it together next time.',
  'Remember the sister’s wedding in spring.',
] as const

export const TAKEAWAYS = [
  'I can ask earlier.',
  'One evening a week stays free.',
  'I know more than I feel I know.',
  'Start with the hardest block.',
  'It is all right to change my mind.',
] as const

export const ACTIONS = [
  'Send the study plan',
  'Try two question blocks before rounds',
  'Write to the clerkship director about the schedule',
  'Ask for feedback on one presentation',
  'Look at the electives catalogue',
  'Take one evening off each week',
] as const

export const COACH_ACTIONS = [
  'Find the contact for research funding',
  'Send the article on feedback',
  'Ask the dean’s office about the leave form',
] as const

export const GOALS = [
  {
    title: 'Pass the surgery shelf with room to spare',
    category: 'academic',
    measure: 'Two practice exams above the class mean',
  },
  {
    title: 'Present a patient in under four minutes',
    category: 'clinical-skills',
    measure: 'Three presentations with feedback',
  },
  {
    title: 'One evening a week without medicine',
    category: 'well-being',
    measure: 'Marked in the calendar, kept three weeks of four',
  },
  {
    title: 'Decide between two specialties',
    category: 'career',
    measure: 'A page of reasons, talked over with two residents',
  },
  {
    title: 'Finish the quality improvement poster',
    category: 'research-service',
    measure: 'Submitted',
  },
  {
    title: 'Ask for feedback without apologizing',
    category: 'professional-identity',
    measure: 'Five times, noted',
  },
  { title: 'Call home on Sundays', category: 'personal', measure: '' },
  {
    title: 'Read an ECG systematically',
    category: 'clinical-skills',
    measure: 'Ten in a row, each step said aloud',
  },
] as const

export const MILESTONES = ['First week', 'Halfway', 'Talk it over', 'Last step'] as const

export const REFLECTIONS = [
  {
    prompt: 'My first patient death',
    what: 'He died in the night, and I came in to an empty bed.',
    so: 'I had not thought that a bed could be loud.',
    now: 'I will say goodbye when I can.',
  },
  {
    prompt: 'A time I did not know, and said so',
    what: 'The attending asked me, and I said that I did not know.',
    so: 'Nothing bad happened. She taught me.',
    now: 'Say it sooner.',
  },
  {
    prompt: 'Feedback that stung',
    what: 'I was told that I am too quiet in rounds.',
    so: 'It is true on days when I am tired.',
    now: 'One sentence in each round.',
  },
  {
    prompt: 'A patient who taught me more than the textbook',
    what: 'She explained her insulin to me, patiently.',
    so: 'I had learned the molecule and not the life with it.',
    now: 'Ask how they do it at home.',
  },
] as const

export const IDENTITY = [
  'Somebody who does not make people wait for the truth.',
  'Somebody who knows when to sit down.',
  'Careful, and still quick enough to be useful.',
  'The one in the room who asks what matters to the patient.',
] as const

export const ROTATIONS = [
  'Internal medicine',
  'Surgery',
  'Pediatrics',
  'Psychiatry',
  'Family medicine',
  'Obstetrics and gynecology',
  'Neurology',
] as const
export const REACH_THEMES = ['Arriving', 'Learning to learn', 'Feedback', 'Looking ahead'] as const
