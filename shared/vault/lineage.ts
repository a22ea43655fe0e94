/**
 * Lineage: which of the announced epochs a laptop belongs in. Announcements come in any order, two may be made apart,
 * and a laptop that was away for a year finds several at once; what follows from them must not depend on the order.
 *
 * From an epoch the vault goes on in the one that the announcements of its members lead to. Two that were made apart, by
 * laptops each of which stays for the other, are one intention: the one that leads furthest is taken, so that a branch
 * in which work went on is not left for one that comes late. One whose author does not stay for another's, which all
 * the others keep, counts for nothing: that laptop was removed while it announced. If neither author stays for the
 * other, each goes on in its own epoch, and any other laptop takes neither until the coach has said which of the two is
 * in front of them. Nothing less will do. A removed laptop still has the former epoch's key, and can invent laptops
 * there that announce whatever suits it; but whoever removed it keeps none of them, and so none can overrule it.
 */
import { isByMember, isSigned, type Succession } from './succession'

export type LaptopStanding =
  | { readonly kind: 'current' }
  /** Announcements to take, the first one first. */
  | { readonly kind: 'follow'; readonly steps: readonly Succession[] }
  /** This laptop was removed. */
  | { readonly kind: 'removed'; readonly by: string; readonly at: string }
  /** It stays, and has no box: it had no keys of its own. It has to be paired again. */
  | { readonly kind: 'left-out'; readonly by: string; readonly at: string }
  /** Two laptops go on without each other. */
  | { readonly kind: 'torn'; readonly between: readonly [Succession, Succession] }

export interface Lineage {
  readonly vault: string
  /** This laptop. */
  readonly laptop: string
  /** The epoch that it is in, and the keys of all that it knows. */
  readonly epoch: number
  readonly keys: ReadonlyMap<number, Uint8Array>
  /** Those by which it came there: they were checked then. */
  readonly chain: readonly Succession[]
  /** All that were found. */
  readonly announced: readonly Succession[]
  /** The key that a laptop was first seen to sign with, if it was. */
  readonly signKeyOf: (laptop: string) => string | undefined
  /** Epochs that the coach has chosen between two laptops. */
  readonly chosen: ReadonlySet<number>
}

type Way =
  | { readonly steps: readonly Succession[]; readonly tip: number }
  | { readonly between: readonly [Succession, Succession] }

/** Whether the author of one is a laptop that stays for the author of another, by the key that it signs with, too. */
const keeps = (one: Succession, other: Succession): boolean =>
  one.boxes[other.by]?.sign === other.author.sign
const isOneIntention = (one: Succession, other: Succession): boolean =>
  keeps(one, other) && keeps(other, one)

/** Those that count: without what is left out by one whose own author all of them keep. */
const counting = (all: readonly Succession[]): readonly Succession[] => {
  const keptBy = (one: Succession) => (other: Succession) => other === one || keeps(other, one)
  const undisputed = all.filter((one) => all.every(keptBy(one)))
  const left = all.filter((one) => undisputed.every(keptBy(one)))
  return left.length === all.length ? all : counting(left)
}

const signed = ({ vault, chain, announced, signKeyOf }: Lineage): readonly Succession[] => {
  const taken = new Set(chain.map(({ epoch }) => epoch))
  const others = announced.filter(
    (one) =>
      !taken.has(one.epoch) &&
      (signKeyOf(one.by) ?? one.author.sign) === one.author.sign &&
      isSigned(one, vault),
  )
  const bySignature = new Map([...chain, ...others].map((one) => [one.signature, one]))
  return [...bySignature.values()].sort((a, b) => a.epoch - b.epoch)
}

/** Ways by what led to where they begin. Whoever makes announcements may make them part and meet again at will. */
type KnownWays = Map<Succession | undefined, Way>

/** Where the vault goes on from an epoch, to which `leading` has led. */
const wayFrom = (
  epoch: number,
  leading: Succession | undefined,
  all: readonly Succession[],
  lineage: Lineage,
  known: KnownWays,
): Way => {
  const way = known.get(leading) ?? findWay(epoch, leading, all, lineage, known)
  known.set(leading, way)
  return way
}

const findWay: typeof wayFrom = (epoch, leading, all, lineage, known) => {
  const key = lineage.keys.get(epoch)
  const isMembers = (one: Succession): boolean =>
    lineage.chain.includes(one) ||
    (key === undefined ? leading !== undefined && keeps(leading, one) : isByMember(one, key))
  const next = counting(all.filter((one) => one.from === epoch && isMembers(one)))
  const [torn] = next.flatMap((one) =>
    next.flatMap((other): (readonly [Succession, Succession])[] =>
      one.epoch < other.epoch && !isOneIntention(one, other) ? [[one, other]] : [],
    ),
  )
  const own =
    torn &&
    (torn.find(({ by }) => by === lineage.laptop) ??
      torn.find((one) => lineage.keys.has(one.epoch)) ??
      torn.find((one) => lineage.chosen.has(one.epoch)))
  if (torn !== undefined && own === undefined) return { between: torn }
  let best: Way = { steps: [], tip: epoch }
  for (const one of own === undefined ? next : [own]) {
    const way = wayFrom(one.epoch, one, all, lineage, known)
    if ('between' in way) return way
    if (way.tip > best.tip) best = { steps: [one, ...way.steps], tip: way.tip }
  }
  return best
}

export const laptopStanding = (lineage: Lineage): LaptopStanding => {
  const { laptop, epoch, keys } = lineage
  const first = Math.min(epoch, ...keys.keys())
  const way = wayFrom(first, undefined, signed(lineage), lineage, new Map())
  if ('between' in way) return { kind: 'torn', between: way.between }
  if (way.tip === epoch) return { kind: 'current' }
  const steps = way.steps.filter((one) => !keys.has(one.epoch))
  const removing = steps.find(({ removed }) => removed.includes(laptop))
  if (removing !== undefined) return { kind: 'removed', by: removing.by, at: removing.at }
  const without = steps.find(({ boxes }) => !(laptop in boxes))
  if (without !== undefined) return { kind: 'left-out', by: without.by, at: without.at }
  return steps.length === 0 ? { kind: 'current' } : { kind: 'follow', steps }
}

/** The announcements that lead to an epoch, the last one first, out of those that a laptop has taken. */
const wayTo = (epoch: number, chain: readonly Succession[]): readonly Succession[] => {
  const last = chain.find((one) => one.epoch === epoch)
  return last === undefined ? [] : [last, ...wayTo(last.from, chain)]
}

/** Who was removed on the way to an epoch, and by which announcement. */
export const removalsOn = (
  epoch: number,
  chain: readonly Succession[],
): ReadonlyMap<string, Succession> =>
  new Map(wayTo(epoch, chain).flatMap((one) => one.removed.map((id) => [id, one] as const)))

/**
 * Laptops that were removed in an epoch that was left for another one, made at the same time, whose key they were given.
 * They are to be removed there, too.
 */
export const stillIn = (epoch: number, chain: readonly Succession[]): readonly string[] => {
  const out = removalsOn(epoch, chain)
  const boxes = chain.find((one) => one.epoch === epoch)?.boxes ?? {}
  const removed = new Set(chain.flatMap((one) => one.removed))
  return [...removed].filter((id) => id in boxes && !out.has(id))
}
