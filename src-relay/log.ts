/** One line of JSON an event. Rooms appear as a short hash, contents and tokens never. */
import { createHash } from 'node:crypto'

export type Log = (event: string, fields?: Readonly<Record<string, string | number>>) => void

export const roomLabel = (room: string): string => createHash('sha256').update(room).digest('hex').slice(0, 8)

export const createLog =
  (write: (line: string) => void): Log =>
  (event, fields = {}) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`)
