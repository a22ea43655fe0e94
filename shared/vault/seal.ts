/**
 * Sealing: the one way in which plaintext becomes bytes that may touch a disk or a wire.
 *
 * A sealed blob is XChaCha20-Poly1305 under a key derived from the record key, bound to its place by additional
 * data (format version, record id, key epoch): moved to another record, altered or cut short it does not open. A
 * keyed BLAKE2b tag commits it to one key, so that no ciphertext opens under two. Lengths are padded (Padmé, at most
 * 12 %), so that sizes say little. The layout is in docs/formats.md.
 */
import { encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import { randomBytes } from '../base/random'
import { err, ok, type Result } from '../base/result'
import { deriveBytes } from './keys'

const BLOB_FORMAT = 1
const NONCE_BYTES = 24
/**
 * 128 bits: making one ciphertext open under two keys then takes 2^64 work and both keys, which only a device that
 * holds the vault has; a longer tag would cost every blob of a few typed words a tenth of its size.
 */
const COMMITMENT_BYTES = 16
const TAG_BYTES = 16
const HEAD_BYTES = 3
/** Bytes that sealing adds before padding. */
export const SEAL_OVERHEAD = HEAD_BYTES + NONCE_BYTES + COMMITMENT_BYTES + TAG_BYTES

export type OpenFailure =
  /** Written by a newer Confidant: this version must leave it alone. */
  | 'newer-format'
  /** Damaged, moved, or sealed with another key. */
  | 'does-not-open'

/** Seals and opens blobs of one place (a record, or a projection) under one key. */
export interface Sealer {
  readonly seal: (plaintext: Uint8Array) => Uint8Array
  readonly open: (blob: Uint8Array) => Result<Uint8Array, OpenFailure>
  /** Overwrites the derived keys. */
  readonly forget: () => void
}

/**
 * Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019): the smallest length ≥ n whose
 * last bits are zero, so that only O(log log n) bits of the length remain.
 */
export const padmeLength = (n: number): number => {
  if (n < 2) return n
  const exponent = Math.floor(Math.log2(n))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - kept)
  return Math.ceil(n / step) * step
}

/** `place` is bound into every blob: a record id, or another name that no two kinds of blob share. */
export const createSealer = (key: Uint8Array, place: string, epoch = 0): Sealer => {
  const sealingKey = deriveBytes(key, 'seal')
  const commitmentKey = deriveBytes(key, 'commit')
  const additionalData = encodeUtf8(`confidant/blob/${BLOB_FORMAT}/${epoch}/${place}`)
  const committed = new Uint8Array(NONCE_BYTES + additionalData.length)
  committed.set(additionalData, NONCE_BYTES)

  const commitmentTo = (nonce: Uint8Array): Uint8Array => {
    committed.set(nonce)
    return sodium.crypto_generichash(COMMITMENT_BYTES, committed, commitmentKey)
  }

  return {
    seal: (plaintext) => {
      const padded = sodium.pad(plaintext, padmeLength(plaintext.length + 1))
      const nonce = randomBytes(NONCE_BYTES)
      const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        padded,
        additionalData,
        null,
        nonce,
        sealingKey,
      )
      const blob = new Uint8Array(HEAD_BYTES + NONCE_BYTES + COMMITMENT_BYTES + sealed.length)
      blob[0] = BLOB_FORMAT
      blob[1] = epoch >> 8
      blob[2] = epoch & 0xff
      blob.set(nonce, HEAD_BYTES)
      blob.set(commitmentTo(nonce), HEAD_BYTES + NONCE_BYTES)
      blob.set(sealed, HEAD_BYTES + NONCE_BYTES + COMMITMENT_BYTES)
      return blob
    },
    open: (blob) => {
      if (blob.length < SEAL_OVERHEAD + 1) return err('does-not-open')
      const nonce = blob.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES)
      const commitment = blob.subarray(
        HEAD_BYTES + NONCE_BYTES,
        HEAD_BYTES + NONCE_BYTES + COMMITMENT_BYTES,
      )
      if ((blob[0] ?? 0) > BLOB_FORMAT) return err('newer-format')
      if (blob[0] !== BLOB_FORMAT || ((blob[1] ?? 0) << 8) + (blob[2] ?? 0) !== epoch)
        return err('does-not-open')
      if (!sodium.memcmp(commitment, commitmentTo(nonce))) return err('does-not-open')
      try {
        const padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
          null,
          blob.subarray(HEAD_BYTES + NONCE_BYTES + COMMITMENT_BYTES),
          additionalData,
          nonce,
          sealingKey,
        )
        return ok(sodium.unpad(padded, padded.length))
      } catch {
        // libsodium reports a failed authentication by throwing; to us it is an expected outcome.
        return err('does-not-open')
      }
    },
    forget: () => {
      sodium.memzero(sealingKey)
      sodium.memzero(commitmentKey)
    },
  }
}
