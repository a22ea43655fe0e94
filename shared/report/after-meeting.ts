/**
 * The message after a meeting: what was agreed, who does what by when, and when they meet next. It is a draft that the
 * coach changes and sends. It is made of what the mentee may see and of nothing else: no note, no memory aid, no agenda.
 */
import { addDays } from '../base/day'
import { appointments, given, leaving } from '../model/leaving'
import { kept, type RecordProjection } from '../model/projection'
import type { Session } from '../model/record/session'
import { t } from '../words/words'

export interface AfterMeetingLetter {
  readonly subject: string
  readonly text: string
}

/** How a day and a time of day are said. */
export interface LetterWords {
  readonly day: (day: string) => string
  readonly time: (time: string) => string
}

/** What one is called in a greeting. */
export const firstName = ({ preferredName, name }: RecordProjection['mentee']): string =>
  preferredName || (name.split(/\s+/)[0] ?? '')

const listOf = (head: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [[head, ...items.map((item) => `- ${item}`)].join('\n')]

/** What was agreed in a session and is still to be done: by its link, or by its day where it was written down outside of it. */
const agreedIn = (record: RecordProjection, { id: of, date }: Session) => {
  const own = new Set(
    kept(record.actionItems)
      .filter(({ session, agreedOn }) => session === of || (session === null && agreedOn === date))
      .map((item) => item.id),
  )
  return given(leaving(record, 'mentee-summary'), 'actionItems').filter(
    ({ id, doneOn }) => own.has(id) && doneOn === null,
  )
}

/** Goals that were begun or taken up again that day. */
const goalsOf = (record: RecordProjection, day: string): readonly string[] => {
  const moved = new Set(
    record.goalMoves
      .filter(({ date, status }) => date === day && status === 'active')
      .map(({ goal }) => goal),
  )
  return given(leaving(record, 'mentee-summary'), 'goals')
    .filter(({ id, status }) => moved.has(id) && status === 'active')
    .map(({ title }) => title)
}

const takeawayOf = (record: RecordProjection, session: string): string =>
  given(leaving(record, 'mentee-inspection'), 'sessions')
    .find(({ id }) => id === session)
    ?.takeaway.trim() ?? ''

const nextTime = (
  record: RecordProjection,
  { date }: Session,
  words: LetterWords,
): readonly string[] => {
  const [next] = [...appointments(record, addDays(date, 1))].sort(
    (a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? ''),
  )
  if (next === undefined) return []
  const day = words.day(next.date)
  const when =
    next.time === null ? day : t('letter.dayAtTime', { day, time: words.time(next.time) })
  return [t('letter.nextTime', { when: [when, next.place].filter(Boolean).join(', ') })]
}

export const afterMeeting = (
  record: RecordProjection,
  session: Session,
  words: LetterWords,
): AfterMeetingLetter => {
  const day = words.day(session.date)
  const agreed = agreedIn(record, session)
  const promises = (whose: 'mentee' | 'coach'): readonly string[] =>
    agreed
      .filter((item) => item.whose === whose)
      .map(({ what, due }) =>
        due === null ? what : t('report.itemBy', { item: what, day: words.day(due) }),
      )
  const takeaway = takeawayOf(record, session.id)
  return {
    subject: t('letter.subject', { day }),
    text: [
      t('letter.greeting', { name: firstName(record.mentee) }),
      t('letter.thanks', { day }),
      ...(takeaway === '' ? [] : [t('letter.takeaway', { takeaway })]),
      ...listOf(t('letter.theyDo'), promises('mentee')),
      ...listOf(t('letter.iDo'), promises('coach')),
      ...listOf(t('letter.goals'), goalsOf(record, session.date)),
      ...nextTime(record, session, words),
    ].join('\n\n'),
  }
}

/** With the one sentence of the coach's own at its end. */
export const withSentence = (
  { text }: Pick<AfterMeetingLetter, 'text'>,
  sentence: string,
): string => [text.trim(), sentence.trim()].filter(Boolean).join('\n\n')
