/**
 * The dates of a residency season: the same for all who match in a year, so they stand in the vault and not in a record.
 * What is shipped is data (season-dates.json), written down from the season before and from accounts of others: expected,
 * and marked as to be checked until the coach has looked at the source. A year of which nothing is shipped has the same
 * entries without a day. As of the resources, only what the coach changed is stored.
 */
import type * as Y from 'yjs'
import {
  field,
  line,
  optionalDate,
  optionalWhole,
  requiredLine,
  type Values,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { type PlainKey, spoken, t } from '../../words/words'
import shipped from './season-dates.json' with { type: 'json' }

export const seasonDates = defineKind(
  'seasonDates',
  {
    title: field(requiredLine('rotation.dateMissing'), 'common.what'),
    year: field(optionalWhole(1950, 2150), 'season.year'),
    date: field(optionalDate, 'common.date'),
    until: field(optionalDate, 'common.until'),
    source: field(line(), 'season.source'),
    /** When the coach last looked at the source; none: to be checked. */
    checkedOn: field(optionalDate, 'season.checkedOn'),
    /** The shipped entry that it replaces. */
    shipped: field(line(), null),
  },
  {
    label: 'label.seasonDate',
    count: 'count.seasonDate',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'today' },
    search: null,
    timeline: null,
  },
)
export type SeasonDate = Of<typeof seasonDates>
type SeasonDateInput = Values<typeof seasonDates.fields>

/** What every season has, in its order. */
const TITLES = spoken({
  opens: 'season.opens',
  submit: 'season.submit',
  review: 'season.review',
  'rank-opens': 'season.rankOpens',
  'rank-due': 'season.rankDue',
  'match-week': 'season.matchWeek',
  'match-day': 'season.matchDay',
})
type ShippedId = keyof typeof TITLES
/** When it was in the seasons of the last years. */
const USUALLY: Readonly<Partial<Record<string, string>>> = spoken({
  opens: 'season.usuallyOpens',
  submit: 'season.usuallySubmit',
  review: 'season.usuallyReview',
  'rank-opens': 'season.usuallyRankOpens',
  'rank-due': 'season.usuallyRankDue',
  'match-week': 'season.usuallyMatchWeek',
  'match-day': 'season.usuallyMatchDay',
} satisfies Record<ShippedId, PlainKey>)
const IDS = Object.keys(TITLES) as readonly ShippedId[]

interface ShippedDate {
  readonly date: string
  readonly until?: string
  readonly source: string
}
const SHIPPED: Readonly<Record<string, Readonly<Partial<Record<string, ShippedDate>>>>> = shipped

const SHIPPED_ID = 'shipped:'

const shippedDate = (year: number, id: ShippedId): SeasonDate => {
  const known = SHIPPED[year]?.[id]
  return {
    ...seasonDates.empty,
    id: `${SHIPPED_ID}${year}/${id}`,
    createdAt: '1970-01-01T00:00:00.000Z',
    deletedAt: null,
    returned: false,
    order: '',
    title: TITLES[id],
    year,
    date: known?.date ?? null,
    until: known?.until ?? null,
    source: known?.source ?? '',
    shipped: id,
  }
}

/** The dates of a year: the shipped ones, but for those that the coach changed or removed, and the coach's own. By day. */
export const datesOfSeason = (
  stored: readonly SeasonDate[],
  year: number,
): readonly SeasonDate[] => {
  const own = stored.filter((one) => one.year === year)
  const replaced = new Set(own.map((one) => one.shipped))
  const all = [
    ...IDS.filter((id) => !replaced.has(id)).map((id) => shippedDate(year, id)),
    ...kept(own),
  ]
  // Those without a day stay where the season has them, at the end.
  return all
    .map((one, index) => ({ one, index }))
    .sort((a, b) => (a.one.date ?? '9').localeCompare(b.one.date ?? '9') || a.index - b.index)
    .map(({ one }) => one)
}

/** What is said in place of a day that nobody here knows; '' where there is one. */
export const dayUnknown = ({ date, shipped }: SeasonDate): string =>
  date !== null ? '' : (USUALLY[shipped] ?? t('season.noDay'))

/** The day is known, and nobody here has looked at its source. */
export const isToCheck = ({ date, checkedOn }: SeasonDate): boolean =>
  date !== null && checkedOn === null

/** A shipped date becomes the coach's own, under an id of its own: two laptops may each make one of it. */
const stored = (vault: Y.Doc, one: SeasonDate, next: SeasonDateInput): string => {
  if (seasonDates.items(vault)?.has(one.id) === true) return one.id
  const own = Object.keys(seasonDates.fields).map((name) => [
    name,
    next[name as keyof SeasonDateInput],
  ])
  return seasonDates.add(vault, {
    ...Object.fromEntries(own),
    year: one.year,
    shipped: one.shipped,
  })
}

export const editSeasonDate = (
  vault: Y.Doc,
  input: { readonly one: SeasonDate; readonly next: Partial<SeasonDateInput> },
): string =>
  vault.transact(() => {
    const { one, next } = input
    const id = stored(vault, one, { ...one, ...next })
    if (id === one.id) seasonDates.edit(vault, { id, base: one, next })
    return id
  })

/** Removes one from the season; returns the id under which it can be restored. */
export const removeSeasonDate = (vault: Y.Doc, one: SeasonDate): string =>
  vault.transact(() => {
    const id = stored(vault, one, one)
    seasonDates.remove(vault, { id, deleted: true })
    return id
  })
