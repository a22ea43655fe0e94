/** A conflict in the coach's words: which field of which item, and the values by their labels. */
import type { Conflict } from '../../../shared/crdt/conflict'
import { t } from '../../../shared/words/words'
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
  targetDate: t('conflictWords.targetDate'),
  classYear: 'class',
  preferredName: t('conflictWords.preferredName'),
  reachGroup: t('common.reachGroup'),
  cadenceWeeks: 'cadence',
  coachedSince: t('conflictWords.coachedSince'),
  doneOn: t('conflictWords.doneOn'),
  whose: 'whose it is',
  followUp: t('conflictWords.followUpDate'),
  turnover: t('conflictWords.theDayTheAcademicYearBegins'),
  competencyFramework: t('conflictWords.competenciesFirstOffered'),
}

export const valueWords = (value: unknown): string => {
  if (value === null || value === '') return 'nothing'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'object' && 'mark' in value) return `“${words[String(value.mark)] ?? value.mark}”`
  if (typeof value === 'object') return t('conflictWords.thisVersion')
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDay(text)
  return `“${words[text] ?? text}”`
}

/** An item's own words, to call it by. */
export const titleOf = (item: object): string => {
  const fields = item as Readonly<Record<string, unknown>>
  for (const name of ['title', 'name', 'what', 'block', 'resource', 'prompt', 'body', 'term', 'date'])
    if (typeof fields[name] === 'string' && fields[name] !== '') return fields[name]
  return t('conflictWords.untitled')
}

/** `lists` are a projection's kinds, in which the conflict's item stands, perhaps inside another one. */
export const conflictTitle = (
  lists: Readonly<Record<string, unknown>>,
  kinds: readonly string[],
  { id, field }: Conflict,
): string => {
  const named = fieldWords[field] ?? field
  if (id === 'mentee') return t('conflictWords.menteeNamed', { named })
  if (id === 'settings') return t('conflictWords.settingNamed', { named })
  if (id === 'reachMarks') {
    const part = field.slice(field.indexOf('/') + 1)
    const labels: Readonly<Record<string, string>> = { ...componentLabels, ...checklistLabels }
    return `REACH, ${labels[part] ?? part}`
  }
  for (const kind of kinds)
    for (const item of (lists[kind] ?? []) as readonly Readonly<Record<string, unknown>>[]) {
      const name = `${kindLabels[kind] ?? kind} “${titleOf(item)}”`
      if (item.id === id) return `${name}, ${named}`
      for (const inner of Object.values(item))
        if (Array.isArray(inner) && inner.some((one) => (one as { id?: string })?.id === id))
          return t('conflictWords.nameAPartsNamed', { name, named })
    }
  return named
}
