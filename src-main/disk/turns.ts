/**
 * Turns: one call at a time to a folder that may be a share. One that has died answers no call at all, and each call to it
 * would hold one of the four threads that all files of this program go through; so while one call is overdue, no other is
 * made, and whoever asks is told so at once.
 */
import { err, type Result } from '../../shared/base/result'
import type { ExchangeProblem } from '../../shared/bridge/exchange'

/** Longer than a sync program takes to fetch a file of ours that is only online; a coach has looked away by then. */
const SLOW_MS = 15_000

const PROBLEMS: Readonly<Record<string, ExchangeProblem>> = {
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
const problemIn = (error: unknown): ExchangeProblem =>
  (error instanceof Error && 'code' in error && PROBLEMS[String(error.code)]) || 'refused'

export const createTurns = (slowMs = SLOW_MS) => {
  let last: Promise<unknown> = Promise.resolve()
  let overdue = 0
  return <T>(
    task: () => Promise<Result<T, ExchangeProblem>>,
  ): Promise<Result<T, ExchangeProblem>> => {
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
