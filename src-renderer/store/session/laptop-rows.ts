/** The vault's laptops as they are shown: each with what is known of it, and how it stands to the vault's epoch. */
import type { Laptops, System } from '../../../shared/model/caseload/laptop'
import type { KeyRing } from '../../../shared/vault/key-ring'
import { type PublicKeys, proofOf } from '../../../shared/vault/laptop-keys'
import { removalsOn } from '../../../shared/vault/lineage'

export type LaptopState =
  | 'this'
  | 'here'
  /** It stays, and has not followed the last removal yet. */
  | 'behind'
  /** It has no keys of its own, as with version 0.3: a removal leaves it out, and it has to be paired again. */
  | 'keyless'
  /** It shows other keys than this laptop first saw of it, and a removal leaves it out. */
  | 'strange'
  | 'removed'

export interface LaptopRow {
  readonly id: string
  readonly name: string
  readonly system: System
  /** The day on which it was last here, and since when this laptop knows it; '' when it does not say. */
  readonly seen: string
  readonly since: string
  readonly state: LaptopState
  /** Of a removed one: by which laptop, and when. */
  readonly removedBy: string
  readonly removedAt: string
}

/** The keys that a laptop was first seen with here, and the day. */
interface FirstSeen extends PublicKeys {
  readonly on: string
}
export type FirstSeenKeys = Readonly<Record<string, FirstSeen>>

/** Whether whoever listed a laptop with these keys had the key of an epoch. */
export const isProven = (
  laptops: Laptops,
  id: string,
  vaultKey: Uint8Array | undefined,
): boolean => {
  const laptop = laptops[id]
  return (
    laptop !== undefined && vaultKey !== undefined && laptop.proof === proofOf(vaultKey, id, laptop)
  )
}

const SIGNS = 4

const isSame = (a: PublicKeys | undefined, b: PublicKeys | undefined): boolean =>
  a !== undefined && b !== undefined && a.box === b.box && a.sign === b.sign

/**
 * By their names. After a removal a laptop belongs to the vault if it was given a box, or has the new key: what a
 * removed one lists in the former epoch does not.
 */
export const laptopRows = ({
  names,
  laptops,
  seen,
  ring,
  own,
}: {
  readonly names: Readonly<Record<string, string>>
  readonly laptops: Laptops
  readonly seen: FirstSeenKeys
  readonly ring: KeyRing
  readonly own: string
}): readonly LaptopRow[] => {
  const removals = removalsOn(ring.epoch, ring.chain)
  const boxes = ring.chain.at(-1)?.boxes
  const vaultKey = ring.vaultKeyOf(ring.epoch)
  const stateOf = (id: string): LaptopState | undefined => {
    if (id === own) return 'this'
    if (removals.has(id)) return 'removed'
    const laptop = laptops[id]
    const proven = isProven(laptops, id, vaultKey)
    if (boxes !== undefined && !(id in boxes) && !proven)
      return laptop === undefined ||
        isProven(laptops, id, ring.vaultKeyOf(ring.former.at(-1)?.epoch ?? 0))
        ? 'keyless'
        : undefined
    if (laptop === undefined) return 'keyless'
    if (!isSame(seen[id], laptop)) return 'strange'
    return proven ? 'here' : 'behind'
  }
  const ids = [...new Set([...Object.keys(names), ...Object.keys(laptops)])]
  /** Two of one name are told apart by the first signs of their ids, the same on every laptop. */
  const nameOf = (id: string): string => {
    const name = names[id] ?? ''
    const isOnly = ids.every((other) => other === id || names[other] !== name)
    return isOnly ? name : `${name} (${id.replace(/[-_]/g, '').slice(0, SIGNS)})`
  }
  return ids
    .flatMap((id): LaptopRow[] => {
      const state = stateOf(id)
      const removal = removals.get(id)
      return state === undefined
        ? []
        : [
            {
              id,
              name: nameOf(id),
              system: laptops[id]?.system ?? '',
              seen: laptops[id]?.seen ?? '',
              since: seen[id]?.on ?? '',
              state,
              removedBy: removal?.by ?? '',
              removedAt: removal?.at ?? '',
            },
          ]
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
}
