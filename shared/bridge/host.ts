/**
 * The one contract between the renderer and the main process. The renderer seals; main only ever handles sealed
 * bytes, the public header and window matters (the recovery sheet, which the coach asks to have on paper, excepted).
 * Arguments are checked against `hostArguments` on arrival, and the sender's frame with them.
 */
import * as v from 'valibot'
import type { Result } from '../base/result'
import type { CardLine } from '../model/caseload/support-card'
import { isRelaySecret, relayParts } from '../relay/relay-address'
import type { CommandId } from './commands'
import { type DeviceSettings, type DeviceState, deviceSettings, PAPERS, type Paper } from './device-settings'
import type { Managed } from './managed'

export type WriteProblem =
  /** No space left on the device. */
  | 'disk-full'
  /** Anything else the file system refuses. */
  | 'disk-error'
  /** The file was written by a newer Confidant and is left alone. */
  | 'newer-format'

/** Where a record's file in the sealed folder stands after a write. */
export interface FolderMark {
  /** Checksum of the last whole frame written by this device, or '' when there is none. */
  readonly tail: string
  /** The folder's count of writes, which only grows (src-main/disk/write-count.ts). */
  readonly written: number
}

/** One record's file in the sealed folder. */
export interface FolderTail {
  readonly record: string
  readonly tail: string
}

export interface FolderContents {
  readonly blobs: readonly Uint8Array[]
  /** Stretches of bytes that are no whole frame: a torn end, or damage. */
  readonly damaged: number
}

export type KeychainState =
  /** The system has no keychain that protects anything. */
  'absent' | 'off' | 'on'

export interface BackupSummary {
  /** Names it in later calls; the page never handles paths. */
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly vaultId: string
  /** Its vault.json, which says what it opens with; null when it has none. */
  readonly header: string | null
  /** How many record files it holds. */
  readonly records: number
  /** False for a copy without its list, which was cut off or is no backup of ours. */
  readonly complete: boolean
}

export interface BackupState {
  /** Where backups go, as the coach reads it; null before one is chosen. */
  readonly folder: string | null
  readonly reachable: boolean
  readonly backups: readonly BackupSummary[]
  /** What earlier restores replaced. */
  readonly setAside: readonly BackupSummary[]
}

export interface BackupContents {
  readonly header: string | null
  readonly records: readonly string[]
  /** Files that are not what the backup's list says they were. */
  readonly damaged: readonly string[]
  readonly complete: boolean
}

export type BackupProblem = 'disk-full' | 'disk-error' | 'no-folder'

/** A session that the coach is reminded of; neither says with whom. */
export interface Reminder {
  readonly session: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `14:30`. */
  readonly time: string
}

export interface Environment {
  /** As they stand under what the school has set. */
  readonly settings: DeviceSettings
  readonly managed: Managed
  readonly state: DeviceState
  /** Milliseconds until the next passphrase may be tried. */
  readonly wait: number
  readonly keychain: KeychainState
  /** Public key of the letter box (vault/letter-box.ts), once the vault was unlocked here. */
  readonly letterBoxKey: string | null
  /** Changes when a restore replaced the sealed folder: the database is then of another time. */
  readonly epoch: string
  readonly version: string
  readonly relay: string | null
  /** An old Chromium from the npm registry: development and tests only. */
  readonly developmentRuntime: boolean
  /** Set when this runtime's Chromium is older than one that opened the profile before (traps.md 5). */
  readonly olderThan: number | null
  readonly chromium: number
  /** This installation's random id, and the computer's own name for a start. */
  readonly deviceId: string
  readonly deviceName: string
  /** Another laptop was seen under this id: an id of its own is to be taken before the vault is opened. */
  readonly hasTwin: boolean
  /** The support card that opens while the vault is locked: services only, kept unsealed; null while it is as shipped. */
  readonly supportCard: readonly CardLine[] | null
  /** Started with --demo: a sample caseload is made on the first run. */
  readonly demo: boolean
}

export interface RecoverySheet {
  readonly groups: readonly string[]
  readonly vaultId: string
  readonly createdAt: string
}

