/** A conflict in the coach's words: which field of which item, and the values by their labels. */
import type { Conflict } from '../../../shared/model/conflict'
import { RECORD_KINDS, type RecordProjection } from '../../../shared/model/projection'
import {
  categoryLabels,
  checklistLabels,
  componentLabels,
  goalStatusLabels,
  kindLabels,
  markLabels,
  mediumLabels,
  sessionLabels,
  sessionStatusLabels,
  statusLabels,
} from '../../ui/labels'
import { shortDay } from '../../ui/when'

const words: Readonly<Record<string, string>> = {
  ...statusLabels,
  ...goalStatusLabels,
  ...sessionStatusLabels,
  ...sessionLabels,
  ...mediumLabels,
  ...categoryLabels,
  ...markLabels,
}

const fieldWords: Readonly<Record<string, string>> = {
  targetDate: 'target date',
  classYear: 'class',
  preferredName: 'preferred name',
  reachGroup: 'REACH group',
  cadenceWeeks: 'cadence',
  coachedSince: 'coached since',
  doneOn: 'done on',
  whose: 'whose it is',
  followUp: 'follow-up date',
}

export const valueWords = (_field: string, value: unknown): string => {
  if (value === null || value === '') return 'nothing'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'object' && 'mark' in value) return `“${words[String(value.mark)] ?? value.mark}”`
  if (typeof value === 'object') return 'this version'
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDay(text)
  return `“${words[text] ?? text}”`
}

export const conflictTitle = (record: RecordProjection, { id, field }: Conflict): string => {
  if (id === 'mentee') return `Mentee, ${fieldWords[field] ?? field}`
  if (id === 'reachMarks') {
    const part = field.slice(field.indexOf('/') + 1)
    const label = { ...componentLabels, ...checklistLabels }[part as keyof typeof componentLabels]
    return `REACH, ${label ?? part}`
  }
  for (const kind of Object.keys(RECORD_KINDS) as (keyof typeof RECORD_KINDS)[])
    for (const item of record[kind] as readonly Readonly<Record<string, unknown>>[]) {
      const title = String(item.title ?? item.what ?? item.text ?? '')
      const name = `${kindLabels[kind] ?? kind}${title === '' ? '' : ` “${title}”`}`
      if (item.id === id) return `${name}, ${fieldWords[field] ?? field}`
      for (const inner of Object.values(item))
        if (Array.isArray(inner) && inner.some((one) => (one as { id?: string })?.id === id))
          return `${name}, a part’s ${fieldWords[field] ?? field}`
    }
  return fieldWords[field] ?? field
}
