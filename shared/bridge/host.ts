/**
 * The one contract between the renderer and the main process. The renderer seals; main only ever handles sealed
 * bytes, the public header and window matters (the recovery sheet, which the coach asks to have on paper, excepted).
 *
 * `CALLS` is the list: the preload exposes these names and no others, the `Host` type follows from it, and main has to
 * answer each with a check of its arguments (src-main/answers.ts). No library is imported here, since all of this file
 * that runs becomes part of the sandboxed preload.
 */
import type { Result } from '../base/result'
import type { CardLine } from '../model/caseload/support-card'
import type { MenuCommandId, ScreenId } from './commands'
import type { DeviceSettings, DeviceState, Paper } from './device-settings'
import type { DiagnosisFacts } from './diagnosis'
import type { Environment } from './environment'
import type { Mail } from './mail'
import type { Sharing, Unreached } from './network'
import type { Reminder } from './reminder'
import type { SyncFolderListing, SyncFolderProblem } from './sync-folder'
import type { UpdateState } from './updates'

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

export interface RecoverySheet {
  readonly groups: readonly string[]
  readonly vaultId: string
  readonly createdAt: string
}

/** Declares a call by its type alone, so that nothing but its name is left of it in the preload. */
const call = <Call extends (...given: never) => Promise<unknown>>(): {
  readonly call?: Call
} => ({})

