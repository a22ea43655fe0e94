/** A conflict in the coach's words: which field of which item, and the values by their labels. */
import type { Conflict } from '../../../shared/crdt/conflict'
import type { Fields } from '../../../shared/crdt/field'
import { fieldLabel, itemTitle, kindLabel, kindNamed } from '../../../shared/model/kinds'
import { t } from '../../../shared/words/words'
import { codeWords } from '../../ui/code-words'
import { partLabels } from '../../ui/labels'
import { shortDay } from '../../ui/when'

export const valueWords = (value: unknown): string => {
  if (value === null || value === '') return t('conflict.nothing')
  if (value === true) return t('conflict.yes')
  if (value === false) return t('conflict.no')
  if (typeof value === 'object' && 'mark' in value) return `“${codeWords(String(value.mark))}”`
  if (typeof value === 'object') return t('conflict.thisVersion')
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDay(text)
  return `“${codeWords(text)}”`
}

/** An item's own words, to call it by. */
export const titleOf = (kind: string, item: object): string =>
  itemTitle(kind, item) || t('common.untitled')

/** A label as a word in a sentence: `target date`, `REACH group`. */
const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label

const named = (fields: Fields | undefined, field: string): string =>
  (fields === undefined ? undefined : fieldLabel(fields, field)) ?? field

/** `lists` are a projection's kinds, in which the conflict's item stands, perhaps inside another one. */
export const conflictTitle = (
  lists: Readonly<Record<string, unknown>>,
  kinds: readonly string[],
  { id, field }: Conflict,
): string => {
  const own = inSentence(named(kindNamed(id)?.fields, field))
  if (id === 'mentee') return t('conflict.menteeField', { field: own })
  if (id === 'settings') return t('conflict.settingField', { field: own })
  if (id === 'reachMarks') {
    const part = field.slice(field.indexOf('/') + 1)
    const labels: Readonly<Record<string, string>> = partLabels
    return `REACH, ${labels[part] ?? part}`
  }
  for (const kind of kinds)
    for (const item of (lists[kind] ?? []) as readonly Readonly<Record<string, unknown>>[]) {
      const told = kindNamed(kind)
      const name = `${kindLabel(kind)} “${titleOf(kind, item)}”`
      if (item.id === id) return `${name}, ${inSentence(named(told?.fields, field))}`
      for (const [inner, part] of Object.entries(item))
        if (Array.isArray(part) && part.some((one) => (one as { id?: string })?.id === id))
          return t('conflict.partField', {
            item: name,
            field: inSentence(named(told?.nested?.[inner]?.fields, field)),
          })
    }
  return field
}
