/** What an operator does with the database: coaches come and go, and a relay's own disk is moved into it. */
import { randomInt } from 'node:crypto'
import { err, ok, type Result } from '../../shared/base/result'
import { keyOf } from '../admission'
import { USUAL } from './coaches'
import { type Database, openDatabase } from './database'
import { moveIn } from './move'

export type OperatorCommand = 'enroll' | 'revoke' | 'usage' | 'move'
/** What stands on the command line beside the command and the coach's name. */
export interface Given {
  readonly postgres: string
  readonly from?: string | undefined
  readonly rooms?: number | undefined
  readonly megabytes?: number | undefined
  readonly rate?: number | undefined
  readonly sockets?: number | undefined
  readonly erase: boolean
  readonly json: boolean
}

const MEGABYTE = 1024 * 1024
/** Without those that look like others. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679'
/** 152 bits. */
const SECRET_LENGTH = 27
const MOST_NAME = 200

const newSecret = (): string =>
  Array.from({ length: SECRET_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')

const enroll = async (
  { query }: Database,
  name: string,
  { rooms, megabytes, rate, sockets }: Given,
): Promise<string> => {
  const secret = newSecret()
  await query(
    `insert into coaches (name, key, most_rooms, most_bytes, most_rate, most_sockets)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do update set key = excluded.key, revoked_at = null,
       most_rooms = coalesce(excluded.most_rooms, coaches.most_rooms),
       most_bytes = coalesce(excluded.most_bytes, coaches.most_bytes),
       most_rate = coalesce(excluded.most_rate, coaches.most_rate),
       most_sockets = coalesce(excluded.most_sockets, coaches.most_sockets)`,
    [
      name,
      keyOf(secret),
      rooms ?? null,
      megabytes === undefined ? null : megabytes * MEGABYTE,
      rate ?? null,
      sockets ?? null,
    ],
  )
  return `${secret}\n`
}

const revoke = (
  database: Database,
  name: string,
  { erase }: Given,
): Promise<Result<string, string>> =>
  database.transact(async (query) => {
    const [revoked] = await query<{ readonly coach: number }>(
      'update coaches set revoked_at = now() where name = $1 returning coach',
      [name],
    )
    if (revoked === undefined) return err(`nobody is enrolled as ${name}`)
    if (!erase) return ok(`${name} is let in no more.\n`)
    // In this order: whoever adds a piece takes the room's row first.
    const rooms = await query<{ readonly room: string }>(
      'delete from rooms where coach = $1 returning room',
      [revoked.coach],
    )
    await query('delete from pieces where room = any($1)', [rooms.map(({ room }) => room)])
    await query('delete from unreadable where room = any($1)', [rooms.map(({ room }) => room)])
    return ok(`${name} is let in no more, and ${rooms.length} rooms are erased.\n`)
  })

interface Usage {
  /** Null: rooms from before there were coaches. */
  readonly name: string | null
  readonly isRevoked: boolean
  readonly rooms: number
  readonly mostRooms: number | null
  readonly megabytes: number
  readonly mostMegabytes: number | null
  readonly sockets: number
  readonly mostSockets: number | null
}

const readUsage = ({ query }: Database): Promise<Usage[]> =>
  query<Usage>(
    `with kept as (
       select coach, count(*)::integer as rooms, sum(bytes)::float8 / ${MEGABYTE} as megabytes
       from rooms group by coach
     ), open as (
       select key::integer as coach, sum(value::integer)::integer as sockets
       from relays, jsonb_each_text(sockets) where seen_at > now() - interval '20 seconds' group by key
     )
     select name, revoked_at is not null as "isRevoked",
       coalesce(rooms, 0) as rooms, coalesce(megabytes, 0) as megabytes,
       coalesce(sockets, 0) as sockets,
       case when name is not null then coalesce(most_rooms, $1) end as "mostRooms",
       case when name is not null then coalesce(most_bytes / ${MEGABYTE}, $2)::integer end as "mostMegabytes",
       case when name is not null then coalesce(most_sockets, $3) end as "mostSockets"
     from coaches full join kept using (coach) left join open using (coach) order by name nulls last`,
    [USUAL.rooms, USUAL.megabytes, USUAL.sockets],
  )

const usageText = (usage: readonly Usage[]): string => {
  const rows = usage.map((each) => [
    each.name ?? '(no coach)',
    `${each.rooms}${each.mostRooms === null ? '' : ` of ${each.mostRooms}`}`,
    `${each.megabytes.toFixed(1)}${each.mostMegabytes === null ? '' : ` of ${each.mostMegabytes}`}`,
    `${each.sockets}${each.mostSockets === null ? '' : ` of ${each.mostSockets}`}`,
    each.isRevoked ? 'revoked' : '',
  ])
  const table = [['coach', 'rooms', 'MB', 'sockets', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  )
  return table
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

const onDatabase = async (
  command: OperatorCommand,
  name: string | undefined,
  given: Given,
  database: Database,
): Promise<Result<string, string>> => {
  if (command === 'usage') {
    const usage = await readUsage(database)
    return ok(given.json ? `${JSON.stringify(usage)}\n` : usageText(usage))
  }
  if (command === 'move')
    return given.from === undefined ? err('--from is missing') : moveIn(database, given.from)
  const known = name?.trim() ?? ''
  if (known === '' || known.length > MOST_NAME) return err('the coach’s name is missing')
  return command === 'enroll'
    ? ok(await enroll(database, known, given))
    : revoke(database, known, given)
}

export const runOperatorCommand = async (
  command: OperatorCommand,
  name: string | undefined,
  given: Given,
): Promise<Result<string, string>> => {
  let database: Database | undefined
  try {
    database = await openDatabase(given.postgres, () => undefined)
    return await onDatabase(command, name, given, database)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return err(`the database does not answer, or not as it should${code}`)
  } finally {
    await database?.close()
  }
}
