/**
 * The rooms that are open: Hocuspocus's documents, loaded and stored. "Stored" is said of what the disk has taken and
 * of nothing else (traps.md 4). What it does not take stays in memory and is tried again, up to a limit; past that the
 * largest of it is let go, since the laptops have it, and bring it back when their sockets are closed.
 */
import {
  type Document,
  type Extension,
  Hocuspocus,
  type onStoreDocumentPayload,
} from '@hocuspocus/server'
import * as Y from 'yjs'
import { followOthers, type Others } from './follow'
import type { Seat } from './front-door'
import { type Log, roomLabel } from './log'
import type { Storage } from './storage'

const STORE_AFTER_MS = 200
const STORE_AT_LATEST_MS = 1000
/** Hocuspocus's own time-out closes for good (traps.md 2); the relay's heartbeat does its work. */
const NO_TIMEOUT_MS = 2 ** 30

export interface RoomsOptions {
  readonly maxMessageBytes: number
  readonly retryMs: number
  /** How often what other relays have stored is read. */
  readonly catchUpMs: number
  /** What may wait in memory for a disk that takes nothing. */
  readonly maxUnstoredBytes: number
  /** Of one room; what goes beyond is not stored. */
  readonly maxRoomBytes: number
  /** Of all rooms that are open; past it the largest are closed for a moment. */
  readonly maxOpenBytes: number
}

export interface RoomListeners {
  /** What the room's devices are to be told that it has stored. */
  readonly stored: (room: string, stateVector: Uint8Array) => void
  /** The room cannot be kept; its sockets are to be closed, and come back. */
  readonly dropped: (room: string) => void
}

export interface Rooms {
  readonly engine: Hocuspocus<Seat>
  readonly isOpen: (room: string) => boolean
  /** Stores what is open anew: the disk has lost it. */
  readonly storeAll: () => void
  /** Stores everything that can be, for the last time. */
  readonly close: () => Promise<void>
}

/** Hocuspocus writes what a hook throws to the console, unless it has no words. */
const quietly = (): Error => new Error('')

/**
 * Nothing asks for a document's guid, and to make one up takes longer than the rest of opening a room. Only of an extension
 * does the engine ask what a document is made with.
 */
const withoutGuid: Extension = { onCreateDocument: async () => ({ guid: '' }) }

const nobody: Seat = { seated: () => undefined }

