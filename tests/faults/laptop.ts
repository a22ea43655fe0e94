/**
 * A laptop without its windows: the real session, live records and sync over a real Dexie on fake-indexeddb and a
 * host in memory. Its disk outlives a crash, which ends everything at once; every call to it can be made to fail.
 */
import { newId } from '../../shared/base/id'
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import sodium from 'libsodium-wrappers-sumo'
import { ok } from '../../shared/base/result'
import type { Host, HostScope, Scope } from '../../shared/bridge/host'
import { createHeader, newKdfParameters, type OpenedVault } from '../../shared/vault/header'
import { newKey } from '../../shared/vault/keys'
import { checksumOf } from '../../src-main/disk/frames'
import { type Database, openDatabase } from '../../src-renderer/store/disk/database'
import { openVaultSession, type VaultSession } from '../../src-renderer/store/session/vault-session'

export type Fault = 'reject' | 'reject-after' | 'hang' | 'hang-after' | 'late'
/** What happens to a call, by its name; nothing when it goes well. `late` in milliseconds. */
export type Faults = (call: string) => { readonly fault: Fault; readonly late: number } | undefined
const NO_FAULTS: Faults = () => undefined

const never = (): Promise<never> => new Promise(() => undefined)

/** A call as the faults have it: refused or left without an answer before or after it was carried out, or late. */
const suffer = async <T>(faults: Faults, name: string, call: () => Promise<T>): Promise<T> => {
  const struck = faults(name)
  if (struck === undefined) return call()
  const { fault, late } = struck
  if (fault === 'reject') throw new Error(`refused: ${name}`)
  if (fault === 'hang') return never()
  if (fault === 'late') await new Promise((resolve) => setTimeout(resolve, late))
  const result = await call()
  if (fault === 'reject-after') throw new Error(`refused after it was done: ${name}`)
  if (fault === 'hang-after') return never()
  return result
}

/** What is on a laptop's disk, and in the main process, which outlives the page. */
export interface Disk {
  /** Another one when the database was lost. */
  indexedDB: IDBFactory
  readonly folder: Map<string, Uint8Array[]>
  /** Blobs that main keeps for a disk that refuses them. */
  readonly owed: Map<string, Uint8Array[]>
  written: number
  /** The count that is kept outside of the folder. */
  known: number
  /** Of the laptop's own keys, sealed; in confidant.json. */
  seed: Uint8Array | null
}

export const newDisk = (): Disk => ({
  indexedDB: new IDBFactory(),
  folder: new Map(),
  owed: new Map(),
  written: 0,
  known: 0,
  seed: null,
})

/** A copy of everything on a disk but the count that is kept outside of the folder, as it stands now. */
export const copyOfDisk = async (disk: Disk): Promise<() => Promise<void>> => {
  const folder = new Map([...disk.folder].map(([record, blobs]) => [record, [...blobs]]))
  const { written } = disk
  const rows = await inDatabase(disk, async (database) =>
    Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  )
  return async () => {
    disk.folder.clear()
    for (const [record, blobs] of folder) disk.folder.set(record, [...blobs])
    disk.written = written
    await inDatabase(disk, async (database) => {
      for (const [name, all] of rows) {
        await database.table(name).clear()
        await database.table(name).bulkPut(all)
      }
    })
  }
}

export const inDatabase = async <T>(
  disk: Disk,
  use: (database: Database) => Promise<T>,
): Promise<T> => {
  Dexie.dependencies.indexedDB = disk.indexedDB
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  const opened = await openDatabase(async () => 1e12)
  if (!('database' in opened)) throw new Error('the database does not open')
  const result = await use(opened.database)
  opened.database.close()
  return result
}

const tailOf = (blobs: readonly Uint8Array[]): string => {
  const last = blobs.at(-1)
  return last === undefined ? '' : checksumOf(last).toString('hex')
}

interface TestHost {
  readonly host: Host
  /** How often each call was made. */
  readonly calls: ReadonlyMap<string, number>
}

/** Some of the calls, by scope. */
type GivenCalls = { readonly [Of in Scope]?: Partial<HostScope<Of>> }

