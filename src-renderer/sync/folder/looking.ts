/**
 * Looking into the folder: which files are there, which of them are new, whose they are, and what each laptop says of
 * itself. Whatever opens is read, under whatever name a sync program has given it; what does not open may still be on its way,
 * and is tried again, ever more rarely.
 */
import type { Host } from '../../../shared/bridge/host'
import type { SyncFolderFile, SyncFolderProblem } from '../../../shared/bridge/sync-folder'
import type { Sealer } from '../../../shared/vault/seal'
import { type Head, hashOf, type LevelFile, openFile } from './folder-file'
import type { FolderMemory } from './folder-memory'

const FIRST_RETRY_MS = 5000
const MOST_RETRY_MS = 5 * 60_000
/** So long a file may be on its way before the coach is told that it does not open. */
const ON_ITS_WAY_MS = 60_000
/** So long a laptop's head may be away, replaced by one that is still on its way. */
const HEAD_AWAY_MS = 60_000

interface Trouble {
  readonly since: number
  readonly triedAt: number
  readonly tries: number
  /** `unread`: its bytes did not come at all. */
  readonly why: 'unread' | 'newer' | 'does-not-open'
}

export interface SeenHead {
  readonly head: Head
  /** The name of its file. */
  readonly file: string
  /** When it was last in the folder, and since when it, or one before it, waits for its files; on the clock of the calls. */
  readonly seenAt: number
  readonly since: number
}

/** What a look found. */
interface Look {
  readonly problem: SyncFolderProblem | null
  /** The place is in the folder. */
  readonly there: boolean
  /** Names of all files. */
  readonly names: ReadonlySet<string>
}

export interface Looking {
  readonly look: (now: number) => Promise<Look>
  /** Files that were opened and are not taken in whole, by hash. */
  readonly opened: ReadonlyMap<string, LevelFile>
  /** Names of files that were opened, or may still open, and are not taken in whole. */
  readonly unread: () => readonly string[]
  readonly took: (hashes: Iterable<string>) => void
  /** Reads what a laptop wrote once more: something that it follows on is not here. */
  readonly readAgain: (device: string) => void
  /** The latest head of each laptop, this one's own files left out. */
  readonly heads: ReadonlyMap<string, SeenHead>
  /** Laptops whose heads are gone from the folder; told once. */
  readonly takeLeft: () => readonly string[]
  /** Files that have not opened for a while, and how many of those a newer Confidant wrote. */
  readonly unopened: (now: number) => { readonly count: number; readonly newer: number }
  /** Files that are there and that the disk, or the program that holds them, has not given when asked more than once. */
  readonly unreadable: () => number
}

const keyOf = ({ name, size, time }: SyncFolderFile): string => `${size} ${time} ${name}`

