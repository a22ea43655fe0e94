/**
 * The vault's rooms of former epochs, after a removal: where the laptops that were away find the announcement. Whoever has
 * moved sees to it that it stands there, again and again, since the removed laptop can delete it. What that one still
 * writes is read to be counted, and nothing of it is taken. Once all laptops have followed, the records' old rooms are
 * emptied. One room after the other, so that this is one socket.
 */
import * as Y from 'yjs'
import { generationIn } from '../../shared/crdt/vault-record'
import { changesBeyond } from '../../shared/envelope/numbering'
import { lengthOf } from '../../shared/envelope/ranges'
import { epochOf, firstGeneration } from '../../shared/vault/epochs'
import type { VaultSession } from '../store/session/vault-session'
import { announcementsFrom, createReader, hasBehind, sayIn, updateOf } from './announcing'
import { emptyRoom, emptyRooms } from './emptying'
import { openWire, type Wire } from './wire'

/** How long a room is stayed in, if there is another to go to, or everybody has followed. */
const STAY_MS = 30_000
/** When all have followed, what the removed laptop writes is still looked for, so often. */
const LOOK_AGAIN_MS = 5 * 60_000
/**
 * A laptop that was away may have gone on in later rooms of its epoch, from one that a relay had spoilt so that nothing in it
 * says where. It moves at most so often at a time (plan.ts), and says in a room that is well where it goes from there; from
 * one that is spoilt it goes on to the next.
 */
const ROOMS_BEHIND = 3
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

  const look = (wire: Wire): void => {
    if (wire.garbage() > 0) moved(generation + 1)
    if (!wire.synced()) return
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
    counting = setTimeout(() => void count(), 0)
  }
  const count = async (): Promise<void> => {
    const held = await session.use(record, async (live) => live.envelope.held())
    if (held === undefined) return
    const removed = ring.chain.flatMap((one) => one.removed)
    const refused = [...changesBeyond(held, envelope.held())]
      .filter(([laptop]) => removed.includes(laptop))
      .map(([laptop, changes]) => [laptop, lengthOf(changes)] as const)
    session.model.setState((before) => ({
      refused: { ...before.refused, ...Object.fromEntries(refused) },
    }))
  }

  const wire = openWire(relay, access, Y.encodeStateAsUpdate(new Y.Doc()), {
    received: (update) => {
      envelope.receive(update)
    },
    progressed: () => look(wire),
    changed: () => look(wire),
  })
  sayIn(wire.provider.awareness, announcementsFrom(session, epochOf(generation)), key)
  return () => {
    clearTimeout(counting)
    wire.destroy()
    reader.destroy()
  }
}

/** Empties the records' rooms of an epoch, one after the other. */
const emptyEpoch = async (
  session: VaultSession,
  relay: string,
  epoch: number,
  stopping: AbortSignal,
): Promise<void> => {
  for (const entry of session.entries()) {
    const last = generationIn(entry, epoch)
    for (let room = firstGeneration(epoch); room <= last; room++) {
      const access = session.ring.room(entry.id, room)
      if (access === undefined) continue
      if (stopping.aborted) return
      await new Promise<void>((resolve) => {
        const wire = emptyRoom(relay, access, resolve)
        stopping.addEventListener('abort', () => {
          wire.destroy()
          resolve()
        })
      })
    }
  }
  if (!stopping.aborted) session.emptiedRooms.markEpoch(epoch)
}

/** Sees to the old rooms until `stopping`; a vault that no laptop was ever removed from has none. */
const tendOldRooms = (session: VaultSession, relay: string, stopping: AbortSignal): void => {
  const { former } = session.ring
  // The latest first: that is where the others are. And first where they were last, in all epochs.
  const rooms = Array.from({ length: ROOMS_BEHIND + 1 }, (_, later) =>
    former.map(({ generation }) => generation + later).reverse(),
  ).flat()
  if (rooms.length === 0) return
  let end: () => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTidied = false
  stopping.addEventListener('abort', () => {
    clearTimeout(timer)
    end()
  })

  const tidy = async (): Promise<void> => {
    for (const { epoch } of former)
      if (!stopping.aborted && !session.emptiedRooms.isEpochEmpty(epoch))
        await emptyEpoch(session, relay, epoch, stopping)
  }

  const enter = (index: number): void => {
    if (stopping.aborted) return
    end()
    const isLast = index === rooms.length - 1
    const next = (): void => {
      if (!isLast) return enter(index + 1)
      if (hasBehind(session)) return enter(0)
      end()
      end = () => undefined
      if (!isTidied) void tidy()
      isTidied = true
      timer = setTimeout(() => enter(0), LOOK_AGAIN_MS)
    }
    const leaveIn = (ms: number): void => {
      clearTimeout(timer)
      timer = setTimeout(next, ms)
    }
    let isDone = false
    leaveIn(ENTER_MS)
    end = visit(session, relay, rooms[index] ?? 0, {
      done: () => {
        if (!isDone) leaveIn(STAY_MS)
        isDone = true
      },
      moved: (generation) => {
        if (!rooms.includes(generation) && rooms.length < MOST_ROOMS) rooms.push(generation)
      },
    })
  }
  enter(0)
}

/** The rooms that nobody lives in any more: of erased records, and of former epochs. */
export const tendRooms = (session: VaultSession, relay: string, stopping: AbortSignal): void => {
  emptyRooms(session, relay, stopping)
  tendOldRooms(session, relay, stopping)
}
