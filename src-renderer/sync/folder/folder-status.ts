/** What a coach is told of the folder, from what was found in it. */
import type { SyncFolderProblem } from '../../../shared/bridge/sync-folder'
import type { SeenHead } from './looking'

/** A laptop's clock may be so far ahead before it is said. */
const CLOCK_AHEAD_MS = 5 * 60_000
/** So long files may be on their way before it is said that they are missing. */
const FILES_LATE_MS = 60_000

/** `emptied`: what this laptop had written there is gone, and the place with it. */
export type FolderProblem = SyncFolderProblem | 'emptied'

export interface OtherLaptop {
  readonly device: string
  readonly name: string
  /** When it last wrote, by its own clock; and whether that clock is ahead of this laptop's. */
  readonly at: number
  readonly clockAhead: boolean
  /** All that it says it wrote is taken in here. */
  readonly isRead: boolean
  /** Files that it says it wrote and that have not come for a while. */
  readonly late: number
  /** It has read all that this laptop wrote. */
  readonly hasAll: boolean
}

export interface FolderStatus {
  /**
   * `written`: all that is here lies in the folder, and some laptop has not read it yet. `agreed`: all that have ever
   * written there have.
   */
  readonly state: 'starting' | 'unreachable' | 'reading' | 'writing' | 'late' | 'written' | 'agreed'
  readonly problem: FolderProblem | null
  /** Records of which something is not written there yet. */
  readonly waiting: number
  readonly laptops: readonly OtherLaptop[]
  /** Files that have not opened for a while, and how many of them a newer Confidant wrote. */
  readonly unopened: number
  readonly newer: number
  /** Files that could not be read just now, and those of this laptop that could not be written or removed. */
  readonly unreadable: number
  readonly unwritable: number
  /** Of a long reading. */
  readonly progress: { readonly done: number; readonly of: number } | null
  /** Mentees whom the vault lists and of whom nothing has arrived here yet. */
  readonly missing: number
  /** When all laptops last had the same, and when the folder was last read, by this laptop's clock. */
  readonly agreedAt: number | null
  readonly readAt: number | null
  readonly twin: 'this' | 'other' | null
}

export const FOLDER_NOT_YET: FolderStatus = {
  state: 'starting',
  problem: null,
  waiting: 0,
  laptops: [],
  unopened: 0,
  newer: 0,
  unreadable: 0,
  unwritable: 0,
  progress: null,
  missing: 0,
  agreedAt: null,
  readAt: null,
  twin: null,
}

/** What the heads of the others come to. */
export const laptopsOf = (
  heads: readonly SeenHead[],
  here: {
    /** How many of these files are not taken in. */
    readonly unreadOf: (files: readonly string[]) => number
    /** Of what this laptop has written (`stateOf`). */
    readonly state: string
    /** The vault's laptops and their names. */
    readonly devices: Readonly<Record<string, string>>
    /** On the clock of the looks, and as epoch milliseconds. */
    readonly now: number
    readonly date: number
  },
): readonly OtherLaptop[] =>
  heads.flatMap(({ head, since }) => {
    const unread = here.unreadOf(head.files)
    const name = here.devices[head.device]
    // One that was removed from the vault: what it wrote is read, and nobody waits for it to read.
    if (name === undefined && unread === 0) return []
    return [
      {
        device: head.device,
        name: name ?? head.name,
        at: head.at,
        clockAhead: head.at - here.date > CLOCK_AHEAD_MS,
        isRead: unread === 0,
        late: here.now - since > FILES_LATE_MS ? unread : 0,
        hasAll: head.read.includes(here.state),
      },
    ]
  })

const stateFrom = (
  status: Pick<FolderStatus, 'problem' | 'waiting' | 'laptops' | 'progress' | 'missing'>,
  isRead: boolean,
): FolderStatus['state'] => {
  if (status.problem !== null) return 'unreachable'
  if (!isRead) return 'starting'
  if (status.laptops.some(({ late }) => late > 0)) return 'late'
  if (status.progress !== null || status.missing > 0 || status.laptops.some((one) => !one.isRead))
    return 'reading'
  if (status.waiting > 0) return 'writing'
  return status.laptops.length > 0 && status.laptops.every(({ hasAll }) => hasAll)
    ? 'agreed'
    : 'written'
}

/** How often it is said anew that all have the same. */
const AGREED_EVERY_MS = 10_000

/** The status as it is to be told now: the one of before while nothing but the time has changed. */
export const statusAfter = (
  before: FolderStatus,
  facts: Omit<FolderStatus, 'state' | 'agreedAt' | 'readAt' | 'twin'>,
  isRead: boolean,
  now: number,
): FolderStatus => {
  const state = stateFrom(facts, isRead)
  const next: FolderStatus = { ...before, ...facts, state }
  const isAgreedNow = state === 'agreed' && now - (before.agreedAt ?? 0) > AGREED_EVERY_MS
  if (JSON.stringify(next) === JSON.stringify(before) && !isAgreedNow) return before
  return { ...next, agreedAt: state === 'agreed' ? now : before.agreedAt }
}
