/**
 * Pairing: how a second device gets the vault key.
 *
 * The first device shows a code of 128 random bits, good once and for ten minutes. Both derive from it a room on the
 * relay, its token, and a key. The second device leaves its public key and its name there, sealed under the code; the
 * first answers with the vault key, sealed to that public key and again under the code. The relay sees ciphertexts
 * under keys of 128 bits that it never meets: there is nothing to guess, and no passphrase is involved.
 *
 * The code alone gives nothing: somebody may have read it over a shoulder. So the first device asks before it answers,
 * with the name and a number of six digits that both show, and answers one request only. Whoever comes in between would
 * need the same number on both, and cannot choose it: the first device's part of it (`nonce`) is committed to before
 * the second shows its key, and told only after that key stands. One try in a million, and the coach is looking.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { randomBytes } from '../base/random'
import { err, ok, type Result } from '../base/result'
import { EpochsSchema, type HeaderEpochs } from './epochs'
import { deriveBytes, type RoomAccess } from './keys'
import { bytesToGroups, type CodeProblem, groupsToBytes, normalizeCode } from './recovery-key'
import { createSealer } from './seal'

const PAIRING_CODE_BYTES = 16
/** Where to find the relay, when it is a laptop on the same network (relay/near.ts): one group more. */
const PLACE_BYTES = 6
/** Five groups of seven. */
const CODE_LENGTH = 35
export const PAIRING_MINUTES = 10

const GrantSchema = v.object({
  vaultKey: v.string(),
  vaultId: v.string(),
  createdAt: v.string(),
  recoveryWrap: v.string(),
  /** Generation of the vault record's envelope. */
  generation: v.number(),
  relaySecret: v.optional(v.string()),
  /** After a laptop was removed: as in the header (header.ts). */
  epochs: v.optional(EpochsSchema),
})

export interface PairingGrant {
  readonly vaultKey: Uint8Array
  readonly vaultId: string
  readonly createdAt: string
  readonly recoveryWrap: string
  readonly generation: number
  /** The relay's admission secret, where it has one: the new device has been in a claimed room only. */
  readonly relaySecret?: string | undefined
  readonly epochs?: HeaderEpochs | undefined
}

export interface PairingKeys extends RoomAccess {
  readonly key: Uint8Array
}

/** The first device's part of the number. */
export interface PairingOffer {
  readonly nonce: Uint8Array
  /** What the second device gets to see before it asks. */
  readonly sealed: Uint8Array
}

/** Who asks: the laptop's own name, and the key that the vault's is sealed to. */
export interface Asker {
  readonly name: string
  readonly publicKey: Uint8Array
  /** It can open a vault from which a laptop was removed; version 0.3 cannot. */
  readonly knowsEpochs: boolean
}

export interface PairingRequest extends Asker {
  readonly sealed: Uint8Array
  readonly privateKey: Uint8Array
}

/** `place`: where the relay is, when it is a laptop; it is told to whoever types the code, and is no part of the secret. */
export const newPairingCode = (place: Uint8Array = new Uint8Array()): readonly string[] =>
  bytesToGroups(new Uint8Array([...randomBytes(PAIRING_CODE_BYTES), ...place]))

const readCode = (typed: string): Result<Uint8Array, CodeProblem> => {
  const code = groupsToBytes(typed, PAIRING_CODE_BYTES)
  const groups = code.ok ? bytesToGroups(code.value).join('') : ''
  if (groups === normalizeCode(typed)) return code
  const longer = groupsToBytes(typed, PAIRING_CODE_BYTES + PLACE_BYTES)
  // Five groups of six check, too: what stands behind the code's bits is then not empty.
  return code.ok || longer.ok || normalizeCode(typed).length > CODE_LENGTH ? longer : code
}

/** Where the code says that the relay is; nothing when it is no code, or says nothing of it. */
export const placeInPairingCode = (typed: string): Uint8Array | undefined => {
  const code = readCode(typed)
  return code.ok && code.value.length > PAIRING_CODE_BYTES
    ? code.value.subarray(PAIRING_CODE_BYTES)
    : undefined
}

export const derivePairing = (typed: string): Result<PairingKeys, CodeProblem> => {
  const read = readCode(typed)
  if (!read.ok) return read
  const code = read.value.subarray(0, PAIRING_CODE_BYTES)
  return ok({
    room: toBase64UrlEncoded(deriveBytes(code, 'pairing/room', 16)),
    token: toBase64UrlEncoded(deriveBytes(code, 'pairing/token')),
    key: deriveBytes(code, 'pairing/key'),
  })
}

