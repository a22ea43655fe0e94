/** Which erased records' rooms on the relay are known to be empty: remembered, so that they are not looked at for ever. */
import type * as Y from 'yjs'
import { destroyedHistories } from '../../../shared/crdt/vault-record'
import type { Erasure } from '../../../shared/model/caseload/ending'
import type { Database } from '../disk/database'
import type { StoredState } from '../disk/stored-state'

/** Rows of `meta` for erased records whose rooms were found empty. */
const EMPTIED = 'emptied/'
const EPOCH = 'epoch/'

/** A record whose key was destroyed and whose rooms on the relay are to be emptied. */
export interface Erased {
  readonly record: string
  readonly generation: number
}

export interface EmptiedRooms {
  /** Those of the erasures, and of the companions that went with a record, whose rooms are not known to be empty. */
  readonly left: (erasures: readonly Erasure[]) => readonly Erased[]
  readonly mark: (record: string) => void
  /** Of all records, in an epoch that every laptop has left. */
  readonly isEpochEmpty: (epoch: number) => boolean
  readonly markEpoch: (epoch: number) => void
}

export const createEmptiedRooms = (
  database: Database,
  meta: StoredState['meta'],
  vault: Y.Doc,
): EmptiedRooms => {
  const keys = [...meta.keys()].filter((key) => key.startsWith(EMPTIED))
  const emptied = new Set(keys.map((key) => key.slice(EMPTIED.length)))
  const mark = (what: string): void => {
    emptied.add(what)
    // Not remembered, the rooms are looked at once more after the next unlock.
    database.meta
      .put({ key: EMPTIED + what, value: new Date().toISOString() })
      .catch(() => undefined)
  }
  return {
    left: (erasures) =>
      [...erasures.filter(({ done }) => done), ...destroyedHistories(vault)]
        .filter(({ record }) => !emptied.has(record))
        .map(({ record, generation }) => ({ record, generation })),
    mark,
    isEpochEmpty: (epoch) => emptied.has(EPOCH + epoch),
    markEpoch: (epoch) => mark(EPOCH + epoch),
  }
}
