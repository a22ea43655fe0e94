/**
 * The vault's door: making a vault, opening it, and changing its passphrase. Nothing stored is changed by an attempt
 * that fails. The header is kept twice, in the sealed folder and in Dexie, so that losing either costs nothing.
 */
import { fromBase64UrlEncoded } from 'lib0/buffer'
import sodium from 'libsodium-wrappers-sumo'
import { err, ok, type Result } from '../../../shared/base/result'
import type { Host, WriteProblem } from '../../../shared/bridge/host'
import type { HeaderEpochs } from '../../../shared/vault/epochs'
import {
  createHeader,
  type Header,
  type HeaderProblem,
  headerToText,
  isKeyOf,
  newKdfParameters,
  type OpenedVault,
  textToHeader,
  type UnlockProblem,
  unlockWithPassphraseKey,
  unlockWithRecoveryKey,
  withPassphrase,
} from '../../../shared/vault/header'
import { newKey } from '../../../shared/vault/keys'
import { type CodeProblem, groupsToBytes } from '../../../shared/vault/recovery-key'
import type { Database } from '../disk/database'
import { deriveInWorker } from './kdf'

const HEADER_KEY = 'header'
const RECOVERY_KEY_BYTES = 32

const epochIn = ({ epochs }: Header): number => epochs?.epoch ?? 0

export const storeHeader = async (
  host: Host,
  database: Database,
  header: Header,
): Promise<Result<void, WriteProblem>> => {
  const text = headerToText(header)
  const written = await host.header.write(text)
  // The folder's comes first, and what the other lacks is mended when the vault is next opened.
  if (written.ok) await database.meta.put({ key: HEADER_KEY, value: text }).catch(() => undefined)
  return written
}

/**
 * Reads the header from whichever of its two places has a whole one, and mends the other. Where both have one, the folder's
 * counts: it is written first. Only if it is of an earlier epoch it was put back, as a sync program or a coach may do with
 * a single file; it does not open what was written since, and would take the way to that along. Null: there is no vault.
 */
export const readHeader = async (
  host: { readonly header: Pick<Host['header'], 'read' | 'write'> },
  database: Database,
): Promise<Result<Header | null, HeaderProblem>> => {
  await sodium.ready
  const inFolder = await host.header.read()
  const copy = (await database.meta.get(HEADER_KEY))?.value
  const readings = [inFolder, copy].flatMap((text) =>
    typeof text === 'string' ? [{ text, reading: textToHeader(text) }] : [],
  )
  const problems = readings.flatMap(({ reading }) => (reading.ok ? [] : [reading]))
  const newer = problems.find(({ error }) => error === 'newer')
  if (newer !== undefined) return newer
  const [first, second] = readings.flatMap(({ text, reading }) =>
    reading.ok ? [{ text, header: reading.value }] : [],
  )
  if (first === undefined) return problems[0] ?? ok(null)
  const isPutBack =
    second !== undefined &&
    second.header.vaultId === first.header.vaultId &&
    epochIn(second.header) > epochIn(first.header)
  const { text, header } = isPutBack ? second : first
  if (inFolder !== text) await host.header.write(text)
  if (copy !== text) await database.meta.put({ key: HEADER_KEY, value: text })
  return ok(header)
}

export interface NewVault extends OpenedVault {
  readonly recoveryKey: Uint8Array
}

/** Makes the keys of a new vault; nothing is stored until `keepVault`. */
export const makeVault = async (passphrase: string): Promise<NewVault> => {
  await sodium.ready
  const kdf = newKdfParameters()
  const passphraseKey = await deriveInWorker(passphrase, kdf)
  const vaultKey = newKey()
  const recoveryKey = newKey()
  return {
    vaultKey,
    recoveryKey,
    header: createHeader({
      vaultKey,
      passphraseKey,
      kdf,
      recoveryKey,
      createdAt: new Date().toISOString(),
    }),
  }
}

export const keepVault = (
  host: Host,
  database: Database,
  vault: OpenedVault,
): Promise<Result<void, WriteProblem>> => storeHeader(host, database, vault.header)

/** `passphraseKey` is what a header of another epoch is wrapped with (store/session/laptops.ts). */
export const unlockWithPassphrase = async (
  header: Header,
  passphrase: string,
): Promise<Result<OpenedVault & { readonly passphraseKey: Uint8Array }, UnlockProblem>> => {
  const passphraseKey = await deriveInWorker(passphrase, header.kdf)
  const opened = unlockWithPassphraseKey(header, passphraseKey)
  return opened.ok ? ok({ ...opened.value, passphraseKey }) : opened
}

export const unlockWithRecovery = (
  header: Header,
  typed: string,
): Result<OpenedVault & { readonly recoveryKey: Uint8Array }, UnlockProblem | CodeProblem> => {
  const key = groupsToBytes(typed, RECOVERY_KEY_BYTES)
  if (!key.ok) return key
  const opened = unlockWithRecoveryKey(header, key.value)
  return opened.ok ? ok({ ...opened.value, recoveryKey: key.value }) : opened
}

/** Opens with the passphrase, or with the recovery key when that was typed in its place. */
export const prove = async (
  header: Header,
  typed: string,
): Promise<Result<OpenedVault & { readonly recoveryKey?: Uint8Array }, UnlockProblem>> => {
  const recovered = unlockWithRecovery(header, typed)
  return recovered.ok ? recovered : unlockWithPassphrase(header, typed)
}

/** The passphrase itself, where a header is to be wrapped with it: the key that it gives. */
export const provePassphrase = async (
  header: Header,
  typed: string,
): Promise<Result<Uint8Array, UnlockProblem>> => {
  const opened = await unlockWithPassphrase(header, typed)
  return opened.ok ? ok(opened.value.passphraseKey) : opened
}

/** Opens with a vault key that was not derived here (the keychain's): the header's own MAC says whether it is the one. */
export const unlockWithVaultKey = (
  header: Header,
  vaultKey: Uint8Array,
): Result<OpenedVault, 'tampered'> =>
  isKeyOf(header, vaultKey) ? ok({ vaultKey, header }) : err('tampered')

/** What wraps the vault key under a new passphrase; the old one stops working on this device. */
export const newPassphrase = async (
  passphrase: string,
): Promise<(opened: OpenedVault) => Header> => {
  const kdf = newKdfParameters()
  const passphraseKey = await deriveInWorker(passphrase, kdf)
  return (opened) => withPassphrase(opened, passphraseKey, kdf)
}

/** Joins a vault that another device made: its key came through pairing, the passphrase is this device's own. */
export const joinVault = async (
  joining: {
    readonly vaultKey: Uint8Array
    readonly vaultId: string
    readonly createdAt: string
    readonly recoveryWrap: string
    readonly epochs?: HeaderEpochs | undefined
  },
  passphrase: string,
): Promise<OpenedVault> => {
  const kdf = newKdfParameters()
  const passphraseKey = await deriveInWorker(passphrase, kdf)
  const { vaultKey } = joining
  return { vaultKey, header: createHeader({ ...joining, passphraseKey, kdf }) }
}

/** Opens with a vault key that was carried over a reload of the page. */
export const reopen = (header: Header, vaultKey: string): Result<OpenedVault, 'tampered'> =>
  unlockWithVaultKey(header, fromBase64UrlEncoded(vaultKey))
