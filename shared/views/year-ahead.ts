/**
 * Where each mentee is in the months that are asked for: rotations and leaves, which last, and exams, REACH weeks and the
 * days of the residency season. It is a page to plan by, at which others may look: what the coach was told of somebody, and
 * personal days, are not on it.
 */
import { datesOfSeason, isToCheck } from '../model/caseload/season-date'
import { kept, type RecordProjection, type VaultProjection } from '../model/projection'
import { byDisplayName, displayName } from '../model/record/mentee'
import { weeksOfMentee } from '../model/record/reach'
import { seasonsInOrder } from '../model/record/season'
import { t } from '../words/words'
import { awayBands, rotationBands } from './four-years'

interface Day {
  readonly id: string
  readonly title: string
  readonly date: string
}

interface Lasting {
  readonly id: string
  readonly title: string
  /** Its last day, in the month in which it ends. */
  readonly ends: string | null
}

export interface MenteeMonth {
  /** `2026-11`. */
  readonly month: string
  readonly lasting: readonly Lasting[]
  readonly days: readonly Day[]
}

export interface MenteeYear {
  readonly id: string
  readonly name: string
  readonly months: readonly MenteeMonth[]
}

const lastingOf = (record: RecordProjection) =>
  [...rotationBands(record), ...awayBands(record, ['on-leave'])].sort(
    (a, b) => a.start.localeCompare(b.start) || a.title.localeCompare(b.title),
  )

const seasonDays = (record: RecordProjection, vault: VaultProjection): readonly Day[] => {
  const [season] = seasonsInOrder(record.seasons)
  if (season === undefined) return []
  const { id, year, interviews } = season
  return [
    ...interviews.map((date) => ({ id: `${id}/${date}`, title: t('season.interview'), date })),
    ...(year === null ? [] : datesOfSeason(vault.seasonDates, year)).flatMap((one) =>
      one.date === null
        ? []
        : [
            {
              id: one.id,
              title: isToCheck(one) ? t('season.notChecked', { title: one.title }) : one.title,
              date: one.date,
            },
          ],
    ),
  ]
}

const daysOf = (record: RecordProjection, vault: VaultProjection): readonly Day[] =>
  [
    ...kept(record.importantDates).filter(({ kind }) => kind !== 'personal'),
    ...kept(record.exams).flatMap(({ id, name, booked, windowEnd }) =>
      booked !== null
        ? [{ id, title: name, date: booked }]
        : windowEnd !== null
          ? [{ id, title: t('exam.windowEndsOf', { exam: name }), date: windowEnd }]
          : [],
    ),
    ...seasonDays(record, vault),
    ...weeksOfMentee(vault.reachWeeks, record).map(({ id, quarter, start }) => ({
      id,
      title: t('yearAhead.reachWeek', { week: quarter }),
      date: start,
    })),
  ]
    .map(({ id, title, date }) => ({ id, title, date }))
    .sort((a, b) => a.date.localeCompare(b.date) || a.title.localeCompare(b.title))

/** By name; `months` are `2026-11`, one after the other. */
export const yearAhead = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  months: readonly string[],
): readonly MenteeYear[] =>
  [...records].sort(byDisplayName).map((record) => {
    const [lasting, days] = [lastingOf(record), daysOf(record, vault)]
    return {
      id: record.id,
      name: displayName(record.mentee),
      months: months.map((month) => ({
        month,
        lasting: lasting
          .filter(
            ({ start, end }) => start.slice(0, 7) <= month && (end ?? month).slice(0, 7) >= month,
          )
          .map(({ id, title, end }) => ({
            id,
            title,
            ends: end?.startsWith(month) === true ? end : null,
          })),
        days: days.filter(({ date }) => date.startsWith(month)),
      })),
    }
  })
