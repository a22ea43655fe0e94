/**
 * The keys that are in memory while the vault is open: those of the vault's epochs, the random ones of the records that
 * it lists, and those of their companions, which follow from them. What a record is sealed with follows from both, and
 * from its generation (vault/key-ring.ts).
 */
import sodium from 'libsodium-wrappers-sumo'
import {
  generationIn,
  type ListedRecord,
  type RecordEntry,
} from '../../../shared/crdt/vault-record'
import { epochOf, firstGeneration } from '../../../shared/vault/epochs'
import type { KeyRing } from '../../../shared/vault/key-ring'
import type { Companion } from '../../../shared/vault/keys'
import { createCompanions } from './companions'

/** What a record is sealed with. */
export interface SealingKeys {
  /** Nothing where the key of that epoch is not here. */
  readonly at: (generation: number) => Uint8Array | undefined
  /** The first generation of the epoch that the vault is in: a record moves there, and begins there. */
  readonly first: number
  /** The first generations of the epochs before: what was sealed there still opens. */
  readonly former: readonly number[]
}

export interface RecordKeys {
  readonly ring: KeyRing
  readonly vaultRecord: string
  readonly vaultRecordKey: Uint8Array
  /** Of the epoch that the vault is in, and of those before. */
  readonly vaultRecordKeys: readonly Uint8Array[]
  /** A record's random key, or the vault record's own; nothing when there is no such record. */
  readonly get: (record: string) => Uint8Array | undefined
  readonly at: (record: string, generation: number) => Uint8Array | undefined
  readonly sealing: (record: string) => SealingKeys
  /** Every key with which something of a record with this random key may have been sealed, the newest first. */
  readonly all: (record: string, randomKey?: Uint8Array) => readonly Uint8Array[]
  /** Where a record goes on, the vault record as well. */
  readonly generation: (record: string) => number
  /** What keeps a record's history; nothing for a record whose key is not here. */
  readonly companionOf: (record: string) => Companion | undefined
  readonly isCompanion: (record: string) => boolean
  /** The mentees' records, then the companions of those of whose history something is kept; with the keys held here. */
  readonly entries: () => readonly RecordEntry[]
  /** Holds a new record's key while the vault record is being told of it. */
  readonly adding: (record: string, key: Uint8Array, list: () => Promise<unknown>) => Promise<void>
  /** Takes what the vault record lists; returns the records whose key stood there and is destroyed. */
  readonly learn: (listed: readonly ListedRecord[]) => readonly string[]
  /** Overwrites them all, whoever still holds one. */
  readonly forget: () => void
}

/** What follows from the random keys, by record and epoch: overwritten with them. */
const createDerived = (ring: KeyRing) => {
  const derived = new Map<string, Uint8Array>()
  return {
    of: (record: string, randomKey: Uint8Array, generation: number): Uint8Array | undefined => {
      const name = `${record}/${epochOf(generation)}`
      const key = derived.get(name) ?? ring.recordKey(record, randomKey, generation)
      if (key !== undefined) derived.set(name, key)
      return key
    },
    drop: (record: string): void => {
      for (const name of derived.keys()) if (name.startsWith(`${record}/`)) derived.delete(name)
    },
    forget: (): void => {
      for (const key of derived.values()) sodium.memzero(key)
      derived.clear()
    },
  }
}

const known = (all: readonly (Uint8Array | undefined)[]): readonly Uint8Array[] =>
  all.filter((key) => key !== undefined)

export const createRecordKeys = (ring: KeyRing): RecordKeys => {
  const first = firstGeneration(ring.epoch)
  const former = ring.former.map(({ epoch }) => firstGeneration(epoch))
  const vaultRecordKeys = known([first, ...former].map(ring.vaultRecordKey))
  const [vaultRecordKey] = vaultRecordKeys
  if (vaultRecordKey === undefined) throw new Error('a vault without a key')
  const keys = new Map([[ring.vaultRecord, vaultRecordKey]])
  const derived = createDerived(ring)
  const companions = createCompanions()
  /** Asked for at every look of the sync, so kept from one change of the vault record to the next. */
  let entries: readonly RecordEntry[] = []
  let byId: ReadonlyMap<string, RecordEntry> = new Map()
  /** New records whose key is on its way into the vault record. */
  const underWay = new Set<string>()

  const at = (record: string, generation: number): Uint8Array | undefined => {
    if (record === ring.vaultRecord) return ring.vaultRecordKey(generation)
    const randomKey = keys.get(record)
    return randomKey && derived.of(record, randomKey, generation)
  }

  const drop = (record: string): void => {
    keys.delete(record)
    companions.drop(record)
    derived.drop(record)
  }

  /** One array for each key, so that overwriting it leaves no other. */
  const hold = ({ id, key }: RecordEntry): Uint8Array => {
    const known = keys.get(id)
    if (known?.every((byte, index) => byte === key[index]) === true) return known
    // Two laptops never give one record two keys; should it be so, what is derived is derived anew.
    if (known !== undefined) drop(id)
    keys.set(id, key)
    return key
  }

  return {
    ring,
    vaultRecord: ring.vaultRecord,
    vaultRecordKey,
    vaultRecordKeys,
    get: (record) => keys.get(record),
    at,
    sealing: (record) => ({ at: (generation) => at(record, generation), first, former }),
    all: (record, randomKey = keys.get(record)) =>
      record === ring.vaultRecord
        ? vaultRecordKeys
        : known(
            [first, ...former].map((one) => randomKey && ring.recordKey(record, randomKey, one)),
          ),
    generation: (record) => generationIn(byId.get(record), ring.epoch),
    companionOf: (record) => {
      const key = keys.get(record)
      return key === undefined || record === ring.vaultRecord
        ? undefined
        : companions.of(record, key)
    },
    isCompanion: companions.has,
    entries: () => entries,
    adding: async (record, key, list) => {
      underWay.add(record)
      keys.set(record, key)
      try {
        await list()
      } finally {
        underWay.delete(record)
      }
    },
    learn: (listed) => {
      const read = companions.behind(listed)
      const still = new Set(read.map(({ id }) => id))
      const gone = [...keys.keys()].filter(
        (record) => record !== ring.vaultRecord && !still.has(record) && !underWay.has(record),
      )
      for (const record of gone) drop(record)
      entries = read.map((entry) => ({ ...entry, key: hold(entry) }))
      byId = new Map(entries.map((entry) => [entry.id, entry]))
      return gone
    },
    forget: () => {
      for (const key of keys.values()) sodium.memzero(key)
      derived.forget()
      companions.forget()
      keys.clear()
      entries = []
      byId = new Map()
      ring.forget()
    },
  }
}