export interface Host {
  readonly environment: () => Promise<Environment>
  /** The header's text from the sealed folder, or null when there is no vault. */
  readonly readHeader: () => Promise<string | null>
  readonly writeHeader: (text: string) => Promise<Result<void, WriteProblem>>
  readonly folderTails: () => Promise<readonly FolderTail[]>
  /** Everything that any device wrote for a record. */
  readonly folderRead: (record: string) => Promise<FolderContents>
  /** Appends and flushes. */
  readonly folderAppend: (
    record: string,
    blobs: readonly Uint8Array[],
  ) => Promise<Result<FolderMark, WriteProblem>>
  /** Writes this device's file anew (temporary file, flush, rename). */
  readonly folderReplace: (
    record: string,
    blobs: readonly Uint8Array[],
  ) => Promise<Result<FolderMark, WriteProblem>>
  /** How often the sealed folder was written, by its own count and by the one that is kept outside of it. */
  readonly folderWritten: () => Promise<{ readonly inFolder: number; readonly known: number }>
  /** Bytes free where the profile is. */
  readonly freeSpace: () => Promise<number>
  /** Keeps sealed blobs that the disk refuses while the vault is being locked, and writes them when it can. */
  readonly folderOwe: (record: string, blobs: readonly Uint8Array[]) => Promise<void>
  /** Takes blobs out of this device's file, by their checksums. */
  readonly folderRemove: (record: string, checksums: readonly string[]) => Promise<Result<void, WriteProblem>>
  /** Deletes a record's files: its key is destroyed. */
  readonly folderErase: (record: string) => Promise<void>
  /** Deletes what earlier ids of this laptop left of a record, once this id's file has all that is to be kept of it. */
  readonly folderKeepOwn: (record: string) => Promise<void>
  /** Another laptop goes by this one's id: its profile was copied. */
  readonly noteTwin: () => Promise<void>
  /** Gives this laptop an id of its own. Only while no vault is open. */
  readonly takeNewDeviceId: () => Promise<void>
  readonly setDeviceSettings: (settings: DeviceSettings) => Promise<DeviceState>
  readonly setLetterBoxKey: (key: string) => Promise<void>
  /** Counts an attempt to unlock; resolves to the milliseconds to wait before the next one. */
  readonly countAttempt: (opened: boolean) => Promise<number>
  readonly keychainKeep: (key: Uint8Array) => Promise<Result<void, WriteProblem | 'no-keychain'>>
  readonly keychainTake: () => Promise<Uint8Array | null>
  readonly keychainForget: () => Promise<void>
  /** Something was copied out of the open vault: it leaves the clipboard after a minute. */
  readonly clipboardCopied: () => Promise<void>
  /** The vault is locked or open, for the tray, the clipboard and the capture window. */
  readonly setUnlocked: (unlocked: boolean) => Promise<void>
  readonly backupState: () => Promise<BackupState>
  /** Asks for the folder that backups go to; null when cancelled. */
  readonly chooseBackupFolder: () => Promise<BackupState | null>
  /** Begins a backup; resolves to the records to copy. */
  readonly backupBegin: () => Promise<Result<readonly string[], BackupProblem>>
  readonly backupCopy: (record: string) => Promise<Result<void, BackupProblem>>
  /** Resolves to the finished backup's id. */
  readonly backupFinish: () => Promise<Result<string, BackupProblem>>
  readonly backupDrop: (ids: readonly string[]) => Promise<void>
  /** Asks for a backup, or a folder of them; null when cancelled. */
  readonly chooseBackup: () => Promise<readonly BackupSummary[] | null>
  readonly backupOpen: (id: string) => Promise<BackupContents | null>
  readonly backupRead: (id: string, record: string) => Promise<FolderContents>
  /** Puts a backup in the sealed folder's place; what was there is set aside. */
  readonly backupInstall: (id: string) => Promise<Result<void, BackupProblem>>
  /** Destroys what earlier restores set aside. */
  readonly dropSetAside: () => Promise<void>
  /** Sets the relay's address (ws: or wss:), or none; takes effect in the page's policy at its next load. */
  readonly setRelay: (address: string | null) => Promise<void>
  /** Keeps bytes in memory over one reload of the page. */
  readonly carryOver: (bytes: Uint8Array) => Promise<void>
  /** Takes what was carried over, once. */
  readonly takeOver: () => Promise<Uint8Array | null>
  /** Asks where to save, and writes the recovery sheet as a PDF. Resolves to false when cancelled. */
  readonly saveRecoverySheet: (sheet: RecoverySheet) => Promise<Result<boolean, WriteProblem>>
  readonly printRecoverySheet: (sheet: RecoverySheet) => Promise<boolean>
  /** Asks where to save a file that the coach wants outside the vault. Resolves to false when cancelled. */
  readonly saveFile: (name: string, content: string | Uint8Array) => Promise<Result<boolean, WriteProblem>>
  /** Keeps the support card where the lock screen can show it. */
  readonly setSupportCard: (lines: readonly CardLine[]) => Promise<void>
  /** Opens the system's print dialog for what the page shows under print media. */
  readonly printPage: () => Promise<boolean>
  /** The page under print media as a PDF: the same that `printPage` prints. */
  readonly printToPdf: (paper: Paper) => Promise<Uint8Array>
  readonly openCapture: () => Promise<void>
  /** Replaces the reminders that are set. */
  readonly setReminders: (reminders: readonly Reminder[]) => Promise<void>
  /** The session whose reminder was clicked, once. */
  readonly takeReminder: () => Promise<string | null>
  readonly quit: () => Promise<void>
  /**
   * Commands from the menu, and 'flush' before the window closes. The handler's promise is waited for; false says that
   * something could not be saved.
   */
  readonly onCommand: (handler: (command: HostCommand) => Promise<boolean>) => void
}

