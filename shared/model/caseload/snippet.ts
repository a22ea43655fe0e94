/** Snippets: text that the coach types often, inserted by its word after a slash. And words that are spelled right. */

import { requiredLine, text } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'
import { t } from '../../words/words'

export const snippets = defineKind('snippets', { word: requiredLine(t('snippet.nameItByOneWord')), text })
export type Snippet = Of<typeof snippets>

/** Words that the coach told the spelling to take as right. */
export const ownWords = defineKind('ownWords', { word: requiredLine(t('snippet.writeTheWord')) })
