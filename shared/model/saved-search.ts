/** Searches that the coach keeps: the typed line itself, on every laptop. */
import { requiredLine } from './field'
import { defineKind, type Of } from './kind'

export const savedSearches = defineKind('savedSearches', { query: requiredLine('Type what to look for.') })
export type SavedSearch = Of<typeof savedSearches>
