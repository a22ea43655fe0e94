/** Empties the rooms of records whose key was destroyed: what lies there is noise, and goes as well. */
import * as Y from 'yjs'
import { BLOBS } from '../../../shared/envelope/foreign'
import { epochOf, firstGeneration } from '../../../shared/vault/epochs'
import type { RoomAccess } from '../../../shared/vault/keys'
import type { Erased } from '../../store/session/emptied-rooms'
import type { VaultSession } from '../../store/session/vault-session'
import { openWire, type Wire } from '../wire'

/** The projection that says what was erased follows the vault's list, whose change is heard. */
const LOOK_AFTER_MS = 250
/**
 * In epochs before the one that a record was erased in nobody knows any more how often it had moved; all rooms of those
 * are emptied once all laptops have followed (old-rooms.ts), and by then it is seldom here.
 */
const MOVES_BEFORE = 3

/**
 * Empties a room; `emptied` is called once the relay has stored that, and the wire is closed then. `read` is shown what lies
 * there before it goes.
 */
export const emptyRoom = (
  relay: string,
  access: RoomAccess,
  emptied: () => void,
  read: (room: Y.Doc) => Promise<void> = async () => undefined,
): Wire => {
  let isReading = false
  const wire = openWire(relay, access, Y.encodeStateAsUpdate(new Y.Doc()), {
    received: () => undefined,
    progressed: () => undefined,
    changed: () => {
      if (!wire.synced()) return
      const { doc } = wire.provider
      const blobs = doc.getArray(BLOBS)
      if (blobs.length > 0 && !isReading) {
        isReading = true
        void read(doc)
          .catch(() => undefined)
          .then(() => {
            isReading = false
            if (!doc.isDestroyed) blobs.delete(0, blobs.length)
          })
      }
      if (blobs.length > 0 || !wire.confirmed()) return
      wire.destroy()
      emptied()
    },
  })
  return wire
}

/** Every room in which something of a record may lie. */
const roomsOf = ({ ring }: VaultSession, { record, generation }: Erased): readonly RoomAccess[] =>
  ring.epochs.flatMap((epoch) => {
    const first = firstGeneration(epoch)
    const last = epoch === epochOf(generation) ? generation : first + MOVES_BEFORE
    return Array.from(
      { length: last - first + 1 },
      (_, index) => ring.room(record, first + index) ?? [],
    ).flat()
  })

/** Empties them now, and whenever records were erased since, until `stopping`. */
export const emptyRooms = (session: VaultSession, relay: string, stopping: AbortSignal): void => {
  const wires = new Set<Wire>()
  const begun = new Set<string>()

  const empty = (erased: Erased): void => {
    const rooms = roomsOf(session, erased)
    let left = rooms.length
    for (const access of rooms) {
      const wire = emptyRoom(relay, access, () => {
        wires.delete(wire)
        if (--left === 0) session.emptiedRooms.mark(erased.record)
      })
      wires.add(wire)
    }
  }

  const look = (): void => {
    if (stopping.aborted) return
    for (const erased of session.emptiedRooms.left(session.model.getState().vault.erasures)) {
      if (begun.has(erased.record)) continue
      begun.add(erased.record)
      empty(erased)
    }
  }

  look()
  const stopListening = session.listen({
    stored: () => undefined,
    entries: () => setTimeout(look, LOOK_AFTER_MS),
  })
  stopping.addEventListener('abort', () => {
    stopListening()
    for (const wire of wires) wire.destroy()
  })
}