const createHost = (disk: Disk, faults: Faults, other: GivenCalls = {}): TestHost => {
  const calls = new Map<string, number>()
  const blobsOf = (record: string): Uint8Array[] => [
    ...(disk.folder.get(record) ?? []),
    ...(disk.owed.get(record) ?? []),
  ]
  const mark = (record: string) => {
    disk.written++
    disk.known = Math.max(disk.known, disk.written)
    return ok({ tail: tailOf(disk.folder.get(record) ?? []), written: disk.written })
  }
  const plain: GivenCalls = {
    ...other,
    folder: {
      tails: async () =>
        [...new Set([...disk.folder.keys(), ...disk.owed.keys()])].map((record) => ({
          record,
          tail: tailOf(blobsOf(record)),
        })),
      read: async (record) => ({ blobs: blobsOf(record), damaged: 0 }),
      append: async (record, blobs) => {
        disk.folder.set(record, [...(disk.folder.get(record) ?? []), ...blobs])
        return mark(record)
      },
      replace: async (record, blobs) => {
        disk.folder.set(record, [...blobs])
        return mark(record)
      },
      written: async () => ({ inFolder: disk.written, known: disk.known }),
      owe: async (record, blobs) => {
        disk.owed.set(record, [...(disk.owed.get(record) ?? []), ...blobs])
      },
      erase: async (record) => {
        disk.folder.delete(record)
        disk.owed.delete(record)
      },
      keepOwn: async () => undefined,
      remove: async () => ok(undefined),
      freeSpace: async () => 1e12,
      ...other.folder,
    },
    backups: { dropSetAside: async () => undefined, ...other.backups },
    laptop: {
      seed: async () => disk.seed,
      keepSeed: async (sealed) => {
        disk.seed = sealed
      },
      ...other.laptop,
    },
    app: { carryOver: async () => undefined, setUnlocked: async () => undefined, ...other.app },
  }
  const scopeOf = (scope: Scope): object => {
    const given: Readonly<Record<string, unknown>> = plain[scope] ?? {}
    return new Proxy(given, {
      get: (_target, call: string) => {
        const name = `${scope}.${call}`
        const answer = given[call] as ((...given: unknown[]) => Promise<unknown>) | undefined
        return (...args: unknown[]) => {
          calls.set(name, (calls.get(name) ?? 0) + 1)
          if (answer === undefined) throw new Error(`the test host has no ${name}`)
          return suffer(faults, name, () => answer(...args))
        }
      },
    })
  }
  const host = new Proxy({}, { get: (_target, scope: Scope) => scopeOf(scope) }) as Host
  return { host, calls }
}

const TABLES = ['envelopes', 'heads', 'projections', 'meta']
const PASSED_ON = ['where', 'orderBy', 'equals', 'startsWith']

/** The database with faults before and after its calls; what runs inside a transaction is left alone. */
const withFaults = (database: Database, faults: Faults): Database => {
  const around = (target: object, path: string): object =>
    new Proxy(target, {
      get: (inner, name) => {
        const value: unknown = Reflect.get(inner, name)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => {
          const call = (): unknown => value.apply(inner, given)
          if (Dexie.currentTransaction !== null) return call()
          if (PASSED_ON.includes(String(name))) return around(call() as object, path)
          return suffer(faults, `${path}.${String(name)}`, async () => call() as Promise<unknown>)
        }
      },
    })
  return new Proxy(database, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (name === 'transaction')
        return (...given: unknown[]) =>
          suffer(faults, 'database.transaction', async () =>
            (value as (...all: unknown[]) => Promise<unknown>).apply(target, given),
          )
      if (TABLES.includes(String(name)) && Dexie.currentTransaction === null)
        return around(value as object, String(name))
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

export const newVault = async (): Promise<() => OpenedVault> => {
  await sodium.ready
  const vaultKey = newKey()
  const kdf = newKdfParameters()
  const header = createHeader({
    createdAt: '2026-11-24T00:00:00.000Z',
    vaultKey,
    kdf,
    recoveryKey: newKey(),
    passphraseKey: newKey(),
  })
  // Locking zeroes the key that it was given.
  return () => ({ header, vaultKey: vaultKey.slice() })
}

export interface Laptop {
  readonly session: VaultSession
  readonly host: Host
  readonly database: Database
}

/** Opens the vault on a laptop; rejects when the faults have it so. */
export const openLaptop = async (
  disk: Disk,
  opened: OpenedVault,
  {
    faults = NO_FAULTS,
    device = newId(),
    name = 'laptop',
    calls = {},
  }: {
    readonly faults?: Faults
    readonly device?: string
    readonly name?: string
    /** Calls that are answered otherwise than by the disk in memory. */
    readonly calls?: GivenCalls
  } = {},
): Promise<Laptop> => {
  Dexie.dependencies.indexedDB = disk.indexedDB
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  const store = await openDatabase(async () => 1e12)
  if (!('database' in store)) throw new Error(`the database does not open: ${store.problem}`)
  const { host } = createHost(disk, faults, calls)
  const database = withFaults(store.database, faults)
  return {
    session: await openVaultSession(host, database, opened, { id: device, name }),
    host,
    database,
  }
}
