/** The folder through which laptops meet, as main tells of it (src-main/disk/sync-folder.ts). */

/** Why the folder through which laptops meet, or a file in it, could not be read or written. */
export type SyncFolderProblem =
  /** None is chosen, or the school allows none. */
  | 'no-folder'
  /** It is not there: a stick that was pulled out, a share that is away. */
  | 'gone'
  | 'read-only'
  | 'refused'
  | 'full'
  /** It has not answered in time, or an earlier call still waits for it. */
  | 'slow'
  /** Of one file: not there any more, not here yet, no plain file, larger than any of ours, or the disk does not give it. */
  | 'unreadable'
  /** Of one file: the folder takes files, and this one was not let through: another program holds it. */
  | 'unwritable'

export interface SyncFolderFile {
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970, by the folder's clock. */
  readonly time: number
}

export interface SyncFolderListing {
  /** Whether the place is there at all: nothing is in one that nobody has written to. */
  readonly there: boolean
  readonly files: readonly SyncFolderFile[]
  /** Names of files that are there, and of which not even the size is told just now. */
  readonly untold: readonly string[]
}
