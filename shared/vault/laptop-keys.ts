/**
 * A laptop's own keys: one pair that things are sealed to (X25519), one that it signs with (Ed25519). Both come from a
 * seed that no other laptop has. The public ones stand in the vault record, with a proof that whoever put them there had
 * the epoch's key: a removed laptop, which still writes where others may read, cannot list another one with it.
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import { encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import { randomBytes } from '../base/random'
import { deriveBytes } from './keys'

const SEED_BYTES = 32

export interface PublicKeys {
  readonly box: string
  readonly sign: string
}

export interface LaptopKeys extends PublicKeys {
  /** What was sealed to this laptop; nothing when it was not, or is damaged. */
  readonly open: (box: Uint8Array) => Uint8Array | undefined
  readonly signature: (bytes: Uint8Array) => string
  readonly forget: () => void
}

export const newSeed = (): Uint8Array => randomBytes(SEED_BYTES)

export const deriveLaptopKeys = (seed: Uint8Array): LaptopKeys => {
  const box = sodium.crypto_box_seed_keypair(deriveBytes(seed, 'laptop-box'))
  const sign = sodium.crypto_sign_seed_keypair(deriveBytes(seed, 'laptop-sign'))
  return {
    box: toBase64UrlEncoded(box.publicKey),
    sign: toBase64UrlEncoded(sign.publicKey),
    open: (sealed) => {
      try {
        return sodium.crypto_box_seal_open(sealed, box.publicKey, box.privateKey)
      } catch {
        return undefined
      }
    },
    signature: (bytes) => toBase64UrlEncoded(sodium.crypto_sign_detached(bytes, sign.privateKey)),
    forget: () => {
      sodium.memzero(box.privateKey)
      sodium.memzero(sign.privateKey)
    },
  }
}

/** That whoever lists a laptop with these keys has the key of an epoch. */
export const proofOf = (vaultKey: Uint8Array, id: string, { box, sign }: PublicKeys): string =>
  toBase64UrlEncoded(
    sodium.crypto_generichash(
      16,
      encodeUtf8(JSON.stringify([id, box, sign])),
      deriveBytes(vaultKey, 'laptop-proof'),
    ),
  )
