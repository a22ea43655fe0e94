/** What the directory says for a mentee and a day: workshops ahead, what is at their site, and what is to be checked. */
import { addDays } from '../base/day'
import { fold } from '../base/fold'
import { isReachable, type Resource, resourcesAt } from '../model/caseload/resource'
import { openGoals, type RecordProjection } from '../model/projection'
import { schoolYearOn } from '../model/record/enrolment'
import { siteOn } from '../model/record/placement'
import type { Brief } from './brief'

type Asking = Pick<RecordProjection, 'goals' | 'rotations' | 'mentee' | 'enrolments'>
type Ahead = Brief['dates'][number]

const isForYear = ({ years }: Resource, year: number | null): boolean =>
  years.length === 0 || (year !== null && years.includes(String(year)))

const WORKSHOP_AHEAD_DAYS = 30

/** Workshops of the coming weeks, of those that name themes the ones that an open goal shares. */
export const workshopsAhead = (
  directory: readonly Resource[],
  record: Asking,
  day: string,
  turnover: string,
): readonly Ahead[] => {
  const year = schoolYearOn(record, day, turnover)
  const open = new Set(openGoals(record).flatMap(({ themes }) => themes.map(fold)))
  const until = addDays(day, WORKSHOP_AHEAD_DAYS)
  return directory
    .filter(
      (one) =>
        isForYear(one, year) &&
        (one.themes.length === 0 || one.themes.some((theme) => open.has(fold(theme)))),
    )
    .flatMap(({ id, name, dates }) =>
      dates
        .filter((date) => day <= date && date <= until)
        .map((date) => ({ id: `${id}/${date}`, title: name, date })),
    )
}

/** What there is at the site that they rotate at. */
export const servicesAtSite = (
  directory: readonly Resource[],
  record: Asking,
  day: string,
  turnover: string,
): { readonly site: string; readonly services: readonly Resource[] } => {
  const site = siteOn(record.rotations, day)
  const year = schoolYearOn(record, day, turnover)
  return {
    site,
    services: site === '' ? [] : resourcesAt(directory, site).filter((one) => isForYear(one, year)),
  }
}

const A_YEAR_DAYS = 365

/** How to reach it was not made sure of for a year, or ever. */
export const isUnchecked = (resource: Resource, day: string): boolean =>
  isReachable(resource) &&
  (resource.checkedOn === null || resource.checkedOn < addDays(day, -A_YEAR_DAYS))

/** What to check in the first month of the academic year; nothing in any other. */
export const toCheckNow = (
  directory: readonly Resource[],
  day: string,
  turnover: string,
): readonly Resource[] =>
  day.slice(5, 7) === turnover.slice(0, 2) ? directory.filter((one) => isUnchecked(one, day)) : []
