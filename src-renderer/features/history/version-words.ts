/** When a version was replaced, and what its texts are called, in words. */
import { daysBetween } from '../../../shared/base/day'
import type { Kept } from '../../../shared/model/history/said'
import { fieldLabel, RECORD_KINDS } from '../../../shared/model/kinds'
import { frameworkOf } from '../../../shared/model/record/reflection'
import type { Framework } from '../../../shared/model/record/shipped-frameworks'
import { t } from '../../../shared/words/words'
import { dayOf } from '../../ui/days/day-words'
import { inWords, relativeDay, shortDay } from '../../ui/when'

const A_WEEK_DAYS = 7
const NOON = 12
const EVENING = 18

const partOfToday = (hour: number): string =>
  hour < NOON
    ? t('history.thisMorning')
    : hour < EVENING
      ? t('history.thisAfternoon')
      : t('history.thisEvening')

const capitalized = (words: string): string =>
  words.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase())

/** "This morning, 9:40 AM", "Yesterday, …", "Monday, …", "Nov 3, …". */
export const momentWords = (at: string, today: string): string => {
  const date = new Date(at)
  const day = dayOf(date)
  const ago = daysBetween(day, today)
  const said =
    ago === 0
      ? partOfToday(date.getHours())
      : ago === 1
        ? capitalized(relativeDay(day, today))
        : ago > 1 && ago < A_WEEK_DAYS
          ? inWords(day, 'weekday')
          : shortDay(day)
  return t('history.moment', { day: said, time: inWords(at, 'time') })
}

/** What a text of an item is called, and what it is a part of. */
export const textWords = (
  { kind }: Kept,
  path: string,
  framework: string,
  own: readonly Framework[],
): string => {
  const [field = '', key] = path.split('/')
  const { fields, nested } = RECORD_KINDS[kind]
  const inner = Object.entries(nested).find(([name]) => name === field)?.[1]
  if (inner !== undefined)
    return fieldLabel(inner.fields, path.split('/')[2] ?? '') ?? t('history.text')
  const section = frameworkOf(framework, own).sections.find(({ id }) => id === key)
  return section?.title ?? fieldLabel(fields, field) ?? t('history.text')
}
