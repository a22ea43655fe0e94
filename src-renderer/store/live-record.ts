/**
 * A live record: one record's document with its envelope, opened from the store and kept in step with it.
 *
 * Local edits gather for a pause of 300 ms, or a second of steady typing, are sealed as one blob, and written: first
 * appended to the sealed folder and flushed, then committed in Dexie. Only then are they saved, and only then handed
 * to whoever listens for what may be sent. A write that fails is kept and tried again; nothing is dropped.
 */
import * as Y from 'yjs'
import {
  createEnvelope,
  type Envelope,
  type EnvelopeChange,
  FROM_ENVELOPE,
} from '../../shared/envelope/envelope'
import { createLocalUpdates } from '../../shared/envelope/local-updates'
import type { Host, WriteProblem } from '../../shared/host'
import { createSealer } from '../../shared/vault/seal'
import type { Database, HeadRow } from './database'

const PAUSE_MS = 300
const STEADY_MS = 1000
const RETRY_MS = 1500
/** Past so many rows a record is rewritten as one. */
const MOST_ROWS = 256

export type Saving = 'saved' | 'saving' | WriteProblem

export interface LiveRecordListeners {
  /** The record changed; `typing` is true for a change that came out of a text editor. */
  readonly changed: (typing: boolean) => void
  readonly saving: (state: Saving) => void
  /** An envelope update is stored: it may be sent. `fromWire` says where it came from. */
  readonly stored: (update: Uint8Array, fromWire: boolean) => void
}

export interface LiveRecord {
  readonly id: string
  readonly doc: Y.Doc
  readonly envelope: Envelope
  readonly head: () => HeadRow
  readonly saving: () => Saving
  /** Seals what is pending and waits until everything is stored (or has failed once). */
  readonly flush: () => Promise<void>
  /** Takes an update from the relay. Throws when the bytes are not an update. */
  readonly receive: (update: Uint8Array) => void
  /**
   * Merges what the sealed folder holds with what the store holds, and makes both agree again. Blobs of the folder
   * that do not open stay in it. Returns how many were new to the store.
   */
  readonly reconcile: (inFolder: readonly Uint8Array[]) => Promise<number>
  readonly tend: () => void
  /** Sealed blobs that neither the folder nor the database has taken yet. */
  readonly unsaved: () => readonly Uint8Array[]
  /** The relay has stored everything up to a moment when `waiting` changes were unconfirmed. */
  readonly confirm: (waiting: number) => Promise<void>
  /** Rewrites everything as one snapshot, so that nothing of what was deleted in the record is left in older blobs. */
  readonly purge: () => Promise<void>
  /** Starts a fresh envelope of the next generation from the record's own state. */
  readonly moveTo: (generation: number) => Promise<void>
  readonly close: () => Promise<void>
}

interface Commit {
  readonly change: EnvelopeChange
  readonly local: boolean
  readonly fromWire: boolean
  appended?: boolean
}

const emptyHead = (record: string): HeadRow => ({
  record,
  generation: 0,
  commits: 0,
  rows: 0,
  waiting: 0,
  tail: '',
})

