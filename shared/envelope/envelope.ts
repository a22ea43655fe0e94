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
import { type Content, contentOfDoc, covers } from './content'
import { BLOBS, isEnvelopeUpdate } from './foreign'
import { type Changes, changesBeyond, countOf, createNumbering, heldOf, unionOfChanges } from './numbering'
import { createOpening } from './opening'
import type { BlobId, Piece } from './piece'
import { createTiers, holdsOf } from './tiers'

/** Origin of the record's transactions that come out of the envelope; everything else is a local edit. */
export const FROM_ENVELOPE = 'envelope'
const LOCAL = 'local'

/** So many blobs of an envelope are replaced by a snapshot, when a record is opened (`many`) or on request. */
const COMPACT_FROM = { many: 48, several: 2, any: 1 } as const
/** After so many unanswered requests for a damaged blob a session stops asking. */
const MOST_REQUESTS = 6
/** How often one session answers for the same blob, against a relay that damages every answer. */
const MOST_ANSWERS = 6
/** Blobs of a newer Confidant go along to a new generation, up to this. */
const MOST_NEWER_BYTES = 4 * 1024 * 1024
const NONE: Changes = new Map()

export interface EnvelopeChange {
  /** Update of the envelope document (ciphertext). */
  readonly update: Uint8Array
  /** The sealed blobs that it adds, for the sealed folder. */
  readonly blobs: readonly Uint8Array[]
}

interface EnvelopeReport {
  /** Blobs that do not open here and that nobody has made up for yet. */
  readonly damaged: number
  /** Blobs that did not open here and whose content another device has sent again. */
  readonly healed: number
  /** Blobs that only a newer version can read. */
  readonly newer: number
  /** Requests of others that this session has answered. */
  readonly answered: number
  /** Updates that were not let in. */
  readonly refused: number
  /** Bytes of all blobs that cannot be read here. */
  readonly unreadBytes: number
}

export interface Envelope {
  readonly doc: Y.Doc
  /** Applies envelope updates that are stored here already. */
  readonly load: (updates: readonly Uint8Array[]) => void
  /** Applies an update from a relay or peer; refuses one that no envelope wrote. */
  readonly receive: (update: Uint8Array) => EnvelopeChange | undefined
  /** Seals a record update (first encoding) that the record has already applied, with the changes of others in it. */
  readonly append: (update: Uint8Array, ofOthers?: Changes) => EnvelopeChange | undefined
  /** Takes blobs from a sealed folder: those that hold something new are added, as they are. */
  readonly restore: (blobs: readonly Uint8Array[]) => EnvelopeChange | undefined
  /** Begins a fresh envelope with all that the record holds, as the next generation of another one. */
  readonly succeed: (former: Envelope) => EnvelopeChange | undefined
  /** Whether a blob opens here; one that does not is to be kept wherever it is. */
  readonly opens: (blob: Uint8Array) => boolean
  /**
   * Replaces every opened blob by one snapshot. `many` leaves a small envelope alone; `any` also replaces a single
   * blob, which may be older updates merged, with what was deleted since still in it.
   */
  readonly compact: (options?: { readonly when: keyof typeof COMPACT_FROM }) => EnvelopeChange | undefined
  /** Sends again what other devices asked for, and asks them for what does not open here. Call it now and then. */
  readonly tend: () => EnvelopeChange | undefined
  /** Asks the others for changes that have not arrived, unless that is asked already. Call it when they should have. */
  readonly askForMissing: () => EnvelopeChange | undefined
  /** A device is known to have made changes up to this number. */
  readonly hear: (device: string, number: number) => void
  /** Changes that are known to have been made, and whose content has not reached this envelope. */
  readonly missing: () => Changes
  /** The changes whose content is here. */
  readonly held: () => Changes
  /** The number of this device's last change. */
  readonly lastNumber: () => number
  /**
   * An update that tells whoever still reads this envelope that the record goes on in a later generation. It is not
   * part of the envelope here: it is sent and not stored, and what is stored must not follow on what is not.
   */
  readonly announceMove: (generation: number) => Uint8Array
  /** The latest generation announced in here, or 0. */
  readonly movedTo: () => number
  /** All blobs present, opened or not. */
  readonly blobs: () => readonly Uint8Array[]
  /** Blobs of a newer Confidant, within bounds: they go along to a new generation. */
  readonly newerBlobs: () => readonly Uint8Array[]
  readonly report: () => EnvelopeReport
  readonly destroy: () => void
}

