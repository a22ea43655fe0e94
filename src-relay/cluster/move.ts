/** What a relay has on its own disk, into the database that several share. */
import { existsSync } from 'node:fs'
import { err, ok, type Result } from '../../shared/base/result'
import { isDamage } from '../level'
import { type KeptRoom, readStore } from '../level-storage'
import type { Database } from './database'
import { addPiece, newEpoch } from './pieces'

/** Merged with what is there: whoever has claimed the room meanwhile keeps it. False when that is somebody else. */
const moveRoom = (database: Database, { room, token, document, emptySince }: KeptRoom) =>
  database.transact(async (query) => {
    await query(
      `insert into rooms (room, token, epoch, empty_since) values ($1, $2, $3, $4) on conflict do nothing`,
      [room, Buffer.from(token), newEpoch(), emptySince ?? null],
    )
    const [kept] = await query<{ readonly epoch: number }>(
      'select epoch from rooms where room = $1 and token = $2',
      [room, Buffer.from(token)],
    )
    if (kept === undefined) return false
    if (document !== undefined)
      await addPiece(query, room, kept.epoch, document, emptySince !== undefined)
    return true
  })

export const moveIn = async (database: Database, from: string): Promise<Result<string, string>> => {
  if (!existsSync(from)) return err(`there is no ${from}`)
  let moved = 0
  let others = 0
  try {
    for await (const room of readStore(from)) {
      if (await moveRoom(database, room)) moved++
      else others++
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'LEVEL_DATABASE_NOT_OPEN')
      return err(`${from} cannot be opened: does a relay still run on it?`)
    if (isDamage(error)) return err(`${from} is damaged: ${moved} rooms were read before that`)
    throw error
  }
  const left =
    others === 0 ? '' : ` ${others} belong to somebody else in the database, and were left.`
  return ok(`${moved} rooms are in the database.${left}\n`)
}
