/**
 * Coaches who are enrolled, and what each may take: rooms, bytes, messages a second, sockets. A coach proves with a MAC
 * under the secret that the operator gave them that a room is theirs (admission.ts); of the secret only its hash is
 * kept. Read anew every few seconds, so that whoever is revoked is out.
 */
import { randomUUID } from 'node:crypto'
import { type Credentials, proves } from '../admission'
import { type Allowance, createAllowance } from '../brake'
import type { Coaches } from '../storage'
import type { Database } from './database'

/** A coach who has just been enrolled is known within this, and strangers do not make the database work more often. */
const ANEW_MS = 1000
/** A relay that has not been heard for this long has no sockets any more. */
const GONE_AFTER = '20 seconds'

/** What a coach may take unless the operator says otherwise; a coach has a room a mentee, and a few. */
export const USUAL = { rooms: 1000, megabytes: 2048, sockets: 100 }
const MEGABYTE = 1024 * 1024

interface Coach {
  readonly coach: number
  readonly key: Uint8Array
  readonly isRevoked: boolean
  readonly mostRooms: number
  readonly mostBytes: number
  readonly mostRate: number | null
  readonly mostSockets: number
}

export interface KnownCoaches extends Coaches {
  /** The coach who comes to the room with these credentials; nobody when they prove nothing. */
  readonly find: (room: string, credentials: Credentials) => Coach | undefined
  /** The same, of coaches who were enrolled a moment ago, too; a stranger may wait a second for the answer. */
  readonly findAnew: (room: string, credentials: Credentials) => Promise<Coach | undefined>
  readonly isLetIn: (coach: number) => Promise<boolean>
  /** Whether a coach has space left for so much more; what is stored is looked up now and then. */
  readonly hasSpace: (coach: number, bytes: number) => Promise<boolean>
  readonly close: () => Promise<void>
}

const readCoaches = (query: Database['query']): Promise<Coach[]> =>
  query<Coach>(
    `select coach, key, revoked_at is not null as "isRevoked", most_rate as "mostRate",
       coalesce(most_rooms, $1) as "mostRooms", coalesce(most_sockets, $2) as "mostSockets",
       coalesce(most_bytes, $3)::float8 as "mostBytes"
     from coaches`,
    [USUAL.rooms, USUAL.sockets, USUAL.megabytes * MEGABYTE],
  )

/** Sockets by coach, of the other relays that are up. */
const readElsewhere = async (
  query: Database['query'],
  relay: string,
): Promise<Map<number, number>> => {
  const rows = await query<{ readonly coach: string; readonly sockets: number }>(
    `select each.key as coach, sum(each.value::integer)::integer as sockets
     from relays, jsonb_each_text(sockets) each
     where relay <> $1 and seen_at > now() - interval '${GONE_AFTER}' group by each.key`,
    [relay],
  )
  return new Map(rows.map(({ coach, sockets }) => [Number(coach), sockets]))
}

const sayHere = (
  query: Database['query'],
  relay: string,
  here: ReadonlyMap<number, ReadonlySet<unknown>>,
) =>
  query(
    `insert into relays values ($1, now(), $2)
     on conflict (relay) do update set seen_at = now(), sockets = excluded.sockets`,
    [relay, Object.fromEntries([...here].map(([coach, sockets]) => [coach, sockets.size]))],
  )

export interface CoachesOptions {
  /** How often who is enrolled is read anew. */
  readonly refreshMs: number
  /** Of one coach, unless the operator says otherwise. */
  readonly maxRate: number
  readonly maxBytesRate: number
}

export const openCoaches = async (
  { query }: Database,
  { refreshMs, maxRate, maxBytesRate }: CoachesOptions,
): Promise<KnownCoaches> => {
  const relay = randomUUID()
  const here = new Map<number, Set<() => void>>()
  const allowances = new Map<number, Allowance>()
  const spaces = new Map<number, { left: number; readonly at: number }>()
  let coaches = new Map<number, Coach>()
  let elsewhere = new Map<number, number>()
  let readAt = 0

  const refresh = async (): Promise<void> => {
    readAt = performance.now()
    await sayHere(query, relay, here)
    elsewhere = await readElsewhere(query, relay)
    coaches = new Map((await readCoaches(query)).map((coach) => [coach.coach, coach]))
    for (const [coach, sockets] of here)
      if (coaches.get(coach)?.isRevoked !== false) for (const turnAway of sockets) turnAway()
  }
  await refresh()
  // What it rejects with is in the log already.
  const timer = setInterval(() => void refresh().catch(() => undefined), refreshMs)

  let anew: Promise<void> | undefined
  const refreshAnew = async (): Promise<void> => {
    const wait = ANEW_MS - (performance.now() - readAt)
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    await refresh()
  }
  const readAnew = (): Promise<void> => {
    anew ??= refreshAnew().finally(() => {
      anew = undefined
    })
    return anew
  }

  const find = (room: string, credentials: Credentials): Coach | undefined => {
    for (const coach of coaches.values())
      if (!coach.isRevoked && proves(coach.key, room, credentials)) return coach
    return undefined
  }

  return {
    find,
    findAnew: async (room, credentials) => {
      if (credentials.admission === '') return undefined
      await readAnew()
      return find(room, credentials)
    },
    isLetIn: async (coach) => {
      // Enrolled, or enrolled again, by another relay's leave, since this one has read who is.
      if (coaches.get(coach)?.isRevoked !== false) await readAnew()
      return coaches.get(coach)?.isRevoked === false
    },
    enter: (coach, turnAway) => {
      const known = coaches.get(coach)
      const sockets = here.get(coach) ?? new Set()
      const open = sockets.size + (elsewhere.get(coach) ?? 0)
      if (known === undefined || open >= known.mostSockets) return undefined
      here.set(coach, sockets.add(turnAway))
      const allowance =
        allowances.get(coach) ?? createAllowance(known.mostRate ?? maxRate, maxBytesRate)
      allowances.set(coach, allowance)
      return {
        allowance,
        leave: () => {
          sockets.delete(turnAway)
          if (sockets.size > 0) return
          here.delete(coach)
          allowances.delete(coach)
        },
      }
    },
    hasSpace: async (coach, bytes) => {
      const most = coaches.get(coach)?.mostBytes ?? 0
      let space = spaces.get(coach)
      if (space === undefined || performance.now() - space.at > refreshMs) {
        const [sum] = await query<{ readonly bytes: number }>(
          'select coalesce(sum(bytes), 0)::float8 as bytes from rooms where coach = $1',
          [coach],
        )
        space = { left: most - (sum?.bytes ?? 0), at: performance.now() }
        spaces.set(coach, space)
      }
      if (space.left < bytes) return false
      space.left -= bytes
      return true
    },
    close: async () => {
      clearInterval(timer)
      await query('delete from relays where relay = $1', [relay]).catch(() => undefined)
    },
  }
}
