/**
 * The vault header: the small public file that turns a passphrase or a recovery key into the vault key.
 *
 * It holds the vault key wrapped twice, the parameters of the key derivation, and a version. A checksum tells damage
 * from a wrong passphrase; a MAC under the vault key tells tampering once it is open. The derivation's minimum
 * parameters live here, in the code: a header that asks for less is refused, since otherwise whoever can write the
 * file could make guessing cheap (traps.md 13). Argon2id itself runs outside (it takes a third of a second): this
 * module is given the derived key.
 *
 * After a laptop was removed (epochs.ts) the wrapped key is the newest epoch's; the former ones are kept in it, sealed
 * under that one. Until then a header is of version 1, as every version reads it.
 */

import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { idSchema, newId } from '../base/id'
import { randomBytes } from '../base/random'
import { err, ok, type Result } from '../base/result'
import { EpochsSchema, type HeaderEpochs } from './epochs'
import { deriveBytes, KEY_BYTES } from './keys'
import { createSealer } from './seal'

/** 2: with epochs. */
export const HEADER_FORMAT = 2
/** 64 MiB, three passes: about 340 ms on the laptop it was measured on. */
export const KDF_DEFAULT = { opsLimit: 3, memLimit: 64 * 1024 * 1024 } as const
/** OWASP's floor for Argon2id with p = 1: 19 MiB, two passes. And a ceiling, so that a header cannot hang the app. */
export const KDF_FLOOR = { opsLimit: 2, memLimit: 19 * 1024 * 1024 } as const
const KDF_CEILING = { opsLimit: 16, memLimit: 1024 * 1024 * 1024 } as const

/** Base64url that decodes: a crafted header is refused here and not in the middle of an unlock. */
const base64 = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.check((text) => {
    try {
      return sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING).length > 0
    } catch {
      return false
    }
  }),
)

export const KdfSchema = v.strictObject({
  algorithm: v.literal('argon2id13'),
  opsLimit: v.pipe(v.number(), v.integer()),
  memLimit: v.pipe(v.number(), v.integer()),
  salt: v.pipe(base64, v.length(22)),
})
export type KdfParameters = v.InferOutput<typeof KdfSchema>

/** Neither so weak that guessing is cheap, nor so heavy that the app hangs. */
export const isFairKdf = ({ opsLimit, memLimit }: KdfParameters): boolean => {
  const reachesFloor = KDF_FLOOR.opsLimit <= opsLimit && KDF_FLOOR.memLimit <= memLimit
  const isUnderCeiling = opsLimit <= KDF_CEILING.opsLimit && memLimit <= KDF_CEILING.memLimit
  return reachesFloor && isUnderCeiling
}

const HeaderSchema = v.strictObject({
  format: v.literal('confidant-vault'),
  version: v.picklist([1, HEADER_FORMAT]),
  epochs: v.optional(EpochsSchema),
  vaultId: idSchema,
  createdAt: v.string(),
  kdf: KdfSchema,
  passphraseWrap: base64,
  recoveryWrap: base64,
  mac: v.string(),
})
const FileSchema = v.object({ header: v.unknown(), checksum: v.string() })

export type Header = v.InferOutput<typeof HeaderSchema>

export type HeaderProblem = 'damaged' | 'newer' | 'weak-parameters'
export type UnlockProblem = 'wrong-passphrase' | 'wrong-recovery-key' | 'tampered'

export interface OpenedVault {
  readonly vaultKey: Uint8Array
  readonly header: Header
}

const canonical = (header: Omit<Header, 'mac'>): Uint8Array => {
  const { format, version, vaultId, createdAt, kdf, passphraseWrap, recoveryWrap, epochs } = header
  const { algorithm, opsLimit, memLimit, salt } = kdf
  return encodeUtf8(
    JSON.stringify([
      format,
      version,
      vaultId,
      createdAt,
      algorithm,
      opsLimit,
      memLimit,
      salt,
      passphraseWrap,
      recoveryWrap,
      ...(epochs === undefined ? [] : [epochs.vaultRecord, epochs.epoch, epochs.former]),
    ]),
  )
}

