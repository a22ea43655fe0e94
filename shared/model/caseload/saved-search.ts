/** Searches that the coach keeps: the typed line itself, on every laptop. */

import { field, requiredLine } from '../../crdt/field'
import { defineKind } from '../../crdt/kind'

export const savedSearches = defineKind(
  'savedSearches',
  {
    query: field(requiredLine('search.textMissing'), 'fields.query'),
  },
  {
    label: 'label.savedSearch',
    count: 'count.savedSearch',
    title: ({ query }) => query,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)
