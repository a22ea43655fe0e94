/**
 * Taking in what comes from a file, perhaps on two laptops before they meet. It then has to be one item on both, with
 * both laptops' later edits in it: of two items under one key of a Y.Map one would be lost with all that was written
 * into it.
 *
 * Yjs knows content by who wrote it and when. So what is taken in is written by nobody's laptop but by a writer that
 * follows from the content itself: two laptops that take in the same write the very same, which is one. The id follows
 * from the content, too, so that anything else (another app version reads a file differently, another person's words)
 * is another item.
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import type { Fields, Values } from './field'
import type { Kind } from './kind'
import { outOfTime } from './record-clock'
import { asWriter, WRITER_BYTES, writerOf } from './writer'

const ID_BYTES = 16
const SAME_LENGTH_AS_AN_ID = '-'.repeat(22)

const written = (write: (into: Y.Doc, id: string) => unknown): Uint8Array => {
  const scratch = new Y.Doc()
  scratch.clientID = 1
  outOfTime(scratch, () => scratch.transact(() => write(scratch, SAME_LENGTH_AS_AN_ID)))
  return digest(Y.encodeStateAsUpdate(scratch))
}

/**
 * Writes what is taken in: the same whenever it is called, into keys that are not there yet. Returns the id that it is
 * to stand under, which `write` is given.
 */
export const takeIn = (record: Y.Doc, write: (into: Y.Doc, id: string) => unknown): string => {
  const hash = written(write)
  const id = toBase64UrlEncoded(hash.subarray(0, ID_BYTES))
  const writer = writerOf(hash.subarray(ID_BYTES, ID_BYTES + WRITER_BYTES))
  // It was here once, and was thrown away since.
  if (Y.getState(record.store, writer) > 0) return id
  asWriter(record, writer, () => outOfTime(record, () => write(record, id)))
  return id
}

/**
 * An item of a kind, taken in. One that was removed since is again as it is given; one that was changed since is something
 * else by now, and stays beside a new one. Returns its id.
 */
export const takeInItem = <F extends Fields>(
  record: Y.Doc,
  kind: Kind<F, Record<never, never>, unknown>,
  given: Partial<Values<F>>,
  createdAt: string,
): string =>
  record.transact(() => {
    const id = takeIn(record, (into, id) => kind.add(into, { ...given, id, createdAt }))
    const there = kind.readAll(record).find((one) => one.id === id)
    const isAsGiven = (name: string): boolean =>
      JSON.stringify((there as Partial<Values<F>>)[name]) === JSON.stringify(given[name])
    if (there === undefined || (there.deletedAt === null && !Object.keys(given).every(isAsGiven)))
      return kind.add(record, given)
    if (there.deletedAt !== null) kind.remove(record, { id, deleted: false })
    kind.edit(record, { id, next: given })
    return id
  })
