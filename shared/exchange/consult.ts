/**
 * A case for a colleague: what the coach picked of a mentee, without names, schools, sites and dates (without-names.ts),
 * as one text that was shown and could be edited before. It is sealed as a hand-over is, and its file says until which
 * day it may be opened; Confidant refuses it afterwards. What a colleague wrote down, or a program that is none of ours,
 * no day takes back.
 *
 * The key for the reply is in the case, so that no second code travels: whoever opened the case can answer it, and only
 * the one who sent it can read the answer.
 */

import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { idSchema } from '../base/id'
import { err, ok, type Result } from '../base/result'
import { longText } from '../crdt/item'
import type { CodeProblem } from '../vault/recovery-key'
import {
  openUnderCode,
  openUnderKey,
  type SealedFileProblem,
  type SealedFormat,
  sealUnderCode,
  sealUnderKey,
} from './sealed-file'

const name = v.pipe(v.string(), v.maxLength(300))
/** 256 bits: of the last sign, two are never used. */
const key = v.pipe(v.string(), v.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/))
const day = v.pipe(v.string(), v.isoDate())

const Case = v.object({
  id: idSchema,
  from: name,
  sentOn: day,
  /** The last day on which it may be opened. */
  until: day,
  text: longText,
  replyKey: key,
})
export type Case = v.InferOutput<typeof Case>

const Reply = v.object({ id: idSchema, from: name, sentOn: day, text: longText })
export type Reply = v.InferOutput<typeof Reply>

const CASE: SealedFormat<Case> = {
  format: 'confidant-case',
  version: 1,
  purpose: 'case',
  contents: Case,
}
const REPLY: SealedFormat<Reply> = {
  format: 'confidant-case-reply',
  version: 1,
  purpose: 'case-reply',
  contents: Reply,
}

export type CaseProblem = SealedFileProblem | 'expired'
export type ReplyProblem = SealedFileProblem | 'other-case'

export const sealCase = (
  contents: Case,
): { readonly file: string; readonly code: readonly string[] } => sealUnderCode(CASE, contents)

// libsodium's own decoder: a reply is read in a worker, which lib0's takes for Node.
const bytesOf = (text: string): Uint8Array =>
  sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING)

/** `today`: the later one of the clock's day and the vault's own, which a clock that is set back does not change. */
export const openCase = (
  text: string,
  typed: string,
  today: string,
): Result<Case, CaseProblem | CodeProblem> => {
  const opened = openUnderCode(CASE, text, typed)
  return opened.ok && opened.value.until < today ? err('expired') : opened
}

export const sealReply = ({ replyKey }: Case, reply: Reply): string =>
  sealUnderKey(REPLY, bytesOf(replyKey), reply)

/** The answer to the case of this id; `replyKey` is kept with it. */
export const openReply = (
  text: string,
  sent: { readonly id: string; readonly replyKey: string },
): Result<Reply, ReplyProblem> => {
  if (!v.is(key, sent.replyKey)) return err('other-case')
  const opened = openUnderKey(REPLY, text, bytesOf(sent.replyKey))
  if (!opened.ok) return opened.error === 'wrong-code' ? err('other-case') : opened
  return opened.value.id === sent.id ? ok(opened.value) : err('other-case')
}

/** What was picked, as one text: the question, then each item under its kind. */
export const caseText = (
  question: string,
  items: readonly { readonly heading: string; readonly text: string }[],
): string =>
  [
    question.trim(),
    ...items.map(({ heading, text }) =>
      [heading, text.trim()].filter((one) => one !== '').join('\n'),
    ),
  ]
    .filter((one) => one !== '')
    .join('\n\n')
