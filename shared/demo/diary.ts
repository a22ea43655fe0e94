/**
 * The coach's diary while the sample is made: no two meetings at one time, none outside office hours, and no mentee twice
 * in a day.
 */
import { addDays } from '../base/day'
import { workday } from './calendar'

/** An hour apart, with room at noon, and over by half past five. */
const SLOTS = ['09:30', '10:30', '13:30', '14:30', '08:30', '15:30', '16:30'] as const
/** Groups meet at noon, when nobody else does. */
export const GROUP_TIME = '12:00'
export const GROUP_MINUTES = 75
export const MOST_MINUTES = 50

/** A coach is a physician on the same days. */
const MOST_A_DAY = 4

export interface Diary {
  /** A time on that day for one mentee, or on the nearest day in the direction that has one. */
  readonly book: (
    mentee: string,
    day: string,
    step: 1 | -1,
  ) => { readonly date: string; readonly time: string }
}

export const createDiary = (): Diary => {
  const taken = new Map<string, string>()
  const book: Diary['book'] = (mentee, day, step) => {
    const date = workday(day, step)
    const names = SLOTS.map((slot) => taken.get(`${date} ${slot}`))
    // By their name, so that everyone has hours of their own.
    const first = [...mentee].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % SLOTS.length
    const slot = SLOTS.map((_one, index) => SLOTS[(first + index) % SLOTS.length] ?? SLOTS[0]).find(
      (one) => !taken.has(`${date} ${one}`),
    )
    if (
      slot === undefined ||
      names.includes(mentee) ||
      names.filter((one) => one !== undefined).length >= MOST_A_DAY
    )
      return book(mentee, addDays(date, step), step)
    taken.set(`${date} ${slot}`, mentee)
    return { date, time: slot }
  }
  return { book }
}
