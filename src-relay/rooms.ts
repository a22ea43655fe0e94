/**
 * The rooms that are open: Hocuspocus's documents, loaded and stored. "Stored" is said of what the disk has taken and
 * of nothing else (traps.md 4). What it does not take stays in memory and is tried again, up to a limit; past that the
 * largest of it is let go, since the laptops have it, and bring it back when their sockets are closed.
 */
import { Hocuspocus, type onStoreDocumentPayload } from '@hocuspocus/server'
import * as Y from 'yjs'
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

/** Whether nothing in the document is there any more, or ever was. */
const isEmptyDocument = (document: Y.Doc): boolean => {
  for (const structs of document.store.clients.values())
    for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted) return false
  return document.store.pendingStructs === null
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the engine's hooks, the sizes and what waits for the disk change each other within one tick; apart, none of the three could be read alone.
export const openRooms = (
  storage: Storage,
  { maxMessageBytes, retryMs, maxUnstoredBytes, maxRoomBytes, maxOpenBytes }: RoomsOptions,
  log: Log,
  { stored, dropped }: RoomListeners,
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

  const engine = new Hocuspocus<Seat>({
    quiet: true,
    debounce: STORE_AFTER_MS,
    maxDebounce: STORE_AT_LATEST_MS,
    timeout: NO_TIMEOUT_MS,
    maxUnauthenticatedQueueSize: maxMessageBytes * 2,
    maxUnauthenticatedQueueMessages: 100_000,
    onLoadDocument: async ({ documentName, document }) => {
      const state = await storage.load(documentName).catch(() => {
        throw quietly()
      })
      if (state === undefined) return
      try {
        Y.applyUpdate(document, state)
        measure(documentName, state.length)
        storedVectors.set(documentName, Y.encodeStateVector(document))
      } catch {
        log('damaged-room', { room: roomLabel(documentName), bytes: state.length })
        await storage.setAside(documentName, state).catch(() => undefined)
      }
    },
    onStoreDocument: async (payload) => {
      const { documentName, document } = payload
      const vector = Y.encodeStateVector(document)
      const state = Y.encodeStateAsUpdate(document)
      measure(documentName, state.length)
      if (state.length > maxRoomBytes) {
        log('too-large', { room: roomLabel(documentName), bytes: state.length })
        return dropped(documentName)
      }
      try {
        await storage.store(documentName, state, isEmptyDocument(document))
      } catch {
        return keepUnstored(payload, state.length)
      }
      unstored.delete(documentName)
      storedVectors.set(documentName, vector)
      log('stored', { room: roomLabel(documentName), bytes: state.length })
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
      for (const document of engine.documents.values())
        keepUnstored(
          {
            instance: engine,
            clientsCount: document.getConnectionsCount(),
            document,
            documentName: document.name,
            lastContext: { seated: () => undefined },
            lastTransactionOrigin: null,
          },
          0,
        )
    },
    close: async () => {
      clearInterval(retries)
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
