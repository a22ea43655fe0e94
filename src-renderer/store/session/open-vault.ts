/** What an open vault offers to screens, sync and search: the contract of vault-session.ts. */
import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { Result } from '../../../shared/base/result'
import type { WriteProblem } from '../../../shared/bridge/host'
import type { RecordEntry } from '../../../shared/crdt/vault-record'
import type { Kept, Said } from '../../../shared/model/history/said'
import type { Version } from '../../../shared/model/history/version'
import type { RecordProjection } from '../../../shared/model/projection'
import type { MenteeInput } from '../../../shared/model/record/mentee'
import type { Header, OpenedVault } from '../../../shared/vault/header'
import type { KeyRing } from '../../../shared/vault/key-ring'
import type { Succession, SuccessionProblem } from '../../../shared/vault/succession'
import type { AccessLog } from '../disk/access-log'
import type { HeadRow } from '../disk/database'
import type { FolderRow } from '../disk/folder-row'
import type { SealedRow } from '../disk/sealed-row'
import type { LiveRecord } from '../record/live-record'
import type { KeptUndo } from '../record/note-binding/kept-undo'
import type { Lease } from '../record/open-records'
import type { EmptiedRooms } from './emptied-rooms'
import type { ReadModel } from './read-model'
import type { Refused } from './refused'

/** An update of a record's envelope of a generation, which is stored here. */
interface Stored {
  readonly update: Uint8Array
  readonly fromWire: boolean
  readonly generation: number
}

/** What an item of a record said when this laptop sat down to change it. */
export interface Sitting {
  readonly record: string
  readonly item: Kept
  readonly said: Said
  readonly at: string
}

export interface History {
  /** Tells what an item said before, newest first, now and whenever there is more, until that is stopped. */
  readonly follow: (
    record: string,
    item: Kept,
    hear: (versions: readonly Version[]) => void,
  ) => () => void
  /** Everything that is kept of a record. */
  readonly read: (record: string) => Promise<readonly Version[]>
  /** Puts versions into a record's history, as they came out of a file or another record's. */
  readonly takeIn: (record: string, versions: readonly Omit<Version, 'id'>[]) => Promise<void>
  /** Drops what is kept no longer, one record after the other; `daily`: unless that was done on this day of the vault. */
  readonly tend: (when: 'now' | 'daily') => Promise<void>
  /** What was to be kept is stored, or failed once; never rejects. */
  readonly settled: () => Promise<void>
}

export interface SessionListeners {
  readonly stored: (record: string, stored: Stored) => void
  /** The vault record's list of records changed. */
  readonly entries: (entries: readonly RecordEntry[]) => void
  /** A record was projected anew: something in it changed, or it was just opened. */
  readonly projected?: (projection: RecordProjection, doc: Y.Doc) => void
  readonly sitting?: (sitting: Sitting) => void
}

export type FollowProblem = WriteProblem | SuccessionProblem | 'nothing-to-follow'

export interface LaptopsOfVault {
  /** Announces that the vault goes on without these; this laptop follows then, as the others do. */
  readonly remove: (ids: readonly string[]) => Promise<Result<void, WriteProblem>>
  /** Of two laptops that removed each other, the one that the coach has in front of them, by the epoch it leads to. */
  readonly choose: (epoch: number) => Promise<void>
  /**
   * Writes the header of the epoch that the vault goes on in. What opens it is returned: this session is to be closed,
   * and another opened with that.
   */
  readonly follow: (passphraseKey: Uint8Array) => Promise<Result<OpenedVault, FollowProblem>>
  /** Announcements that were found in a room of a former epoch. */
  readonly found: (all: readonly Succession[]) => Promise<void>
}

