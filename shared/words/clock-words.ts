/**
 * A time of day in words, as the language of dates says it: "2:30 PM" in English (US), "14:30" in German. A session
 * keeps it as `14:30`, in no language; the window and main's reminders say it alike.
 */
export const CLOCK_SHAPE = { hour: 'numeric', minute: '2-digit' } as const

export const timeInWords = (time: string, language: string): string =>
  new Intl.DateTimeFormat(language, CLOCK_SHAPE).format(new Date(`2000-01-01T${time}`))
