/** Binning and restoring: a deleted item keeps its content and can come back. */
import type * as Y from 'yjs'
import type { AnyKind } from './kind'
import { RECORD_KINDS, type RecordKind } from './projection'

/** The kinds that the bin lists. */
export const BINNABLE = [
  'notes',
  'sessions',
  'goals',
  'reflections',
  'actionItems',
  'checkIns',
  'referrals',
  'rotations',
  'importantDates',
  'agreements',
  'learningPlans',
  'copies',
] as const satisfies readonly RecordKind[]
export type Binnable = (typeof BINNABLE)[number]

const set = (
  record: Y.Doc,
  input: { readonly kind: RecordKind; readonly id: string },
  deleted: boolean,
): void => {
  const kind: AnyKind = RECORD_KINDS[input.kind]
  record.transact(() => {
    kind.remove(record, { id: input.id, deleted })
    // A session takes its two texts along.
    if (input.kind === 'sessions')
      for (const note of RECORD_KINDS.notes.readAll(record))
        if (note.session === input.id && (note.deletedAt === null) === deleted)
          RECORD_KINDS.notes.remove(record, { id: note.id, deleted })
  })
}

export const binItem = (record: Y.Doc, input: { readonly kind: RecordKind; readonly id: string }): void =>
  set(record, input, true)

export const restoreItem = (record: Y.Doc, input: { readonly kind: RecordKind; readonly id: string }): void =>
  set(record, input, false)
