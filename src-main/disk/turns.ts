/**
 * Turns: one call at a time to a folder that may be a share. One that has died answers no call at all, and each call to it
 * would hold one of the four threads that all files of this program go through; so while one call is overdue, no other is
 * made, and whoever asks is told so at once.
 */
import { err, type Result } from '../../shared/base/result'
import type { SyncFolderProblem } from '../../shared/bridge/sync-folder'

/** Longer than a sync program takes to fetch a file of ours that is only online; a coach has looked away by then. */
const SLOW_MS = 15_000

const PROBLEMS: Readonly<Record<string, SyncFolderProblem>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
  EHOSTDOWN: 'gone',
  ENOTCONN: 'gone',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  ETIMEDOUT: 'slow',
}
const problemIn = (error: unknown): SyncFolderProblem =>
  (error instanceof Error && 'code' in error && PROBLEMS[String(error.code)]) || 'refused'

export const createTurns = (slowMs = SLOW_MS) => {
  let last: Promise<unknown> = Promise.resolve()
  let overdue = 0
  return <T>(
    task: () => Promise<Result<T, SyncFolderProblem>>,
  ): Promise<Result<T, SyncFolderProblem>> => {
    if (overdue > 0) return Promise.resolve(err('slow'))
    const done = last.then(task).catch((error: unknown) => err(problemIn(error)))
    last = done
    return new Promise((resolve) => {
      let late = false
      const timer = setTimeout(() => {
        late = true
        overdue++
        resolve(err('slow'))
      }, slowMs)
      void done.then((result) => {
        clearTimeout(timer)
        if (late) overdue--
        resolve(result)
      })
    })
  }
}

/** So that the turn that it is part of is over before it is overdue. */
const FILE_MS = 10_000
/** Each holds one of the four threads, and a share that dies meanwhile one more. */
const MOST_WAITED_FOR = 2

/**
 * Patience with single files of a folder that answers: a sync program that is offline may keep whoever reads a file of its
 * own waiting for ever. Such a file is given up, and the others are read. It is not asked for again while it still
 * waits; and while two do, none is.
 */
export const createPatience = (fileMs = FILE_MS) => {
  const waiting = new Set<string>()
  return async <T>(path: string, read: () => Promise<T>): Promise<T | undefined> => {
    if (waiting.has(path) || waiting.size >= MOST_WAITED_FOR) return undefined
    waiting.add(path)
    const reading = read()
      .catch(() => undefined)
      .finally(() => waiting.delete(path))
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), fileMs)
    })
    return Promise.race([reading, late]).finally(() => clearTimeout(timer))
  }
}
