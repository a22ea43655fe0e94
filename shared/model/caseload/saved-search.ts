/** Searches that the coach keeps: the typed line itself, on every laptop. */

import { requiredLine } from '../../crdt/field'
import { defineKind } from '../../crdt/kind'
import { t } from '../../words/words'

export const savedSearches = defineKind('savedSearches', {
  query: requiredLine(t('savedSearch.typeWhatToLookFor')),
})
