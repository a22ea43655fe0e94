/** Binning and restoring: a deleted item keeps its content and can come back. */
import type * as Y from 'yjs'
import type { AnyKind } from '../crdt/kind'
import { wasEmptySession } from './empty-session'
import { RECORD_KINDS, type RecordKind, recordKinds } from './kinds'
import type { RecordProjection } from './projection'
import { wasBlank } from './record/note'

/** The kinds that the bin lists: those that say so. What is of another kind cannot be put there by itself. */
export type Binnable = {
  [Name in RecordKind]: (typeof RECORD_KINDS)[Name]['about']['bin'] extends true ? Name : never
}[RecordKind]

const isBinnable = (name: RecordKind): name is Binnable => RECORD_KINDS[name].about.bin
export const BINNABLE: readonly Binnable[] = recordKinds.map(([name]) => name).filter(isBinnable)

interface BinInput {
  readonly kind: Binnable
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

/** An item in the bin, with its kind. */
export type Binned = {
  [Name in Binnable]: {
    readonly kind: Name
    readonly item: RecordProjection[Name][number] & { readonly deletedAt: string }
  }
}[Binnable]

/**
 * What the bin lists of a record. A session took its notes along and brings them back, so they are not listed beside it;
 * a note that was left blank and a session that was begun in vain were nobody's deletion.
 */
export const binnedIn = (record: RecordProjection): readonly Binned[] => {
  const sessions = new Set(
    record.sessions.flatMap(({ id, deletedAt }) => (deletedAt === null ? [] : [id])),
  )
  const isListed = ({ kind, item }: Binned): boolean => {
    if (kind === 'notes') return !wasBlank(item) && !sessions.has(item.session ?? '')
    return kind !== 'sessions' || !wasEmptySession(record, item)
  }
  return BINNABLE.flatMap((kind) =>
    record[kind].flatMap((item) => (item.deletedAt === null ? [] : [{ kind, item } as Binned])),
  ).filter(isListed)
}
