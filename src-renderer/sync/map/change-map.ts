/**
 * The change map: which records the laptops of a vault have changed, so that after being away only their rooms are
 * visited, instead of all (docs/decisions/0032-a-map-of-changes.md).
 *
 * It lies in a room of its own beside the vault record's (marks.ts). What it says is held against what is known here of
 * each record (rooms-memory.ts). It is believed only once it was read anew after the vault's room was connected; and where it
 * cannot be read, or some laptop of the vault does not write it, every record is due, as if there were none. Hints say
 * the same faster to those who are there (hints.ts); this is for those who were not.
 */
import * as Y from 'yjs'
import { endOf } from '../../../shared/envelope/numbering'
import { CLOSE_FULL } from '../../../shared/relay/wire'
import { createSealer } from '../../../shared/vault/seal'
import type { LiveRecord } from '../../store/record/live-record'
import type { VaultSession } from '../../store/session/vault-session'
import { hasOvergrown } from '../connections'
import { createTending } from '../tending'
import { openWire, type Wire } from '../wire'
import { readMap, writeOwn } from './marks'
import {
  decodeRoomsMemory,
  encodeRoomsMemory,
  isAhead,
  isDue,
  mark,
  markToLook,
  type RoomsMemory,
  rested,
  suspectAll,
  takeInMap,
} from './rooms-memory'

/** Without having been read for so long, the map is done without. */
const READ_WITHIN_MS = 10_000
/** Updates that wait for others for so long wait for ever: ids were forged. */
const STUCK_MS = 18_000
const STORE_AFTER_MS = 500
/** The others are told again to look at a record of which something is lacking here, ever more rarely. */
const LOOK_AGAIN_MS = 60_000
const MOST_LOOK_AGAIN_MS = 10 * 60_000
/** Under which the map has its room and its blobs are sealed. */
const PLACE = 'change-map'

export interface MapListeners {
  /** The number of a laptop's last change in a record that the relay has. */
  readonly heard: (record: string, device: string, last: number) => void
  /** The relay has lost something: everything is due. */
  readonly lost: () => void
  readonly changed: () => void
}

export interface ChangeMap {
  /** Goes to the room that belongs to the vault record's, of this generation. */
  readonly follow: (generation: number) => void
  /** The vault's room was connected anew: what was read before says nothing of now. */
  readonly readAnew: () => void
  /** The records whose rooms are to be visited; nothing as long as that is not known. */
  readonly due: () => readonly string[] | undefined
  /** Something is not marked yet of what the relay has stored. */
  readonly isTelling: () => boolean
  /** The room can be of no more use: the vault record and it are to go on in fresh ones. */
  readonly isSpoilt: () => boolean
  readonly isGarbled: () => boolean
  /** A record is about to be opened for a visit. */
  readonly visiting: (record: string) => void
  /** Something of a record was stored here that did not come from the relay. */
  readonly wrote: (record: string) => void
  /** The relay has stored this laptop's changes to a record up to a number. */
  readonly confirmed: (record: string, last: number) => void
  /** A visit has come to rest; `isOver`: nothing was heard of the record since it began. */
  readonly rested: (live: LiveRecord, isOver: boolean) => void
  readonly tryNow: () => void
  /** Until it is to follow again. */
  readonly leave: () => void
  readonly destroy: () => void
}

