/**
 * The database: sealed bytes only, in IndexedDB through Dexie.
 *
 * `envelopes` are the updates of each record's envelope, `heads` one row a record that says what has been stored and
 * what still waits to be sent, `projections` a sealed copy of each record's plain form, so that unlocking shows
 * everything without opening a document. Every transaction is strict: Chromium's default is relaxed since 121, and a
 * relaxed commit may be lost when the power goes (docs/formats.md has the rows).
 */
import Dexie, { type EntityTable } from 'dexie'

export const DATABASE_NAME = 'confidant'
/** Of our rows; Dexie's own version is separate, and Dexie opens a newer one without a word. */
export const STORE_SCHEMA = 1

export interface EnvelopeRow {
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
}

export interface ProjectionRow {
  record: string
  commits: number
  sealed: Uint8Array
}

export interface MetaRow {
  key: string
  value: string | number
}

export type Database = Dexie & {
  envelopes: EntityTable<EnvelopeRow, 'seq'>
  heads: EntityTable<HeadRow, 'record'>
  projections: EntityTable<ProjectionRow, 'record'>
  meta: EntityTable<MetaRow, 'key'>
}

export type DatabaseProblem = 'newer-store' | 'cannot-open'

const declare = (): Database => {
  const database = new Dexie(DATABASE_NAME, { chromeTransactionDurability: 'strict' }) as Database
  database
    .version(1)
    .stores({ envelopes: '++seq, record', heads: 'record', projections: 'record', meta: 'key' })
  return database
}

/**
 * Opens the database. One that Chromium cannot open any more is deleted and begun anew: the sealed folder holds
 * everything that was in it.
 */
export const openDatabase = async (): Promise<
  { readonly database: Database } | { readonly problem: DatabaseProblem }
> => {
  let database = declare()
  try {
    await database.open()
  } catch {
    try {
      await Dexie.delete(DATABASE_NAME)
      database = declare()
      await database.open()
    } catch {
      return { problem: 'cannot-open' }
    }
  }
  const schema = (await database.meta.get('schema'))?.value
  if (typeof schema === 'number' && schema > STORE_SCHEMA) {
    database.close()
    return { problem: 'newer-store' }
  }
  if (schema !== STORE_SCHEMA) await database.meta.put({ key: 'schema', value: STORE_SCHEMA })
  return { database }
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
      await Promise.all([database.envelopes.clear(), database.heads.clear(), database.projections.clear()])
      await database.meta.delete('header')
      await database.meta.put({ key: 'epoch', value: epoch })
    },
  )
}
