/**
 * What this laptop remembers of itself and of the others, outside of the vault record, where any laptop could put
 * something else in its place: the seed of its own keys, the keys that each other was first seen with, and what the coach
 * chose between two that removed each other. All of it is sealed anew for each epoch.
 */
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import type { Host } from '../../../shared/bridge/host'
import type { KeyRing } from '../../../shared/vault/key-ring'
import { deriveLaptopKeys, type LaptopKeys, newSeed } from '../../../shared/vault/laptop-keys'
import { createSealer } from '../../../shared/vault/seal'
import type { Database } from '../disk/database'
import type { StoredState } from '../disk/stored-state'

/** Row of `meta`. */
const LAPTOPS_SEEN = 'laptops-seen'
const SEED = 'laptop-seed'

const Memory = v.object({
  seen: v.record(v.string(), v.object({ box: v.string(), sign: v.string(), on: v.string() })),
  /** Epochs. */
  chosen: v.array(v.number()),
})
export type LaptopMemory = v.InferOutput<typeof Memory>

const openWithAny = (ring: KeyRing, place: string, sealed: Uint8Array): Uint8Array | undefined => {
  for (const epoch of ring.epochs) {
    const key = ring.vaultKeyOf(epoch)
    const opened = key && createSealer(key, place).open(sealed)
    if (opened?.ok === true) return opened.value
  }
  return undefined
}

export const ownLaptopKeys = async (
  host: { readonly laptop: Pick<Host['laptop'], 'seed' | 'keepSeed'> },
  ring: KeyRing,
  vaultKey: Uint8Array,
): Promise<LaptopKeys> => {
  const kept = await host.laptop.seed()
  const sealer = createSealer(vaultKey, SEED)
  const known = kept === null ? undefined : openWithAny(ring, SEED, kept)
  const seed = known ?? newSeed()
  if (kept === null || !sealer.open(kept).ok) await host.laptop.keepSeed(sealer.seal(seed))
  return deriveLaptopKeys(seed)
}

export const recallLaptops = (meta: StoredState['meta'], ring: KeyRing): LaptopMemory => {
  const value = meta.get(LAPTOPS_SEEN)
  const opened = value instanceof Uint8Array ? openWithAny(ring, LAPTOPS_SEEN, value) : undefined
  return opened === undefined
    ? { seen: {}, chosen: [] }
    : v.parse(Memory, JSON.parse(decodeUtf8(opened)))
}

export const rememberLaptops = async (
  database: Database,
  vaultKey: Uint8Array,
  memory: LaptopMemory,
): Promise<void> => {
  const value = createSealer(vaultKey, LAPTOPS_SEEN).seal(encodeUtf8(JSON.stringify(memory)))
  await database.meta.put({ key: LAPTOPS_SEEN, value })
}
