/**
 * Moving all records to the epoch that the vault is in, a few at a time, behind whatever the coach does. One that is
 * opened meanwhile moves then; what a crash or a lock leaves behind is found at the next unlock, by its generation.
 */
import type { StoreApi } from 'zustand/vanilla'
import { epochOf } from '../../../shared/vault/epochs'
import type { OpenRecords } from '../record/open-records'
import type { ReadModel } from './read-model'
import type { RecordKeys } from './record-keys'
import type { Standings } from './standings'

const AT_ONCE = 4

/** Resolves when it is done, or the vault closes; a record that does not open just now is left for the next time. */
export const moveAll = async (
  {
    keys,
    open,
    standings,
    model,
  }: {
    readonly keys: RecordKeys
    readonly open: OpenRecords
    readonly standings: Standings
    readonly model: StoreApi<ReadModel>
  },
  closing: AbortSignal,
): Promise<void> => {
  const isBehind = (record: string): boolean => {
    const head = standings.head(record)
    return head !== undefined && epochOf(head.generation) !== keys.ring.epoch
  }
  const behind = keys.entries().flatMap(({ id }) => (isBehind(id) ? [id] : []))
  const left = [...behind]
  const move = async (): Promise<void> => {
    for (let record = left.pop(); record !== undefined; record = left.pop()) {
      if (closing.aborted) return
      const to = keys.generation(record)
      model.setState({ moving: { done: behind.length - left.length - 1, of: behind.length } })
      await open
        .using(record, async ({ live }) => {
          await live.moveTo(to)
          standings.look(live)
        })
        .catch(() => undefined)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, move))
  if (behind.length > 0) model.setState({ moving: undefined })
}
