/**
 * What several relays keep together, in PostgreSQL (database.ts). None of them overwrites what another has stored: an
 * edit is added, and what is merged is merged of what is there. What an open room has beyond what the database is known
 * to hold (coverage.ts) is what is added.
 */
import { timingSafeEqual } from 'node:crypto'
import * as Y from 'yjs'
import { type Log, roomLabel } from '../log'
import { hashOf, isEmptyDocument, type Owner, type Storage } from '../storage'
import type { KnownCoaches } from './coaches'
import {
  type Coverage,
  coverageOf,
  includes,
  joined,
  NOTHING,
  vectorOf,
  withUpdate,
} from './coverage'
import type { Database } from './database'
import {
  addPiece,
  applyPieces,
  giveUpIfEmpty,
  mergePieces,
  newEpoch,
  readRoom,
  setAside,
} from './pieces'

/** What this relay knows to be stored of a room that it has open. */
interface Known {
  readonly epoch: number
  /** Up to here every piece is known. */
  readonly seq: number
  readonly bytes: number
  readonly coach: number | undefined
  readonly covered: Coverage
}
/** Of a room that nobody has claimed: whatever is added to it is refused. */
const UNCLAIMED: Known = { epoch: 0, seq: 0, bytes: 0, coach: undefined, covered: NOTHING }

/** Passes for an edit of another relay: it goes to the room's sockets, and is neither stored again nor sent on. */
const FROM_DATABASE = { source: 'redis' }

const isTheOne = (known: Uint8Array, given: Uint8Array): boolean =>
  known.length === given.length && timingSafeEqual(known, given)

