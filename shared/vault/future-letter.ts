/**
 * A letter that the vault keeps and cannot read. The mentee writes it at the coach's laptop and seals it with a word of
 * their own, which is kept nowhere: neither the vault's key nor its recovery sheet opens it. The key comes from the word
 * as the vault's comes from its passphrase (header.ts), and is derived by whoever calls this, in a worker.
 *
 * It is bound to the record in which it was written and to its own id, so that one letter does not open in another's
 * place; a hand-over puts it into a record of another id, so the first one's is kept with it. A short letter is as long
 * as any other of up to some 4,000 characters. From when on it is to be opened stands beside it and not in it: the word opens it, not
 * the day.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result'
import { isFairKdf, KdfSchema } from './header'
import { createSealer } from './seal'

const FORMAT = 1
const LEAST_BYTES = 4096
export const MOST_LETTER_CHARACTERS = 20_000
/** The longest letter in the widest script, sealed and written as text, is below this. */
export const MOST_SEALED_CHARACTERS = 200_000

const SealedSchema = v.strictObject({
  version: v.literal(FORMAT),
  /** The record in which it was written. */
  record: v.string(),
  kdf: v.pipe(KdfSchema, v.check(isFairKdf)),
  sealed: v.string(),
})
export type SealedLetter = v.InferOutput<typeof SealedSchema>

export type LetterProblem = 'newer-letter' | 'damaged-letter' | 'wrong-word'

/** Years later nobody knows whether they wrote it with a capital: that and how wide the spaces are do not count. */
export const letterWord = (typed: string): string =>
  typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const sealerOf = (key: Uint8Array, id: string, { record, kdf }: Omit<SealedLetter, 'sealed'>) =>
  createSealer(
    key,
    `future-letter/${FORMAT}/${record}/${id}/${kdf.opsLimit}/${kdf.memLimit}/${kdf.salt}`,
  )

/** `key`: derived from the word with `kdf`, and with nothing else of the vault. */
export const sealFutureLetter = (
  text: string,
  key: Uint8Array,
  {
    id,
    ...place
  }: { readonly id: string; readonly record: string; readonly kdf: SealedLetter['kdf'] },
): string => {
  const head = { version: FORMAT, ...place } as const
  const sealer = sealerOf(key, id, head)
  const sealed = sealer.seal(sodium.pad(encodeUtf8(text), LEAST_BYTES))
  sealer.forget()
  return JSON.stringify({ ...head, sealed: toBase64UrlEncoded(sealed) } satisfies SealedLetter)
}

/** What says how the key is derived. One that a newer Confidant wrote stays as it is. */
export const readFutureLetter = (
  stored: string,
): Result<SealedLetter, Exclude<LetterProblem, 'wrong-word'>> => {
  let json: unknown
  try {
    json = JSON.parse(stored)
  } catch {
    return err('damaged-letter')
  }
  const version = v.safeParse(v.object({ version: v.number() }), json)
  if (version.success && version.output.version > FORMAT) return err('newer-letter')
  const parsed = v.safeParse(SealedSchema, json)
  return parsed.success ? ok(parsed.output) : err('damaged-letter')
}

export const openFutureLetter = (
  { sealed, ...head }: SealedLetter,
  key: Uint8Array,
  id: string,
): Result<string, LetterProblem> => {
  const sealer = sealerOf(key, id, head)
  try {
    const opened = sealer.open(fromBase64UrlEncoded(sealed))
    return opened.ok
      ? ok(decodeUtf8(sodium.unpad(opened.value, LEAST_BYTES)))
      : err(opened.error === 'newer-format' ? 'newer-letter' : 'wrong-word')
  } catch {
    return err('damaged-letter')
  } finally {
    sealer.forget()
  }
}
