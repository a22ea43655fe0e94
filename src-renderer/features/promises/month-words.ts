/** `2026-11` as the coach reads it. */
import { inWords } from '../../ui/when'

export const monthWords = (month: string): string => inWords(`${month}-01`, 'long month')
