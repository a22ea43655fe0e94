/**
 * A hand-over: what the next coach gets, and what a substitute gets until a day. One file, sealed under a code that is
 * good for this file alone and travels another way; imported by the other coach's Confidant with "received from".
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
import { PortableSchema } from './portable'

const CODE_BYTES = 16
const FORMAT = 'confidant-hand-over'
/** 2: a note's text is a delta (note-text/delta.ts). */
const VERSION = 2
/** A larger file is not one of these. */
const MOST_HAND_OVER_CHARACTERS = 64 * 1024 * 1024

const Contents = v.object({
  from: v.pipe(v.string(), v.maxLength(300)),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  /** The last day of a temporary substitute; null for a hand-over for good. */
  until: v.nullable(v.pipe(v.string(), v.isoDate())),
  mentees: v.pipe(v.array(PortableSchema), v.maxLength(500)),
  /** What stayed behind, counted by kind for each mentee. */
  staysBehind: v.record(v.string(), v.record(v.string(), v.number())),
})
export type HandOver = v.InferOutput<typeof Contents>

const File = v.object({ format: v.literal(FORMAT), version: v.number(), sealed: v.string() })

export type HandOverProblem = 'not-a-hand-over' | 'newer' | 'wrong-code' | 'damaged'

const sealerFor = (code: Uint8Array) => createSealer(deriveBytes(code, 'hand-over'), 'hand-over/1')

/** Seals a hand-over under a new one-time code. */
export const sealHandOver = (
  contents: HandOver,
): { readonly file: string; readonly code: readonly string[] } => {
  const code = randomBytes(CODE_BYTES)
  const sealed = sealerFor(code).seal(encodeUtf8(JSON.stringify(contents)))
  return {
    file: `${JSON.stringify({ format: FORMAT, version: VERSION, sealed: toBase64(sealed) })}\n`,
    code: bytesToGroups(code),
  }
}

/** Opens a hand-over's file with the code that came with it. */
export const openHandOver = (
  text: string,
  typed: string,
): Result<HandOver, HandOverProblem | CodeProblem> => {
  let json: unknown
  try {
    json = text.length > MOST_HAND_OVER_CHARACTERS ? undefined : JSON.parse(text)
  } catch {
    return err('not-a-hand-over')
  }
  const file = v.safeParse(File, json)
  if (!file.success) return err('not-a-hand-over')
  if (file.output.version > VERSION) return err('newer')
  const code = groupsToBytes(typed, CODE_BYTES)
  if (!code.ok) return code
  try {
    const opened = sealerFor(code.value).open(fromBase64(file.output.sealed))
    // A wrong code and a damaged file look the same from here: both are said.
    if (!opened.ok) return err('wrong-code')
    const contents = v.safeParse(Contents, JSON.parse(decodeUtf8(opened.value)))
    return contents.success ? ok(contents.output) : err('damaged')
  } catch {
    return err('damaged')
  }
}
