/**
 * The PostgreSQL that several relays share. A room is a row, and its document a row for each edit: whoever stores adds
 * one, numbered under the lock of the room's row, and never replaces what another has added. Now and then the rows of
 * a room are merged into one, under the same lock (pieces.ts).
 *
 * `epoch` is drawn anew whenever what a relay knows of a room is not to be counted on any more: the room was given up
 * and claimed again, or a row of it could not be read.
 */
import type { Pool, PoolClient } from 'pg'
import { codeOf, type Log } from '../log'

/** Additions only: a relay of the version before goes on beside a newer one while a school upgrades. */
const SCHEMA = `
create table if not exists coaches (
  coach integer generated always as identity primary key,
  name text not null unique,
  key bytea not null,
  enrolled_at timestamptz not null default now(),
  revoked_at timestamptz,
  most_rooms integer,
  most_bytes bigint,
  most_rate integer,
  most_sockets integer
);
create table if not exists rooms (
  room text primary key,
  token bytea not null,
  coach integer,
  epoch integer not null,
  seq integer not null default 0,
  pieces integer not null default 0,
  bytes bigint not null default 0,
  merged bigint not null default 0,
  empty_since timestamptz default now()
);
create index if not exists rooms_by_coach on rooms (coach);
create index if not exists rooms_empty on rooms (empty_since) where empty_since is not null;
create table if not exists pieces (
  room text not null,
  seq integer not null,
  piece bytea not null,
  primary key (room, seq)
);
alter table pieces alter column piece set storage external;
create table if not exists unreadable (
  room text not null,
  piece bytea not null,
  found_at timestamptz not null default now()
);
create table if not exists relays (
  relay uuid primary key,
  seen_at timestamptz not null,
  sockets jsonb not null
);
`
/** Any number that other programs on the same database do not lock. */
const SCHEMA_LOCK = 0x636f6e66

const MOST_CONNECTIONS = 10
const CONNECT_MS = 5000
const QUERY_MS = 30_000
/** PostgreSQL reads its log before it answers, after a power cut that ended both. */
const STARTING_UP = '57P03'
const RECOVERY_MS = 60_000
const RECOVERY_LOOK_MS = 200

export interface Database {
  readonly query: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>
  /** All of it or nothing, on one connection. */
  readonly transact: <T>(work: (query: Database['query']) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

const queryOn =
  (on: Pool | PoolClient): Database['query'] =>
  async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await on.query<Row>(sql, [...values])).rows

/** pg tells a query that took too long by its words alone. */
const failureOf = (error: unknown): string =>
  error instanceof Error && !('code' in error) && error.message.includes('timeout')
    ? 'timeout'
    : codeOf(error)

export const openDatabase = async (url: string, log: Log): Promise<Database> => {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    // "Stored" is said of what a power cut leaves: whatever the server's own default is.
    options: '-c synchronous_commit=on -c client_min_messages=warning',
  })
  const failed = (error: unknown): void => log('database-failed', { code: failureOf(error) })
  // A connection that ends while nobody uses it; the pool opens another.
  pool.on('error', failed)
  // The pool hears of no ending while a connection is lent or given up: the query that runs is told, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined))

  const saying = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      failed(error)
      throw error
    }
  }

  const transact: Database['transact'] = async (work) => {
    const client = await pool.connect()
    const query = queryOn(client)
    let isBroken = true
    try {
      await query('begin')
      const result = await work(query)
      await query('commit')
      isBroken = false
      return result
    } finally {
      // Never back into the pool in the middle of something; the server undoes what was begun.
      client.release(isBroken)
    }
  }

  const prepare = async (): Promise<void> => {
    for (const end = performance.now() + RECOVERY_MS; ; ) {
      try {
        return await transact(async (query) => {
          await query('select pg_advisory_xact_lock($1)', [SCHEMA_LOCK])
          await query(SCHEMA)
        })
      } catch (error) {
        if (codeOf(error) !== STARTING_UP || performance.now() > end) throw error
        await new Promise((resolve) => setTimeout(resolve, RECOVERY_LOOK_MS))
      }
    }
  }
  try {
    await prepare()
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    query: (sql, values) => saying(() => queryOn(pool)(sql, values)),
    transact: (work) => saying(() => transact(work)),
    close: () => pool.end(),
  }
}
