/**
 * The chain of the record of access. Each entry carries its number and the hash of the sealed entry before it, and the
 * last number is kept once more elsewhere (access-log.ts). Whoever has the disk and not the key can take entries away,
 * bring old ones back or put them in another order; none of it can be made to look whole.
 *
 * Entries from before the chain have no number: they count as the first ones.
 */

export interface Link {
  readonly at: string
  readonly hash: string
  readonly n?: number | undefined
  /** Hash of the entry before; '' for the first one in the chain. */
  readonly before?: string | undefined
}

/** Where the chain ends: the last entry's number and hash. */
export interface End {
  readonly n: number
  readonly hash: string
}

/** A place where the record is not as it was written. */
export interface Gap {
  /** Moments of the entries around it; nothing at either end of the record. */
  readonly since?: string
  readonly until?: string
  /** Entries that are gone; 0 where another stands than was written. */
  readonly missing: number
}

type Numbered = Link & End
const isNumbered = (link: Link): link is Numbered => link.n !== undefined

/** Each entry once, in the order in which it was written, wherever it stands in the file. */
export const inOrder = <T extends Link>(links: readonly T[]): readonly T[] =>
  [...new Map(links.map((link) => [link.hash, link])).values()].sort(
    (a, b) => (a.n ?? 0) - (b.n ?? 0),
  )

/** Where the entries that are there end; `known` is what was kept of the end elsewhere. The higher number holds. */
export const endOf = (ordered: readonly Link[], known: End | undefined): End => {
  const last = ordered.at(-1)
  const there = last !== undefined && isNumbered(last) ? last : { n: ordered.length, hash: '' }
  return known !== undefined && known.n > there.n ? known : { n: there.n, hash: there.hash }
}

const between = (since: Link | undefined, until: Link | undefined, missing: number): Gap => ({
  ...(since === undefined ? {} : { since: since.at }),
  ...(until === undefined ? {} : { until: until.at }),
  missing,
})

/** What is missing from entries `inOrder`. Of what was written, the oldest before the last `most` may have been dropped. */
export const gapsIn = (
  ordered: readonly Link[],
  known: End | undefined,
  most: number,
): readonly Gap[] => {
  const unnumbered = ordered.filter((link) => !isNumbered(link))
  const numbered = ordered.filter(isNumbered)
  const gaps: Gap[] = []
  const [first] = numbered
  const lowest = Math.max(1, endOf(ordered, known).n - most + 1)
  const missingFirst = first === undefined ? 0 : first.n - lowest - unnumbered.length
  if (missingFirst > 0) gaps.push(between(unnumbered.at(-1), first, missingFirst))
  for (const [at, link] of numbered.slice(1).entries()) {
    const earlier = numbered[at] as Numbered
    if (link.n > earlier.n + 1) gaps.push(between(earlier, link, link.n - earlier.n - 1))
    else if (link.before !== earlier.hash) gaps.push(between(earlier, link, 0))
  }
  if (known === undefined) return gaps
  const last = ordered.at(-1)
  const missing = known.n - endOf(ordered, undefined).n
  if (missing > 0) gaps.push(between(last, undefined, missing))
  else if (numbered.some(({ n, hash }) => n === known.n && hash !== known.hash))
    gaps.push(between(last, undefined, 0))
  return gaps
}
