/**
 * The sealed folder: the safety copy of every sealed blob, in files of our own.
 *
 * Chromium deletes an IndexedDB that it finds damaged, and a full disk does damage it; so each blob is also appended
 * here, and flushed, before anything is called saved. One folder per device, one append-only file per record, written
 * by that device alone. Reading is a merge of all devices' files, since blobs commute. Format: docs/formats.md.
 *
 * A torn end or a damaged stretch costs the frames it touches and no others (frames.ts). Nothing is ever truncated.
 */
import { type FileHandle, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/base/result'
import type { FolderContents, FolderMark, FolderTail, WriteProblem } from '../../shared/bridge/host'
import {
  attempt,
  moveDeviceFolder,
  readIfThere,
  removeFile,
  syncDirectory,
  writeAll,
  writeFlushed,
} from './flushed-files'
import { checksumOf, FILE_HEAD, scanFrames, toFrame } from './frames'
import { createOwed } from './owed'

export const SUFFIX = '.sealed'
export const HEADER_FILE = 'vault.json'

export interface SealedFolder {
  readonly readHeader: () => Promise<string | null>
  readonly writeHeader: (text: string) => Promise<Result<void, WriteProblem>>
  readonly tails: () => Promise<readonly FolderTail[]>
  readonly read: (record: string) => Promise<FolderContents>
  readonly append: (
    record: string,
    blobs: readonly Uint8Array[],
  ) => Promise<Result<FolderMark, WriteProblem>>
  readonly replace: (
    record: string,
    blobs: readonly Uint8Array[],
  ) => Promise<Result<FolderMark, WriteProblem>>
  /**
   * Takes sealed blobs that the disk refused while the vault was being locked: they are kept in memory, read back like
   * any other, and written as soon as the disk takes them.
   */
  readonly owe: (record: string, blobs: readonly Uint8Array[]) => void
  /** Whether something is still owed to the disk. */
  readonly owes: () => boolean
  /** Takes blobs out of this device's file by their checksums, and leaves whatever came in meanwhile. */
  readonly remove: (
    record: string,
    checksums: readonly string[],
  ) => Promise<Result<void, WriteProblem>>
  /** Deletes every device's file of a record whose key is destroyed. */
  readonly erase: (record: string) => Promise<void>
  /** Deletes every other id's file of a record: an older state, with keys in it that were destroyed since. */
  readonly keepOwn: (record: string) => Promise<void>
  /** The records that this device has a file of. */
  readonly records: () => Promise<readonly string[]>
  /** The whole file of a record, never between two halves of an append. */
  readonly snapshot: (record: string) => Promise<Buffer | undefined>
  readonly freeSpace: () => Promise<number>
  readonly close: () => Promise<void>
  /** This device goes by another id from now on: its part of the folder goes along. */
  readonly renameDevice: (id: string) => Promise<void>
  /** After the folder was replaced: nothing that was known of it holds. */
  readonly reset: () => void
}

/** Counts each write of a record (write-count.ts). */
interface Count {
  readonly next: () => number
  readonly reset: () => void
}
const UNCOUNTED: Count = { next: () => 0, reset: () => undefined }

/** Opens (and makes, when missing) the folder of one device below `rootPath`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: every call reads or changes the same open files, queues and known tails, and apart they would have to hand these to each other.
export const createSealedFolder = (
  rootPath: string,
  deviceId: string,
  count: Count = UNCOUNTED,
): SealedFolder => {
  let own = join(rootPath, deviceId)
  const handles = new Map<string, FileHandle>()
  const tailByRecord = new Map<string, string>()
  const queues = new Map<string, Promise<unknown>>()
  const fileOf = (record: string): string => join(own, record + SUFFIX)

  /** One write at a time per file. */
  const queued = <T>(record: string, task: () => Promise<T>): Promise<T> => {
    const next = (queues.get(record) ?? Promise.resolve()).then(task, task)
    queues.set(record, next)
    return next
  }

  const writeAnew = async (path: string, bytes: Buffer): Promise<void> => {
    await mkdir(own, { recursive: true })
    const part = `${path}.part`
    try {
      await writeFlushed(part, bytes)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    await rename(part, path)
    await syncDirectory(own)
  }

  const handleOf = async (record: string): Promise<FileHandle> => {
    const known = handles.get(record)
    if (known !== undefined) return known
    await mkdir(own, { recursive: true })
    const handle = await open(fileOf(record), 'a', 0o600)
    if ((await handle.stat()).size < FILE_HEAD.length) {
      await writeAll(handle, FILE_HEAD)
      await syncDirectory(own)
    }
    handles.set(record, handle)
    return handle
  }

  const forget = async (record: string): Promise<void> => {
    await handles.get(record)?.close()
    handles.delete(record)
  }

  const isNewer = async (record: string): Promise<boolean> => {
    if (handles.has(record)) return false
    const bytes = await readIfThere(fileOf(record))
    return bytes !== undefined && scanFrames(bytes.subarray(0, FILE_HEAD.length)).newer
  }

  const lastTail = (blobs: readonly Uint8Array[]): string => {
    const last = blobs.at(-1)
    return last === undefined ? '' : checksumOf(last).toString('hex')
  }

  /** A file that cannot be read (a bad sector, another program's) agrees with nothing, and stands in no other's way. */
  const tailInFile = (record: string): Promise<string> =>
    readIfThere(fileOf(record)).then(
      (bytes) => (bytes === undefined ? '' : scanFrames(bytes).tail),
      () => 'unreadable',
    )

  const marked = (record: string, blobs: readonly Uint8Array[]): FolderMark => {
    const tail = lastTail(blobs)
    tailByRecord.set(record, tail)
    return { tail, written: count.next() }
  }

  const deviceFolders = async (): Promise<string[]> => {
    await mkdir(rootPath, { recursive: true })
    const entries = await readdir(rootPath, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  }

  const removeFromOthers = async (name: string): Promise<void> => {
    for (const device of await deviceFolders())
      if (join(rootPath, device) !== own) await removeFile(join(rootPath, device, name))
  }

  const recordsHere = async (): Promise<string[]> => {
    await mkdir(own, { recursive: true })
    return (await readdir(own)).flatMap((name) =>
      name.endsWith(SUFFIX) ? [name.slice(0, -SUFFIX.length)] : [],
    )
  }

  const append = (
    record: string,
    blobs: readonly Uint8Array[],
  ): Promise<Result<FolderMark, WriteProblem>> =>
    queued(record, async () => {
      if (await isNewer(record)) return err('newer-format')
      const done = await attempt(async () => {
        const handle = await handleOf(record)
        await writeAll(handle, Buffer.concat(blobs.map(toFrame)))
        await handle.datasync()
      })
      if (!done.ok) {
        await forget(record)
        tailByRecord.delete(record)
        return done
      }
      return ok(marked(record, blobs))
    })
  const owed = createOwed(append)

  return {
    readHeader: async () => {
      // A link that leads nowhere (to a disk that is not there) is no folder without a vault.
      await mkdir(rootPath, { recursive: true })
      return (await readIfThere(join(own, HEADER_FILE)))?.toString('utf8') ?? null
    },
    writeHeader: (text) =>
      queued(HEADER_FILE, () =>
        attempt(async () => {
          await writeAnew(join(own, HEADER_FILE), Buffer.from(text))
          // An earlier id's header opens with a passphrase or a sheet that was replaced since.
          await removeFromOthers(HEADER_FILE)
        }),
      ),
    tails: async () => {
      const records = [...new Set([...(await recordsHere()), ...owed.records()])]
      const tails: FolderTail[] = []
      for (const record of records) {
        if (!tailByRecord.has(record)) tailByRecord.set(record, await tailInFile(record))
        // What is owed counts as written: the page then reads it back.
        const waiting = owed.of(record)
        tails.push({
          record,
          tail: waiting === undefined ? (tailByRecord.get(record) ?? '') : lastTail(waiting),
        })
      }
      return tails
    },
    read: async (record) => {
      const blobs: Uint8Array[] = []
      let damaged = 0
      for (const device of await deviceFolders()) {
        const bytes = await readIfThere(join(rootPath, device, record + SUFFIX))
        if (bytes === undefined) continue
        const scan = scanFrames(bytes)
        blobs.push(...scan.blobs)
        damaged += scan.damaged
      }
      return { blobs: [...blobs, ...(owed.of(record) ?? [])], damaged }
    },
    append,
    replace: (record, blobs) =>
      queued(record, async () => {
        if (await isNewer(record)) return err('newer-format')
        const done = await attempt(() =>
          writeAnew(fileOf(record), Buffer.concat([FILE_HEAD, ...blobs.map(toFrame)])),
        )
        if (!done.ok) return done
        await forget(record)
        return ok(marked(record, blobs))
      }),
    owe: owed.add,
    owes: () => owed.records().length > 0,
    remove: (record, checksums) =>
      queued(record, async () => {
        if (await isNewer(record)) return err('newer-format')
        const bytes = await readIfThere(fileOf(record))
        if (bytes === undefined) return ok(undefined)
        const left = scanFrames(bytes).blobs.filter(
          (blob) => !checksums.includes(checksumOf(blob).toString('hex')),
        )
        const done = await attempt(() =>
          writeAnew(fileOf(record), Buffer.concat([FILE_HEAD, ...left.map(toFrame)])),
        )
        await forget(record)
        tailByRecord.delete(record)
        return done
      }),
    erase: (record) =>
      queued(record, async () => {
        await forget(record)
        tailByRecord.delete(record)
        owed.forget(record)
        for (const device of await deviceFolders())
          await removeFile(join(rootPath, device, record + SUFFIX))
      }),
    keepOwn: (record) => queued(record, () => removeFromOthers(record + SUFFIX)),
    records: recordsHere,
    snapshot: (record) => queued(record, () => readIfThere(fileOf(record))),
    freeSpace: async () => {
      await mkdir(rootPath, { recursive: true })
      const { bavail, bsize } = await statfs(rootPath)
      return bavail * bsize
    },
    close: async () => {
      owed.rest()
      for (const record of [...handles.keys()]) await forget(record)
    },
    renameDevice: async (id) => {
      // Every file is at rest, and none is begun meanwhile: the page asks before it opens anything.
      await Promise.allSettled(queues.values())
      for (const record of [...handles.keys()]) await forget(record)
      await moveDeviceFolder(rootPath, own, id)
      own = join(rootPath, id)
    },
    reset: () => {
      handles.clear()
      tailByRecord.clear()
      owed.clear()
      count.reset()
    },
  }
}
