/**
 * The one way in for files from outside: each is read in a worker, one at a time, for ten seconds at most. A worker that
 * takes longer, fails or is not waited for any more is ended, and the next file gets a fresh one: nothing that a file
 * does can stop the app, and nothing of it stays behind.
 */
import { err, type Result } from '../../../shared/base/result'
import type { Answered, Asked, Reading } from './readings'

export const READING_MS = 10_000

export type ReadingTrouble = 'too-slow' | 'damaged' | 'cancelled'

export interface Reader {
  /** Ends the reading under way, if there is one. */
  readonly read: <R extends Reading>(
    what: R,
    asked: Asked<R>,
  ) => Promise<Result<Answered<R>, ReadingTrouble>>
  readonly cancel: () => void
}

const startWorker = (): Worker =>
  new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' })

export const createReader = (start: () => Worker = startWorker): Reader => {
  let worker: Worker | undefined
  let underWay: ((why: ReadingTrouble) => void) | undefined
  const end = (why: ReadingTrouble): void => {
    worker?.terminate()
    worker = undefined
    underWay?.(why)
  }
  return {
    read: <R extends Reading>(what: R, asked: Asked<R>) => {
      if (underWay !== undefined) end('cancelled')
      return new Promise<Result<Answered<R>, ReadingTrouble>>((resolve) => {
        worker ??= start()
        const timer = setTimeout(() => end('too-slow'), READING_MS)
        const answer = (given: Result<Answered<R>, ReadingTrouble>): void => {
          clearTimeout(timer)
          underWay = undefined
          resolve(given)
        }
        underWay = (why) => answer(err(why))
        worker.onmessage = ({ data }: MessageEvent<Result<Answered<R>, 'damaged'>>) => answer(data)
        worker.onerror = () => end('damaged')
        worker.onmessageerror = () => end('damaged')
        worker.postMessage({ what, asked })
      })
    },
    cancel: () => end('cancelled'),
  }
}
