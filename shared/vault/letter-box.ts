/**
 * The letter box: while the vault is locked anyone at the laptop can put something in, and nobody can take it out.
 *
 * Captures, and the times of wrong passphrases, are sealed to the vault's public key (a libsodium sealed box) and
 * appended to a file of the sealed folder; the private key is derived from the vault key, so that only the unlocked
 * vault reads them. A sealed box has no sender: whoever can write to the disk can put letters in, too.
 */

import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { idSchema } from '../base/id'
import { deriveBytes } from './keys'
import { MOST_CAPTURED } from './letter-box-file'
import { padmeLength } from './seal'

const BoxedLetter = v.variant('kind', [
  v.object({
    kind: v.literal('capture'),
    /** Random: put into the vault twice after a crash, it is still one. */
    id: idSchema,
    text: v.pipe(v.string(), v.maxLength(MOST_CAPTURED)),
    /** The record of the mentee whom it is about, or ''. */
    about: v.pipe(v.string(), v.maxLength(40)),
    at: v.pipe(v.string(), v.isoTimestamp()),
  }),
  v.object({ kind: v.literal('wrong-passphrase'), at: v.pipe(v.string(), v.isoTimestamp()) }),
])
export type BoxedLetter = v.InferOutput<typeof BoxedLetter>

export interface LetterBoxKeys {
  readonly publicKey: string
  readonly open: (box: Uint8Array) => BoxedLetter | undefined
  readonly forget: () => void
}

export const deriveLetterBox = (vaultKey: Uint8Array): LetterBoxKeys => {
  const pair = sodium.crypto_box_seed_keypair(deriveBytes(vaultKey, 'letter-box'))
  return {
    publicKey: toBase64UrlEncoded(pair.publicKey),
    open: (box) => {
      try {
        const padded = sodium.crypto_box_seal_open(box, pair.publicKey, pair.privateKey)
        const letter = v.safeParse(
          BoxedLetter,
          JSON.parse(decodeUtf8(sodium.unpad(padded, padded.length))),
        )
        return letter.success ? letter.output : undefined
      } catch {
        // Damaged, or put in by someone who does not have the key.
        return undefined
      }
    },
    forget: () => sodium.memzero(pair.privateKey),
  }
}

export interface LetterBoxes extends LetterBoxKeys {
  readonly formerKeys: readonly string[]
}

/** The letter box of this epoch, which opens what was put into those of former ones as well. */
export const deriveLetterBoxes = (
  vaultKey: Uint8Array,
  formerKeys: readonly Uint8Array[],
): LetterBoxes => {
  const [now, former] = [deriveLetterBox(vaultKey), formerKeys.map(deriveLetterBox)]
  const all = [now, ...former]
  return {
    publicKey: now.publicKey,
    formerKeys: former.map(({ publicKey }) => publicKey),
    open: (box) => all.map(({ open }) => open(box)).find((letter) => letter !== undefined),
    forget: () => {
      for (const { forget } of all) forget()
    },
  }
}

/** Seals a letter to the vault's public key; lengths are padded as a blob's are. */
export const sealLetter = (publicKey: string, letter: BoxedLetter): Uint8Array => {
  const plain = encodeUtf8(JSON.stringify(letter))
  return sodium.crypto_box_seal(
    sodium.pad(plain, padmeLength(plain.length + 1)),
    fromBase64UrlEncoded(publicKey),
  )
}
