/**
 * Lineage: which of the announced epochs a laptop belongs in. Announcements come in any order, two may be made apart,
 * and a laptop that was away for a year finds several at once; what follows from them must not depend on the order.
 *
 * From an epoch the vault goes on in the one that the announcements lead to. One whose author another removes does not
 * count, unless it removes that author in turn; of the rest the one that leads furthest wins, so that a branch in which
 * work went on is not left for one that comes late. Two laptops that remove each other each go on in their own, and a
 * third takes neither until the coach has said which of the two is in front of them.
 */
import { isAnnouncedBy, type Succession } from './succession'

export type Standing =
  | { readonly kind: 'current' }
  /** Announcements to take, the first one first. */
  | { readonly kind: 'follow'; readonly steps: readonly Succession[] }
  /** This laptop was removed. */
  | { readonly kind: 'removed'; readonly by: string; readonly at: string }
  /** It stays, and has no box: it had no keys of its own. It has to be paired again. */
  | { readonly kind: 'left-out'; readonly by: string; readonly at: string }
  /** Two laptops have removed each other. */
  | { readonly kind: 'torn'; readonly between: readonly [Succession, Succession] }

export interface Lineage {
  readonly vault: string
  /** This laptop. */
  readonly laptop: string
  /** The epoch that it is in, and all whose keys it has. */
  readonly epoch: number
  readonly known: ReadonlySet<number>
  /** Those by which it came there: they were checked then. */
  readonly chain: readonly Succession[]
  /** All that were found. */
  readonly announced: readonly Succession[]
  /** The key that a laptop was first seen to sign with. */
  readonly signKeyOf: (laptop: string) => string | undefined
  /** Epochs that the coach has chosen between two laptops that removed each other. */
  readonly chosen: ReadonlySet<number>
}

const removes = (one: Succession, other: Succession): boolean => one.removed.includes(other.by)

type Way =
  | { readonly steps: readonly Succession[]; readonly tip: number }
  | { readonly between: readonly [Succession, Succession] }

const counting = (all: readonly Succession[]): readonly Succession[] => {
  const left = all.filter(
    (one) => !all.some((other) => removes(other, one) && !removes(one, other)),
  )
  // Three who remove each other in a circle: no one of them is to be believed more.
  return left.length > 0 ? left : all
}

const valid = ({ vault, chain, announced, signKeyOf }: Lineage): readonly Succession[] => {
  const taken = new Set(chain.map(({ epoch }) => epoch))
  const others = announced.filter((one) => {
    const sign = signKeyOf(one.by)
    return !taken.has(one.epoch) && sign !== undefined && isAnnouncedBy(one, vault, sign)
  })
  const bySignature = new Map([...chain, ...others].map((one) => [one.signature, one]))
  return [...bySignature.values()].sort((a, b) => a.epoch - b.epoch)
}

/** Where the vault goes on from an epoch. `gone`: laptops that were removed on the way there. */
const wayFrom = (
  epoch: number,
  all: readonly Succession[],
  lineage: Lineage,
  gone: ReadonlySet<string>,
): Way => {
  const next = counting(all.filter(({ from, by }) => from === epoch && !gone.has(by)))
  const torn = next.flatMap((one) =>
    next.flatMap((other): (readonly [Succession, Succession])[] =>
      one.epoch < other.epoch && (removes(one, other) || removes(other, one)) ? [[one, other]] : [],
    ),
  )[0]
  const own =
    torn &&
    (torn.find(({ by }) => by === lineage.laptop) ??
      torn.find((one) => lineage.known.has(one.epoch)) ??
      torn.find((one) => lineage.chosen.has(one.epoch)))
  if (torn !== undefined && own === undefined) return { between: torn }
  let best: Way = { steps: [], tip: epoch }
  for (const one of own === undefined ? next : [own]) {
    const way = wayFrom(one.epoch, all, lineage, new Set([...gone, ...one.removed]))
    if ('between' in way) return way
    if (way.tip > best.tip) best = { steps: [one, ...way.steps], tip: way.tip }
  }
  return best
}

export const standingOf = (lineage: Lineage): Standing => {
  const { laptop, epoch, known } = lineage
  const way = wayFrom(Math.min(epoch, ...known), valid(lineage), lineage, new Set())
  if ('between' in way) return { kind: 'torn', between: way.between }
  if (way.tip === epoch) return { kind: 'current' }
  const steps = way.steps.filter((one) => !known.has(one.epoch))
  const removing = steps.find(({ removed }) => removed.includes(laptop))
  if (removing !== undefined) return { kind: 'removed', by: removing.by, at: removing.at }
  const without = steps.find(({ boxes }) => !(laptop in boxes))
  if (without !== undefined) return { kind: 'left-out', by: without.by, at: without.at }
  return steps.length === 0 ? { kind: 'current' } : { kind: 'follow', steps }
}