/** As the engine has it of an edit, for a document that is to be stored without one. */
const payloadOf = (
  instance: Hocuspocus<Seat>,
  document: Document,
): onStoreDocumentPayload<Seat> => ({
  instance,
  clientsCount: document.getConnectionsCount(),
  document,
  documentName: document.name,
  lastContext: nobody,
  lastTransactionOrigin: null,
})

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the engine's hooks, the sizes and what waits for the disk change each other within one tick; apart, none of the three could be read alone.
export const openRooms = (
  storage: Storage,
  {
    maxMessageBytes,
    retryMs,
    catchUpMs,
    maxUnstoredBytes,
    maxRoomBytes,
    maxOpenBytes,
  }: RoomsOptions,
  log: Log,
  { stored, dropped }: RoomListeners,
  /** Whatever carries edits between relays. */
  extensions: readonly Extension[] = [],
): Rooms => {
  const storedVectors = new Map<string, Uint8Array>()
  const unstored = new Map<
    string,
    { readonly payload: onStoreDocumentPayload<Seat>; readonly bytes: number }
  >()

  const sizes = new Map<string, number>()
  let open = 0
  const measure = (room: string, bytes: number): void => {
    open += bytes - (sizes.get(room) ?? 0)
    if (bytes === 0) sizes.delete(room)
    else sizes.set(room, bytes)
    while (open > maxOpenBytes) {
      const [largest] = [...sizes].sort(([, a], [, b]) => b - a)
      if (largest === undefined) return
      log('crowded', { room: roomLabel(largest[0]), bytes: largest[1] })
      measure(largest[0], 0)
      dropped(largest[0])
    }
  }

  const sayStored = (room: string): void => {
    const vector = storedVectors.get(room)
    if (vector !== undefined) stored(room, vector)
  }

  const keepUnstored = (payload: onStoreDocumentPayload<Seat>, bytes: number): void => {
    // Behind the others: what cannot be stored for its size is not to stand in the way of what can.
    unstored.delete(payload.documentName)
    unstored.set(payload.documentName, { payload, bytes })
    let total = [...unstored.values()].reduce((sum, each) => sum + each.bytes, 0)
    for (const [room, each] of [...unstored].sort(([, a], [, b]) => b.bytes - a.bytes)) {
      if (total <= maxUnstoredBytes) break
      total -= each.bytes
      unstored.delete(room)
      log('dropped', { room: roomLabel(room), bytes: each.bytes })
      dropped(room)
      void engine.unloadDocument(each.payload.document)
    }
  }

  const others: Others | undefined =
    storage.shared &&
    followOthers(storage.shared, catchUpMs, {
      documents: () => engine.documents,
      found: (room, vector) => {
        storedVectors.set(room, vector)
        stored(room, vector)
      },
      lost: (room) => storedVectors.delete(room),
      gone: dropped,
      storeNow: (document) =>
        void engine.storeDocumentHooks(document, payloadOf(engine, document), true),
    })

  const engine = new Hocuspocus<Seat>({
    quiet: true,
    debounce: STORE_AFTER_MS,
    maxDebounce: STORE_AT_LATEST_MS,
    timeout: NO_TIMEOUT_MS,
    maxUnauthenticatedQueueSize: maxMessageBytes * 2,
    maxUnauthenticatedQueueMessages: 100_000,
    extensions: [withoutGuid, ...extensions],
    onLoadDocument: async ({ documentName, document }) => {
      const bytes = await storage.load(documentName, document).catch(() => {
        throw quietly()
      })
      if (bytes === 0) return
      measure(documentName, bytes)
      storedVectors.set(documentName, Y.encodeStateVector(document))
    },
    onChange: async ({ documentName, transactionOrigin }) =>
      others?.heard(documentName, transactionOrigin),
    onStoreDocument: async (payload) => {
      const { documentName, document } = payload
      const vector = Y.encodeStateVector(document)
      const { bytes, write } = storage.draft(documentName, document)
      measure(documentName, bytes)
      if (bytes > maxRoomBytes) {
        log('too-large', { room: roomLabel(documentName), bytes })
        return dropped(documentName)
      }
      let outcome: Awaited<ReturnType<typeof write>>
      try {
        outcome = await write()
      } catch {
        return keepUnstored(payload, bytes)
      }
      unstored.delete(documentName)
      if (outcome !== 'stored') {
        log(`room-${outcome}`, { room: roomLabel(documentName), bytes })
        if (outcome === 'gone') storedVectors.delete(documentName)
        return dropped(documentName)
      }
      storedVectors.set(documentName, vector)
      log('stored', { room: roomLabel(documentName), bytes })
    },
    afterStoreDocument: async ({ documentName }) => sayStored(documentName),
    connected: async ({ documentName, context }) => {
      context.seated()
      sayStored(documentName)
    },
    beforeUnloadDocument: async ({ documentName }) => {
      if (unstored.has(documentName)) throw quietly()
    },
    afterUnloadDocument: async ({ documentName }) => {
      storedVectors.delete(documentName)
      storage.forget(documentName)
      measure(documentName, 0)
    },
  })

  const storeUnstored = async (): Promise<void> => {
    for (const { payload } of [...unstored.values()])
      await engine.storeDocumentHooks(payload.document, payload, true)
  }
  let retrying: Promise<void> | undefined
  const retry = (): Promise<void> => {
    retrying ??= storeUnstored().finally(() => {
      retrying = undefined
    })
    return retrying
  }
  const retries = setInterval(() => void retry(), retryMs)

  return {
    engine,
    isOpen: (room) => engine.documents.has(room) || engine.loadingDocuments.has(room),
    storeAll: () => {
      storedVectors.clear()
      for (const document of engine.documents.values()) keepUnstored(payloadOf(engine, document), 0)
    },
    close: async () => {
      clearInterval(retries)
      await others?.stop()
      engine.flushPendingStores()
      const busy = (): boolean =>
        [...engine.documents.values()].some(
          (document) => !engine.shouldUnloadDocument(document) || document.saveMutex.isLocked(),
        )
      for (let tries = 0; tries < 100 && busy(); tries++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      await retry()
    },
  }
}