type Present =
  | { readonly state: 'update' | 'moved'; readonly blob: Uint8Array }
  | {
      readonly state: 'want'
      readonly blob: Uint8Array
      readonly wanted: readonly BlobId[]
      readonly changes: Changes
    }
  /** `sealed`: whoever wrote it had the key, so that nobody needs to be asked for it. */
  | {
      readonly state: 'damaged' | 'newer'
      readonly blob: Uint8Array | undefined
      readonly sealed: boolean
    }

type Unread = Extract<Present, { state: 'damaged' | 'newer' }>

const isUnread = (entry: Present | undefined): entry is Unread =>
  entry?.state === 'damaged' || entry?.state === 'newer'

/** A damaged version byte looks like a newer format: both are asked for. */
const isToBeAskedFor = (entry: Present | undefined): boolean => isUnread(entry) && !entry.sealed

const idOf = (item: Y.Item): BlobId => `${item.id.client}:${item.id.clock}`

const blobOf = (item: Y.Item): Uint8Array | undefined => {
  const [value] = item.content.getContent() as unknown[]
  return item.length === 1 && value instanceof Uint8Array ? value : undefined
}

const hasPending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** Binds a record to a fresh envelope document, in which `device` numbers its changes; `load` then brings in what is stored. */
export const createEnvelope = (record: Y.Doc, sealer: Sealer, device: string): Envelope => {
  const doc = new Y.Doc()
  const blobs = doc.getArray<Uint8Array>(BLOBS)
  const opening = createOpening(sealer)
  const numbering = createNumbering(device)
  const tiers = createTiers()
  const present = new Map<BlobId, Present>()
  /** Everything that was opened here, also what has been compacted since. */
  const opened = new Set<BlobId>()
  const requests = new Map<BlobId, number>()
  const answers = new Map<BlobId, number>()
  const madeUpFor = new Set<BlobId>()
  const ownWants = new Set<BlobId>()
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

  const pushUpdate = (
    update: Uint8Array,
    encoding: 1 | 2,
    holds: Changes,
    answering: readonly BlobId[] = [],
  ): void => push({ kind: 'update', encoding, update, answers: answering, holds, knows: numbering.news() })

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
    if (value.kind === 'update' && !opening.isOwn(blob) && !applyToRecord(value.update, value.encoding)) {
      present.set(id, { state: 'damaged', blob, sealed: true })
      return
    }
    opened.add(id)
    if (value.kind === 'want') {
      present.set(id, { state: 'want', blob, wanted: value.blobs, changes: value.changes })
      return
    }
    present.set(id, { state: value.kind, blob })
    if (value.kind === 'moved') {
      generation = Math.max(generation, value.generation)
      return
    }
    for (const answered of value.answers) madeUpFor.add(answered)
    numbering.hold(value.holds)
    for (const [device, number] of value.knows) numbering.hear(device, number)
  }

  const contentsOf = (entries: Iterable<Present | undefined>): Content[] =>
    [...entries].flatMap((entry) => (entry?.state === 'update' ? (opening.contentOf(entry.blob) ?? []) : []))

  /** What was deleted by someone else and is not covered by what remains goes back in, as it was. */
  const heal = (deleted: readonly Y.Item[], arrived: readonly Y.Item[]): void => {
    const lost: Uint8Array[] = []
    for (const item of deleted) {
      const entry = present.get(idOf(item))
      present.delete(idOf(item))
      if (entry?.state === 'update') lost.push(entry.blob)
    }
    if (lost.length === 0) return
    let whole = contentsOf(arrived.map((item) => present.get(idOf(item))))
    let complete = false
    for (const blob of lost) {
      const content = opening.contentOf(blob)
      if (content === undefined || covers(whole, content)) continue
      if (!complete) {
        whole = contentsOf(present.values())
        complete = true
        if (covers(whole, content)) continue
      }
      blobs.push([blob])
      whole.push(content)
    }
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

  /** The content of a blob that others could not open, sealed afresh; or all, where it has been compacted since. */
  const sendAgain = (id: BlobId): void => {
    const entry = present.get(id)
    const piece = opening.open(entry?.blob)
    if (piece.ok) push(piece.value.kind === 'update' ? { ...piece.value, answers: [id] } : piece.value)
    else snapshot([id])
  }

  /** Whether all that was wanted has been sent: the want itself may go. */
  const answer = (wantId: BlobId, wanted: readonly BlobId[], changes: Changes): boolean => {
    const mine = wanted.filter(
      (id) =>
        wasOpenedHere(id) &&
        (answers.get(id) ?? 0) < MOST_ANSWERS &&
        (present.has(id) || !hasPending(record)),
    )
    for (const id of mine) {
      answers.set(id, (answers.get(id) ?? 0) + 1)
      sendAgain(id)
    }
    const found = countOf(heldOf(numbering.held(), changes))
    // One answer to each request, whoever gives it; the one who asked asks again.
    if (found > 0 && !madeUpFor.has(wantId)) {
      answers.set(wantId, 1)
      snapshot([wantId])
    }
    return mine.length === wanted.length && found === countOf(changes)
  }

  const answerWants = (): void =>
    doc.transact(() => {
      for (const [wantId, entry] of present)
        if (entry.state === 'want' && !ownWants.has(wantId) && answer(wantId, entry.wanted, entry.changes))
          deletePresent(new Set([wantId]))
    }, LOCAL)

  const ask = (wanted: readonly BlobId[], changes: Changes): void => {
    doc.transact(() => push({ kind: 'want', blobs: wanted, changes }), LOCAL)
    ownWants.add(lastId())
  }

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

  /** The id of the blob that was pushed last. */
  const lastId = (): BlobId => `${doc.clientID}:${Y.getState(doc.store, doc.clientID) - 1}`

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
        const replaced = [...present].flatMap(([id, entry]) => (entry.state === 'update' ? [id] : []))
        if (replaced.length < COMPACT_FROM[options?.when ?? 'several'] || hasPending(record)) return
        const stillDamaged = [...madeUpFor].filter((id) => isUnread(present.get(id)))
        doc.transact(() => {
          deletePresent(new Set(replaced))
          snapshot(stillDamaged)
        }, LOCAL)
      }),
    tend: () =>
      collecting(() => {
        answerWants()
        const asked = new Set(
          [...present.values()].flatMap((entry) => (entry.state === 'want' ? entry.wanted : [])),
        )
        const wanted = [...present].flatMap(([id, entry]) =>
          isToBeAskedFor(entry) &&
          !madeUpFor.has(id) &&
          !asked.has(id) &&
          (requests.get(id) ?? 0) < MOST_REQUESTS
            ? [id]
            : [],
        )
        if (wanted.length === 0) return
        for (const id of wanted) requests.set(id, (requests.get(id) ?? 0) + 1)
        ask(wanted, NONE)
      }),
    askForMissing: () =>
      collecting(() => {
        const open = [...present].flatMap(([id, entry]) =>
          entry.state === 'want' && !madeUpFor.has(id) ? [entry.changes] : [],
        )
        const changes = changesBeyond(unionOfChanges(open), numbering.missing())
        if (changes.size > 0) ask([], changes)
      }),
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
    newerBlobs: () => {
      const newer = [...present.values()].flatMap((entry) =>
        entry.state === 'newer' && entry.sealed && entry.blob !== undefined ? [entry.blob] : [],
      )
      return newer.reduce((sum, { length }) => sum + length, 0) <= MOST_NEWER_BYTES ? newer : []
    },
    report: () => {
      let damaged = 0
      let healed = 0
      let newer = 0
      let unreadBytes = 0
      for (const [id, entry] of present) {
        if (!isUnread(entry)) continue
        unreadBytes += entry.blob?.length ?? 0
        if (madeUpFor.has(id)) healed++
        else if (entry.state === 'newer') newer++
        else damaged++
      }
      return { damaged, healed, newer, answered: answers.size, refused, unreadBytes }
    },
    destroy: () => {
      doc.destroy()
      sealer.forget()
    },
  }
}
