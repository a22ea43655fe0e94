/**
 * The keys of a vault.
 *
 * One random 256-bit vault key opens everything. It is never derived from the passphrase, only wrapped by it
 * (see header.ts), so that changing the passphrase rewraps 32 bytes and touches no record. Everything that must be
 * known by every device, and by nobody else, is derived from it with BLAKE2b: the vault record's own id and key, and
 * each record's relay room and room token. Record keys are random, one each, and live in the vault record; from each
 * follow the id and the key of its companion, which keeps the record's history. After a laptop was removed they are
 * derived from the random one and the vault's new key (epochs.ts).
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import { encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import { ID_BYTES } from '../base/id'
import { randomBytes } from '../base/random'

export const KEY_BYTES = 32

export const newKey = (): Uint8Array => randomBytes(KEY_BYTES)

/** Derives `length` bytes for one named purpose: keyed BLAKE2b over the purpose's name. */
export const deriveBytes = (key: Uint8Array, purpose: string, length = KEY_BYTES): Uint8Array =>
  sodium.crypto_generichash(length, encodeUtf8(`confidant/1/${purpose}`), key)

export interface Companion {
  readonly id: string
  readonly key: Uint8Array
}

/**
 * The record that keeps what a mentee's record said before (docs/decisions/0028-a-companion-keeps-the-history.md). It
 * follows from the record's own key, so that destroying that one destroys it, wherever it is.
 */
export const deriveCompanion = (recordKey: Uint8Array): Companion => ({
  id: toBase64UrlEncoded(deriveBytes(recordKey, 'history-id', ID_BYTES)),
  key: deriveBytes(recordKey, 'history-key'),
})

/** What a device needs to meet its other devices in a record's room on a relay. */
export interface RoomAccess {
  /** 128 bits, base64url; says nothing about the record. */
  readonly room: string
  /** 256 bits, base64url; the relay keeps a hash of it. */
  readonly token: string
}

/** The relay room of a record in one generation of its envelope. */
export const deriveRoom = (
  vaultKey: Uint8Array,
  recordId: string,
  generation: number,
): RoomAccess => ({
  room: toBase64UrlEncoded(deriveBytes(vaultKey, `room/${recordId}/${generation}`, 16)),
  token: toBase64UrlEncoded(deriveBytes(vaultKey, `token/${recordId}/${generation}`, 32)),
})

/** The vault record's id and key: fixed by the vault key, so that a new device finds them with nothing else. */
export const deriveVaultRecord = (
  vaultKey: Uint8Array,
): { readonly id: string; readonly key: Uint8Array } => ({
  id: toBase64UrlEncoded(deriveBytes(vaultKey, 'vault-record-id', ID_BYTES)),
  key: deriveBytes(vaultKey, 'vault-record-key'),
})

/**
 * A record's key in an epoch after the first. It needs both: the epoch's key, which a removed laptop never gets, and
 * the record's random one, whose destruction still erases.
 */
export const deriveRecordKey = (
  vaultKey: Uint8Array,
  recordId: string,
  randomKey: Uint8Array,
): Uint8Array => deriveBytes(vaultKey, `record-epoch/${recordId}/${toBase64UrlEncoded(randomKey)}`)
