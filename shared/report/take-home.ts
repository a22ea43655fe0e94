/**
 * A page to take home: the mentee's open goals, what they will try, their strengths, the days ahead, and where help is. It
 * is made of what they may see, and of nothing else (model/leaving.ts).
 */
import { addDays } from '../base/day'
import type { CardLine } from '../model/caseload/support-card'
import { appointments, given, leaving, profileFor } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { displayName } from '../model/record/mentee'
import { t } from '../words/words'
import { footOf, headingWith, headOf, type ReportWords } from './frame'
import { type Report, type ReportBlock, texts } from './report'

const AHEAD_DAYS = 90

const listOf = (items: readonly string[]): readonly ReportBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }]

/** Meetings, exams and the dates they wrote down, the nearest first; a personal day is theirs to remember. */
const daysAhead = (
  record: RecordProjection,
  today: string,
  words: ReportWords,
): readonly (readonly [string, string])[] => {
  const theirs = leaving(record, 'mentee-inspection')
  const all: readonly (readonly [string, string | null])[] = [
    ...appointments(record, today).map(
      ({ date, time, place }) =>
        [
          [t('takeHome.weMeet'), time === null ? '' : words.time(time), place]
            .filter(Boolean)
            .join(', '),
          date,
        ] as const,
    ),
    ...given(theirs, 'exams').map(({ name, booked }) => [name, booked] as const),
    ...given(theirs, 'importantDates')
      .filter(({ kind }) => kind !== 'personal')
      .map(({ title, date }) => [title, date] as const),
  ]
  return all
    .flatMap(([what, date]) =>
      date !== null && date >= today && date <= addDays(today, AHEAD_DAYS)
        ? [[what, date] as const]
        : [],
    )
    .sort(([, a], [, b]) => a.localeCompare(b))
}

export const takeHome = (
  record: RecordProjection,
  vault: VaultProjection,
  {
    card,
    today,
    words,
  }: {
    readonly card: readonly CardLine[]
    readonly today: string
    readonly words: ReportWords
  },
): Report => {
  const shared = leaving(record, 'mentee-summary')
  const { strengths } = profileFor(record.mentee, 'mentee-inspection')
  const goals = given(shared, 'goals').filter(({ status }) => status === 'active')
  const tries = given(shared, 'actionItems').filter(
    ({ whose, doneOn }) => whose === 'mentee' && doneOn === null,
  )
  return {
    ...headOf(vault, t('takeHome.of', { mentee: displayName(record.mentee) }), words.day(today)),
    blocks: [
      ...headingWith(
        t('takeHome.goals'),
        goals.map(({ title, targetDate, measure }) => ({
          kind: 'item',
          title,
          about: targetDate === null ? '' : t('report.goalBy', { day: words.day(targetDate) }),
          texts: texts([t('report.measure'), measure]),
        })),
      ),
      ...headingWith(
        t('takeHome.tries'),
        listOf(
          tries.map(({ what, due }) =>
            due === null ? what : t('report.itemBy', { item: what, day: words.day(due) }),
          ),
        ),
      ),
      ...headingWith(
        t('mentee.strengths'),
        strengths.trim() === '' ? [] : [{ kind: 'text', text: strengths }],
      ),
      ...headingWith(
        t('takeHome.ahead'),
        listOf(
          daysAhead(record, today, words).map(([what, date]) => `${words.day(date)}: ${what}`),
        ),
      ),
      ...headingWith(
        t('takeHome.help'),
        listOf(
          card.map(({ name, reach, when }) => [name, reach, when].filter(Boolean).join(' · ')),
        ),
      ),
    ],
    foot: footOf([record], 'mentee-summary', words),
  }
}
