/** `2026-11` as the coach reads it. */
import { inWords } from '../../ui/when'

export const monthWords = (month: string): string => inWords(`${month}-01`, 'long month')

/** The same in a table. */
export const shortMonth = (month: string): string => inWords(`${month}-01`, 'month with year')
