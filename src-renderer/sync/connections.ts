/** The records that are connected: each with its wire, in the room of the generation that is stored of it. */
import * as Y from 'yjs'
import { raiseGeneration } from '../../shared/crdt/vault-record'
import { epochOf } from '../../shared/vault/epochs'
import type { LiveRecord } from '../store/record/live-record'
import type { Lease } from '../store/record/open-records'
import type { VaultSession } from '../store/session/vault-session'
import { openWire, type Wire } from './wire'

/** Past so many an envelope begins anew (traps.md 7). */
const MOST_CLIENTS = 2000

export interface Connection {
  readonly record: string
  readonly live: LiveRecord
  readonly wire: () => Wire
  /** The generation whose room the wire is in. */
  readonly generation: () => number
  /** Changes to the room of the generation that is stored now. */
  readonly reopen: () => void
  /** Tries at once, if it is not connected, instead of waiting for the back-off to pass. */
  readonly tryNow: () => void
  readonly close: () => void
}

export interface ConnectionListeners {
  /** A wire is opened, the first or another. */
  readonly opened: (wire: Wire) => void
  readonly progressed: () => void
  readonly changed: () => void
}

export const hasOvergrown = (envelope: Y.Doc): boolean =>
  Y.decodeStateVector(Y.encodeStateVector(envelope)).size > MOST_CLIENTS

const connect = (
  { live, release }: Lease,
  relay: string,
  { ring }: VaultSession,
  { opened, progressed, changed }: ConnectionListeners,
): Connection => {
  const open = (generation: number): Wire => {
    const room = ring.room(live.id, generation)
    // A record that was opened has the key of its epoch.
    if (room === undefined) throw new Error('a room of an epoch whose key is not here')
    const wire = openWire(relay, room, Y.encodeStateAsUpdate(live.envelope.doc), {
      received: (update) => live.receive(update, generation),
      progressed,
      changed,
    })
    opened(wire)
    return wire
  }
  let { generation } = live.head()
  let wire = open(generation)
  return {
    record: live.id,
    live,
    wire: () => wire,
    generation: () => generation,
    reopen: () => {
      const former = wire
      // First: closing the old one says so, and whoever hears that looks at the visit.
      generation = live.head().generation
      wire = open(generation)
      former.destroy()
    },
    tryNow: () => {
      if (!wire.connected() && !wire.refused()) wire.reconnect()
    },
    close: () => {
      wire.destroy()
      release()
    },
  }
}

/**
 * Of two numbers that laptops raise a record's generation to at the same time the vault record keeps one, and that may be
 * the lower. Whoever is in the later room already says so again, and now knows of both.
 */
const tellWhereItIs = async (session: VaultSession, live: LiveRecord): Promise<void> => {
  const [here, listed] = [live.head().generation, session.goesOnIn(live.id)]
  const entry = session.entries().find(({ id }) => id === live.id)
  if (entry !== undefined && here > listed && epochOf(here) === epochOf(listed))
    await session.runOnVault(raiseGeneration, { ...entry, generation: here })
}

/** Opens a record and its wire; nothing when there is no such record, or it cannot go to its room yet. */
export const openConnection = async (
  session: VaultSession,
  relay: string,
  record: string,
  /** Whether it is still wanted. */
  isWanted: () => boolean,
  listeners: ConnectionListeners,
): Promise<Connection | undefined> => {
  const lease = await session.acquire(record)
  if (lease === undefined) return undefined
  const { live, release } = lease
  try {
    if (isWanted()) await live.moveTo(session.goesOnIn(record))
    if (isWanted()) await tellWhereItIs(session, live)
    // Without the move on the disk there is no room to go to yet.
    if (
      isWanted() &&
      live.head().generation === live.generation() &&
      epochOf(live.generation()) === session.ring.epoch
    )
      return connect(lease, relay, session, listeners)
  } catch (error) {
    release()
    throw error
  }
  release()
  return undefined
}
