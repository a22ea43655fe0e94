/**
 * What each laptop has of all laptops' changes, by its own word: in the vault record, each laptop its own entry alone.
 * So every laptop knows of the others what they have and what not, whichever way the changes went, over a relay that may
 * keep something back as well. It is held to the numbers inside the seal (envelope/numbering.ts).
 */
import * as v from 'valibot'
import type * as Y from 'yjs'

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Stored = v.object({
  /** The moment at which it was so. */
  at: v.string(),
  /** The number of its own last change to the vault record, apart from those that only say this. */
  own: Count,
  /** By author: how many of the changes to the vault record it has. */
  vault: v.record(v.string(), Count),
  /** By author: how many of the changes to mentees' records, and a hash of which. */
  records: v.record(v.string(), v.tuple([Count, v.string()])),
})
export type Holding = v.InferOutput<typeof Stored>
export type Holdings = Readonly<Record<string, Holding>>

const holdingsOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('holdings')

export const isOfHoldings = (vault: Y.Doc, type: unknown): boolean => type === holdingsOf(vault)

export const readHoldings = (vault: Y.Doc): Holdings =>
  Object.fromEntries(
    [...holdingsOf(vault)].flatMap(([id, value]) => {
      const stored = v.safeParse(Stored, value)
      return stored.success ? [[id, stored.output]] : []
    }),
  )

export const noteHolding = (
  vault: Y.Doc,
  { id, ...holding }: { readonly id: string } & Holding,
): void => void holdingsOf(vault).set(id, holding)

/** How much of this laptop's own there was at a moment, as it said then. */
export interface Past {
  readonly at: string
  readonly own: number
  readonly hash: string
}

export const pastOf = ({ at, own, records }: Holding, id: string): Past => ({
  at,
  own,
  hash: records[id]?.[1] ?? '',
})

/** Whether `other` has all that `id` had made at a moment. */
const hasAll = (other: Holding, id: string, { own, hash }: Past): boolean =>
  (other.vault[id] ?? 0) >= own && (other.records[id]?.[1] ?? '') === hash

const countOf = ({ records }: Holding, author: string): number => records[author]?.[0] ?? 0

/** What another laptop has of this one's changes. */
export interface LaptopHas {
  readonly device: string
  /** `all`: of those that there are now. `part`: of those up to `upTo`. `silent`: it never said. */
  readonly state: 'all' | 'part' | 'unknown' | 'silent'
  /** The moment up to which it has everything, and the one at which it said so. */
  readonly upTo: string
  readonly at: string
  /** Changes of this laptop that it had not got then, and of its own that are not here; as far as they are known. */
  readonly missing: number
  readonly lacking: number
}

export const laptopHas = (
  device: string,
  said: Holding | undefined,
  here: {
    readonly id: string
    readonly now: Holding
    /** The latest last. */
    readonly past: readonly Past[]
  },
): LaptopHas => {
  if (said === undefined)
    return { device, state: 'silent', upTo: '', at: '', missing: 0, lacking: 0 }
  const { id, now, past } = here
  const isAll = hasAll(said, id, pastOf(now, id))
  const upTo = past.findLast((one) => hasAll(said, id, one))?.at ?? ''
  return {
    device,
    state: isAll ? 'all' : upTo === '' ? 'unknown' : 'part',
    upTo: isAll ? said.at : upTo,
    at: said.at,
    missing: Math.max(0, countOf(now, id) - countOf(said, id)),
    lacking: Math.max(0, countOf(said, device) - countOf(now, device)),
  }
}

/** Whether two laptops had the same, by what both said. */
const isSame = (a: string, b: string, all: Holdings): boolean => {
  const [one, other] = [all[a], all[b]]
  if (one === undefined || other === undefined) return false
  const authors = [...Object.keys(one.records), ...Object.keys(other.records)]
  return (
    (one.vault[b] ?? 0) >= other.own &&
    (other.vault[a] ?? 0) >= one.own &&
    authors.every((author) => one.records[author]?.[1] === other.records[author]?.[1])
  )
}

/** Whether all of these laptops have the same, by what they said last. */
export const areAgreed = (ids: readonly string[], all: Holdings): boolean =>
  ids.length > 1 && ids.every((a) => ids.every((b) => a === b || isSame(a, b, all)))

/**
 * Whether there is something new to say. That another one only said something is none: two laptops would answer each
 * other for ever.
 */
export const saysMore = (id: string, now: Holding, all: Holdings): boolean => {
  const said = all[id]
  if (said === undefined) return true
  const of = ({ vault }: Holding, device: string, own: number): number =>
    Math.min(vault[device] ?? 0, own)
  return (
    said.own !== now.own ||
    JSON.stringify(Object.entries(said.records).sort()) !==
      JSON.stringify(Object.entries(now.records).sort()) ||
    Object.entries(all).some(
      ([device, { own }]) => device !== id && of(said, device, own) !== of(now, device, own),
    )
  )
}
