/**
 * The rooms that the vault record has left: of former epochs, after a removal, where the laptops that were away find
 * the announcement; and of this one, where they find where it goes on. Whoever has moved sees to it that it stands
 * there, again and again, since the removed laptop can delete it. What that one still writes is read to be counted
 * (refusing.ts), and nothing of it is taken. Once all laptops have followed, the records' old rooms are emptied
 * (record-rooms.ts). One room after the other, so that this is one socket.
 */
import * as Y from 'yjs'
import { epochOf } from '../../../shared/vault/epochs'
import type { VaultSession } from '../../store/session/vault-session'
import { openWire, type Wire } from '../wire'
import {
  announcementsFrom,
  createHearing,
  createReader,
  hasBehind,
  saidIn,
  sayIn,
  updateOf,
} from './announcing'
import { emptyRooms } from './emptying'
import { createRecordRooms, emptyEpoch } from './record-rooms'
import { noteAgain, noteRefused } from './refusing'

/** How long a room is stayed in, if there is another to go to, or everybody has followed. */
const STAY_MS = 30_000
/** When all have followed, what the removed laptop writes is still looked for, so often. */
const LOOK_AGAIN_MS = 5 * 60_000
/**
 * Laptops of one epoch may be in several rooms of it: from one that a relay had spoilt some go on, nothing in it says
 * where, and others stay. A laptop moves at most so often at a time (plan.ts), and says in a room that is well where it goes
 * from there; from one that is spoilt it goes on to the next.
 */
const ROOMS_APART = 3
const MOST_ROOMS = 30
/** A room that cannot be entered is left for the next one. */
const ENTER_MS = 10_000

/** Visits one room; returns what ends that. */
const visit = (
  session: VaultSession,
  relay: string,
  generation: number,
  { done, moved }: { readonly done: () => void; readonly moved: (generation: number) => void },
): (() => void) => {
  const { ring, vaultRecordId: record } = session
  const [access, key] = [ring.room(record, generation), ring.vaultRecordKey(generation)]
  if (access === undefined || key === undefined) {
    done()
    return () => undefined
  }
  const reader = createReader(key, record)
  const { envelope } = reader
  let posted = false
  let counting: ReturnType<typeof setTimeout> | undefined

  const said = saidIn(session, generation)
  /** Of this laptop's epoch: only where the vault record goes on is to be said there. */
  const isLeft = epochOf(generation) === ring.epoch

  const look = (wire: Wire): void => {
    if (wire.garbage() > 0 && !isLeft) moved(generation + 1)
    if (!wire.synced()) return
    if (isLeft) {
      if (envelope.movedTo() < said.movedTo && !posted)
        wire.push(envelope.announceMove(said.movedTo))
      posted = true
      if (wire.confirmed()) done()
      return
    }
    const found = reader.found()
    void session.laptops.found(found)
    const there = new Set(found.map(({ signature }) => signature))
    const missing = announcementsFrom(session, epochOf(generation)).filter(
      ({ signature }) => !there.has(signature),
    )
    // Taken away again, it is put there again by the next visit.
    if (missing.length > 0 && !posted) wire.push(updateOf(missing, key, record))
    posted = true
    const next = envelope.movedTo()
    if (next > generation && epochOf(next) === epochOf(generation)) moved(next)
    if (wire.confirmed()) done()
    clearTimeout(counting)
    counting = setTimeout(() => {
      noteRefused(session, record, envelope.held()).catch(() => undefined)
    }, 0)
  }

  const wire = openWire(relay, access, Y.encodeStateAsUpdate(new Y.Doc()), {
    received: (update) => {
      envelope.receive(update)
    },
    progressed: () => look(wire),
    changed: () => look(wire),
  })
  // Others who have moved, elsewhere, may be here as well.
  const hearing = createHearing(session, epochOf(generation), key)
  hearing.listen(wire.provider.awareness)
  sayIn(wire.provider.awareness, said, key)
  return () => {
    hearing.forget()
    clearTimeout(counting)
    wire.destroy()
    reader.destroy()
  }
}

/**
 * The rooms that are to be seen to, ever farther from where the vault record was: those of this epoch that it has left,
 * since a relay may have hidden that from the others; and, of former epochs, the one in which it was, all before, where
 * somebody may be who never heard that it went on, and some behind it. The latest epoch first.
 */
const roomsOf = ({ ring, headOf, vaultRecordId }: VaultSession): number[] => {
  const here = headOf(vaultRecordId)?.generation ?? 0
  const roomIn = (epoch: number, generation: number): readonly number[] =>
    epochOf(generation) === epoch ? [generation] : []
  const roomsAt = (step: number): readonly number[] => [
    ...(step > 0 ? roomIn(ring.epoch, here - step) : []),
    ...[...ring.former]
      .reverse()
      .flatMap(({ epoch, generation }) => [
        ...(step <= ROOMS_APART ? roomIn(epoch, generation + step) : []),
        ...roomIn(epoch, generation - step),
      ]),
  ]
  return Array.from({ length: MOST_ROOMS }, (_, step) => roomsAt(step)).flat()
}

/** Sees to the old rooms until `stopping`. */
const tendOldRooms = (session: VaultSession, relay: string, stopping: AbortSignal): void => {
  const { former } = session.ring
  /** Of former epochs, to which others were found to have gone. */
  const found = new Set<number>()
  let rooms: readonly number[] = []
  let end: () => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTidied = false
  const records = createRecordRooms(session, relay)
  stopping.addEventListener('abort', () => {
    clearTimeout(timer)
    end()
  })

  const tidy = async (): Promise<void> => {
    for (const { epoch } of former)
      if (!stopping.aborted && !session.emptiedRooms.isEpochEmpty(epoch))
        await emptyEpoch(session, relay, epoch, stopping)
  }

  const rest = (): void => {
    end()
    end = () => undefined
    if (!isTidied) void tidy()
    isTidied = true
    timer = setTimeout(() => enter(0), LOOK_AGAIN_MS)
  }

  const enter = (index: number): void => {
    if (stopping.aborted) return
    end()
    end = () => undefined
    if (index === 0) void noteAgain(session)
    if (index === 0) rooms = [...new Set([...roomsOf(session), ...found])].slice(0, MOST_ROOMS)
    const room = rooms[index]
    const leaveIn = (ms: number, then = (): void => enter(index + 1)): void => {
      clearTimeout(timer)
      timer = setTimeout(then, ms)
    }
    if (room === undefined) {
      const over = (): void => (index > 0 && hasBehind(session) ? enter(0) : rest())
      leaveIn(ENTER_MS, over)
      end = records.next(() => leaveIn(0, over))
      return
    }
    let isDone = false
    leaveIn(ENTER_MS)
    end = visit(session, relay, room, {
      done: () => {
        if (!isDone) leaveIn(STAY_MS)
        isDone = true
      },
      moved: (generation) => {
        found.add(generation)
        if (!rooms.includes(generation) && rooms.length < MOST_ROOMS) rooms = [...rooms, generation]
      },
    })
  }
  enter(0)
}

/** The rooms that nobody lives in any more, or nobody should: of erased records, and of the vault record. */
export const tendRooms = (session: VaultSession, relay: string, stopping: AbortSignal): void => {
  emptyRooms(session, relay, stopping)
  tendOldRooms(session, relay, stopping)
}
