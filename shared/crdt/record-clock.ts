/**
 * A record's clock: it is given when the record is made or opened, and the record carries it, so that a command can
 * say when it ran without each of its callers telling it (decision 26). It is in memory only, as the document's `meta`,
 * which Yjs stores of documents inside others and of no other.
 *
 * A record that is only read needs no clock, and a plain Y.Doc does; a command on one that has none is a mistake of ours.
 */
import * as Y from 'yjs'
import { type Clock, createRisingClock, isoTime } from '../base/clock'

interface RecordClock {
  readonly now: Clock
  readonly rising: Clock
}

const carried = (clock: Clock): RecordClock => ({ now: clock, rising: createRisingClock(clock) })

const isClock = (meta: unknown): meta is RecordClock =>
  typeof meta === 'object' && meta !== null && 'rising' in meta

const clockOf = (record: Y.Doc): RecordClock => {
  const meta: unknown = record.meta
  if (!isClock(meta)) throw new Error('a record without a clock: createRecord gives it one')
  return meta
}

/** An empty record, or one that is about to be filled with what is stored of it. */
export const createRecord = (clock: Clock): Y.Doc => new Y.Doc({ meta: carried(clock) })

/** Now, by the record's clock. */
export const momentOf = (record: Y.Doc): string => isoTime(clockOf(record).now)

/** The moment of making something: later than every one that this record gave before. */
export const nextMomentOf = (record: Y.Doc): string => isoTime(clockOf(record).rising)

/** Runs `use` while the record's clock stands still at a time of no laptop's (taking-in.ts). */
export const outOfTime = (record: Y.Doc, use: () => void): void => {
  const own: unknown = record.meta
  record.meta = carried(() => 0)
  try {
    use()
  } finally {
    record.meta = own
  }
}
