/**
 * The rooms of the mentees' records in the epochs that the vault has left. Once all laptops have followed they are emptied,
 * and what a removed laptop wrote there is counted before. It can go on writing: so one of these rooms is looked into in
 * each round of the old rooms, the next one each time, however many there are.
 */
import * as Y from 'yjs'
import { randomBytes } from '../../../shared/base/random'
import { generationIn } from '../../../shared/crdt/vault-record'
import { epochOf, firstGeneration } from '../../../shared/vault/epochs'
import type { VaultSession } from '../../store/session/vault-session'
import { openWire } from '../wire'
import { hasBehind } from './announcing'
import { emptyRoom } from './emptying'
import { countRefused } from './refusing'

interface RecordRoom {
  readonly record: string
  readonly generation: number
}

const roomsIn = ({ entries }: VaultSession, epoch: number): readonly RecordRoom[] =>
  entries().flatMap((entry) => {
    const first = firstGeneration(epoch)
    return Array.from({ length: generationIn(entry, epoch) - first + 1 }, (_, index) => ({
      record: entry.id,
      generation: first + index,
    }))
  })

/** Counts what lies in a room, and empties it when nobody is to find anything there any more. Returns what ends that. */
const lookInto = (
  session: VaultSession,
  relay: string,
  { record, generation }: RecordRoom,
  done: () => void,
): (() => void) => {
  const access = session.ring.room(record, generation)
  if (access === undefined) {
    done()
    return () => undefined
  }
  const count = (room: Y.Doc): Promise<void> =>
    countRefused(session, record, generation, [Y.encodeStateAsUpdate(room)])
  if (session.emptiedRooms.isEpochEmpty(epochOf(generation)) || !hasBehind(session)) {
    const wire = emptyRoom(relay, access, done, count)
    return wire.destroy
  }
  let isRead = false
  const wire = openWire(relay, access, Y.encodeStateAsUpdate(new Y.Doc()), {
    received: () => undefined,
    progressed: () => undefined,
    changed: () => {
      if (isRead || !wire.synced()) return
      isRead = true
      void count(wire.provider.doc)
        .catch(() => undefined)
        .then(done)
    },
  })
  return wire.destroy
}

/** Empties the records' rooms of an epoch, one after the other. */
export const emptyEpoch = async (
  session: VaultSession,
  relay: string,
  epoch: number,
  stopping: AbortSignal,
): Promise<void> => {
  for (const room of roomsIn(session, epoch)) {
    if (stopping.aborted) return
    await new Promise<void>((resolve) => {
      const end = lookInto(session, relay, room, resolve)
      stopping.addEventListener('abort', () => {
        end()
        resolve()
      })
    })
  }
  if (!stopping.aborted) session.emptiedRooms.markEpoch(epoch)
}

export interface RecordRooms {
  /** Looks into the next room; returns what ends that. `done` is not called when it cannot be entered. */
  readonly next: (done: () => void) => () => void
}

export const createRecordRooms = (session: VaultSession, relay: string): RecordRooms => {
  // Whoever is never online for long gets to all of them as well.
  const [first = 0, second = 0] = randomBytes(2)
  let at = first * 256 + second
  return {
    next: (done) => {
      const rooms = session.ring.former.flatMap(({ epoch }) => roomsIn(session, epoch))
      const room = rooms[at++ % Math.max(1, rooms.length)]
      if (room !== undefined) return lookInto(session, relay, room, done)
      done()
      return () => undefined
    },
  }
}