const createAdmit =
  ({ query }: Database, coaches: KnownCoaches, maxRooms: number): Storage['admit'] =>
  async (room, credentials, mayClaim) => {
    const given = hashOf(credentials.token)
    const find = () =>
      query<{ readonly token: Uint8Array; readonly coach: number | null }>(
        'select token, coach from rooms where room = $1',
        [room],
      )
    const enter = async (
      token: Uint8Array,
      coach: number | null,
    ): Promise<Owner | 'refused' | 'needs-secret'> => {
      if (!isTheOne(token, given)) return 'refused'
      if (coach !== null) return (await coaches.isLetIn(coach)) ? { coach } : 'needs-secret'
      // From before there were coaches: it becomes the coach's who comes with their secret.
      const owner = coaches.find(room, credentials)?.coach
      if (owner !== undefined)
        await query('update rooms set coach = $2 where room = $1 and coach is null', [room, owner])
      return { coach: owner }
    }
    try {
      const [known] = await find()
      if (known !== undefined) return await enter(known.token, known.coach)
      let coach = coaches.find(room, credentials)
      const answer = coach === undefined ? mayClaim() : 'yes'
      if (answer === 'needs-secret') coach = await coaches.findAnew(room, credentials)
      if (coach === undefined && answer !== 'yes') return answer
      const claimed = await query(
        `insert into rooms (room, token, coach, epoch) select $1, $2, $3, $4
         where (select count(*) from rooms where coach is not distinct from $3::integer) < $5
         on conflict do nothing returning 1`,
        [room, given, coach?.coach ?? null, newEpoch(), coach?.mostRooms ?? maxRooms],
      )
      if (claimed.length > 0) return { coach: coach?.coach }
      // Somebody was here in the same moment, or there are too many.
      const [theirs] = await find()
      return theirs === undefined ? 'full' : await enter(theirs.token, theirs.coach)
    } catch {
      return 'unavailable'
    }
  }

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: reading, adding and forgetting change what is known of a room within one tick; apart, none could be read alone.
export const createClusterStorage = (
  database: Database,
  coaches: KnownCoaches,
  maxRooms: number,
  log: Log,
): Storage => {
  const { query } = database
  const known = new Map<string, Known>()
  const merging = new Map<string, Promise<void>>()

  const merge = (room: string): void => {
    if (merging.has(room)) return
    const done = mergePieces(database, room)
      .catch(() => undefined)
      .finally(() => merging.delete(room))
    merging.set(room, done)
  }

  /** Reads all that is stored of a room into its document. False when nobody has claimed it. */
  const readAll = async (room: string, document: Y.Doc): Promise<boolean> => {
    const kept = await readRoom(query, room)
    if (kept === undefined) {
      known.set(room, UNCLAIMED)
      return false
    }
    // In a document of its own, if the open one has anything else: what that covers is not what is stored.
    const stored = document.store.clients.size === 0 ? document : new Y.Doc()
    const unread = applyPieces(stored, kept.pieces, FROM_DATABASE)
    if (stored !== document) Y.applyUpdate(document, Y.encodeStateAsUpdate(stored), FROM_DATABASE)
    if (unread.length > 0) {
      log('damaged-room', { room: roomLabel(room), pieces: unread.length })
      await setAside(database, room, unread)
      return readAll(room, document)
    }
    const { epoch, seq, bytes, coach } = kept
    known.set(room, {
      epoch,
      seq,
      bytes,
      coach: coach ?? undefined,
      covered: coverageOf(stored),
    })
    return true
  }

  /** What the document has beyond what is known to be stored, ready to be added. */
  const prepare = (room: string, document: Y.Doc) => {
    const to = known.get(room) ?? UNCLAIMED
    const piece = Y.encodeStateAsUpdate(document, vectorOf(to.covered))
    const covered = coverageOf(document)
    const isEmpty = isEmptyDocument(document)
    /** Nothing when the room is not what it was known to be. */
    const add = async (): Promise<'stored' | 'full' | undefined> => {
      // Emptying is always stored: it is how a coach comes by space.
      if (to.coach !== undefined && !isEmpty)
        if (!(await coaches.hasSpace(to.coach, piece.length))) return 'full'
      const added = await addPiece(query, room, to.epoch, piece, isEmpty)
      if (added === undefined) return undefined
      const now = known.get(room)
      if (now?.epoch === to.epoch)
        known.set(room, {
          ...now,
          // A gap is somebody else's piece: it is read at the next turn.
          seq: added.seq === now.seq + 1 ? added.seq : now.seq,
          bytes: added.bytes,
          covered: joined(now.covered, covered),
        })
      if (added.isDue) merge(room)
      return 'stored'
    }
    return { bytes: to.bytes + piece.length, add }
  }

  const readNew = async (room: string, document: Y.Doc, to: Known): Promise<'found' | 'lost'> => {
    const kept = await readRoom(query, room, to.seq)
    if (kept?.epoch !== to.epoch || kept.seq < to.seq) {
      await readAll(room, document)
      return 'lost'
    }
    const unread = applyPieces(document, kept.pieces, FROM_DATABASE)
    if (unread.length > 0) {
      await readAll(room, document)
      return 'lost'
    }
    const now = known.get(room)
    if (now?.epoch === to.epoch) {
      const covered = kept.pieces.reduce((all, { piece }) => withUpdate(all, piece), now.covered)
      known.set(room, { ...now, seq: Math.max(now.seq, kept.seq), bytes: kept.bytes, covered })
    }
    return 'found'
  }

  return {
    coaches,
    admit: createAdmit(database, coaches, maxRooms),
    load: async (room, document) => {
      await readAll(room, document)
      return known.get(room)?.bytes ?? 0
    },
    draft: (room, document) => {
      const { bytes, add } = prepare(room, document)
      const write = async () => {
        const outcome = await add()
        if (outcome !== undefined) return outcome
        if (!(await readAll(room, document))) return 'gone'
        return (await prepare(room, document).add()) ?? 'gone'
      }
      return { bytes, write }
    },
    forget: (room) => void known.delete(room),
    expire: async (time, isOpen) => {
      const before = new Date(time)
      const empty = await query<{ readonly room: string }>(
        'select room from rooms where empty_since < $1',
        [before],
      )
      let count = 0
      for (const { room } of empty)
        if (!isOpen(room) && (await giveUpIfEmpty(database, room, before))) count++
      return count
    },
    shared: {
      origin: FROM_DATABASE,
      hasAll: (room, document) =>
        includes((known.get(room) ?? UNCLAIMED).covered, coverageOf(document)),
      catchUp: async (documents) => {
        const open = [...known].filter(([room]) => documents.has(room))
        const rows = await query<{
          readonly room: string
          readonly epoch: number
          readonly seq: number
        }>('select room, epoch, seq from rooms where room = any($1)', [open.map(([room]) => room)])
        const there = new Map(rows.map((row) => [row.room, row]))
        const found: { room: string; vector: Uint8Array }[] = []
        const lost: string[] = []
        const gone: string[] = []
        for (const [room] of open) {
          const [row, document] = [there.get(room), documents.get(room)]
          const now = known.get(room)
          if (document === undefined || now === undefined) continue
          if (row === undefined) gone.push(room)
          else if (row.epoch !== now.epoch || row.seq !== now.seq) {
            if ((await readNew(room, document, now)) === 'lost') lost.push(room)
            found.push({ room, vector: vectorOf((known.get(room) ?? now).covered) })
          }
        }
        return { found, lost, gone }
      },
    },
    close: async () => {
      await Promise.all(merging.values())
      await coaches.close()
      await database.close()
    },
  }
}
