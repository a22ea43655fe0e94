/**
 * A live record: one record's document with its envelope, opened from the store and kept in step with it.
 *
 * Local edits gather for a pause of 300 ms, or a second of steady typing, are sealed as one blob, and written
 * (record-writer.ts). Only then are they saved, and only then handed to whoever listens for what may be sent.
 *
 * A record has one envelope at a time. Moving to a new generation seals everything that the record holds into a fresh
 * envelope and puts that in the old one's place in the same tick: an edit is in what was sealed, or goes into the
 * fresh envelope, which is written right behind it. The frames of the old generation stay in the sealed folder until
 * the relay has stored the new one.
 */
import * as Y from 'yjs'
import type { Host } from '../../../shared/bridge/host'
import { createRecord } from '../../../shared/crdt/record-clock'
import {
  createEnvelope,
  type Envelope,
  type EnvelopeChange,
} from '../../../shared/envelope/envelope'
import { createLocalUpdates } from '../../../shared/envelope/local-updates'
import { changesBeyond } from '../../../shared/envelope/numbering'
import { isWithin, NO_VECTOR } from '../../../shared/envelope/vectors'
import { epochOf } from '../../../shared/vault/epochs'
import { createSealer } from '../../../shared/vault/seal'
import type { Database, HeadRow } from '../disk/database'
import type { SealingKeys } from '../session/record-keys'
import { createRecordWriter, type Saving } from './record-writer'

export type { Saving } from './record-writer'

const PAUSE_MS = 300
const STEADY_MS = 1000
/** Past so many rows a record is rewritten as one. */
const MOST_ROWS = 256

export interface LiveRecordListeners {
  readonly saving: (state: Saving) => void
  /** An update of a generation's envelope is stored: it may be sent. `fromWire` says where it came from. */
  readonly stored: (update: Uint8Array, fromWire: boolean, generation: number) => void
}

export interface LiveRecord {
  readonly id: string
  readonly doc: Y.Doc
  readonly envelope: Envelope
  /** What is stored; while a move is being written, still of the generation before. */
  readonly head: () => HeadRow
  /** Of the envelope that edits go into now. */
  readonly generation: () => number
  readonly saving: () => Saving
  /** Nothing is left to write, of what was edited or came in. */
  readonly isStored: () => boolean
  /** Seals what is pending and waits until everything is stored (or has failed once). */
  readonly flush: () => Promise<void>
  /**
   * Takes an update of a generation's envelope from elsewhere; the envelope counts one that it refuses. What came from a
   * folder waits for the relay like a change of this laptop's own.
   */
  readonly receive: (update: Uint8Array, generation: number, from?: 'relay' | 'folder') => void
  /** Whether everything up to this state vector of a generation's envelope is here: what follows on it can be received. */
  readonly holds: (vector: Uint8Array, generation: number) => boolean
  /**
   * Merges what the sealed folder holds with what the store holds, and makes both agree again. Blobs of the folder
   * that do not open stay in it. Returns how many were new to the store.
   */
  readonly reconcile: (inFolder: readonly Uint8Array[]) => Promise<number>
  /** Puts the envelope in order, and answers what others ask for. Returns whether there was anything. */
  readonly tend: () => boolean
  /** Asks the other laptops for changes that should have arrived. */
  readonly askForMissing: () => void
  /** Sealed blobs that the folder has not taken yet, with what was pending until now among them. */
  readonly unsaved: () => readonly Uint8Array[]
  /** The relay has stored everything up to a moment when `waiting` changes were unconfirmed. */
  readonly confirm: (waiting: number) => Promise<void>
  /**
   * Rewrites everything as one snapshot, so that nothing of what was deleted in the record is left in older blobs.
   * Resolves to whether the disk took it.
   */
  readonly purge: () => Promise<boolean>
  /**
   * Starts a fresh envelope of a later generation from the record's own state; resolves once it is stored (or has
   * failed once).
   */
  readonly moveTo: (generation: number) => Promise<void>
  readonly close: () => Promise<void>
}

