/**
 * Pairing: how a second device gets the vault key.
 *
 * The first device shows a code of 128 random bits, good once and for ten minutes. Both derive from it a room on the
 * relay, its token, and a key. The second device leaves its public key there, sealed under the code; the first
 * answers with the vault key, sealed to that public key and again under the code. The relay sees two ciphertexts
 * under keys of 128 bits that it never meets: there is nothing to guess, and no passphrase is involved.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { err, ok, type Result } from '../result'
import { deriveBytes, type RoomAccess, randomBytes } from './keys'
import { bytesToGroups, type CodeProblem, groupsToBytes } from './recovery-key'
import { createSealer } from './seal'

export const PAIRING_CODE_BYTES = 16
export const PAIRING_MINUTES = 10

const GrantSchema = v.object({
  vaultKey: v.string(),
  vaultId: v.string(),
  createdAt: v.string(),
  recoveryWrap: v.string(),
  /** Generation of the vault record's envelope. */
  generation: v.number(),
  relaySecret: v.optional(v.string()),
})

export interface PairingGrant {
  readonly vaultKey: Uint8Array
  readonly vaultId: string
  readonly createdAt: string
  readonly recoveryWrap: string
  readonly generation: number
  /** The relay's admission secret, where it has one: the new device has been in a claimed room only. */
  readonly relaySecret?: string | undefined
}

export interface PairingKeys extends RoomAccess {
  readonly key: Uint8Array
}

export interface PairingRequest {
  readonly sealed: Uint8Array
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

export const newPairingCode = (): readonly string[] => bytesToGroups(randomBytes(PAIRING_CODE_BYTES))

export const derivePairing = (typed: string): Result<PairingKeys, CodeProblem> => {
  const code = groupsToBytes(typed, PAIRING_CODE_BYTES)
  if (!code.ok) return code
  return ok({
    room: toBase64UrlEncoded(deriveBytes(code.value, 'pairing/room', 16)),
    token: toBase64UrlEncoded(deriveBytes(code.value, 'pairing/token')),
    key: deriveBytes(code.value, 'pairing/key'),
  })
}

export const createRequest = (pairing: PairingKeys): PairingRequest => {
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { sealed: createSealer(pairing.key, 'pairing/request').seal(publicKey), publicKey, privateKey }
}

/** Answers a request, or says that it was not made with this code. */
export const answerRequest = (
  pairing: PairingKeys,
  request: Uint8Array,
  grant: PairingGrant,
): Result<Uint8Array, 'not-ours'> => {
  const publicKey = createSealer(pairing.key, 'pairing/request').open(request)
  if (!publicKey.ok || publicKey.value.length !== sodium.crypto_box_PUBLICKEYBYTES) return err('not-ours')
  const text = JSON.stringify({ ...grant, vaultKey: toBase64UrlEncoded(grant.vaultKey) })
  const box = sodium.crypto_box_seal(encodeUtf8(text), publicKey.value)
  return ok(createSealer(pairing.key, 'pairing/answer').seal(box))
}

export const openAnswer = (
  pairing: PairingKeys,
  request: PairingRequest,
  answer: Uint8Array,
): Result<PairingGrant, 'not-ours'> => {
  const box = createSealer(pairing.key, 'pairing/answer').open(answer)
  if (!box.ok) return err('not-ours')
  try {
    const text = decodeUtf8(sodium.crypto_box_seal_open(box.value, request.publicKey, request.privateKey))
    const grant = v.parse(GrantSchema, JSON.parse(text))
    return ok({ ...grant, vaultKey: fromBase64UrlEncoded(grant.vaultKey) })
  } catch {
    return err('not-ours')
  }
}
