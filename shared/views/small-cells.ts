/**
 * Small cells: with fewer people behind it a number could be somebody's own, and is not shown. Counted are people, not
 * items.
 */
import { SMALLEST_CELL } from '../model/smallest-cell'
import { t } from '../words/words'

export const enoughPeople = (items: readonly { readonly record: string }[]): boolean =>
  new Set(items.map(({ record }) => record)).size >= SMALLEST_CELL

/** A number that is not said: too few people stand behind it. */
export const suppressed = (): string => t('insights.smallCell')

/**
 * Writes a breakdown of people with small cells left out. A single one that is left out could be had by subtracting
 * the others from the total: then the smallest of the others goes, too.
 */
export const suppress = (counts: readonly number[]): readonly (number | null)[] => {
  const small = counts.map((count) => count > 0 && count < SMALLEST_CELL)
  const left = small.filter(Boolean).length
  if (left === 1) {
    const others = counts
      .map((count, index) => ({ count, index }))
      .filter(({ index, count }) => small[index] !== true && count > 0)
      .sort((a, b) => a.count - b.count)
    const [next] = others
    if (next !== undefined) small[next.index] = true
  }
  return counts.map((count, index) => (small[index] === true ? null : count))
}
