/**
 * The relay's LevelDB, kept going. What LevelDB cannot write is an answer to whoever asked, and never the end of the
 * process; after a failed write it is opened anew before the next, since LevelDB writes on behind a torn record and
 * then loses what follows at its next start. A store that is damaged is set aside beside its place
 * (`<data> damaged <time>`), and an empty one begun: the laptops have everything and fill it again.
 *
 * One batch is written at a time; what comes meanwhile goes into the next. What is read in one turn is read at one go: a
 * laptop that comes back enters all its rooms at once, and each trip to another thread costs as much as reading does.
 */
import { rename } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BatchOperation } from 'classic-level'
import { ClassicLevel } from 'classic-level'

type Level = ClassicLevel<string, Uint8Array>
export type Write = BatchOperation<Level, string, Uint8Array>

export interface Disk {
  readonly get: (key: string) => Promise<Uint8Array | undefined>
  readonly entries: (prefix: string) => AsyncIterable<readonly [string, Uint8Array]>
  /** Written when it resolves, and flushed with `sync`; rejects when it is not. */
  readonly write: (writes: readonly Write[], sync: boolean) => Promise<void>
  readonly close: () => Promise<void>
}

export interface DiskTrouble {
  /** A store was damaged, and now stands at `aside`. What belongs in every store is returned, to be written anew. */
  readonly replaced: (aside: string) => readonly Write[]
  readonly failed: (code: string) => void
}

const MEGABYTE = 1024 * 1024
/** A room is read once a visit, and ciphertext does not shrink: little to keep at hand, and nothing to compress. */
const MEMORY = { cacheSize: MEGABYTE, writeBufferSize: MEGABYTE, compression: false }

/** Sorts after every key with the prefix. */
const PREFIX_END = '\uffff'

const causeOf = (error: unknown): { readonly code: string; readonly message: string } => {
  const { cause } = error instanceof Error ? error : { cause: undefined }
  const of = cause instanceof Error ? cause : error
  return of instanceof Error
    ? { code: 'code' in of ? String(of.code) : 'unknown', message: of.message }
    : { code: 'unknown', message: '' }
}

/** Files that contradict each other, are cut or gone; neither a full disk nor another relay that holds the lock. */
export const isDamage = (error: unknown): boolean => {
  const { code, message } = causeOf(error)
  return code === 'LEVEL_CORRUPTION' || /: (No such file|Invalid argument)/.test(message)
}

/** What `openDisk` rejects with when a damaged store cannot be moved, such as one that is a mount itself. */
export const DAMAGED = 'DAMAGED'

const setAside = async (directory: string): Promise<string> => {
  const time = new Date().toISOString().replace('T', ' ').replaceAll(':', '-').slice(0, 19)
  const aside = `${resolve(directory)} damaged ${time}`
  await rename(directory, aside).catch((cause: unknown) => {
    throw Object.assign(new Error('a damaged store cannot be set aside', { cause }), {
      code: DAMAGED,
    })
  })
  return aside
}

const range = (prefix: string) => ({ gte: prefix, lt: prefix + PREFIX_END })

const openLevel = async (directory: string, createIfMissing = true): Promise<Level> => {
  const made: Level = new ClassicLevel(directory, { valueEncoding: 'view' })
  await made.open({ ...MEMORY, createIfMissing })
  return made
}

/** A store that is there, to be read from and nothing else: one that is damaged stays where it is. */
export const openToRead = async (
  directory: string,
): Promise<Pick<Disk, 'get' | 'entries' | 'close'>> => {
  const level = await openLevel(directory, false)
  return {
    get: async (key) => level.get(key),
    entries: (prefix) => level.iterator(range(prefix)),
    close: () => level.close(),
  }
}

interface Wanted {
  readonly key: string
  readonly found: (value: Uint8Array | undefined) => void
  readonly lost: (error: unknown) => void
}

/** Reads what is wanted in one turn together. */
const createReading = (ready: () => Promise<Level>): Disk['get'] => {
  let wanted: Wanted[] = []
  const read = async (): Promise<void> => {
    const batch = wanted
    wanted = []
    const values = await ready()
      .then((level) => level.getMany(batch.map(({ key }) => key)))
      .catch(() => undefined)
    for (const [index, { key, found, lost }] of batch.entries())
      if (values !== undefined) found(values[index])
      // One that cannot be read spoils the batch; each by itself only itself.
      else
        ready()
          .then((level) => level.get(key))
          .then(found, lost)
  }
  return (key) =>
    new Promise((found, lost) => {
      wanted.push({ key, found, lost })
      if (wanted.length === 1) setImmediate(() => void read())
    })
}

export const openDisk = async (
  directory: string,
  /** What the relay cannot do without: a store in which these cannot be read is damaged. */
  needed: readonly string[],
  retryMs: number,
  { replaced, failed }: DiskTrouble,
): Promise<Disk> => {
  const openAnew = async (): Promise<Level> => {
    const aside = await setAside(directory)
    const made = await openLevel(directory)
    await made.batch([...replaced(aside)], { sync: true })
    return made
  }

  /** Undefined after a failed write, until it is opened anew. */
  let level: Level | undefined
  let failedAt = 0
  let isDamaged = false

  const openChecked = async (): Promise<Level> => {
    let made: Level | undefined
    try {
      made = await openLevel(directory)
      for (const prefix of needed) for await (const _ of made.keys(range(prefix)));
      return made
    } catch (error) {
      await made?.close()
      if (!isDamage(error)) throw error
      return openAnew()
    }
  }
  level = await openChecked()

  let opening: Promise<Level> | undefined
  const ready = async (): Promise<Level> => {
    if (level !== undefined) return level
    if (performance.now() - failedAt < retryMs) throw new Error('the disk is resting')
    opening ??= (isDamaged ? openAnew() : openChecked())
      .then((made) => {
        isDamaged = false
        level = made
        return made
      })
      .catch((error: unknown) => {
        failedAt = performance.now()
        failed(causeOf(error).code)
        throw error
      })
      .finally(() => {
        opening = undefined
      })
    return opening
  }

  interface Waiting {
    readonly writes: readonly Write[]
    readonly sync: boolean
    readonly done: (error?: unknown) => void
  }
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined

  const writeWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const settle = (error?: unknown): void => {
        for (const { done } of batch) done(error)
      }
      try {
        const writes = batch.flatMap((each) => each.writes)
        await (await ready()).batch(writes, { sync: batch.some(({ sync }) => sync) })
        settle()
      } catch (error) {
        if (level !== undefined) {
          failed(causeOf(error).code)
          isDamaged = isDamage(error)
          failedAt = performance.now()
          await level.close().catch(() => undefined)
          level = undefined
        }
        settle(error)
      }
    }
    writing = undefined
  }

  return {
    get: createReading(ready),
    entries: async function* (prefix) {
      yield* (await ready()).iterator(range(prefix))
    },
    write: (writes, sync) =>
      new Promise<void>((written, reject) => {
        waiting.push({
          writes,
          sync,
          done: (error) => (error === undefined ? written() : reject(error)),
        })
        writing ??= writeWaiting()
      }),
    close: async () => {
      await writing
      await level?.close()
    },
  }
}
