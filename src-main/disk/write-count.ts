/**
 * The count of writes: how often this laptop has written its sealed folder, kept in the folder and once more beside
 * it. A folder whose count is behind the one beside it has been rolled back: somebody put an older copy in its place,
 * or the disk went back to one.
 *
 * The folder's copy is written with each write, and flushed before the one outside is: so neither a crash nor a lost
 * flush ever makes an honest folder look old. The one outside follows in a pause, since it only has to be near.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { writeFlushed } from './flushed-files'

const PAUSE_MS = 1000
const INSIDE = 'written'
const OUTSIDE = 'written.json'

const Outside = v.object({ device: v.string(), epoch: v.string(), count: v.number() })

export interface WriteCount {
  /** Counts a write; returns the new count. */
  readonly next: () => number
  /** What the two said when this run of the app began. */
  readonly atStart: () => { readonly inFolder: number; readonly known: number }
  /** A restore put another folder in place on purpose: what was counted before says nothing of it. */
  readonly reset: () => void
  /** Writes the counts now. */
  readonly flush: () => Promise<void>
}

const readCount = async (path: string): Promise<number> => {
  const count = Number(await readFile(path, 'utf8').catch(() => '0'))
  return Number.isSafeInteger(count) && count >= 0 ? count : 0
}

const readOutside = async (path: string): Promise<v.InferOutput<typeof Outside> | undefined> => {
  try {
    const parsed = v.safeParse(Outside, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : undefined
  } catch {
    // Missing or damaged: then nothing is known of earlier writes.
    return undefined
  }
}

/** In place and always of one length, so that no reader finds half of it. */
const DIGITS = 16
const writeInPlace = async (path: string, count: number, flushed: boolean): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'a+').then(async (made) => {
    await made.close()
    return open(path, 'r+')
  })
  try {
    await handle.write(Buffer.from(String(count).padStart(DIGITS)), 0, DIGITS, 0)
    if (flushed) await handle.sync()
  } finally {
    await handle.close()
  }
}

/** `directory` is the profile; `epoch` tells one sealed folder from another that a restore put in its place. */
export const openWriteCount = async (
  directory: string,
  device: () => string,
  epoch: () => Promise<string>,
): Promise<WriteCount> => {
  const inside = (): string => join(directory, 'sealed', device(), INSIDE)
  const outside = join(directory, OUTSIDE)
  const [inFolder, stored, epochThen] = await Promise.all([
    readCount(inside()),
    readOutside(outside),
    epoch(),
  ])
  const known = stored?.device === device() && stored.epoch === epochThen ? stored.count : 0
  let first = { inFolder, known }
  let count = Math.max(inFolder, known)
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()
  const writeBoth = async (): Promise<void> => {
    const now = count
    await writeInPlace(inside(), now, true)
    const text = JSON.stringify({ device: device(), epoch: await epoch(), count: now })
    await writeFlushed(`${outside}.part`, Buffer.from(text))
    await rename(`${outside}.part`, outside)
  }
  /** One after the other. A disk that does not take it is told by the writes that are counted; the next counts on. */
  const then = (write: () => Promise<void>): Promise<void> => {
    last = last.then(write).catch(() => undefined)
    return last
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    return then(writeBoth)
  }
  return {
    next: () => {
      count++
      void then(() => writeInPlace(inside(), count, false))
      timer ??= setTimeout(() => void flush(), PAUSE_MS)
      return count
    },
    atStart: () => first,
    reset: () => {
      first = { inFolder: 0, known: 0 }
    },
    flush,
  }
}
