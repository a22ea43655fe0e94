/**
 * The database: sealed bytes only, in IndexedDB through Dexie.
 *
 * `envelopes` are the updates of each record's envelope, `heads` one row a record that says what has been stored and
 * what still waits to be sent, `projections` a sealed copy of each record's plain form, so that unlocking shows
 * everything without opening a document. Every transaction is strict: Chromium's default is relaxed since 121, and a
 * relaxed commit may be lost when the power goes (docs/formats.md has the rows).
 */
import Dexie, { type EntityTable } from 'dexie'

const DATABASE_NAME = 'confidant'
/** Of our rows; Dexie's own version is separate, and Dexie opens a newer one without a word. */
const STORE_SCHEMA = 1
/** Row of `meta`: where the record of access ends, sealed (access-log.ts). */
export const ACCESS_END = 'access-end'

/** Row of `meta`: what is known of the folder through which laptops meet, sealed (folder-row.ts). */
export const ON_FOLDER = 'exchange'
/** Row of `meta`: what is known of the relay's rooms, sealed (sync/map/rooms-memory.ts). */
export const ON_RELAY = 'on-relay'
/** Row of `meta`: which laptops' changes are here, sealed (sync/agreed/held-here.ts). */
export const HELD = 'held'
/** Row of `meta`: what removed laptops have written since, sealed (session/refused.ts). */
export const REFUSED = 'refused'

interface EnvelopeRow {
  seq: number
  record: string
  update: Uint8Array
}

export interface HeadRow {
  record: string
  generation: number
  /** Counts commits; a projection of another count is stale. */
  commits: number
  /** How many rows of `envelopes` belong to the record. */
  rows: number
  /** Local changes that the relay has not confirmed. */
  waiting: number
  /** Checksum of the last frame in the sealed folder at this commit. */
  tail: string
  /** The sealed folder's count of writes at this commit (src-main/disk/write-count.ts). */
  written?: number
  /** Moved to this generation, which the relay has not stored yet: frames of the one before are still in the folder. */
  moving?: boolean
}

export interface ProjectionRow {
  record: string
  commits: number
  sealed: Uint8Array
}

export interface MetaRow {
  key: string
  value: string | number | Uint8Array
}

export type Database = Dexie & {
  envelopes: EntityTable<EnvelopeRow, 'seq'>
  heads: EntityTable<HeadRow, 'record'>
  projections: EntityTable<ProjectionRow, 'record'>
  meta: EntityTable<MetaRow, 'key'>
}

type DatabaseProblem =
  | 'newer-store'
  /** The disk has no room for it to open. */
  | 'no-room'
  | 'cannot-open'

const declare = (): Database => {
  const database = new Dexie(DATABASE_NAME, { chromeTransactionDurability: 'strict' }) as Database
  database
    .version(1)
    .stores({ envelopes: '++seq, record', heads: 'record', projections: 'record', meta: 'key' })
  return database
}

/**
 * What Chromium calls a store that it cannot read: its backing files do not open, or hold something else than they
 * should. Anything else (no room, another process that has it, an aborted upgrade) says nothing against the data.
 */
const DAMAGE: readonly string[] = ['UnknownError', 'DataError', 'NotFoundError', 'NotReadableError']
/** With less than this free, a store that does not open lacks room rather than being damaged. */
const ROOM_TO_OPEN = 16 * 1024 * 1024
const RETRY_AFTER_MS = 400

/** Nothing is left of the vault in the database. */
export const deleteDatabase = (): Promise<void> => Dexie.delete(DATABASE_NAME)

type Opened =
  /** `damaged` names the error because of which an earlier database was deleted; '' when none was. */
  { readonly database: Database; readonly damaged: string } | { readonly problem: DatabaseProblem }

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  const { inner } = error as { readonly inner?: unknown }
  // Dexie wraps what the browser said.
  return inner instanceof Error ? inner.name : error.name
}

const open = async (): Promise<{ readonly database: Database } | { readonly error: string }> => {
  const database = declare()
  try {
    await database.open()
    return { database }
  } catch (error) {
    database.close()
    return { error: nameOf(error) }
  }
}

/** Opens the database, once more after a moment when that failed: what is passing has passed then. */
const openPatiently = async (): ReturnType<typeof open> => {
  const first = await open()
  if ('database' in first) return first
  await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS))
  return open()
}

/**
 * Opens the database. One that is damaged is deleted and begun anew: the sealed folder holds everything that was in
 * it but what only this laptop knew of the sync. For any other reason nothing is deleted. `freeSpace` is in bytes.
 */
export const openDatabase = async (freeSpace: () => Promise<number>): Promise<Opened> => {
  let opened = await openPatiently()
  let damaged = ''
  if ('error' in opened) {
    const { error } = opened
    if (error === 'QuotaExceededError' || (await freeSpace()) < ROOM_TO_OPEN)
      return { problem: 'no-room' }
    if (!DAMAGE.includes(error)) return { problem: 'cannot-open' }
    damaged = error
    try {
      await Dexie.delete(DATABASE_NAME)
    } catch {
      return { problem: 'cannot-open' }
    }
    opened = await open()
    if ('error' in opened) return { problem: 'cannot-open' }
  }
  const { database } = opened
  const schema = (await database.meta.get('schema'))?.value
  if (typeof schema === 'number' && schema > STORE_SCHEMA) {
    database.close()
    return { problem: 'newer-store' }
  }
  if (schema !== STORE_SCHEMA) await database.meta.put({ key: 'schema', value: STORE_SCHEMA })
  return { database, damaged }
}

/**
 * Empties the database when the sealed folder is of another epoch: a restore has replaced it, and what is in here is
 * of the time before. Everything is read from the folder then. A folder without an epoch was never put in place by a
 * restore, or is lost: the database is then what there is, and stays.
 */
export const matchEpoch = async (database: Database, epoch: string): Promise<void> => {
  const known = (await database.meta.get('epoch'))?.value ?? ''
  if (epoch === '' || known === epoch) return
  await database.transaction(
    'rw',
    database.envelopes,
    database.heads,
    database.projections,
    database.meta,
    async () => {
      await Promise.all([
        database.envelopes.clear(),
        database.heads.clear(),
        database.projections.clear(),
      ])
      await database.meta.bulkDelete(['header', ACCESS_END, ON_FOLDER, ON_RELAY])
      await database.meta.put({ key: 'epoch', value: epoch })
    },
  )
}
