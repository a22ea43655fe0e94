/** A room's document as the database has it: pieces that are added, and merged now and then. */
import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import { isEmptyDocument } from '../storage'
import type { Database } from './database'

/** A room is merged when it has this many pieces, */
const MOST_PIECES = 64
/** or when they are together larger than what they were last merged to, and than this. */
const MOST_ADDED_BYTES = 64 * 1024

export interface Piece {
  readonly seq: number
  readonly piece: Uint8Array
}
export interface Kept {
  readonly epoch: number
  readonly seq: number
  readonly bytes: number
  readonly coach: number | null
  readonly pieces: readonly Piece[]
}

export const newEpoch = (): number => randomInt(1, 2 ** 31)

/** A room with its pieces after `seq`, as they are at one moment; nothing when nobody has claimed it. */
export const readRoom = async (
  query: Database['query'],
  room: string,
  after = 0,
): Promise<Kept | undefined> => {
  const rows = await query<{
    readonly epoch: number
    readonly seq: number
    readonly bytes: string
    readonly coach: number | null
    readonly at: number | null
    readonly piece: Uint8Array | null
  }>(
    `select rooms.epoch, rooms.seq, rooms.bytes, rooms.coach, pieces.seq as at, piece
     from rooms left join pieces on pieces.room = rooms.room and pieces.seq > $2
     where rooms.room = $1 order by at`,
    [room, after],
  )
  const [first] = rows
  if (first === undefined) return undefined
  return {
    epoch: first.epoch,
    seq: first.seq,
    bytes: Number(first.bytes),
    coach: first.coach,
    pieces: rows.flatMap(({ at, piece }) =>
      at === null || piece === null ? [] : [{ seq: at, piece }],
    ),
  }
}

export interface Added {
  readonly seq: number
  readonly bytes: number
  readonly isDue: boolean
}

/** Adds a piece. Committed when it resolves; to nothing when the room is another than it was, or nobody's. */
export const addPiece = async (
  query: Database['query'],
  room: string,
  epoch: number,
  piece: Uint8Array,
  isEmpty: boolean,
): Promise<Added | undefined> => {
  const [added] = await query<{ seq: number; bytes: string; pieces: number; merged: string }>(
    `with it as (
       update rooms set seq = seq + 1, pieces = pieces + 1, bytes = bytes + $4,
         empty_since = case when $5 then coalesce(empty_since, now()) end
       where room = $1 and epoch = $2 returning room, seq, bytes, pieces, merged
     ), added as (insert into pieces select room, seq, $3 from it)
     select seq, bytes, pieces, merged from it`,
    [room, epoch, Buffer.from(piece.buffer, piece.byteOffset, piece.length), piece.length, isEmpty],
  )
  if (added === undefined) return undefined
  const bytes = Number(added.bytes)
  const merged = Number(added.merged)
  return {
    seq: added.seq,
    bytes,
    isDue: added.pieces >= MOST_PIECES || bytes - merged > Math.max(MOST_ADDED_BYTES, merged),
  }
}

/** The pieces that can be read are in the document; the others are returned. */
export const applyPieces = (
  document: Y.Doc,
  pieces: readonly Piece[],
  origin: unknown = null,
): readonly Piece[] =>
  pieces.filter(({ piece }) => {
    try {
      Y.applyUpdate(document, piece, origin)
      return false
    } catch {
      return true
    }
  })

/** What cannot be read is kept beside, and no relay counts on its being stored any more. */
export const setAside = (
  database: Database,
  room: string,
  pieces: readonly Piece[],
): Promise<void> =>
  database.transact(async (query) => {
    await query('select 1 from rooms where room = $1 for update', [room])
    for (const { seq } of pieces)
      await query(
        `with it as (delete from pieces where room = $1 and seq = $2 returning room, piece)
         insert into unreadable select room, piece from it`,
        [room, seq],
      )
    await query('update rooms set epoch = $2 where room = $1', [room, newEpoch()])
  })

/**
 * Makes one piece of a room's pieces. Nobody adds one meanwhile: that takes the row that is locked here. So what is
 * replaced is what was read, and nothing that came after.
 */
export const mergePieces = (database: Database, room: string): Promise<void> =>
  database.transact(async (query) => {
    const [kept] = await query<{ seq: number }>(
      'select seq from rooms where room = $1 for update',
      [room],
    )
    const pieces = await query<Piece>(
      'select seq, piece from pieces where room = $1 order by seq',
      [room],
    )
    const document = new Y.Doc()
    // What cannot be read is for whoever opens the room (setAside); until then it stays as it is.
    if (kept === undefined || applyPieces(document, pieces).length > 0) return
    const merged = Y.encodeStateAsUpdate(document)
    await query('delete from pieces where room = $1', [room])
    await query('insert into pieces values ($1, $2, $3)', [room, kept.seq, Buffer.from(merged)])
    await query('update rooms set pieces = 1, bytes = $2, merged = $2 where room = $1', [
      room,
      merged.length,
    ])
  })

/** Gives a room up if nothing is in it after all: whoever said so may not have had everything. */
export const giveUpIfEmpty = (database: Database, room: string, before: Date): Promise<boolean> =>
  database.transact(async (query) => {
    const [kept] = await query(
      'select 1 from rooms where room = $1 and empty_since < $2 for update',
      [room, before],
    )
    if (kept === undefined) return false
    const pieces = await query<Piece>(
      'select seq, piece from pieces where room = $1 order by seq',
      [room],
    )
    const document = new Y.Doc()
    const unread = applyPieces(document, pieces)
    if (unread.length === 0 && isEmptyDocument(document)) {
      await query('delete from pieces where room = $1', [room])
      await query('delete from rooms where room = $1', [room])
      return true
    }
    await query('update rooms set empty_since = null where room = $1', [room])
    return false
  })