const withMac = (header: Omit<Header, 'mac'>, vaultKey: Uint8Array): Header => ({
  ...header,
  mac: toBase64UrlEncoded(
    sodium.crypto_generichash(32, canonical(header), deriveBytes(vaultKey, 'header-mac')),
  ),
})

// The wraps are bound to the vault and to the parameters that made their key.
const passphrasePlace = (vaultId: string, kdf: KdfParameters): string =>
  `header/${vaultId}/passphrase/${kdf.opsLimit}/${kdf.memLimit}/${kdf.salt}`
const recoveryPlace = (vaultId: string): string => `header/${vaultId}/recovery`

const wrap = (wrappingKey: Uint8Array, place: string, vaultKey: Uint8Array): string =>
  toBase64UrlEncoded(createSealer(wrappingKey, place).seal(vaultKey))

export const newKdfParameters = (): KdfParameters => ({
  algorithm: 'argon2id13',
  ...KDF_DEFAULT,
  salt: toBase64UrlEncoded(randomBytes(sodium.crypto_pwhash_SALTBYTES)),
})

/** Argon2id over the passphrase (Unicode NFKC). Slow by design: call it from a worker. Returns 32 bytes. */
export const derivePassphraseKey = (passphrase: string, kdf: KdfParameters): Uint8Array =>
  sodium.crypto_pwhash(
    KEY_BYTES,
    passphrase.normalize('NFKC'),
    // libsodium's own decoder: lib0's takes a worker for Node.
    sodium.from_base64(kdf.salt, sodium.base64_variants.URLSAFE_NO_PADDING),
    kdf.opsLimit,
    kdf.memLimit,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  )

/** Builds a header around a vault key: of a new vault, or of one that another device made and this one joins. */
export const createHeader = (
  parts: {
    readonly vaultKey: Uint8Array
    readonly passphraseKey: Uint8Array
    readonly kdf: KdfParameters
    readonly createdAt: string
  } & (
    | { readonly recoveryKey: Uint8Array }
    | {
        readonly vaultId: string
        readonly recoveryWrap: string
        readonly epochs?: HeaderEpochs | undefined
      }
  ),
): Header => {
  const joining = 'vaultId' in parts
  const vaultId = joining ? parts.vaultId : newId()
  const epochs = joining ? parts.epochs : undefined
  return withMac(
    {
      format: 'confidant-vault',
      ...(epochs === undefined ? { version: 1 } : { version: HEADER_FORMAT, epochs }),
      vaultId,
      createdAt: parts.createdAt,
      kdf: parts.kdf,
      passphraseWrap: wrap(
        parts.passphraseKey,
        passphrasePlace(vaultId, parts.kdf),
        parts.vaultKey,
      ),
      recoveryWrap: joining
        ? parts.recoveryWrap
        : wrap(deriveBytes(parts.recoveryKey, 'recovery'), recoveryPlace(vaultId), parts.vaultKey),
    },
    parts.vaultKey,
  )
}

/** The same vault under a new passphrase: only the wrapped key and its parameters change. */
export const withPassphrase = (
  opened: OpenedVault,
  passphraseKey: Uint8Array,
  kdf: KdfParameters,
): Header =>
  withMac(
    {
      ...opened.header,
      kdf,
      passphraseWrap: wrap(
        passphraseKey,
        passphrasePlace(opened.header.vaultId, kdf),
        opened.vaultKey,
      ),
    },
    opened.vaultKey,
  )

/** The same vault under a new recovery key. */
export const withRecovery = (opened: OpenedVault, recoveryKey: Uint8Array): Header =>
  withMac(
    {
      ...opened.header,
      recoveryWrap: wrap(
        deriveBytes(recoveryKey, 'recovery'),
        recoveryPlace(opened.header.vaultId),
        opened.vaultKey,
      ),
    },
    opened.vaultKey,
  )

