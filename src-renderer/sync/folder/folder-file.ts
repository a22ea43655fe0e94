/**
 * A file in the folder through which laptops meet: ten plain bytes that say what it is, then one sealed blob. It opens whole
 * or not at all, so that one that is half written, cut or still on its way is told from one that is there; and it says
 * inside whose it is and what, so that its name means nothing. Format: docs/formats.md.
 *
 * There are two kinds. A **level** holds envelope updates of records, which are ciphertext already (levels.ts). A
 * **head** says of one laptop which files make up what it has written, and which of the others' it has read.
 */

import { toHexString } from 'lib0/buffer'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { err, ok, type Result } from '../../../shared/base/result'
import { deriveBytes } from '../../../shared/vault/keys'
import { createSealer, type Sealer } from '../../../shared/vault/seal'

const MAGIC = encodeUtf8('CONFIDFOL')
const VERSION = 1
const LEVEL = 0
const HEAD = 1
const HASH_BYTES = 16
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** What one record's envelope has gained. */
export interface Entry {
  readonly record: string
  readonly generation: number
  /** The state vectors that the update follows on, and leads up to. */
  readonly since: Uint8Array
  readonly until: Uint8Array
  readonly update: Uint8Array
}

export interface LevelFile {
  readonly kind: 'level'
  readonly device: string
  readonly level: number
  readonly entries: readonly Entry[]
}

const hash = v.pipe(v.string(), v.regex(/^[\da-f]{32}$/))
const hashes = v.pipe(v.array(hash), v.maxLength(10_000))
const Head = v.object({
  device: v.pipe(v.string(), v.maxLength(60)),
  name: v.pipe(v.string(), v.maxLength(120)),
  run: v.pipe(v.string(), v.maxLength(60)),
  /** Counts this laptop's heads: the one that counts furthest is the latest. */
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** By that laptop's clock, in milliseconds since 1970. */
  at: v.number(),
  /** The files that make up what it has written, by their hashes. */
  files: hashes,
  /** The others' states that it has read whole (`stateOf`). */
  read: hashes,
})
export type Head = v.InferOutput<typeof Head>
interface HeadFile extends Head {
  readonly kind: 'head'
}

export type FolderFile = LevelFile | HeadFile

export const hashOf = (bytes: Uint8Array): string =>
  toHexString(sodium.crypto_generichash(HASH_BYTES, bytes, null))

/** Names a state of what a laptop has written, by the files that make it up. */
export const stateOf = (device: string, files: readonly string[]): string =>
  hashOf(encodeUtf8([device, ...files].join('/')))

const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')
}

/** Names a place in the folder: eight letters that only who has the key can tell from any others. */
export const placeOf = (key: Uint8Array): string =>
  base32(deriveBytes(key, 'exchange/place', 16).subarray(0, 5))

export const createFolderSealer = (vaultKey: Uint8Array): Sealer => {
  const key = deriveBytes(vaultKey, 'exchange/key')
  try {
    return createSealer(key, 'exchange/file')
  } finally {
    sodium.memzero(key)
  }
}

const encode = (file: FolderFile): Uint8Array => {
  const encoder = encoding.createEncoder()
  if (file.kind === 'head') {
    encoding.writeUint8(encoder, HEAD)
    const { kind, ...head } = file
    encoding.writeVarString(encoder, JSON.stringify(head))
    return encoding.toUint8Array(encoder)
  }
  encoding.writeUint8(encoder, LEVEL)
  encoding.writeVarString(encoder, file.device)
  encoding.writeVarUint(encoder, file.level)
  encoding.writeVarUint(encoder, file.entries.length)
  for (const { record, generation, since, until, update } of file.entries) {
    encoding.writeVarString(encoder, record)
    encoding.writeVarUint(encoder, generation)
    for (const bytes of [since, until, update]) encoding.writeVarUint8Array(encoder, bytes)
  }
  return encoding.toUint8Array(encoder)
}

const decode = (bytes: Uint8Array): FolderFile => {
  const decoder = decoding.createDecoder(bytes)
  if (decoding.readUint8(decoder) === HEAD)
    return { kind: 'head', ...v.parse(Head, JSON.parse(decoding.readVarString(decoder))) }
  const device = decoding.readVarString(decoder)
  const level = decoding.readVarUint(decoder)
  const entries = Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    record: decoding.readVarString(decoder),
    generation: decoding.readVarUint(decoder),
    since: decoding.readVarUint8Array(decoder),
    until: decoding.readVarUint8Array(decoder),
    update: decoding.readVarUint8Array(decoder),
  }))
  return { kind: 'level', device, level, entries }
}

export const sealFile = (sealer: Sealer, file: FolderFile): Uint8Array => {
  const sealed = sealer.seal(encode(file))
  const bytes = new Uint8Array(MAGIC.length + 1 + sealed.length)
  bytes.set(MAGIC)
  bytes[MAGIC.length] = VERSION
  bytes.set(sealed, MAGIC.length + 1)
  return bytes
}

/** `foreign`: it does not even begin as one of ours. */
export const openFile = (
  sealer: Sealer,
  bytes: Uint8Array,
): Result<FolderFile, 'foreign' | 'newer' | 'does-not-open'> => {
  if (MAGIC.some((byte, at) => bytes[at] !== byte)) return err('foreign')
  if ((bytes[MAGIC.length] ?? 0) > VERSION) return err('newer')
  const opened = sealer.open(bytes.subarray(MAGIC.length + 1))
  if (!opened.ok) return err(opened.error === 'newer-format' ? 'newer' : 'does-not-open')
  try {
    return ok(decode(opened.value))
  } catch {
    return err('does-not-open')
  }
}

/** Only text: what a head or an entry costs in a file is small beside its update. */
export const sizeOf = ({ since, until, update }: Entry): number =>
  since.length + until.length + update.length + 40