/** 'wake' comes when the laptop has slept, 'inbox' when a capture was put in, 'reminder' when one was clicked. */
export type HostCommand = CommandId | 'flush' | 'wake' | 'inbox' | 'reminder'

const MEGABYTE = 1024 * 1024
const record = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))
const checksum = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/))
const backupId = v.pipe(v.string(), v.regex(/^[\w-]{16}$/))
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.length <= 64 * MEGABYTE),
)
const blobs = v.pipe(v.array(bytes), v.maxLength(100_000))
const text = v.pipe(v.string(), v.maxLength(MEGABYTE))
const sheet = v.strictObject({
  groups: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9A-Z]{7}$/))), v.maxLength(16)),
  vaultId: record,
  createdAt: v.pipe(v.string(), v.maxLength(40)),
})

const fileName = v.pipe(v.string(), v.regex(/^[^/\\:*?"<>|\0]{1,120}$/))
const fileText = v.pipe(v.string(), v.maxLength(128 * MEGABYTE))
const cardText = v.pipe(v.string(), v.maxLength(300))
export const cardLines = v.pipe(
  v.array(v.strictObject({ name: cardText, reach: cardText, when: cardText })),
  v.maxLength(30),
)

/** A relay's address: ws or wss, a host, perhaps a port and a path; no credentials or query; # only before its secret. */
export const relayAddress = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((value) => {
    try {
      const url = new URL(value)
      const { secret } = relayParts(value)
      const plain = url.username === '' && url.password === '' && url.search === ''
      if (secret !== undefined && !isRelaySecret(secret)) return false
      return /^wss?:$/.test(url.protocol) && url.hostname !== '' && plain && !/[\s;,'"]/.test(value)
    } catch {
      return false
    }
  }),
)

export const hostArguments = {
  environment: v.strictTuple([]),
  readHeader: v.strictTuple([]),
  writeHeader: v.strictTuple([text]),
  folderTails: v.strictTuple([]),
  folderRead: v.strictTuple([record]),
  folderAppend: v.strictTuple([record, blobs]),
  folderReplace: v.strictTuple([record, blobs]),
  folderWritten: v.strictTuple([]),
  freeSpace: v.strictTuple([]),
  folderOwe: v.strictTuple([record, blobs]),
  folderRemove: v.strictTuple([record, v.pipe(v.array(checksum), v.maxLength(10_000))]),
  folderErase: v.strictTuple([record]),
  folderKeepOwn: v.strictTuple([record]),
  noteTwin: v.strictTuple([]),
  takeNewDeviceId: v.strictTuple([]),
  setDeviceSettings: v.strictTuple([deviceSettings]),
  setLetterBoxKey: v.strictTuple([v.pipe(v.string(), v.regex(/^[\w-]{43}$/))]),
  countAttempt: v.strictTuple([v.boolean()]),
  keychainKeep: v.strictTuple([
    v.pipe(
      v.instance(Uint8Array),
      v.check((value) => value.length === 32),
    ),
  ]),
  keychainTake: v.strictTuple([]),
  keychainForget: v.strictTuple([]),
  clipboardCopied: v.strictTuple([]),
  setUnlocked: v.strictTuple([v.boolean()]),
  backupState: v.strictTuple([]),
  chooseBackupFolder: v.strictTuple([]),
  backupBegin: v.strictTuple([]),
  backupCopy: v.strictTuple([record]),
  backupFinish: v.strictTuple([]),
  backupDrop: v.strictTuple([v.pipe(v.array(backupId), v.maxLength(1000))]),
  chooseBackup: v.strictTuple([]),
  backupOpen: v.strictTuple([backupId]),
  backupRead: v.strictTuple([backupId, record]),
  backupInstall: v.strictTuple([backupId]),
  dropSetAside: v.strictTuple([]),
  setRelay: v.strictTuple([v.nullable(relayAddress)]),
  carryOver: v.strictTuple([
    v.pipe(
      v.instance(Uint8Array),
      v.check((value) => value.length <= MEGABYTE),
    ),
  ]),
  takeOver: v.strictTuple([]),
  saveRecoverySheet: v.strictTuple([sheet]),
  printRecoverySheet: v.strictTuple([sheet]),
  saveFile: v.strictTuple([fileName, v.union([fileText, bytes])]),
  setSupportCard: v.strictTuple([cardLines]),
  printPage: v.strictTuple([]),
  printToPdf: v.strictTuple([v.picklist(PAPERS)]),
  openCapture: v.strictTuple([]),
  setReminders: v.strictTuple([
    v.pipe(
      v.array(
        v.strictObject({
          session: record,
          at: v.number(),
          time: v.pipe(v.string(), v.regex(/^\d\d:\d\d$/)),
        }),
      ),
      v.maxLength(200),
    ),
  ]),
  takeReminder: v.strictTuple([]),
  quit: v.strictTuple([]),
} satisfies Record<Exclude<keyof Host, 'onCommand'>, v.GenericSchema>

export type HostCall = keyof typeof hostArguments
export const hostCalls = Object.keys(hostArguments) as HostCall[]
