/** What the invented coach keeps about their own coaching: no mentee is in any of it. */
import type * as Y from 'yjs'
import { academicYearEnd } from '../base/academic-year'
import { addDays } from '../base/day'
import { afterthoughts } from '../model/caseload/afterthought'
import { coachGoals, lookBacks } from '../model/caseload/coach-goal'
import {
  addSheet,
  feedbackForm,
  feedbackRounds,
  finishRound,
} from '../model/caseload/feedback-round'
import { coachReflections, work } from '../model/caseload/work'
import { workday } from './calendar'

/** Days ago, and what was tapped. */
const AFTERTHOUGHTS = [
  [4, 'asked', 'they', 'Leave the silence after “I don’t know”'],
  [6, 'both', 'equal', ''],
  [11, 'asked', 'they', ''],
  [18, 'told', 'me', 'Ask what they have tried before I offer anything'],
  [27, 'both', 'equal', ''],
  [33, 'told', 'equal', ''],
  [41, 'both', 'me', ''],
  [52, 'told', 'me', 'Start on time, end on their words'],
  [64, 'both', 'equal', ''],
  [71, 'told', 'me', ''],
] as const

/** A row a sheet, a digit a question; `-` was left empty. */
const SHEETS = ['323323', '233332', '322313', '333323', '2-2312', '323233', '332-23'] as const
const KEPT = [
  'You remember what I said last time.',
  'Asking before advising. It annoys me, and then it works.',
  'Walking while we talk.',
]
const CHANGED = [
  'Sometimes the answer comes before I have finished the question.',
  'More time on what comes next.',
]

const WORK = [
  [3, 'preparation', 40, ''],
  [8, 'coach-meeting', 60, 'Coaches’ meeting'],
  [20, 'messages', 25, ''],
  [34, 'development', 180, 'Workshop: asking instead of telling'],
  [40, 'group-preparation', 45, ''],
] as const

const addGoals = (
  vault: Y.Doc,
  ago: (days: number) => string,
  today: string,
): readonly string[] => {
  const asking = coachGoals.add(vault, {
    title: 'Ask one more question before I advise',
    firstStep: 'Count to five once they stop talking',
    lookBackOn: addDays(today, 12),
  })
  lookBacks.add(vault, {
    of: asking,
    date: ago(30),
    how: 'Three sessions. Twice I waited, once the clock won.',
  })
  const ending = coachGoals.add(vault, {
    title: 'End on their words, not mine',
    firstStep: 'Ask for the takeaway five minutes before the end',
    status: 'achieved',
  })
  lookBacks.add(vault, { of: ending, date: ago(75), how: 'It is a habit now, even in a hurry.' })
  return [asking, ending]
}

const addReflections = (vault: Y.Doc, ago: (days: number) => string): readonly string[] => [
  coachReflections.add(vault, {
    date: ago(18),
    title: 'Where I told instead of asking',
    text: 'They were tired, and so was I. A plan is quicker than a question. It was my plan.',
    listed: true,
  }),
  coachReflections.add(vault, {
    date: ago(58),
    title: 'A colleague observed a session',
    text: 'What they saw and heard\nEleven questions, four of them with the answer inside.\n\nWhat I’ll try next time\nShorter questions.',
  }),
]

const addRounds = (vault: Y.Doc, today: string): readonly string[] => {
  const year = academicYearEnd(today) - 1
  const begin = (title: string, createdAt: string): string =>
    feedbackRounds.add(vault, { title, form: feedbackForm(), createdAt })
  const spring = begin(`Spring ${year}`, `${year}-04-06T09:00:00.000Z`)
  for (const [place, marks] of SHEETS.entries())
    addSheet(vault, {
      round: spring,
      marks: [...marks].map((mark) => (mark === '-' ? null : Number(mark))),
      words: [KEPT[place] ?? '', CHANGED[place - 4] ?? ''],
    })
  finishRound(vault, { id: spring, today: `${year}-05-14` })
  const fall = begin(`Fall ${year}`, `${year}-07-01T09:00:00.000Z`)
  for (const marks of SHEETS.slice(0, 2))
    addSheet(vault, { round: fall, marks: [...marks].map(Number), words: [] })
  return [spring, fall]
}

/** Returns the ids, so that the sample can be removed. */
export const addSampleCoaching = (
  vault: Y.Doc,
  today: string,
): { readonly coaching: readonly string[] } =>
  vault.transact(() => {
    const ago = (days: number): string => workday(addDays(today, -days), -1)
    return {
      coaching: [
        ...addGoals(vault, ago, today),
        ...AFTERTHOUGHTS.map(([days, asked, talked, toTry]) =>
          afterthoughts.add(vault, { date: ago(days), asked, talked, toTry }),
        ),
        ...addReflections(vault, ago),
        ...addRounds(vault, today),
        ...WORK.map(([days, kind, minutes, what]) =>
          work.add(vault, { date: ago(days), kind, minutes, what }),
        ),
      ],
    }
  })
