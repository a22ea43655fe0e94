/**
 * What is held here, record by record, kept in one sealed row so that no record has to be opened to count: only one that
 * has changed since. Without the row everything is counted anew.
 */
import { toBase64 } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import type { Changes } from '../../../shared/envelope/numbering'
import { lengthOf } from '../../../shared/envelope/ranges'
import type { Holding } from '../../../shared/model/caseload/holding'
import type { VaultSession } from '../../store/session/vault-session'

const HASH_BYTES = 16

const Range = v.tuple([v.number(), v.number()])
const Kept = v.object({
  version: v.literal(1),
  device: v.string(),
  /** By record: its count of commits, and the changes by their authors. */
  records: v.array(
    v.tuple([v.string(), v.number(), v.array(v.tuple([v.string(), v.array(Range)]))]),
  ),
  /** Numbers of this laptop's last change to the vault record: of any, and of one that says more than what is held. */
  last: v.number(),
  own: v.number(),
  past: v.array(v.object({ at: v.string(), own: v.number(), hash: v.string() })),
  /** When all laptops last had the same, and which changes those were. */
  agreedAt: v.string(),
  agreedOn: v.string(),
})
export type Kept = v.InferOutput<typeof Kept>

const NOTHING = {
  version: 1,
  records: [],
  last: -1,
  own: 0,
  past: [],
  agreedAt: '',
  agreedOn: '',
} as const

/** What was kept under this laptop's id; nothing of an earlier id, or of a row that cannot be read. */
export const readKept = async ({ held, device }: VaultSession): Promise<Kept> => {
  try {
    const row = await held.read()
    const kept = v.parse(Kept, JSON.parse(decodeUtf8(row ?? new Uint8Array())))
    if (kept.device === device) return kept
  } catch {
    // Counted anew.
  }
  return { ...NOTHING, device, records: [], past: [] }
}

export const writeKept = ({ held }: VaultSession, kept: Kept): Promise<void> =>
  held.write(encodeUtf8(JSON.stringify(kept)))

const entriesOf = (changes: Changes): Kept['records'][number][2] =>
  [...changes].map(([device, ranges]) => [device, ranges.map(([from, to]) => [from, to])])

/** Counts what has changed since it was counted last; one record at a time. */
export const countAnew = async (
  session: VaultSession,
  before: Kept['records'],
  isOver: () => boolean,
): Promise<Kept['records']> => {
  const known = new Map(before.map((row) => [row[0], row]))
  const counted: Kept['records'] = []
  for (const { id } of session.entries()) {
    const row = known.get(id)
    const isSame = row !== undefined && row[1] === session.headOf(id)?.commits
    const now =
      isSame || isOver()
        ? undefined
        : await session
            .use(id, async ({ head, envelope }) => [head().commits, envelope.held()] as const)
            .catch(() => undefined)
    if (now !== undefined) counted.push([id, now[0], entriesOf(now[1])])
    else if (row !== undefined) counted.push(row)
  }
  return counted
}

/** By author: how many changes, and a hash of which in which records. */
export const holdingOf = (records: Kept['records']): Holding['records'] => {
  const byAuthor = new Map<string, { count: number; words: string }>()
  for (const [record, , changes] of [...records].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [author, ranges] of changes) {
      const { count, words } = byAuthor.get(author) ?? { count: 0, words: '' }
      const more = `${record} ${ranges.join(' ')};`
      byAuthor.set(author, { count: count + lengthOf(ranges), words: words + more })
    }
  const hash = (words: string): string =>
    toBase64(sodium.crypto_generichash(HASH_BYTES, encodeUtf8(words), null))
  return Object.fromEntries(
    [...byAuthor].map(([author, { count, words }]) => [author, [count, hash(words)]]),
  )
}

/** By author: how many of the changes to the vault record. */
export const vaultCounts = (held: Changes): Holding['vault'] =>
  Object.fromEntries([...held].map(([author, ranges]) => [author, lengthOf(ranges)]))
