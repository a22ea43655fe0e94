/** Searches that the coach keeps: the typed line itself, on every laptop. */
import { t } from '../words'
import { requiredLine } from './field'
import { defineKind, type Of } from './kind'

export const savedSearches = defineKind('savedSearches', {
  query: requiredLine(t('savedSearch.typeWhatToLookFor')),
})
export type SavedSearch = Of<typeof savedSearches>
