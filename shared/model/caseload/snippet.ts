/** Snippets: text that the coach types often, inserted by its word after a slash. And words that are spelled right. */

import { field, requiredLine, text } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'

export const snippets = defineKind(
  'snippets',
  {
    word: field(requiredLine('snippet.oneWord'), 'snippet.word'),
    text: field(text, 'snippet.text'),
  },
  {
    label: 'label.snippet',
    count: 'count.snippet',
    title: ({ word }) => word,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)
export type Snippet = Of<typeof snippets>

/** Words that the coach told the spelling to take as right. */
export const ownWords = defineKind(
  'ownWords',
  { word: field(requiredLine('snippet.wordMissing'), 'snippet.word') },
  {
    label: 'label.word',
    count: 'count.word',
    title: ({ word }) => word,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)
