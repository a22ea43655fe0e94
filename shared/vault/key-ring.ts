/**
 * The key ring: the key of the epoch that a laptop is in, and those of the epochs before, from which everything else is
 * derived. What was sealed in a former epoch still opens (a backup, a capture, a record that has not moved yet), and
 * nothing is sealed there any more.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { epochOf, FIRST_EPOCH, type HeaderEpochs } from './epochs'
import { type OpenedVault, withEpoch } from './header'
import { deriveRecordKey, deriveRoom, deriveVaultRecord, type RoomAccess } from './keys'
import { createSealer } from './seal'
import { type OpenedSuccession, type Succession, SuccessionSchema } from './succession'

const Former = v.object({
  epochs: v.array(v.object({ epoch: v.number(), generation: v.number(), key: v.string() })),
  chain: v.array(SuccessionSchema),
})

/** An epoch that was left. */
export interface FormerEpoch {
  readonly epoch: number
  /** Of the vault record, as it was when it was left: its room is where announcements are. */
  readonly generation: number
  readonly key: Uint8Array
}

export interface KeyRing {
  readonly epoch: number
  readonly vaultRecord: string
  /** The first one first. */
  readonly former: readonly FormerEpoch[]
  /** The announcements by which this laptop came here. */
  readonly chain: readonly Succession[]
  /** Of all epochs whose key is here, this one first. */
  readonly epochs: readonly number[]
  readonly vaultKeyOf: (epoch: number) => Uint8Array | undefined
  readonly keys: ReadonlyMap<number, Uint8Array>
  /** What the vault record is sealed with in a generation. */
  readonly vaultRecordKey: (generation: number) => Uint8Array | undefined
  /** What a record with this random key is sealed with in a generation. */
  readonly recordKey: (
    record: string,
    randomKey: Uint8Array,
    generation: number,
  ) => Uint8Array | undefined
  readonly room: (record: string, generation: number) => RoomAccess | undefined
  /** Overwrites what is derived and what is of former epochs; the vault's key is whoever's gave it. */
  readonly forget: () => void
}

const placeOf = (vaultId: string): string => `header/${vaultId}/former`

const readFormer = ({ vaultKey, header }: OpenedVault): v.InferOutput<typeof Former> => {
  const sealed = header.epochs?.former
  if (sealed === undefined) return { epochs: [], chain: [] }
  const opened = createSealer(vaultKey, placeOf(header.vaultId)).open(fromBase64UrlEncoded(sealed))
  if (!opened.ok) throw new Error('the keys of former epochs do not open')
  return v.parse(Former, JSON.parse(decodeUtf8(opened.value)))
}

export const createKeyRing = (opened: OpenedVault): KeyRing => {
  const { vaultKey, header } = opened
  const stored = readFormer(opened)
  const former = stored.epochs.map(({ key, ...one }) => ({
    ...one,
    key: fromBase64UrlEncoded(key),
  }))
  const epoch = header.epochs?.epoch ?? FIRST_EPOCH
  const keys = new Map([
    [epoch, vaultKey] as const,
    ...former.map((one) => [one.epoch, one.key] as const),
  ])
  const vaultRecordKeys = new Map(
    [...keys].map(([one, key]) => [one, deriveVaultRecord(key).key] as const),
  )
  return {
    epoch,
    vaultRecord: header.epochs?.vaultRecord ?? deriveVaultRecord(vaultKey).id,
    former,
    chain: stored.chain,
    epochs: [...keys.keys()],
    vaultKeyOf: (one) => keys.get(one),
    keys,
    vaultRecordKey: (generation) => vaultRecordKeys.get(epochOf(generation)),
    recordKey: (record, randomKey, generation) => {
      const of = epochOf(generation)
      const key = keys.get(of)
      if (of === FIRST_EPOCH || key === undefined) return key && randomKey
      return deriveRecordKey(key, record, randomKey)
    },
    room: (record, generation) => {
      const key = keys.get(epochOf(generation))
      return key === undefined ? undefined : deriveRoom(key, record, generation)
    },
    forget: () => {
      for (const { key } of former) sodium.memzero(key)
      for (const key of vaultRecordKeys.values()) sodium.memzero(key)
    },
  }
}

/** An announcement with what its box had in it. */
export interface Step {
  readonly succession: Succession
  readonly opened: OpenedSuccession
}

/** The vault as it opens once this laptop has taken these announcements, the first one first. */
export const succeed = (
  before: OpenedVault,
  ring: KeyRing,
  steps: readonly Step[],
  passphraseKey: Uint8Array,
  /** Of the vault record, as it is now. */
  generation: number,
): OpenedVault => {
  const last = steps.at(-1)
  if (last === undefined) return before
  const left = new Map(ring.former.map((one) => [one.epoch, one]))
  left.set(ring.epoch, { epoch: ring.epoch, generation, key: before.vaultKey })
  for (const { succession, opened } of steps)
    left.set(succession.from, {
      epoch: succession.from,
      generation: Math.max(succession.generation, left.get(succession.from)?.generation ?? 0),
      key: opened.formerKey,
    })
  const epochs = [...left.values()].sort((a, b) => a.epoch - b.epoch)
  const former = v.parse(Former, {
    epochs: epochs.map(({ key, ...one }) => ({ ...one, key: toBase64UrlEncoded(key) })),
    chain: [...ring.chain, ...steps.map(({ succession }) => succession)],
  })
  const { vaultKey, recoveryKey } = last.opened
  const sealed = createSealer(vaultKey, placeOf(before.header.vaultId)).seal(
    encodeUtf8(JSON.stringify(former)),
  )
  const next: HeaderEpochs = {
    vaultRecord: ring.vaultRecord,
    epoch: last.succession.epoch,
    former: toBase64UrlEncoded(sealed),
  }
  return {
    vaultKey,
    header: withEpoch(before.header, { vaultKey, epochs: next, passphraseKey, recoveryKey }),
  }
}
