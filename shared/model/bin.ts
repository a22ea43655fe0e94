/** Binning and restoring: a deleted item keeps its content and can come back. */
import type * as Y from 'yjs'
import type { AnyKind } from '../crdt/kind'
import { RECORD_KINDS, type RecordKind, recordKinds } from './kinds'

/** The kinds that the bin lists. */
export const BINNABLE: readonly RecordKind[] = recordKinds
  .filter(([, { about }]) => about.bin)
  .map(([name]) => name)

interface BinInput {
  readonly kind: RecordKind
  readonly id: string
}

const set = (record: Y.Doc, { kind, id }: BinInput, deleted: boolean): void =>
  (RECORD_KINDS[kind] as AnyKind).remove(record, { id, deleted })

export const binItem = (record: Y.Doc, input: BinInput): void => set(record, input, true)
export const restoreItem = (record: Y.Doc, input: BinInput): void =>
  record.transact(() => {
    set(record, input, false)
    // A session's note is read there: the session is wanted back with it.
    const item = RECORD_KINDS[input.kind].items(record)?.get(input.id)
    const session = input.kind === 'notes' ? item?.get('session') : undefined
    if (
      typeof session === 'string' &&
      typeof RECORD_KINDS.sessions.items(record)?.get(session)?.get('deletedAt') === 'string'
    )
      set(record, { kind: 'sessions', id: session }, false)
  })