const sealerFor = (pairing: PairingKeys, part: 'offer' | 'request' | 'nonce' | 'answer') =>
  createSealer(pairing.key, `pairing/2/${part}`)

const NONCE_BYTES = 16
const commitmentTo = (nonce: Uint8Array): Uint8Array => deriveBytes(nonce, 'pairing/commitment')
const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && sodium.memcmp(a, b)

export const createOffer = (pairing: PairingKeys): PairingOffer => {
  const nonce = randomBytes(NONCE_BYTES)
  return { nonce, sealed: sealerFor(pairing, 'offer').seal(commitmentTo(nonce)) }
}

/** Tells the first device's part, once the request stands. */
export const sealNonce = (pairing: PairingKeys, { nonce }: PairingOffer): Uint8Array =>
  sealerFor(pairing, 'nonce').seal(nonce)

/** The first device's part, if it is what it committed to in its offer. */
export const openNonce = (
  pairing: PairingKeys,
  offer: Uint8Array,
  sealed: Uint8Array,
): Result<Uint8Array, 'not-ours'> => {
  const commitment = sealerFor(pairing, 'offer').open(offer)
  const nonce = sealerFor(pairing, 'nonce').open(sealed)
  if (!commitment.ok || !nonce.ok || nonce.value.length !== NONCE_BYTES) return err('not-ours')
  return isSame(commitmentTo(nonce.value), commitment.value) ? nonce : err('not-ours')
}

const MOST_NAME = 60
/** A name that somebody else chose: one short line, without signs that are not seen. */
const nameFrom = (given: string): string =>
  [...given.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()].slice(0, MOST_NAME).join('')

export const createRequest = (pairing: PairingKeys, laptop: string): PairingRequest => {
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  const name = nameFrom(laptop)
  const text = JSON.stringify({ name, publicKey: toBase64UrlEncoded(publicKey), epochs: true })
  return {
    name,
    knowsEpochs: true,
    sealed: sealerFor(pairing, 'request').seal(encodeUtf8(text)),
    publicKey,
    privateKey,
  }
}

const Request = v.object({
  name: v.string(),
  publicKey: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  epochs: v.optional(v.boolean(), false),
})

/** Who asks; or that it is a laptop with Confidant 0.2, which shows no number, or that it was not made with this code. */
export const readRequest = (
  pairing: PairingKeys,
  request: Uint8Array,
): Result<Asker, 'older' | 'not-ours'> => {
  const opened = sealerFor(pairing, 'request').open(request)
  if (!opened.ok)
    return err(createSealer(pairing.key, 'pairing/request').open(request).ok ? 'older' : 'not-ours')
  try {
    const { name, publicKey, epochs } = v.parse(Request, JSON.parse(decodeUtf8(opened.value)))
    return ok({
      name: nameFrom(name),
      publicKey: fromBase64UrlEncoded(publicKey),
      knowsEpochs: epochs,
    })
  } catch {
    return err('not-ours')
  }
}

/** The number that both show: `483 201`. */
export const pairingNumber = (
  pairing: PairingKeys,
  { name, publicKey }: Pick<Asker, 'name' | 'publicKey'>,
  nonce: Uint8Array,
): string => {
  const hash = sodium.crypto_generichash(
    6,
    new Uint8Array([...publicKey, ...nonce, ...encodeUtf8(name)]),
    pairing.key,
  )
  const digits = String(hash.reduce((number, byte) => number * 256 + byte, 0) % 1_000_000).padStart(
    6,
    '0',
  )
  return `${digits.slice(0, 3)} ${digits.slice(3)}`
}

export const answerRequest = (
  pairing: PairingKeys,
  asker: Asker,
  grant: PairingGrant,
): Uint8Array => {
  const text = JSON.stringify({ ...grant, vaultKey: toBase64UrlEncoded(grant.vaultKey) })
  return sealerFor(pairing, 'answer').seal(
    sodium.crypto_box_seal(encodeUtf8(text), asker.publicKey),
  )
}

export const openAnswer = (
  pairing: PairingKeys,
  request: PairingRequest,
  answer: Uint8Array,
): Result<PairingGrant, 'not-ours'> => {
  const box = sealerFor(pairing, 'answer').open(answer)
  if (!box.ok) return err('not-ours')
  try {
    const text = decodeUtf8(
      sodium.crypto_box_seal_open(box.value, request.publicKey, request.privateKey),
    )
    const grant = v.parse(GrantSchema, JSON.parse(text))
    return ok({ ...grant, vaultKey: fromBase64UrlEncoded(grant.vaultKey) })
  } catch {
    return err('not-ours')
  }
}
