/**
 * What other relays store of the rooms that are open here is read from what they share, every second, whether anything
 * else connects them or not. And what one of them sent on and did not live to store is stored here: whoever wrote it
 * has been told by nobody that it is stored, and waits.
 */
import { type Document, isTransactionOrigin } from '@hocuspocus/server'
import type { Shared } from './storage'

interface Rooms {
  readonly documents: () => ReadonlyMap<string, Document>
  /** More of the room is stored than was known. */
  readonly found: (room: string, stateVector: Uint8Array) => void
  /** Less is. */
  readonly lost: (room: string) => void
  /** The room is nobody's any more. */
  readonly gone: (room: string) => void
  readonly storeNow: (document: Document) => void
}

export interface Others {
  /** A document has changed, by way of `origin`. */
  readonly heard: (room: string, origin: unknown) => void
  readonly stop: () => Promise<void>
}

export const followOthers = (shared: Shared, everyMs: number, rooms: Rooms): Others => {
  let heardNow = new Set<string>()
  /** What was heard a turn ago has had its second: by now it is stored, or never will be by whoever sent it. */
  let heardBefore = new Set<string>()

  const catchUp = async (): Promise<void> => {
    const documents = rooms.documents()
    const { found, lost, gone } = await shared.catchUp(documents)
    const due = new Set([...heardBefore, ...lost])
    heardBefore = heardNow
    heardNow = new Set()
    for (const room of lost) rooms.lost(room)
    for (const { room, vector } of found) rooms.found(room, vector)
    for (const room of gone) rooms.gone(room)
    for (const room of due) {
      const document = documents.get(room)
      if (document !== undefined && !shared.hasAll(room, document)) rooms.storeNow(document)
    }
  }

  let catching: Promise<void> | undefined
  const timer = setInterval(() => {
    // What it rejects with is in the log already (database-failed); the next turn reads what this one did not.
    catching ??= catchUp()
      .catch(() => undefined)
      .finally(() => {
        catching = undefined
      })
  }, everyMs)

  return {
    heard: (room, origin) => {
      const isTheirs = isTransactionOrigin(origin) && origin.source === 'redis'
      if (isTheirs && origin !== shared.origin) heardNow.add(room)
    },
    stop: async () => {
      clearInterval(timer)
      await catching
    },
  }
}