export interface VaultSession {
  readonly opened: OpenedVault
  readonly vaultRecordId: string
  readonly vaultRecordKey: Uint8Array
  readonly model: StoreApi<ReadModel>
  /** The mentees' records, and behind them the companions that keep their histories. */
  readonly entries: () => readonly RecordEntry[]
  readonly generationOf: (record: string) => number
  readonly headOf: (record: string) => HeadRow | undefined
  /** Opens a record, or joins who has it open, until it is given back; nothing when there is no such record. */
  readonly acquire: (record: string) => Promise<Lease | undefined>
  /** Runs a command on a record; nothing happens on one that a newer Confidant wrote. */
  readonly run: <Input, Output>(
    record: string,
    command: (doc: Y.Doc, input: Input) => Output,
    input: Input,
  ) => Promise<Output | undefined>
  /** Runs a command that a person goes on typing in: it is stored in the next pause, as a note's text is. */
  readonly type: VaultSession['run']
  /** This device's id, under which the vault record has its name. */
  readonly device: string
  readonly dismissIncoming: () => void
  /** The coach has read that the vault is an older copy. */
  readonly dismissOlder: () => void
  /** Opens a record for as long as `use` takes; nothing when there is no such record. */
  readonly use: <T>(record: string, use: (live: LiveRecord) => Promise<T>) => Promise<T | undefined>
  readonly keyOf: (record: string) => Uint8Array | undefined
  /**
   * Every key that may open what is sealed of a record, in this epoch and those before; with its random key where only
   * a backup lists it.
   */
  readonly keysFor: (record: string, randomKey?: Uint8Array) => readonly Uint8Array[]
  /** The keys of the vault's epochs. */
  readonly ring: KeyRing
  readonly laptops: LaptopsOfVault
  /** Where a record goes on: the generation that it is to move to, if it is not there. */
  readonly goesOnIn: (record: string) => number
  /** Merges blobs from a backup into a record; resolves to how many were new. */
  readonly mergeIn: (record: string, blobs: readonly Uint8Array[]) => Promise<number>
  /** A new record under a key of its own, filled by `fill`; resolves to its id. An id that is given must be unknown here. */
  readonly addRecord: (fill: (doc: Y.Doc) => void, id?: string) => Promise<string>
  readonly addMentee: (input: Partial<MenteeInput>) => Promise<string>
  readonly runOnVault: <Input, Output>(
    command: (vault: Y.Doc, input: Input) => Output,
    input: Input,
  ) => Promise<Output | undefined>
  /**
   * Resolves once nothing is left to clear away of the records whose keys were destroyed; `cleared` is false when the
   * disk refused something, which is tried again at the next unlock.
   */
  readonly whenCleared: () => Promise<{ readonly cleared: boolean }>
  readonly emptiedRooms: EmptiedRooms
  readonly refused: Refused
  readonly onFolder: FolderRow
  /** What is known of the relay's rooms (sync/map). */
  readonly onRelay: SealedRow
  /** Which laptops' changes are here (sync/agreed). */
  readonly held: SealedRow
  /** Takes in what was captured since, or while the vault was locked. */
  readonly takeLetters: () => Promise<void>
  readonly history: History
  /** What can still be taken back in notes of a record that were left. */
  readonly undosOf: (record: string) => KeptUndo
  readonly log: AccessLog
  /** Public key to which captures are sealed while the vault is locked. */
  readonly letterBoxKey: string
  /** Those of former epochs: what was captured with them still opens. */
  readonly formerLetterBoxKeys: readonly string[]
  readonly listen: (listeners: SessionListeners) => () => void
  readonly confirm: (record: string, waiting: number) => Promise<void>
  /**
   * Puts another header in this one's place, one change at a time: each is made of what the one before has left, so that
   * a new passphrase does not bring a replaced sheet back.
   */
  readonly rewrap: (change: (opened: OpenedVault) => Header) => Promise<Result<void, WriteProblem>>
  /** Everything typed is sealed and stored (or has failed once) when it resolves; it never rejects. */
  readonly flush: () => Promise<void>
  /** Forgets everything, within four seconds whatever the disk does; never rejects. */
  readonly close: () => Promise<void>
}
