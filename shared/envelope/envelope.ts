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
 * that does not open is kept, counted, and asked for; it is never compacted away.
 *
 * Every operation returns the change to store (one envelope update and the new blobs), or nothing; storing and
 * sending are the caller's.
 */
import * as Y from 'yjs'
import { err, ok, type Result } from '../result'
import type { OpenFailure, Sealer } from '../vault/seal'
import { type Content, contentOfDoc, contentOfUpdate, covers } from './content'
import { BLOBS } from './foreign'
import { type BlobId, decodePiece, encodePiece, type Piece } from './piece'

/** Origin of the record's transactions that come out of the envelope; everything else is a local edit. */
export const FROM_ENVELOPE = 'envelope'
const LOCAL = 'local'

/** A session merges its own small blobs: 32 of them, then 16 of those (design.md). */
const TIERS = [32, 16] as const
/** So many blobs of an envelope are replaced by a snapshot, when a record is opened (`many`) or on request. */
const COMPACT_FROM = { many: 48, several: 2, any: 1 } as const
/** After so many unanswered requests for a damaged blob a session stops asking. */
const MOST_REQUESTS = 6
/** How often one session answers for the same blob, against a relay that damages every answer. */
const MOST_ANSWERS = 6

export interface EnvelopeChange {
  /** Update of the envelope document (ciphertext). */
  readonly update: Uint8Array
  /** The sealed blobs that it adds, for the sealed folder. */
  readonly blobs: readonly Uint8Array[]
}

export interface EnvelopeReport {
  /** Blobs that do not open here and that nobody has made up for yet. */
  readonly damaged: number
  /** Blobs that did not open here and whose content another device has sent again. */
  readonly healed: number
  /** Blobs in a format that this version does not know. */
  readonly newer: number
  /** Blobs that others could not open and that this session has sent again. */
  readonly answered: number
}

export interface Envelope {
  readonly doc: Y.Doc
  /** Applies envelope updates that are stored here already. */
  readonly load: (updates: readonly Uint8Array[]) => void
  /** Applies an update from a relay or peer. Throws when the bytes are not an update. */
  readonly receive: (update: Uint8Array) => EnvelopeChange | undefined
  /** Seals a record update (first encoding) that the record has already applied. */
  readonly append: (update: Uint8Array) => EnvelopeChange | undefined
  /** Takes blobs from a sealed folder: those that hold something new are added, as they are. */
  readonly restore: (blobs: readonly Uint8Array[]) => EnvelopeChange | undefined
  /** Whether a blob opens here; one that does not is to be kept wherever it is. */
  readonly opens: (blob: Uint8Array) => boolean
  /**
   * Replaces every opened blob by one snapshot. `many` leaves a small envelope alone; `any` also replaces a single
   * blob, which may be older updates merged, with what was deleted since still in it.
   */
  readonly compact: (options?: { readonly when: keyof typeof COMPACT_FROM }) => EnvelopeChange | undefined
  /** Sends again what other devices asked for, and asks them for what does not open here. Call it now and then. */
  readonly tend: () => EnvelopeChange | undefined
  /**
   * An update that tells whoever still reads this envelope that the record goes on in a later generation. It is not
   * part of the envelope here: it is sent and not stored, and what is stored must not follow on what is not.
   */
  readonly announceMove: (generation: number) => Uint8Array
  /** The latest generation announced in here, or 0. */
  readonly movedTo: () => number
  /** All blobs present, opened or not. */
  readonly blobs: () => readonly Uint8Array[]
  readonly report: () => EnvelopeReport
  readonly destroy: () => void
}

type Present =
  | { readonly state: 'update' | 'moved'; readonly blob: Uint8Array }
  | { readonly state: 'want'; readonly blob: Uint8Array; readonly wanted: readonly BlobId[] }
  | { readonly state: 'damaged' | 'newer'; readonly blob: Uint8Array | undefined }