const nameIn = (key: string): string => key.split(' ').slice(2).join(' ')

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what was read, what was passed over and what is to be tried again are one state, of one folder.
export const createLooking = (
  host: Host['syncFolder'],
  place: string,
  sealer: Sealer,
  known: () => FolderMemory,
): Looking => {
  const opened = new Map<string, LevelFile>()
  const authors = new Map<string, string>()
  const heads = new Map<string, SeenHead>()
  /** Heads that were read, and what is none of ours. */
  const passed = new Set<string>()
  const troubled = new Map<string, Trouble>()
  let left: string[] = []
  let untold: ReadonlySet<string> = new Set()

  const meet = (head: Head, file: string, now: number): void => {
    const before = heads.get(head.device)
    if (before !== undefined && before.head.count > head.count) return
    const waits = before?.head.files.some((hash) => !known().done.has(hash)) === true
    heads.set(head.device, { head, file, seenAt: now, since: waits ? before.since : now })
  }

  const trouble = (file: SyncFolderFile, now: number, why: Trouble['why']): void => {
    const { since, tries } = troubled.get(keyOf(file)) ?? { since: now, tries: 0 }
    troubled.set(keyOf(file), { since, triedAt: now, tries: tries + 1, why })
  }

  /** Its bytes as what they are; false when it is to be tried again. */
  const take = (file: SyncFolderFile, bytes: Uint8Array, now: number): boolean => {
    const hash = hashOf(bytes)
    const { hashes, done } = known()
    if (done.has(hash)) {
      hashes.set(keyOf(file), hash)
      return true
    }
    const result = openFile(sealer, bytes)
    if (!result.ok) {
      // Somebody else's, or not even its beginning is here.
      if (result.error === 'foreign' && !file.name.includes('.sealed')) passed.add(keyOf(file))
      else trouble(file, now, result.error === 'newer' ? 'newer' : 'does-not-open')
      return passed.has(keyOf(file))
    }
    if (result.value.kind === 'head') {
      meet(result.value, file.name, now)
      passed.add(keyOf(file))
      return true
    }
    hashes.set(keyOf(file), hash)
    authors.set(hash, result.value.device)
    opened.set(hash, result.value)
    return true
  }

  const isNew = (file: SyncFolderFile, now: number): boolean => {
    const key = keyOf(file)
    const hash = known().hashes.get(key)
    if (passed.has(key)) return false
    if (hash !== undefined) return !known().done.has(hash) && !opened.has(hash)
    const before = troubled.get(key)
    if (before === undefined) return true
    const wait = Math.min(MOST_RETRY_MS, FIRST_RETRY_MS * 2 ** (before.tries - 1))
    return now - before.triedAt >= wait
  }

  const unreadable = (): number =>
    untold.size +
    [...troubled.values()].filter(({ why, tries }) => why === 'unread' && tries > 1).length

  const forgetGone = (files: readonly SyncFolderFile[], now: number): void => {
    const keys = new Set(files.map(keyOf))
    const names = new Set([...files.map(({ name }) => name), ...untold])
    const isGone = (key: string): boolean => !keys.has(key) && !untold.has(nameIn(key))
    for (const key of troubled.keys()) if (isGone(key)) troubled.delete(key)
    for (const key of known().hashes.keys()) if (isGone(key)) known().hashes.delete(key)
    const listed = new Set(known().hashes.values())
    for (const hash of known().done) if (!listed.has(hash)) known().done.delete(hash)
    for (const hash of opened.keys()) if (!listed.has(hash)) opened.delete(hash)
    for (const [device, head] of heads)
      if (names.has(head.file)) heads.set(device, { ...head, seenAt: now })
      // The one that replaced it may be there, and not be given.
      else if (now - head.seenAt > HEAD_AWAY_MS && unreadable() === 0) {
        heads.delete(device)
        left.push(device)
        // An older one may be all that is left.
        passed.clear()
      }
  }

  const look = async (now: number): Promise<Look> => {
    const listing = await host.list(place)
    if (!listing.ok) return { problem: listing.error, there: false, names: new Set() }
    const { there, files } = listing.value
    untold = new Set(listing.value.untold)
    const own = new Set(known().levels.flatMap((level) => level.files.map(({ name }) => name)))
    if (known().head !== '') own.add(known().head)
    const others = files.filter(({ name }) => !own.has(name))
    if (there) forgetGone(others, now)
    for (const file of others) {
      if (!isNew(file, now)) continue
      const read = await host.read(place, file.name)
      if (read.ok) {
        if (take(file, read.value, now)) troubled.delete(keyOf(file))
        continue
      }
      // One that is only online may keep whoever reads it waiting: the others are read first, the next time.
      trouble(file, now, 'unread')
      if (read.error !== 'unreadable') return { problem: read.error, there, names: new Set() }
    }
    return { problem: null, there, names: new Set([...files.map(({ name }) => name), ...untold]) }
  }

  return {
    look,
    opened,
    unread: () => [
      ...untold,
      ...[...troubled.keys()].map(nameIn),
      ...[...known().hashes].flatMap(([key, hash]) =>
        known().done.has(hash) ? [] : [nameIn(key)],
      ),
    ],
    took: (hashes) => {
      for (const hash of hashes) {
        known().done.add(hash)
        opened.delete(hash)
      }
    },
    readAgain: (device) => {
      for (const hash of known().done)
        if ((authors.get(hash) ?? device) === device) known().done.delete(hash)
    },
    heads,
    takeLeft: () => {
      const gone = left
      left = []
      return gone
    },
    unopened: (now) => {
      const late = [...troubled.values()].filter(
        ({ since, why }) => why !== 'unread' && now - since > ON_ITS_WAY_MS,
      )
      return { count: late.length, newer: late.filter(({ why }) => why === 'newer').length }
    },
    unreadable,
  }
}
