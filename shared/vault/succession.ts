/**
 * A succession: the announcement that a vault goes on under another key, without the laptops that it names.
 *
 * It is written into the vault record of the former epoch, where the removed laptop reads it as well, and it gives that
 * one nothing: the new key is in a box for each laptop that stays. The former key and the new recovery key are sealed
 * under the new one, so that a box with any other key is noticed, and everybody gets the same. All of it is signed by a
 * laptop of the former epoch. It is bound to the vault and to both epochs: for another vault, or a second time, it is
 * worth nothing.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result'
import { epochAfter, follows, isEpoch } from './epochs'
import { KEY_BYTES, newKey } from './keys'
import { type LaptopKeys, type PublicKeys, proofOf } from './laptop-keys'
import { createSealer } from './seal'

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
const base64 = v.pipe(v.string(), v.maxLength(1000), v.regex(/^[\w-]+$/))
const epoch = v.pipe(v.number(), v.check(isEpoch))
const MOST_LAPTOPS = 200

export const SuccessionSchema = v.object({
  vault: id,
  from: epoch,
  epoch,
  /** Of the vault record, in the former epoch, as the author knew it. */
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  by: id,
  /** The author's public keys, and the proof that it had the former epoch's key (laptop-keys.ts). */
  author: v.object({ box: base64, sign: base64, proof: base64 }),
  at: v.pipe(v.string(), v.maxLength(40), v.isoTimestamp()),
  removed: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_LAPTOPS)),
  /** By the laptops that stay: the new key in a box for each, and what each signs with, as the author knows it. */
  boxes: v.pipe(
    v.record(id, v.object({ box: base64, sign: base64 })),
    v.check((boxes) => Object.keys(boxes).length <= MOST_LAPTOPS),
  ),
  former: base64,
  sheet: base64,
  signature: base64,
})
export type Succession = v.InferOutput<typeof SuccessionSchema>

const signed = (one: Omit<Succession, 'signature'>): Uint8Array =>
  encodeUtf8(
    JSON.stringify([
      'confidant/succession/1',
      one.vault,
      one.from,
      one.epoch,
      one.generation,
      one.by,
      [one.author.box, one.author.sign, one.author.proof],
      one.at,
      [...one.removed].sort(),
      Object.entries(one.boxes)
        .map(([laptop, { box, sign }]) => [laptop, box, sign])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      one.former,
      one.sheet,
    ]),
  )

type Bound = Pick<Succession, 'vault' | 'from' | 'epoch'>
const TAG_BYTES = 16
/** A box opened for a laptop says for whom, and for which epochs of which vault, it was made. */
const tagFor = ({ vault, from, epoch: next }: Bound, laptop: string): Uint8Array =>
  sodium.crypto_generichash(
    TAG_BYTES,
    encodeUtf8(JSON.stringify([vault, from, next, laptop])),
    null,
  )

const placeOf = (part: 'former' | 'sheet', { vault, from, epoch: next }: Bound): string =>
  `succession/${vault}/${from}/${next}/${part}`
const sealUnder = (key: Uint8Array, place: string, what: Uint8Array): string =>
  toBase64UrlEncoded(createSealer(key, place).seal(what))

const boxFor = (bound: Bound, laptop: string, box: string, key: Uint8Array): string =>
  toBase64UrlEncoded(
    sodium.crypto_box_seal(
      new Uint8Array([...key, ...tagFor(bound, laptop)]),
      fromBase64UrlEncoded(box),
    ),
  )

/** Announces that the vault goes on without `removed`. `staying`: laptops by their ids. */
export const announce = (input: {
  readonly vault: string
  readonly from: number
  readonly generation: number
  readonly vaultKey: Uint8Array
  readonly by: string
  readonly keys: LaptopKeys
  readonly at: string
  readonly removed: readonly string[]
  readonly staying: Readonly<Record<string, PublicKeys>>
}): Succession => {
  const { vault, from, generation, by, at } = input
  const key = newKey()
  const bound = { vault, from, epoch: epochAfter(from) }
  const staying = Object.entries(input.staying).filter(([one]) => !input.removed.includes(one))
  const unsigned = {
    ...bound,
    generation,
    by,
    author: {
      box: input.keys.box,
      sign: input.keys.sign,
      proof: proofOf(input.vaultKey, by, input.keys),
    },
    at,
    removed: [...input.removed],
    boxes: Object.fromEntries(
      staying.map(([one, { box, sign }]) => [one, { box: boxFor(bound, one, box, key), sign }]),
    ),
    former: sealUnder(key, placeOf('former', bound), input.vaultKey),
    sheet: sealUnder(key, placeOf('sheet', bound), newKey()),
  }
  sodium.memzero(key)
  return { ...unsigned, signature: input.keys.signature(signed(unsigned)) }
}

/** Whether an announcement is for this vault, makes sense, and was signed with the key that it says. */
export const isSigned = (one: Succession, vault: string): boolean => {
  if (one.vault !== vault || !follows(one.epoch, one.from)) return false
  if (one.removed.includes(one.by) || one.removed.some((laptop) => laptop in one.boxes))
    return false
  try {
    const [signature, key] = [one.signature, one.author.sign].map(fromBase64UrlEncoded)
    if (signature === undefined || key === undefined) return false
    return sodium.crypto_sign_verify_detached(signature, signed(one), key)
  } catch {
    return false
  }
}

/** Whether its author had the key of the epoch that it leads on from. */
export const isByMember = ({ by, author }: Succession, formerKey: Uint8Array): boolean =>
  author.proof === proofOf(formerKey, by, author)

export type SuccessionProblem =
  /** It has no box for this laptop. */
  | 'no-box'
  /** The box does not open, is for another laptop or epoch, or does not hold the key that the rest is sealed under. */
  | 'not-ours'

export interface OpenedSuccession {
  readonly vaultKey: Uint8Array
  readonly formerKey: Uint8Array
  readonly recoveryKey: Uint8Array
}

/** The recovery key that came with a removal, for whoever has the epoch's key. */
export const sheetOf = (one: Succession, vaultKey: Uint8Array): Uint8Array | undefined => {
  const opened = createSealer(vaultKey, placeOf('sheet', one)).open(fromBase64UrlEncoded(one.sheet))
  return opened.ok ? opened.value : undefined
}

/** Opens this laptop's box; with the former epoch's key, where it is known, it has to fit. */
export const openSuccession = (
  one: Succession,
  laptop: string,
  keys: LaptopKeys,
  knownFormer: Uint8Array | undefined,
): Result<OpenedSuccession, SuccessionProblem> => {
  const box = one.boxes[laptop]
  if (box === undefined) return err('no-box')
  const plain = keys.open(fromBase64UrlEncoded(box.box))
  if (plain?.length !== KEY_BYTES + TAG_BYTES) return err('not-ours')
  if (!sodium.memcmp(plain.slice(KEY_BYTES), tagFor(one, laptop))) return err('not-ours')
  const vaultKey = plain.slice(0, KEY_BYTES)
  const unsealed = (part: 'former' | 'sheet') =>
    createSealer(vaultKey, placeOf(part, one)).open(fromBase64UrlEncoded(one[part]))
  const [former, sheet] = [unsealed('former'), unsealed('sheet')]
  if (!former.ok || !sheet.ok) return err('not-ours')
  if (former.value.length !== KEY_BYTES || sheet.value.length !== KEY_BYTES) return err('not-ours')
  if (knownFormer !== undefined && !sodium.memcmp(former.value, knownFormer)) return err('not-ours')
  return ok({ vaultKey, formerKey: former.value, recoveryKey: sheet.value })
}
