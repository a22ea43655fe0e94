/**
 * A hand-over: what the next coach gets, and what a substitute gets until a day. One file, sealed under a code that is
 * good for this file alone and travels another way (sealed-file.ts); imported by the other coach's Confidant with
 * "received from".
 */
import * as v from 'valibot'
import { err, type Result } from '../base/result'
import type { CodeProblem } from '../vault/recovery-key'
import { PortableSchema } from './portable'
import {
  openUnderCode,
  type SealedFileProblem,
  type SealedFormat,
  sealUnderCode,
} from './sealed-file'

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

const HAND_OVER: SealedFormat<HandOver> = {
  format: 'confidant-hand-over',
  /** 2: a note's text is a delta (note-text/delta.ts). */
  version: 2,
  purpose: 'hand-over',
  contents: Contents,
}

export type HandOverProblem = 'not-a-hand-over' | Exclude<SealedFileProblem, 'other-file'>

/** Seals a hand-over under a new one-time code. */
export const sealHandOver = (
  contents: HandOver,
): { readonly file: string; readonly code: readonly string[] } => sealUnderCode(HAND_OVER, contents)

/** Opens a hand-over's file with the code that came with it. */
export const openHandOver = (
  text: string,
  typed: string,
): Result<HandOver, HandOverProblem | CodeProblem> => {
  const opened = openUnderCode(HAND_OVER, text, typed)
  if (opened.ok) return opened
  return opened.error === 'other-file' ? err('not-a-hand-over') : err(opened.error)
}
