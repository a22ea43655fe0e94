/**
 * A file for one reader: JSON contents, sealed under a code that is good for this file alone and travels another way, or
 * under a key that both sides have. A hand-over and a case for a colleague are such files.
 */
import { toBase64 } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import { fromBase64 } from '../base/base64'
import { randomBytes } from '../base/random'
import { err, ok, type Result } from '../base/result'
import { deriveBytes } from '../vault/keys'
import { bytesToGroups, type CodeProblem, groupsToBytes } from '../vault/recovery-key'
import { createSealer } from '../vault/seal'

const CODE_BYTES = 16
/** A larger file is not one of these. */
const MOST_CHARACTERS = 64 * 1024 * 1024

export interface SealedFormat<T> {
  readonly format: string
  readonly version: number
  /** What its key is derived for; its place is this and the seal's own version. */
  readonly purpose: string
  readonly contents: v.GenericSchema<unknown, T>
}

export type SealedFileProblem = 'other-file' | 'newer' | 'wrong-code' | 'damaged'

const File = v.object({ format: v.string(), version: v.number(), sealed: v.string() })

const sealerFor = <T>({ purpose }: SealedFormat<T>, key: Uint8Array) =>
  createSealer(deriveBytes(key, purpose), `${purpose}/1`)

export const sealUnderKey = <T>(of: SealedFormat<T>, key: Uint8Array, contents: T): string => {
  const sealed = sealerFor(of, key).seal(encodeUtf8(JSON.stringify(contents)))
  const { format, version } = of
  return `${JSON.stringify({ format, version, sealed: toBase64(sealed) })}\n`
}

/** Seals under a new one-time code. */
export const sealUnderCode = <T>(
  of: SealedFormat<T>,
  contents: T,
): { readonly file: string; readonly code: readonly string[] } => {
  const code = randomBytes(CODE_BYTES)
  return { file: sealUnderKey(of, code, contents), code: bytesToGroups(code) }
}

const readFile = <T>(
  { format, version }: SealedFormat<T>,
  text: string,
): Result<string, 'other-file' | 'newer'> => {
  let json: unknown
  try {
    json = text.length > MOST_CHARACTERS ? undefined : JSON.parse(text)
  } catch {
    return err('other-file')
  }
  const file = v.safeParse(File, json)
  if (!file.success || file.output.format !== format) return err('other-file')
  return file.output.version > version ? err('newer') : ok(file.output.sealed)
}

const openSealed = <T>(
  of: SealedFormat<T>,
  sealed: string,
  key: Uint8Array,
): Result<T, 'wrong-code' | 'damaged'> => {
  try {
    const opened = sealerFor(of, key).open(fromBase64(sealed))
    // A wrong code and a damaged file look the same from here: both are said.
    if (!opened.ok) return err('wrong-code')
    const contents = v.safeParse(of.contents, JSON.parse(decodeUtf8(opened.value)))
    return contents.success ? ok(contents.output) : err('damaged')
  } catch {
    return err('damaged')
  }
}

export const openUnderKey = <T>(
  of: SealedFormat<T>,
  text: string,
  key: Uint8Array,
): Result<T, SealedFileProblem> => {
  const sealed = readFile(of, text)
  return sealed.ok ? openSealed(of, sealed.value, key) : sealed
}

/** Opens with the code as it was typed. */
export const openUnderCode = <T>(
  of: SealedFormat<T>,
  text: string,
  typed: string,
): Result<T, SealedFileProblem | CodeProblem> => {
  const sealed = readFile(of, text)
  if (!sealed.ok) return sealed
  const code = groupsToBytes(typed, CODE_BYTES)
  return code.ok ? openSealed(of, sealed.value, code.value) : code
}