/** Every call that the page can make, by scope. A new one is written here and in src-main/answers.ts. */
export const CALLS = {
  /** The app and its page. */
  app: {
    environment: call<() => Promise<Environment>>(),
    /** The vault is locked or open, for the tray, the clipboard and the capture window. */
    setUnlocked: call<(unlocked: boolean) => Promise<void>>(),
    /** Keeps bytes in memory over one reload of the page. */
    carryOver: call<(bytes: Uint8Array) => Promise<void>>(),
    /** Takes what was carried over, once. */
    takeOver: call<() => Promise<Uint8Array | null>>(),
    quit: call<() => Promise<void>>(),
  },
  /** The public file that turns a passphrase into the vault's key (shared/vault/header.ts). */
  header: {
    /** The header's text from the sealed folder, or null when there is no vault. */
    read: call<() => Promise<string | null>>(),
    write: call<(text: string) => Promise<Result<void, WriteProblem>>>(),
  },
  /** The sealed folder: a file for each record and device. */
  folder: {
    tails: call<() => Promise<readonly FolderTail[]>>(),
    /** Everything that any device wrote for a record. */
    read: call<(record: string) => Promise<FolderContents>>(),
    /** Appends and flushes. */
    append:
      call<
        (record: string, blobs: readonly Uint8Array[]) => Promise<Result<FolderMark, WriteProblem>>
      >(),
    /** Writes this device's file anew (temporary file, flush, rename). */
    replace:
      call<
        (record: string, blobs: readonly Uint8Array[]) => Promise<Result<FolderMark, WriteProblem>>
      >(),
    /** How often the sealed folder was written, by its own count and by the one that is kept outside of it. */
    written: call<() => Promise<{ readonly inFolder: number; readonly known: number }>>(),
    /** Bytes free where the profile is. */
    freeSpace: call<() => Promise<number>>(),
    /** Keeps sealed blobs that the disk refuses while the vault is being locked, and writes them when it can. */
    owe: call<(record: string, blobs: readonly Uint8Array[]) => Promise<void>>(),
    /** Takes blobs out of this device's file, by their checksums. */
    remove:
      call<(record: string, checksums: readonly string[]) => Promise<Result<void, WriteProblem>>>(),
    /** Deletes a record's files: its key is destroyed. */
    erase: call<(record: string) => Promise<void>>(),
    /** Deletes what earlier ids of this laptop left of a record, once this id's file has all that is to be kept of it. */
    keepOwn: call<(record: string) => Promise<void>>(),
  },
  /** What is kept for this laptop, outside of the vault. */
  laptop: {
    /** Another laptop goes by this one's id: its profile was copied. */
    noteTwin: call<() => Promise<void>>(),
    /** Gives this laptop an id of its own. Only while no vault is open. */
    takeNewId: call<() => Promise<void>>(),
    setSettings: call<(settings: DeviceSettings) => Promise<DeviceState>>(),
    setLetterBoxKey: call<(key: string) => Promise<void>>(),
    /** The seed of this laptop's own keys, sealed under the vault's (vault/laptop-keys.ts); null before there is one. */
    seed: call<() => Promise<Uint8Array | null>>(),
    keepSeed: call<(sealed: Uint8Array) => Promise<void>>(),
    /** Keeps what is typed into forms and not saved, sealed under the vault's key, until it is taken; null for nothing. */
    keepTyping: call<(sealed: Uint8Array | null) => Promise<void>>(),
    /** Takes it, once. */
    takeTyping: call<() => Promise<Uint8Array | null>>(),
    /** Deletes what is kept of the vault here, and takes another id. Only while no vault is open. */
    forgetVault: call<() => Promise<void>>(),
    /** Counts an attempt to unlock; resolves to the milliseconds to wait before the next one. */
    countAttempt: call<(opened: boolean) => Promise<number>>(),
    /** Sets the relay's address (ws: or wss:), or none; takes effect in the page's policy at its next load. */
    setRelay: call<(address: string | null) => Promise<void>>(),
    /** Keeps the support card where the lock screen can show it. */
    setSupportCard: call<(lines: readonly CardLine[]) => Promise<void>>(),
  },
  /** This laptop as the relay for another one, and what stands between it and the relay that is set. */
  network: {
    /** The address of this laptop as a relay, ready to be set: main runs it for as long as it is the relay that is set. */
    ownRelay: call<() => Promise<string>>(),
    sharing: call<() => Promise<Sharing>>(),
    /** Asks the relay that is set for a plain page, at most once a minute. */
    whyUnreached: call<() => Promise<Unreached>>(),
  },
  /** The system's keychain, an extra way to the key. */
  keychain: {
    keep: call<(key: Uint8Array) => Promise<Result<void, WriteProblem | 'no-keychain'>>>(),
    take: call<() => Promise<Uint8Array | null>>(),
    forget: call<() => Promise<void>>(),
  },
  camera: {
    /** Whether the page is about to ask for the camera: else it does not get it. */
    expect: call<(expected: boolean) => Promise<void>>(),
  },
  clipboard: {
    /** Something was copied out of the open vault, or selected, which Linux keeps as well: it goes after a minute. */
    copied: call<(into: 'clipboard' | 'selection') => Promise<void>>(),
  },
  mail: {
    /** Opens a message in the system's mail program, unsent; false when there is none that takes it. */
    open: call<(mail: Mail) => Promise<boolean>>(),
  },
  /** Copies of the sealed folder; the page names them by id and never handles paths. */
  backups: {
    state: call<() => Promise<BackupState>>(),
    /** Asks for the folder that backups go to; null when cancelled. */
    chooseFolder: call<() => Promise<BackupState | null>>(),
    /** Begins a backup; resolves to the records to copy. */
    begin: call<() => Promise<Result<readonly string[], BackupProblem>>>(),
    copy: call<(record: string) => Promise<Result<void, BackupProblem>>>(),
    /** Resolves to the finished backup's id. */
    finish: call<() => Promise<Result<string, BackupProblem>>>(),
    drop: call<(ids: readonly string[]) => Promise<void>>(),
    /** Asks for a backup, or a folder of them; null when cancelled. */
    choose: call<() => Promise<readonly BackupSummary[] | null>>(),
    open: call<(id: string) => Promise<BackupContents | null>>(),
    read: call<(id: string, record: string) => Promise<FolderContents>>(),
    /** Puts a backup in the sealed folder's place; what was there is set aside. */
    install: call<(id: string) => Promise<Result<void, BackupProblem>>>(),
    /** Destroys what earlier restores set aside. */
    dropSetAside: call<() => Promise<void>>(),
  },
  /**
   * The folder through which laptops meet. In it a vault, or a pairing, has a place of its own, named by a tag; this laptop
   * removes only files that it has written itself, whatever the page says.
   */
  syncFolder: {
    /** Asks for the folder; resolves to what it is called, or null when cancelled. */
    choose: call<() => Promise<string | null>>(),
    leave: call<() => Promise<void>>(),
    list: call<(place: string) => Promise<Result<SyncFolderListing, SyncFolderProblem>>>(),
    read: call<(place: string, name: string) => Promise<Result<Uint8Array, SyncFolderProblem>>>(),
    /** Writes a file under a name that nobody has used; resolves to the name once it is flushed. */
    write: call<(place: string, bytes: Uint8Array) => Promise<Result<string, SyncFolderProblem>>>(),
    /** Removes what this laptop has written in a place, but for these; resolves to how many files could not be removed. */
    keep: call<
      (place: string, names: readonly string[]) => Promise<Result<number, SyncFolderProblem>>
    >(),
  },
  recoverySheet: {
    /** Asks where to save, and writes the recovery sheet as a PDF. Resolves to false when cancelled. */
    save: call<(sheet: RecoverySheet) => Promise<Result<boolean, WriteProblem>>>(),
    print: call<(sheet: RecoverySheet) => Promise<boolean>>(),
  },
  files: {
    /** Asks where to save a file that the coach wants outside the vault. Resolves to false when cancelled. */
    save: call<
      (name: string, content: string | Uint8Array) => Promise<Result<boolean, WriteProblem>>
    >(),
  },
  /** What the page shows under print media. */
  page: {
    /** Opens the system's print dialog. */
    print: call<() => Promise<boolean>>(),
    /** The page under print media as a PDF: the same that `print` prints. */
    toPdf: call<(paper: Paper) => Promise<Uint8Array>>(),
  },
  /** Each resolves to how it then stands. */
  updates: {
    state: call<() => Promise<UpdateState>>(),
    /** Where releases are listed (https), or nowhere; asked at once. */
    setAddress: call<(address: string | null) => Promise<UpdateState>>(),
    look: call<() => Promise<UpdateState>>(),
    /** Begins to fetch what is offered: to be installed when the app is quit. */
    fetch: call<() => Promise<UpdateState>>(),
    /** Deletes what was fetched; it is only offered again. */
    drop: call<() => Promise<UpdateState>>(),
  },
  /** What this Confidant is, and where it keeps what it has. */
  about: {
    /** For a diagnosis: nothing of the vault's content, no name, no address. */
    facts: call<() => Promise<DiagnosisFacts>>(),
    /** Where data is, as the coach reads it. */
    dataFolder: call<() => Promise<string>>(),
    /** Shows the folder in the system's own program. */
    openDataFolder: call<() => Promise<void>>(),
  },
  capture: {
    open: call<() => Promise<void>>(),
  },
  reminders: {
    /** Replaces the reminders that are set. */
    set: call<(reminders: readonly Reminder[]) => Promise<void>>(),
    /** The session whose reminder was clicked, once. */
    take: call<() => Promise<string | null>>(),
  },
}

type Calls = typeof CALLS
export type Scope = keyof Calls

type CallOf<Declared> = Declared extends { readonly call?: infer Call } ? Call : never

/** The calls of one scope. */
export type HostScope<Of extends Scope> = {
  readonly [Name in keyof Calls[Of]]: CallOf<Calls[Of][Name]>
}

/** What the page has as `window.host`. */
export type Host = { readonly [Of in Scope]: HostScope<Of> } & {
  /**
   * Commands from the menu, and 'flush' before the window closes. The handler's promise is waited for; false says that
   * something could not be saved.
   */
  readonly onCommand: (handler: (command: HostCommand) => Promise<boolean>) => void
}

/** By what a call goes between the processes: `folder.append`. */
export const callNames: readonly string[] = Object.entries(CALLS).flatMap(([scope, calls]) =>
  Object.keys(calls).map((name) => `${scope}.${name}`),
)

/**
 * 'wake' comes when the laptop has slept, 'inbox' when a capture was put in, 'reminder' when one was clicked, 'update' when a
 * newer version is offered.
 */
export type HostCommand =
  | MenuCommandId
  | ScreenId
  | 'flush'
  | 'wake'
  | 'inbox'
  | 'reminder'
  | 'update'