export const openLiveRecord = async (
  id: string,
  key: Uint8Array,
  store: { readonly database: Database; readonly host: Host },
  listeners: LiveRecordListeners,
): Promise<LiveRecord> => {
  const { database, host } = store
  const doc = new Y.Doc()
  let envelope = createEnvelope(doc, createSealer(key, id))
  const [storedHead, rows] = await Promise.all([
    database.heads.get(id),
    database.envelopes.where('record').equals(id).toArray(),
  ])
  let head = storedHead ?? emptyHead(id)
  envelope.load(rows.map(({ update }) => update))

  const queue: Commit[] = []
  let writing: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let firstPendingAt = 0
  let state: Saving = 'saved'
  let closed = false

  const setState = (next: Saving): void => {
    if (next === state) return
    state = next
    listeners.saving(next)
  }

  const write = async (commit: Commit): Promise<WriteProblem | undefined> => {
    const { change } = commit
    let { tail } = head
    if (change.blobs.length > 0 && commit.appended !== true) {
      const appended = await host.folderAppend(id, change.blobs)
      if (!appended.ok) return appended.error
      tail = appended.value
      commit.appended = true
    }
    const next: HeadRow = {
      ...head,
      commits: head.commits + 1,
      rows: head.rows + 1,
      waiting: head.waiting + (commit.local ? 1 : 0),
      tail,
    }
    try {
      await database.transaction('rw', database.envelopes, database.heads, async () => {
        await database.envelopes.add({ record: id, update: change.update })
        await database.heads.put(next)
      })
    } catch (error) {
      return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)
        ? 'disk-full'
        : 'disk-error'
    }
    // A confirmation may have come in while this was written.
    head = { ...next, waiting: head.waiting + (commit.local ? 1 : 0) }
    listeners.stored(change.update, commit.fromWire)
    return undefined
  }

  const drain = async (): Promise<void> => {
    try {
      for (let commit = queue[0]; commit !== undefined; commit = queue[0]) {
        const problem = await write(commit)
        if (problem !== undefined) {
          setState(problem)
          if (!closed) retry = setTimeout(startWriting, RETRY_MS)
          return
        }
        queue.shift()
      }
      if (!local.pending()) setState('saved')
    } finally {
      // In the same turn as the last look at the queue: what comes in from now on starts a writing of its own.
      writing = undefined
    }
  }

  function startWriting(): void {
    clearTimeout(retry)
    if (writing === undefined && queue.length > 0) writing = drain()
  }

  const commit = (
    change: EnvelopeChange | undefined,
    from: { readonly local: boolean; readonly fromWire: boolean },
  ): void => {
    if (change === undefined) return
    queue.push({ change, ...from })
    startWriting()
  }

  const sealPending = (): void => {
    clearTimeout(timer)
    timer = undefined
    const update = local.take()
    if (update !== undefined) commit(envelope.append(update), { local: true, fromWire: false })
  }

  const settle = async (): Promise<void> => {
    sealPending()
    if (writing === undefined) startWriting()
    await writing
  }

  const local = createLocalUpdates(doc, () => {
    if (timer === undefined) firstPendingAt = performance.now()
    if (state === 'saved') setState('saving')
    clearTimeout(timer)
    const steady = performance.now() - firstPendingAt
    timer = setTimeout(sealPending, Math.max(0, Math.min(PAUSE_MS, STEADY_MS - steady)))
  })
  doc.on('update', (_update: Uint8Array, origin: unknown) =>
    listeners.changed(origin !== FROM_ENVELOPE && origin !== null),
  )

  /** One row, one file: what has been compacted away is gone from the disk, too. */
  const rewrite = async (kept: readonly Uint8Array[] = []): Promise<void> => {
    if (queue.length > 0 || local.pending()) return
    const replaced = await host.folderReplace(id, [...kept, ...envelope.blobs()])
    if (!replaced.ok) return
    const next: HeadRow = { ...head, commits: head.commits + 1, rows: 1, tail: replaced.value }
    await database.transaction('rw', database.envelopes, database.heads, async () => {
      await database.envelopes.where('record').equals(id).delete()
      await database.envelopes.add({ record: id, update: Y.encodeStateAsUpdate(envelope.doc) })
      await database.heads.put(next)
    })
    head = next
  }

  const compacted = envelope.compact({ onlyIfMany: true })
  commit(compacted, { local: false, fromWire: false })
  await settle()
  if (compacted !== undefined || head.rows > MOST_ROWS) await rewrite()

  return {
    id,
    doc,
    get envelope() {
      return envelope
    },
    head: () => head,
    saving: () => state,
    flush: settle,
    receive: (update) => commit(envelope.receive(update), { local: false, fromWire: true }),
    reconcile: async (inFolder) => {
      const change = envelope.restore(inFolder)
      commit(change, { local: true, fromWire: false })
      await settle()
      await rewrite(inFolder.filter((blob) => !envelope.opens(blob)))
      return change?.blobs.length ?? 0
    },
    unsaved: () => queue.flatMap(({ change, appended }) => (appended === true ? [] : change.blobs)),
    tend: () => commit(envelope.tend(), { local: false, fromWire: false }),
    confirm: async (waiting) => {
      if (waiting === 0) return
      head = { ...head, waiting: Math.max(0, head.waiting - waiting) }
      await database.heads.update(id, { waiting: head.waiting })
    },
    purge: async () => {
      await settle()
      commit(envelope.compact(), { local: true, fromWire: false })
      await settle()
      await rewrite()
    },
    moveTo: async (generation) => {
      await settle()
      const fresh = createEnvelope(doc, createSealer(key, id))
      const change = fresh.append(Y.encodeStateAsUpdate(doc))
      if (change === undefined) return
      const replaced = await host.folderReplace(id, fresh.blobs())
      if (!replaced.ok) return setState(replaced.error)
      const next: HeadRow = {
        ...head,
        generation,
        commits: head.commits + 1,
        rows: 1,
        waiting: Math.max(1, head.waiting),
        tail: replaced.value,
      }
      await database.transaction('rw', database.envelopes, database.heads, async () => {
        await database.envelopes.where('record').equals(id).delete()
        await database.envelopes.add({ record: id, update: change.update })
        await database.heads.put(next)
      })
      envelope.destroy()
      envelope = fresh
      head = next
    },
    close: async () => {
      await settle()
      if (head.rows > MOST_ROWS && state === 'saved') await rewrite()
      closed = true
      clearTimeout(timer)
      clearTimeout(retry)
      envelope.destroy()
      doc.destroy()
    },
  }
}