/** A damaged version byte looks like a newer format: both are asked for. */
const isUnopened = (entry: Present | undefined): boolean =>
  entry?.state === 'damaged' || entry?.state === 'newer'

const idOf = (item: Y.Item): BlobId => `${item.id.client}:${item.id.clock}`

const blobOf = (item: Y.Item): Uint8Array | undefined => {
  const [value] = item.content.getContent() as unknown[]
  return item.length === 1 && value instanceof Uint8Array ? value : undefined
}

const hasPending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** Binds a record to a fresh envelope document; `load` then brings in what is stored. */
export const createEnvelope = (record: Y.Doc, sealer: Sealer): Envelope => {
  const doc = new Y.Doc()
  const blobs = doc.getArray<Uint8Array>(BLOBS)
  const present = new Map<BlobId, Present>()
  /** Everything that was opened here, also what has been compacted since. */
  const opened = new Set<BlobId>()
  /** Blobs made here in this call: applied already, known without opening them. */
  const made = new Map<Uint8Array, Piece>()
  const tiers: { readonly id: BlobId; readonly update: Uint8Array }[][] = TIERS.map(() => [])
  const requests = new Map<BlobId, number>()
  const answers = new Map<BlobId, number>()
  const madeUpFor = new Set<BlobId>()
  const ownWants = new Set<BlobId>()
  let generation = 0
  let emitted: Uint8Array[] = []
  let added: Uint8Array[] = []

  doc.on('update', (update: Uint8Array) => emitted.push(update))

  const collecting = (run: () => void): EnvelopeChange | undefined => {
    emitted = []
    added = []
    run()
    made.clear()
    const [first] = emitted
    if (first === undefined) return undefined
    return { update: emitted.length === 1 ? first : Y.mergeUpdates(emitted), blobs: added }
  }

  const push = (piece: Piece): void => {
    const blob = sealer.seal(encodePiece(piece))
    made.set(blob, piece)
    blobs.push([blob])
  }

  const openBlob = (blob: Uint8Array | undefined): Result<Piece, OpenFailure> => {
    if (blob === undefined) return err('does-not-open')
    const own = made.get(blob)
    if (own !== undefined) return ok(own)
    const plaintext = sealer.open(blob)
    return plaintext.ok ? ok(decodePiece(plaintext.value)) : plaintext
  }

  const contentOfBlob = (blob: Uint8Array): Content | undefined => {
    const piece = openBlob(blob)
    return piece.ok && piece.value.kind === 'update'
      ? contentOfUpdate(piece.value.update, piece.value.encoding)
      : undefined
  }

  const take = (item: Y.Item): void => {
    const blob = blobOf(item)
    const id = idOf(item)
    if (blob !== undefined) added.push(blob)
    const piece = openBlob(blob)
    if (blob === undefined || !piece.ok) {
      present.set(id, { state: !piece.ok && piece.error === 'newer-format' ? 'newer' : 'damaged', blob })
      return
    }
    opened.add(id)
    const { value } = piece
    if (value.kind === 'want') {
      present.set(id, { state: 'want', blob, wanted: value.blobs })
      return
    }
    present.set(id, { state: value.kind, blob })
    if (value.kind === 'moved') {
      generation = Math.max(generation, value.generation)
      return
    }
    for (const answered of value.answers) madeUpFor.add(answered)
    if (made.has(blob)) return
    if (value.encoding === 2) Y.applyUpdateV2(record, value.update, FROM_ENVELOPE)
    else Y.applyUpdate(record, value.update, FROM_ENVELOPE)
  }

  const contentsOf = (entries: Iterable<Present | undefined>): Content[] =>
    [...entries].flatMap((entry) => (entry?.state === 'update' ? (contentOfBlob(entry.blob) ?? []) : []))

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
      const content = contentOfBlob(blob)
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
    push({ kind: 'update', encoding: 2, update: Y.encodeStateAsUpdateV2(record), answers: answering })

  /** The content of a blob that others could not open, sealed afresh; or all, where it has been compacted since. */
  const sendAgain = (id: BlobId): void => {
    const entry = present.get(id)
    const piece = openBlob(entry?.blob)
    if (piece.ok) push(piece.value.kind === 'update' ? { ...piece.value, answers: [id] } : piece.value)
    else snapshot([id])
  }

  const answerWants = (): void => {
    for (const [wantId, entry] of present) {
      if (entry.state !== 'want' || ownWants.has(wantId)) continue
      const mine = entry.wanted.filter(
        (id) =>
          wasOpenedHere(id) &&
          (answers.get(id) ?? 0) < MOST_ANSWERS &&
          (present.has(id) || !hasPending(record)),
      )
      if (mine.length === 0) continue
      for (const id of mine) answers.set(id, (answers.get(id) ?? 0) + 1)
      doc.transact(() => {
        for (const id of mine) sendAgain(id)
        if (mine.length === entry.wanted.length) deletePresent(new Set([wantId]))
      }, LOCAL)
    }
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

  const mergeTier = (level: number): void => {
    const tier = tiers[level]
    const size = TIERS[level]
    if (tier === undefined || size === undefined || tier.length < size) return
    const still = tier.filter(({ id }) => present.has(id))
    tiers[level] = []
    if (still.length < 2) return
    const update = Y.mergeUpdates(still.map((entry) => entry.update))
    doc.transact(() => {
      deletePresent(new Set(still.map(({ id }) => id)))
      push({ kind: 'update', encoding: 1, update, answers: [] })
    }, LOCAL)
    tiers[level + 1]?.push({ id: lastId(), update })
    mergeTier(level + 1)
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
    receive: (update) => apply([update]),
    append: (update) =>
      collecting(() => {
        doc.transact(() => push({ kind: 'update', encoding: 1, update, answers: [] }), LOCAL)
        tiers[0]?.push({ id: lastId(), update })
        mergeTier(0)
      }),
    restore: (fromFolder) =>
      collecting(() => {
        const known = contentOfDoc(record)
        doc.transact(() => {
          for (const blob of fromFolder) {
            const content = contentOfBlob(blob)
            if (content !== undefined && !covers([known], content)) blobs.push([blob])
          }
        })
      }),
    opens: (blob) => openBlob(blob).ok,
    compact: (options) =>
      collecting(() => {
        const replaced = [...present].flatMap(([id, entry]) => (entry.state === 'update' ? [id] : []))
        if (replaced.length < COMPACT_FROM[options?.when ?? 'several'] || hasPending(record)) return
        const stillDamaged = [...madeUpFor].filter((id) => isUnopened(present.get(id)))
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
          isUnopened(entry) && !madeUpFor.has(id) && !asked.has(id) && (requests.get(id) ?? 0) < MOST_REQUESTS
            ? [id]
            : [],
        )
        if (wanted.length === 0) return
        for (const id of wanted) requests.set(id, (requests.get(id) ?? 0) + 1)
        doc.transact(() => push({ kind: 'want', blobs: wanted }), LOCAL)
        ownWants.add(lastId())
      }),
    announceMove: (next) => {
      const scratch = new Y.Doc()
      scratch
        .getArray<Uint8Array>(BLOBS)
        .push([sealer.seal(encodePiece({ kind: 'moved', generation: next }))])
      return Y.encodeStateAsUpdate(scratch)
    },
    movedTo: () => generation,
    blobs: () => blobs.toArray().filter((blob) => blob instanceof Uint8Array),
    report: () => {
      let damaged = 0
      let healed = 0
      let newer = 0
      for (const [id, entry] of present) {
        if (isUnopened(entry) && madeUpFor.has(id)) healed++
        else if (entry.state === 'newer') newer++
        else if (entry.state === 'damaged') damaged++
      }
      return { damaged, healed, newer, answered: answers.size }
    },
    destroy: () => {
      doc.destroy()
      sealer.forget()
    },
  }
}
