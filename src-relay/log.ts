/**
 * One line of JSON an event. Rooms appear as a short hash, contents and tokens never.
 *
 * Nobody who talks to the relay can fill its disk with lines: past an event's share of a minute lines are only
 * counted, and the next one that is written says how many there were (`more`).
 */
import { createHash } from 'node:crypto'

export type Log = (event: string, fields?: Readonly<Record<string, string | number>>) => void

export const roomLabel = (room: string): string =>
  createHash('sha256').update(room).digest('hex').slice(0, 8)

/** What an error is called. Its words are never written: they may name a file, an address or a room. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

const MINUTE_MS = 60_000
/** What comes with every visit; any other event is trouble or rare, and has one line a minute. */
const LINES_A_MINUTE: Readonly<Record<string, number>> = { joined: 30, left: 30, stored: 30 }

export const createLog = (
  write: (line: string) => void,
  now: () => number = () => performance.now(),
): Log => {
  const minutes = new Map<string, { since: number; written: number; more: number }>()
  return (event, fields = {}) => {
    const before = minutes.get(event)
    const minute =
      before !== undefined && now() - before.since < MINUTE_MS
        ? before
        : { since: now(), written: 0, more: before?.more ?? 0 }
    minutes.set(event, minute)
    if (minute.written >= (LINES_A_MINUTE[event] ?? 1)) {
      minute.more++
      return
    }
    const more = minute.more === 0 ? {} : { more: minute.more }
    minute.written++
    minute.more = 0
    write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields, ...more })}\n`)
  }
}
