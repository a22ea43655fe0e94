/**
 * The count of writes: how often this laptop has written its sealed folder, kept in the folder and once more beside
 * it. A folder whose count is behind the one beside it has been rolled back: somebody put an older copy in its place,
 * or the disk went back to one.
 *
 * The folder's copy is always flushed before the one outside, so that neither a crash nor a lost flush ever makes an
 * honest folder look old. Both are written in a pause, since the count only has to be near.
 */
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { writeFlushed } from './sealed-folder'

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

const put = async (path: string, text: string): Promise<void> => {
  await writeFlushed(`${path}.part`, Buffer.from(text))
  await rename(`${path}.part`, path)
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
  const write = async (): Promise<void> => {
    const now = count
    try {
      await put(inside(), String(now))
      await put(outside, JSON.stringify({ device: device(), epoch: await epoch(), count: now }))
    } catch {
      // A disk that does not take it is told by the writes that are counted here; the next one counts on.
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    last = last.then(write)
    return last
  }
  return {
    next: () => {
      count++
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
