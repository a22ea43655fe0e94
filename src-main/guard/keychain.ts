/**
 * The system's keychain as an extra way in, when the coach asks for it. It never is the only one: keychains get lost
 * (traps.md 8), and an absent or changed one only means typing the passphrase.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import { err, ok, type Result } from '../../shared/base/result'
import type { KeychainState } from '../../shared/bridge/environment'
import type { WriteProblem } from '../../shared/bridge/host'
import { writeWhole } from '../disk/save-file'

const FILE = 'keychain.bin'

/** Linux without a keyring stores a password that is written in Chromium's source: that is no keychain. */
const isReal = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' ||
    !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend?.() ?? 'unknown'))

export interface Keychain {
  readonly state: () => Promise<KeychainState>
  readonly keep: (key: Uint8Array) => Promise<Result<void, WriteProblem | 'no-keychain'>>
  /** The key, or null when the keychain does not give it back. */
  readonly take: () => Promise<Uint8Array | null>
  readonly forget: () => Promise<void>
}

export const createKeychain = (directory: string): Keychain => {
  const path = join(directory, FILE)
  const read = async (): Promise<Buffer | undefined> => readFile(path).catch(() => undefined)
  return {
    state: async () => (!isReal() ? 'absent' : (await read()) === undefined ? 'off' : 'on'),
    keep: async (key) => {
      if (!isReal()) return err('no-keychain')
      const written = await writeWhole(
        path,
        safeStorage.encryptString(Buffer.from(key).toString('base64')),
      )
      return written.ok ? ok(undefined) : written
    },
    take: async () => {
      const stored = await read()
      if (stored === undefined || !isReal()) return null
      try {
        return new Uint8Array(Buffer.from(safeStorage.decryptString(stored), 'base64'))
      } catch {
        // Another user, a new keyring, a restored disk: the passphrase opens the vault as before.
        return null
      }
    },
    forget: async () => rm(path, { force: true }),
  }
}