const emptyHead = (record: string, generation: number): HeadRow => ({
  record,
  generation,
  commits: 0,
  rows: 0,
  waiting: 0,
  tail: '',
})

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a move replaces envelope and generation in one tick under everything else here, so that nothing may hold a copy of either.
export const openLiveRecord = async (
  id: string,
  keys: SealingKeys,
  store: { readonly database: Database; readonly host: Host; readonly device: string },
  listeners: LiveRecordListeners,
): Promise<LiveRecord> => {
  const { database } = store
  const [storedHead, rows] = await Promise.all([
    database.heads.get(id),
    database.envelopes.where('record').equals(id).toArray(),
  ])
  const doc = createRecord(() => Date.now())
  const envelopeOf = (of: number): Envelope => {
    const key = keys.at(of)
    if (key === undefined) throw new Error('a generation of an epoch whose key is not here')
    return createEnvelope(doc, createSealer(key, id), store.device)
  }
  let generation = storedHead?.generation ?? keys.first
  let envelope = envelopeOf(generation)
  /** Envelopes that the record has left in this session, for what still comes out of their rooms. */
  const former = new Map<number, Envelope>()
  envelope.load(rows.map(({ update }) => update))

  let timer: ReturnType<typeof setTimeout> | undefined
  let firstPendingAt = 0
  const local = createLocalUpdates(doc, () => {
    if (timer === undefined) firstPendingAt = performance.now()
    writer.edited()
    clearTimeout(timer)
    const steady = performance.now() - firstPendingAt
    timer = setTimeout(sealPending, Math.max(0, Math.min(PAUSE_MS, STEADY_MS - steady)))
  })
  const writer = createRecordWriter(
    id,
    store,
    storedHead ?? emptyHead(id, generation),
    local.pending,
    listeners,
  )

  const commit = (change: EnvelopeChange | undefined, local: boolean, fromWire = false): void => {
    if (change !== undefined) writer.put({ kind: 'append', change, local, fromWire })
  }

  function sealPending(): void {
    clearTimeout(timer)
    timer = undefined
    const update = local.take()
    if (update !== undefined) commit(envelope.append(update), true)
  }

  /** What is edited while a write is under way gathers until it is done: a slow disk gets fewer, larger blobs. */
  const settle = async (): Promise<void> => {
    await writer.writing()
    sealPending()
    writer.start()
    await writer.writing()
  }

  /** Resolves to whether the disk took it. */
  const rewrite = async (
    former: 'leave' | 'keep' | 'drop',
    kept: readonly Uint8Array[] = [],
  ): Promise<boolean> => {
    // What could not be written yet is not to be waited for by what only tidies.
    if (!writer.isEmpty() || local.pending()) return false
    let isTaken = false
    writer.put({
      kind: 'rewrite',
      former,
      contents: () => ({
        blobs: [...kept, ...envelope.blobs()],
        update: Y.encodeStateAsUpdate(envelope.doc),
      }),
      taken: () => {
        isTaken = true
      },
    })
    await writer.writing()
    return isTaken
  }

  /** What a former envelope takes in is opened there, and sealed into the one that counts now. */
  const takeOver = (from: Envelope, takeIn: () => unknown): boolean => {
    const gained: Uint8Array[] = []
    const before = from.held()
    const collect = (part: Uint8Array): void => void gained.push(part)
    doc.on('update', collect)
    try {
      takeIn()
    } finally {
      doc.off('update', collect)
      if (gained.length > 0)
        commit(envelope.append(Y.mergeUpdates(gained), changesBeyond(before, from.held())), true)
    }
    return gained.length > 0
  }

  /** Takes in what was sealed in other epochs: which of the blobs open there, and how many epochs had something new. */
  const restoreFormer = (blobs: readonly Uint8Array[]) => {
    const opened = new Set<Uint8Array>()
    let gained = 0
    for (const one of [keys.first, ...keys.former]) {
      if (epochOf(one) === epochOf(generation) || keys.at(one) === undefined) continue
      const from = envelopeOf(one)
      if (takeOver(from, () => from.restore(blobs))) gained++
      for (const blob of blobs) if (from.opens(blob)) opened.add(blob)
      from.destroy()
    }
    return { opened, gained }
  }

  const formerOf = (from: number): Envelope => {
    const left = former.get(from) ?? envelopeOf(from)
    former.set(from, left)
    return left
  }

  const compacted = envelope.compact({ when: 'many' })
  commit(compacted, false)
  await settle()
  if (compacted !== undefined || writer.head().rows > MOST_ROWS) await rewrite('leave')

  return {
    id,
    doc,
    get envelope() {
      return envelope
    },
    head: writer.head,
    generation: () => generation,
    saving: writer.saving,
    isStored: () => writer.isEmpty() && !local.pending(),
    flush: settle,
    receive: (update, of, from = 'relay') => {
      if (of === generation)
        return commit(envelope.receive(update), from === 'folder', from === 'relay')
      // Of a former epoch nothing is taken: whoever stayed there was removed, or follows with what it has.
      if (epochOf(of) !== epochOf(generation) || of > generation) return
      const left = formerOf(of)
      takeOver(left, () => left.receive(update))
    },
    holds: (vector, from) => {
      const of = from === generation ? envelope : former.get(from)
      return isWithin(vector, of === undefined ? NO_VECTOR : Y.encodeStateVector(of.doc))
    },
    reconcile: async (inFolder) => {
      const change = envelope.restore(inFolder)
      commit(change, true)
      const former = restoreFormer(inFolder)
      await settle()
      const { moving } = writer.head()
      await rewrite(
        'keep',
        inFolder.filter(
          (blob) => moving === true || !(envelope.opens(blob) || former.opened.has(blob)),
        ),
      )
      return (change?.blobs.length ?? 0) + former.gained
    },
    tend: () => {
      const change = envelope.tend()
      commit(change, false)
      return change !== undefined
    },
    askForMissing: () => commit(envelope.askForMissing(), false),
    unsaved: () => {
      sealPending()
      return writer.unsaved()
    },
    confirm: async (waiting) => {
      if (waiting === 0) return
      writer.put({ kind: 'confirm', waiting, generation: writer.head().generation })
      await writer.writing()
      // The new generation is stored here and on the relay: the frames of the old one may go.
      if (writer.head().moving === true && writer.head().waiting === 0) await rewrite('drop')
    },
    purge: async () => {
      await settle()
      commit(envelope.compact({ when: 'any' }), true)
      await settle()
      // Whatever is written behind it has no part in that: other laptops learn of an erasure in the same moment.
      return rewrite('drop')
    },
    moveTo: async (next) => {
      const epoch = epochOf(keys.first)
      if (epochOf(next) !== epoch || keys.at(next) === undefined) return
      // From another epoch to this one, or on in this one. Whoever else has it move just now waits for the same write.
      if (epochOf(generation) === epoch && next <= generation) return writer.writing()
      // Sealed with everything else, into the fresh envelope.
      local.take()
      clearTimeout(timer)
      timer = undefined
      const fresh = envelopeOf(next)
      const change = fresh.succeed(envelope)
      former.set(generation, envelope)
      envelope = fresh
      generation = next
      if (change !== undefined) writer.put({ kind: 'move', change, generation })
      await writer.writing()
    },
    close: async () => {
      await settle()
      if (writer.head().rows > MOST_ROWS && writer.saving() === 'saved') await rewrite('leave')
      writer.stop()
      clearTimeout(timer)
      for (const left of former.values()) left.destroy()
      envelope.destroy()
      doc.destroy()
    },
  }
}
