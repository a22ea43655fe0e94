/**
 * The envelope: the sealed form of a record, and the only form that is stored or sent.
 *
 * It is a second Y.Doc with one Y.Array of sealed blobs, each holding a piece of the record (piece.ts). To the reader
 * the blobs are a grow-only set: Yjs updates commute, so applying one twice, late or out of order changes nothing.
 * One invariant carries the safety argument (docs/architecture.md):
 *
 *   the blobs present in the envelope that open hold everything that was ever opened or appended here.
 *
 * Appending adds to them. Compaction replaces blobs by one whose content holds theirs. What anyone else deletes is
 * checked in the same tick, structs and deletions both, and is put back if what remains does not cover it. A blob
 * that does not open is kept, counted, and asked for; it is never compacted away. One that opens and cannot be read
 * is kept by itself, and keeps nothing else from being read.
 *
 * Blobs tell which numbered changes they hold (numbering.ts): what was made elsewhere and never got here is noticed,
 * and asked for. Only what an envelope writes is let in (foreign.ts).
 *
 * Every operation returns the change to store (one envelope update and the new blobs), or nothing; storing and
 * sending are the caller's.
 */
import * as Y from 'yjs'
import type { Sealer } from '../vault/seal'
import { contentOfDoc, covers } from './content'
import type { CompactWhen, Envelope, EnvelopeChange } from './contract'
import { BLOBS, isEnvelopeUpdate } from './foreign'
import { uncovered } from './healing'
import { type Changes, createNumbering, unionOfChanges } from './numbering'
import { createOpening } from './opening'
import type { BlobId, Piece } from './piece'
import { blobOf, idOf, isUnread, newerBlobsOf, type Present, unreadIn, updateBlob } from './present'
import { createTiers, holdsOf } from './tiers'
import { createWants } from './wants'

export type { Envelope, EnvelopeChange } from './contract'

/** Origin of the record's transactions that come out of the envelope; everything else is a local edit. */
export const FROM_ENVELOPE = 'envelope'
const LOCAL = 'local'

/** So many blobs of an envelope are replaced by a snapshot, when a record is opened (`many`) or on request. */
const COMPACT_FROM: Readonly<Record<CompactWhen, number>> = { many: 48, several: 2, any: 1 }
const NONE: Changes = new Map()

const hasPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** Binds a record to a fresh envelope document, in which `device` numbers its changes; `load` then brings in what is stored. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: each operation reads and changes the same set of present blobs under the one invariant above, and what needs no such state has its own file already.
export const createEnvelope = (record: Y.Doc, sealer: Sealer, device: string): Envelope => {
  const doc = new Y.Doc()
  const blobs = doc.getArray<Uint8Array>(BLOBS)
  const opening = createOpening(sealer)
  const numbering = createNumbering(device)
  const tiers = createTiers()
  const present = new Map<BlobId, Present>()
  /** Everything that was opened here, also what has been compacted since. */
  const opened = new Set<BlobId>()
  const madeUpFor = new Set<BlobId>()
  const madeUpIn = new Map<BlobId, Set<BlobId>>()
  const requests = new Set<BlobId>()
  let generation = 0
  let refused = 0
  let emitted: Uint8Array[] = []
  let added: Uint8Array[] = []

  doc.on('update', (update: Uint8Array) => emitted.push(update))

  const collecting = (run: () => void): EnvelopeChange | undefined => {
    emitted = []
    added = []
    run()
    opening.rest()
    const [first] = emitted
    if (first === undefined) return undefined
    return { update: emitted.length === 1 ? first : Y.mergeUpdates(emitted), blobs: added }
  }

  const push = (piece: Piece): void => blobs.push([opening.seal(piece)])

  /** The id of the blob that was pushed last. */
  const lastId = (): BlobId => `${doc.clientID}:${Y.getState(doc.store, doc.clientID) - 1}`

  const pushUpdate = (
    update: Uint8Array,
    encoding: 1 | 2,
    holds: Changes,
    answering: readonly BlobId[] = [],
  ): void =>
    push({ kind: 'update', encoding, update, answers: answering, holds, knows: numbering.news() })

  const applyToRecord = (update: Uint8Array, encoding: 1 | 2): boolean => {
    try {
      if (encoding === 2) Y.applyUpdateV2(record, update, FROM_ENVELOPE)
      else Y.applyUpdate(record, update, FROM_ENVELOPE)
      return true
    } catch {
      return false
    }
  }

  const take = (item: Y.Item): void => {
    const blob = blobOf(item)
    const id = idOf(item)
    if (blob !== undefined) added.push(blob)
    const piece = opening.open(blob)
    if (blob === undefined || !piece.ok) {
      const why = piece.ok ? 'does-not-open' : piece.error
      present.set(id, {
        state: why === 'newer-format' || why === 'newer-kind' ? 'newer' : 'damaged',
        blob,
        sealed: why === 'newer-kind' || why === 'unreadable',
      })
      return
    }
    const { value } = piece
    if (
      value.kind === 'update' &&
      !opening.isOwn(blob) &&
      !applyToRecord(value.update, value.encoding)
    ) {
      present.set(id, { state: 'damaged', blob, sealed: true })
      return
    }
    opened.add(id)
    if (value.kind === 'want') {
      requests.add(id)
      present.set(id, { state: 'want', blob, wanted: value.blobs, changes: value.changes })
      return
    }
    present.set(id, { state: value.kind, blob })
    if (value.kind === 'moved') {
      generation = Math.max(generation, value.generation)
      return
    }
    for (const answered of value.answers) madeUpFor.add(answered)
    const [again, want] = value.answers
    if (again !== undefined && want !== undefined)
      madeUpIn.set(want, (madeUpIn.get(want) ?? new Set()).add(again))
    numbering.hold(value.holds)
    for (const [device, number] of value.knows) numbering.hear(device, number)
  }

  /** What was deleted by someone else and is not covered by what remains goes back in, as it was. */
  const heal = (deleted: readonly Y.Item[], arrived: readonly Y.Item[]): void => {
    const gone = deleted.map(idOf)
    const lost = gone.flatMap((id) => updateBlob(present.get(id)))
    for (const id of gone) present.delete(id)
    const instead = arrived.flatMap((item) => updateBlob(present.get(idOf(item))))
    const all = (): readonly Uint8Array[] => [...present.values()].flatMap(updateBlob)
    for (const blob of uncovered(lost, instead, all, opening.contentOf)) blobs.push([blob])
  }

  const wasOpenedHere = (id: BlobId): boolean => {
    if (opened.has(id)) return true
    const [client = Number.NaN, clock = Number.NaN] = id.split(':').map(Number)
    const structs = doc.store.clients.get(client)
    if (structs === undefined || clock >= Y.getState(doc.store, client)) return false
    // Compacted before this session: its content is covered by what is present (the invariant above).
    return Y.getItem(doc.store, Y.createID(client, clock)).deleted
  }

  const deletePresent = (ids: ReadonlySet<BlobId>): void => {
    const doomed = new Set([...ids].flatMap((id) => present.get(id)?.blob ?? []))
    const all = blobs.toArray()
    for (let index = all.length - 1; index >= 0; index--) {
      const blob = all[index]
      if (blob !== undefined && doomed.has(blob)) blobs.delete(index)
    }
    for (const id of ids) present.delete(id)
  }

  const snapshot = (answering: readonly BlobId[]): void =>
    pushUpdate(Y.encodeStateAsUpdateV2(record), 2, numbering.held(), answering)

  const wants = createWants({
    present,
    madeUpFor,
    madeUpIn,
    requests,
    numbering,
    read: opening.open,
    wasOpenedHere,
    isWhole: () => !hasPending(record),
    push,
    snapshot,
    remove: deletePresent,
    ask: (want) => {
      doc.transact(() => push(want), LOCAL)
      return lastId()
    },
  })

  blobs.observe((event, transaction) => {
    const arrived = [...event.changes.added].sort(
      (a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock,
    )
    Y.transact(
      record,
      () => {
        for (const item of arrived) take(item)
      },
      FROM_ENVELOPE,
      false,
    )
    if (transaction.origin === LOCAL) {
      for (const item of event.changes.deleted) present.delete(idOf(item))
      return
    }
    doc.transact(() => heal([...event.changes.deleted], arrived), LOCAL)
  })

  const mergeTiers = (): void => {
    const full = tiers.full()
    if (full === undefined) return
    const still = full.blobs.filter(({ id }) => present.has(id))
    if (still.length < 2) return
    const update = Y.mergeUpdates(still.map((entry) => entry.update))
    const holds = holdsOf(still)
    doc.transact(() => {
      deletePresent(new Set(still.map(({ id }) => id)))
      pushUpdate(update, 1, holds)
    }, LOCAL)
    tiers.add({ id: lastId(), update, holds }, full.level)
    mergeTiers()
  }

  const apply = (updates: readonly Uint8Array[]): EnvelopeChange | undefined =>
    collecting(() => {
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update)
      })
    })

  return {
    doc,
    load: (updates) => {
      apply(updates)
    },
    receive: (update) => {
      if (isEnvelopeUpdate(update)) return apply([update])
      refused++
      return undefined
    },
    append: (update, ofOthers = NONE) =>
      collecting(() => {
        numbering.hold(ofOthers)
        const holds = unionOfChanges([ofOthers, numbering.next()])
        doc.transact(() => pushUpdate(update, 1, holds), LOCAL)
        tiers.add({ id: lastId(), update, holds })
        mergeTiers()
      }),
    succeed: (former) =>
      collecting(() => {
        for (const [device, ranges] of former.missing())
          for (const [, end] of ranges) numbering.hear(device, end - 1)
        doc.transact(() => {
          pushUpdate(Y.encodeStateAsUpdate(record), 1, former.held())
          for (const blob of former.newerBlobs()) blobs.push([blob])
        }, LOCAL)
      }),
    restore: (fromFolder) =>
      collecting(() => {
        const known = contentOfDoc(record)
        doc.transact(() => {
          for (const blob of fromFolder) {
            const content = opening.contentOf(blob)
            if (content !== undefined && !covers([known], content)) blobs.push([blob])
          }
        })
      }),
    opens: (blob) => opening.open(blob).ok,
    compact: (options) =>
      collecting(() => {
        const replaced = [...present].flatMap(([id, entry]) =>
          entry.state === 'update' ? [id] : [],
        )
        if (replaced.length < COMPACT_FROM[options?.when ?? 'several'] || hasPending(record)) return
        const stillDamaged = [...madeUpFor].filter((id) => isUnread(present.get(id)))
        doc.transact(() => {
          deletePresent(new Set(replaced))
          snapshot(stillDamaged)
        }, LOCAL)
      }),
    tend: () =>
      collecting(() => {
        doc.transact(wants.answer, LOCAL)
        wants.askForDamaged()
      }),
    askForMissing: () => collecting(wants.askForMissing),
    hear: numbering.hear,
    missing: numbering.missing,
    held: numbering.held,
    lastNumber: numbering.last,
    announceMove: (next) => {
      const scratch = new Y.Doc()
      scratch.getArray<Uint8Array>(BLOBS).push([opening.seal({ kind: 'moved', generation: next })])
      opening.rest()
      return Y.encodeStateAsUpdate(scratch)
    },
    movedTo: () => generation,
    blobs: () => blobs.toArray().filter((blob) => blob instanceof Uint8Array),
    newerBlobs: () => newerBlobsOf(present),
    report: () => ({ ...unreadIn(present, madeUpFor), answered: wants.answered(), refused }),
    destroy: () => {
      doc.destroy()
      sealer.forget()
    },
  }
}