const RELAY_SECRET = /#.*$/

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the room, what was read of it and what is known are one state.
export const createChangeMap = (
  session: VaultSession,
  relay: string,
  { heard, lost, changed }: MapListeners,
): ChangeMap => {
  const sealer = createSealer(session.vaultRecordKey, PLACE)
  const vault = session.vaultRecordId
  const tending = createTending()
  let at: { readonly generation: number; readonly wire: Wire } | undefined
  let known: RoomsMemory | undefined
  let isRead = false
  /** The room's document was, since it was opened. */
  let wasRead = false
  let isNewer = false
  let isOvergrown = false
  /** The document has changed since it was read, or what is known was just loaded. */
  let isFresh = true
  let forgotten = 0
  let askedAt = 0
  let stuckSince: number | undefined
  let replaced: ReadonlySet<string> = new Set()
  /** Records with something that the others may not know of; and of what is lacking here, when they were told, and for how long. */
  const touched = new Set<string>()
  const lacking = new Map<string, { readonly at: number; readonly wait: number }>()
  /** Of records that were visited in this session, the numbers of the last changes that are here, by laptop. */
  const holding = new Map<string, ReadonlyMap<string, number>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The last of the marks that are written into the room. */
  let published = 0

  const store = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (known === undefined) return
    const listed = new Set(session.entries().map(({ id }) => id))
    // Not stored, the rooms that were visited since are visited once more.
    session.onRelay.write(encodeRoomsMemory(known, listed)).catch(() => undefined)
  }
  const storeSoon = (): void => {
    timer ??= setTimeout(store, STORE_AFTER_MS)
  }

  const publish = (): boolean => {
    if (known === undefined || at === undefined || !isRead) return false
    const { life, device, marks } = known
    const wrote = writeOwn(at.wire.provider.doc, sealer, { life, device, marks }, replaced)
    replaced = new Set()
    published = known.reached
    return wrote
  }

  const read = (wire: Wire, into: RoomsMemory): void => {
    const { doc } = wire.provider
    const { entries, newer } = readMap(doc, sealer)
    isNewer = newer
    isOvergrown = hasOvergrown(doc)
    const taken = takeInMap(into, entries, {
      isHeld: (record, device, last) => last > 0 && last <= (holding.get(record)?.get(device) ?? 0),
      isAgain: wasRead,
    })
    wasRead = true
    if (taken.replaced.length > 0) replaced = new Set(taken.replaced)
    for (const { device, marks } of entries.values())
      if (device !== into.device)
        for (const [record, { last }] of marks) heard(record, device, last)
    isRead = true
    // What a relay damages or takes away is written again.
    tending.tend({ id: PLACE, tend: publish }, () => at?.wire === wire)
    storeSoon()
    if (taken.lost) lost()
  }

  const look = (wire: Wire): void => {
    if (known === undefined || at?.wire !== wire) return
    if (wire.forgot() > forgotten) {
      forgotten = wire.forgot()
      suspectAll(known)
      lost()
    }
    const isAnew = (wire.exchangedAt() ?? Number.NEGATIVE_INFINITY) > askedAt
    if (wire.synced() && isAnew && (isFresh || !isRead)) {
      isFresh = false
      read(wire, known)
    }
    if (isRead && published > known.stored && wire.confirmed()) {
      known.stored = published
      storeSoon()
    }
    if (!wire.isStuck()) stuckSince = undefined
    else stuckSince ??= performance.now()
    changed()
  }

  const leave = (): void => {
    at?.wire.destroy()
    at = undefined
    if (timer !== undefined) store()
    known = undefined
  }

  const enter = (generation: number): void => {
    // The vault record's own room is another one of its generation.
    const access = session.ring.room(`${PLACE}/${vault}`, generation)
    if (access === undefined) return
    const place = `${relay.replace(RELAY_SECRET, '')} ${access.room}`
    const wire = openWire(relay, access, Y.encodeStateAsUpdate(new Y.Doc()), {
      received: () => undefined,
      progressed: () => look(wire),
      changed: () => look(wire),
    })
    at = { generation, wire }
    isRead = false
    wasRead = false
    isOvergrown = false
    published = 0
    isFresh = true
    forgotten = 0
    askedAt = performance.now()
    stuckSince = undefined
    wire.provider.doc.on('update', () => {
      isFresh = true
    })
    const load = async (): Promise<void> => {
      const row = await session.onRelay.read().catch(() => undefined)
      if (at?.wire !== wire) return
      known = decodeRoomsMemory(row, place, session.device)
      look(wire)
    }
    void load()
  }

  /** A laptop with version 0.3 marks nothing. */
  const someAreSilent = (): boolean =>
    isNewer || session.model.getState().laptops.some(({ state }) => state === 'keyless')

  const tell = (say: (into: RoomsMemory) => void): void => {
    if (known === undefined) return
    say(known)
    publish()
    storeSoon()
  }

  return {
    follow: (generation) => {
      if (at?.generation === generation) return
      leave()
      enter(generation)
    },
    readAnew: () => {
      isRead = false
      askedAt = performance.now()
      at?.wire.exchange()
    },
    due: () => {
      const isReadable = isRead && known !== undefined && at?.wire.synced() === true
      const isClosed = at?.wire.refused() === true || at?.wire.closedWith() === CLOSE_FULL
      const isGivenUp = isClosed || performance.now() - askedAt > READ_WITHIN_MS
      if (!isReadable && !isGivenUp) return undefined
      const entries = session.entries()
      if (!isReadable || someAreSilent()) return entries.map(({ id }) => id)
      const now = Date.now()
      return entries.flatMap(({ id }) =>
        known === undefined || isDue(known, id, session.headOf(id), session.goesOnIn(id), now)
          ? [id]
          : [],
      )
    },
    isTelling: () => isRead && known !== undefined && known.reached > known.stored,
    isSpoilt: () =>
      isOvergrown || (stuckSince !== undefined && performance.now() - stuckSince > STUCK_MS),
    isGarbled: () => (at?.wire.garbage() ?? 0) > 0,
    visiting: (record) => {
      if (known === undefined || isAhead(known, record, session.headOf(record))) touched.add(record)
    },
    wrote: (record) => void touched.add(record),
    confirmed: (record, last) => {
      touched.delete(record)
      // Without a new number it was something of others that the relay has got from here.
      tell((into) => {
        if (last > (into.marks.get(record)?.last ?? 0)) mark(into, record, last)
        else markToLook(into, record)
      })
    },
    rested: (live, isOver) => {
      if (known === undefined || live.id === vault) return
      const lacks = live.envelope.blobs().length === 0 || live.envelope.missing().size > 0
      const { at: toldAt, wait } = lacking.get(live.id) ?? { at: Number.NEGATIVE_INFINITY, wait: 0 }
      // What was asked for while the relay let nothing through is still there for whoever looks.
      const isToBeTold = touched.delete(live.id) || (lacks && performance.now() - toldAt >= wait)
      if (!lacks) lacking.delete(live.id)
      else if (isToBeTold)
        lacking.set(live.id, {
          at: performance.now(),
          wait: Math.min(MOST_LOOK_AGAIN_MS, Math.max(LOOK_AGAIN_MS, 2 * wait)),
        })
      if (isToBeTold) tell((into) => markToLook(into, live.id))
      const held = [...live.envelope.held()]
      holding.set(live.id, new Map(held.map(([from, ranges]) => [from, endOf(ranges) - 1])))
      if (lacks) known.due.add(live.id)
      else if (isOver) rested(known, live.id, live.head(), Date.now())
      storeSoon()
    },
    tryNow: () => {
      if (at !== undefined && !at.wire.connected() && !at.wire.refused()) at.wire.reconnect()
    },
    leave,
    destroy: () => {
      leave()
      tending.destroy()
      sealer.forget()
    },
  }
}