/** The same vault, passphrase and derivation in another epoch: under its key, and with its recovery sheet. */
export const withEpoch = (
  header: Header,
  next: {
    readonly vaultKey: Uint8Array
    readonly epochs: HeaderEpochs
    readonly passphraseKey: Uint8Array
    readonly recoveryKey: Uint8Array
  },
): Header =>
  withMac(
    {
      ...header,
      version: HEADER_FORMAT,
      epochs: next.epochs,
      passphraseWrap: wrap(
        next.passphraseKey,
        passphrasePlace(header.vaultId, header.kdf),
        next.vaultKey,
      ),
      recoveryWrap: wrap(
        deriveBytes(next.recoveryKey, 'recovery'),
        recoveryPlace(header.vaultId),
        next.vaultKey,
      ),
    },
    next.vaultKey,
  )

/**
 * Whether a header opens as the present one does: with the same passphrase, and with the sheet that stands. Every new
 * passphrase has a salt of its own, so that the same salt is the same passphrase, in another epoch as well.
 */
export const opensWith = (
  header: Header,
  present: Header,
  recoveryKey: Uint8Array | undefined,
): { readonly passphrase: boolean; readonly sheet: boolean } => ({
  passphrase: header.kdf.salt === present.kdf.salt,
  sheet:
    recoveryKey === undefined
      ? header.recoveryWrap === present.recoveryWrap
      : unlockWithRecoveryKey(header, recoveryKey).ok,
})

/** Whether a header was made under this vault key. */
export const isKeyOf = (header: Header, vaultKey: Uint8Array): boolean =>
  vaultKey.length === KEY_BYTES && withMac(header, vaultKey).mac === header.mac

const checksumOf = (header: unknown): string =>
  toBase64UrlEncoded(sodium.crypto_generichash(16, encodeUtf8(JSON.stringify(header)), null))

/** The header's file: readable JSON with a checksum. */
export const headerToText = (header: Header): string =>
  `${JSON.stringify({ header, checksum: checksumOf(header) }, null, 2)}\n`

/** Reads a header's file and refuses what is damaged, newer than this code, or weaker than it allows. */
export const textToHeader = (text: string): Result<Header, HeaderProblem> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('damaged')
  }
  const file = v.safeParse(FileSchema, json)
  if (!file.success || file.output.checksum !== checksumOf(file.output.header))
    return err('damaged')
  const version = v.safeParse(v.object({ version: v.number() }), file.output.header)
  if (version.success && version.output.version > HEADER_FORMAT) return err('newer')
  const header = v.safeParse(HeaderSchema, file.output.header)
  if (!header.success) return err('damaged')
  if ((header.output.epochs !== undefined) !== (header.output.version === HEADER_FORMAT))
    return err('damaged')
  return isFairKdf(header.output.kdf) ? ok(header.output) : err('weak-parameters')
}

const unwrap = <E extends UnlockProblem>(
  header: Header,
  wrapped: string,
  wrappingKey: Uint8Array,
  place: string,
  wrong: E,
): Result<OpenedVault, E | 'tampered'> => {
  const opened = createSealer(wrappingKey, place).open(fromBase64UrlEncoded(wrapped))
  if (!opened.ok) return err(wrong)
  if (withMac(header, opened.value).mac !== header.mac) return err('tampered')
  return ok({ vaultKey: opened.value, header })
}

export const unlockWithPassphraseKey = (header: Header, passphraseKey: Uint8Array) =>
  unwrap(
    header,
    header.passphraseWrap,
    passphraseKey,
    passphrasePlace(header.vaultId, header.kdf),
    'wrong-passphrase',
  )

export const unlockWithRecoveryKey = (header: Header, recoveryKey: Uint8Array) =>
  unwrap(
    header,
    header.recoveryWrap,
    deriveBytes(recoveryKey, 'recovery'),
    recoveryPlace(header.vaultId),
    'wrong-recovery-key',
  )
