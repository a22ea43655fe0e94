/**
 * What a coach means by a day they type: numbers in the order of their language (3/4/2027 is March 4 in the US and
 * 3 April elsewhere), a month by its name or the beginning of it, or 2027-03-04 in every language.
 *
 * It is asked at every key, and answers only for what is a whole day: half of one would be written meanwhile.
 */
import { isRealDay } from './day'

interface Numbers {
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
}
type Part = keyof Numbers

const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 1))
const fold = (words: string): string =>
  words
    .toLocaleLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')

const partsOf = (language: string, month: 'numeric' | 'short' | 'long', date: Date) =>
  new Intl.DateTimeFormat(language, { year: 'numeric', month, day: 'numeric' }).formatToParts(date)

const isPart = (type: string): type is Part => type === 'year' || type === 'month' || type === 'day'
const orderOf = (language: string): readonly Part[] =>
  partsOf(language, 'numeric', new Date(2026, 0, 1))
    .map(({ type }) => type)
    .filter(isPart)

/** Each month's names, short and long, as they stand in a date; they are dear to make, and asked at every key. */
const known = new Map<string, readonly (readonly string[])[]>()
const namesIn = (language: string): readonly (readonly string[])[] => {
  const names =
    known.get(language) ??
    MONTHS.map((date) =>
      (['short', 'long'] as const).map((length) =>
        fold(partsOf(language, length, date).find(({ type }) => type === 'month')?.value ?? ''),
      ),
    )
  known.set(language, names)
  return names
}

/** The month, 1 to 12, that the word begins, where that can be only one; in the language or in English. */
const monthOf = (word: string, language: string): number | undefined => {
  const typed = fold(word)
  const names = MONTHS.map((_, month) =>
    [language, 'en'].flatMap((one) => namesIn(one)[month] ?? []),
  )
  const exact = names.findIndex((all) => all.includes(typed))
  if (exact >= 0) return exact + 1
  const begun = names.flatMap((all, month) =>
    all.some((name) => name.startsWith(typed)) ? [month + 1] : [],
  )
  return typed.length >= 3 && begun.length === 1 ? begun[0] : undefined
}

/** Of this century when there are two digits; 19 and 20 are a year's first half, still being typed. */
const yearOf = (digits: string | undefined): number | undefined => {
  if (digits?.length === 4) return Number(digits)
  return digits?.length === 2 && digits !== '19' && digits !== '20'
    ? 2000 + Number(digits)
    : undefined
}

const numbersOf = (typed: string, language: string): Numbers | undefined => {
  const numbers = typed.match(/\d+/g) ?? []
  const [first, second, third] = numbers
  const month = (typed.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [])
    .map((word) => monthOf(word, language))
    .find((found) => found !== undefined)
  if (numbers.length === 2 && month !== undefined)
    return first?.length === 4
      ? { year: yearOf(first), month, day: Number(second) }
      : { year: yearOf(second), month, day: Number(first) }
  if (numbers.length !== 3) return undefined
  const ordered = orderOf(language)
  const yearLast = (third?.length ?? 0) === 4
  const order: readonly Part[] =
    first?.length === 4
      ? ['year', 'month', 'day']
      : ordered[0] === 'year' && yearLast
        ? ['day', 'month', 'year']
        : ordered
  const at = (part: Part): string | undefined => numbers[order.indexOf(part)]
  return { year: yearOf(at('year')), month: Number(at('month')), day: Number(at('day')) }
}

/** The day as `2027-03-04`; null for what is none, or none yet. */
export const dayTyped = (typed: string, language: string): string | null => {
  const { year, month, day } = numbersOf(typed, language) ?? {}
  if (year === undefined || month === undefined || day === undefined) return null
  const written = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  return isRealDay(written) ? written : null
}

/**
 * A day typed without its year, such as 3/4 or March 4: the next one that comes, today included. Only once the whole of
 * it is typed, since it would be half of another; not as numbers alone where the year comes first.
 */
export const dayWithoutYear = (typed: string, language: string, today: string): string | null => {
  if (orderOf(language)[0] === 'year' && !/\p{L}/u.test(typed)) return null
  const year = Number(today.slice(0, 4))
  return (
    [year, year + 1]
      .map((one) => dayTyped(`${typed} ${one}`, language))
      .find((day) => day !== null && day >= today) ?? null
  )
}
