/**
 * The promise ledger: everything that the coach said they would do, over all mentees, and what became of it. It measures the
 * coach and nobody else. A promise is counted in the month in which it was decided: when it was kept, or when its day went
 * by. One without a day is late for nobody: it is open until it is kept.
 */
import { kept } from '../crdt/kind'
import type { RecordProjection } from '../model/projection'
import type { ActionItem } from '../model/record/action-item'
import { displayName } from '../model/record/mentee'

type PromiseState = 'kept' | 'kept-late' | 'late' | 'open'

export interface OwnPromise {
  readonly record: string
  readonly mentee: string
  readonly item: ActionItem
  readonly state: PromiseState
}

export interface PromiseMonth {
  /** `2026-11`. */
  readonly month: string
  /** Those that were kept, late or not. */
  readonly kept: number
  readonly keptLate: number
  /** Those that are over their day and open. */
  readonly late: number
  /** All that were decided in it, the ones that were not kept first. */
  readonly promises: readonly OwnPromise[]
}

export interface PromiseLedger {
  /** Neither kept nor late, the earliest due first, those without a day last. */
  readonly open: readonly OwnPromise[]
  /** The newest first; a month without promises is left out. */
  readonly months: readonly PromiseMonth[]
}

const stateOf = ({ due, doneOn }: ActionItem, today: string): PromiseState => {
  if (doneOn === null) return due !== null && due < today ? 'late' : 'open'
  return due !== null && doneOn > due ? 'kept-late' : 'kept'
}

/** The day on which it was decided. */
const dayOf = ({ item: { due, doneOn, agreedOn }, state }: OwnPromise): string =>
  (state === 'kept' ? doneOn : due) ?? agreedOn

const ORDER: readonly PromiseState[] = ['late', 'kept-late', 'kept', 'open']

const monthOf = (month: string, promises: readonly OwnPromise[]): PromiseMonth => {
  const count = (...states: readonly PromiseState[]): number =>
    promises.filter(({ state }) => states.includes(state)).length
  return {
    month,
    kept: count('kept', 'kept-late'),
    keptLate: count('kept-late'),
    late: count('late'),
    promises: [...promises].sort(
      (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || dayOf(b).localeCompare(dayOf(a)),
    ),
  }
}

export const promiseLedger = (
  records: readonly RecordProjection[],
  today: string,
): PromiseLedger => {
  const all = records.flatMap((record) =>
    kept(record.actionItems)
      .filter(({ whose }) => whose === 'coach')
      .map(
        (item): OwnPromise => ({
          record: record.id,
          mentee: displayName(record.mentee),
          item,
          state: stateOf(item, today),
        }),
      ),
  )
  const decided = all.filter(({ state }) => state !== 'open')
  const months = [...new Set(decided.map((one) => dayOf(one).slice(0, 7)))].sort().reverse()
  return {
    open: all
      .filter(({ state }) => state === 'open')
      .sort((a, b) => (a.item.due ?? '9').localeCompare(b.item.due ?? '9')),
    months: months.map((month) =>
      monthOf(
        month,
        decided.filter((one) => dayOf(one).startsWith(month)),
      ),
    ),
  }
}

/** Of all months since a day together: how many were kept, of those that were decided. */
export const promisesSince = (
  { months }: PromiseLedger,
  from: string,
): Pick<PromiseMonth, 'kept' | 'keptLate'> & { readonly total: number } => {
  const all = months.filter(({ month }) => month >= from.slice(0, 7))
  const sum = (of: (one: PromiseMonth) => number): number =>
    all.reduce((total, one) => total + of(one), 0)
  return {
    kept: sum(({ kept }) => kept),
    keptLate: sum(({ keptLate }) => keptLate),
    total: sum(({ kept, late }) => kept + late),
  }
}
