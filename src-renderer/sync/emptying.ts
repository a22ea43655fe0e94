/** Empties the rooms of records whose key was destroyed: what lies there is noise, and goes as well. */
import * as Y from 'yjs'
import { BLOBS } from '../../shared/envelope/foreign'
import { deriveRoom } from '../../shared/vault/keys'
import type { Erased } from '../store/session/emptied-rooms'
import type { VaultSession } from '../store/session/vault-session'
import { openWire, type Wire } from './wire'

/** The projection that says what was erased follows the vault's list, whose change is heard. */
const LOOK_AFTER_MS = 250

/** Empties them now, and whenever records were erased since, until `stopping`. */
export const emptyRooms = (session: VaultSession, relay: string, stopping: AbortSignal): void => {
  const wires = new Set<Wire>()
  const begun = new Set<string>()

  const empty = ({ record, generation }: Erased): void => {
    let left = generation + 1
    for (let room = 0; room <= generation; room++) {
      const access = deriveRoom(session.opened.vaultKey, record, room)
      const wire = openWire(relay, access, Y.encodeStateAsUpdate(new Y.Doc()), {
        received: () => undefined,
        progressed: () => undefined,
        changed: () => {
          if (!wire.synced()) return
          const blobs = wire.provider.doc.getArray(BLOBS)
          if (blobs.length > 0) return blobs.delete(0, blobs.length)
          if (!wire.confirmed()) return
          wires.delete(wire)
          wire.destroy()
          if (--left === 0) session.emptiedRooms.mark(record)
        },
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
