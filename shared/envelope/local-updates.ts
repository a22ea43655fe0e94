/**
 * Local updates: what was edited here since the last sealing, as one update.
 *
 * Yjs's mergeUpdates keeps the struct of every keystroke; the document has merged them. So the structs are read from
 * the document, from the first clock of the window on, and only the delete set is the window's own. The result is
 * about half the size, and what is sealed, stored and sent shrinks with it.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { isTidying } from '../crdt/tidying'
import { FROM_ENVELOPE } from './envelope'

type DeleteSet = ReturnType<typeof Y.createDeleteSet>

/** A delete set in Yjs's first encoding, as it stands at the end of an update. */
const encodeDeleteSet = (set: DeleteSet): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, set.clients.size)
  for (const [client, deletions] of [...set.clients].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, deletions.length)
    for (const { clock, len } of deletions) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** Yjs merges long lists of updates in more than linear time (traps.md 6): in groups. */
const MERGE_GROUP = 64
const mergeAll = (updates: readonly Uint8Array[]): Uint8Array => {
  if (updates.length <= MERGE_GROUP) return Y.mergeUpdates([...updates])
  const groups: Uint8Array[] = []
  for (let at = 0; at < updates.length; at += MERGE_GROUP)
    groups.push(Y.mergeUpdates(updates.slice(at, at + MERGE_GROUP)))
  return mergeAll(groups)
}

export interface LocalUpdates {
  readonly pending: () => boolean
  /** Everything edited here since the last call (first encoding), or nothing. */
  readonly take: () => Uint8Array | undefined
}

/**
 * Watches a record; `edited` is called for each local transaction. What Yjs tidies by itself is no edit: it goes out
 * with the next one.
 */
export const createLocalUpdates = (
  record: Y.Doc,
  edited: () => void = () => undefined,
): LocalUpdates => {
  let updates: Uint8Array[] = []
  const firstClocks = new Map<number, number>()
  let deleteSets: DeleteSet[] = []
  const tidying = new WeakSet<Y.Transaction>()

  // Before what was deleted is forgotten.
  record.on('afterTransaction', (transaction: Y.Transaction) => {
    if (isTidying(transaction)) tidying.add(transaction)
  })
  record.on(
    'update',
    (update: Uint8Array, origin: unknown, _record: Y.Doc, transaction: Y.Transaction) => {
      if (origin === FROM_ENVELOPE) return
      updates.push(update)
      for (const [client, clock] of transaction.afterState) {
        const before = transaction.beforeState.get(client) ?? 0
        if (clock > before && !firstClocks.has(client)) firstClocks.set(client, before)
      }
      deleteSets.push(transaction.deleteSet)
      if (!tidying.has(transaction)) edited()
    },
  )

  const fromDocument = (): Uint8Array => {
    const from = Y.decodeStateVector(Y.encodeStateVector(record))
    for (const [client, clock] of firstClocks) from.set(client, clock)
    const whole = Y.encodeStateAsUpdate(record, Y.encodeStateVector(from))
    const wholeDeletions = encodeDeleteSet(Y.createDeleteSetFromStructStore(record.store))
    const own = encodeDeleteSet(Y.mergeDeleteSets(deleteSets))
    const structs = whole.length - wholeDeletions.length
    const update = new Uint8Array(structs + own.length)
    update.set(whole.subarray(0, structs))
    update.set(own, structs)
    return update
  }

  return {
    pending: () => updates.length > 0,
    take: () => {
      if (updates.length === 0) return undefined
      // With structs waiting for others Yjs appends those too: then the updates as they came.
      const waiting = record.store.pendingStructs !== null || record.store.pendingDs !== null
      const update = waiting || updates.length === 1 ? mergeAll(updates) : fromDocument()
      updates = []
      deleteSets = []
      firstClocks.clear()
      return update
    },
  }
}
