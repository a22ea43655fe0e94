/**
 * What this laptop knows of the relay's rooms: how each record stood when both sides last agreed on it, what others have
 * marked since, and what it has marked itself. From that follows which rooms are to be visited (`isDue`); without it all
 * are, which is always right. Kept in one sealed row (store/disk/sealed-row.ts), of one relay and one room of the map.
 *
 * All times are epoch milliseconds.
 */

import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import { newId } from '../../../shared/base/id'
import type { HeadRow } from '../../store/disk/database'
import { type Entry, type Mark, type Marks, reachOf, unionOfMarks } from './marks'

/** So long it is believed that a room that nobody spoke of has nothing new. */
const LASTS_MS = 7 * 24 * 60 * 60_000

/** A record as it was when the relay had all of it, and it all of the relay's. */
interface RoomPosition {
  readonly generation: number
  readonly commits: number
  readonly on: number
}

export interface RoomsMemory {
  readonly place: string
  readonly device: string
  /** Under which this laptop's marks are counted. */
  readonly life: string
  /** The last of this laptop's marks, and the last that the relay has stored. */
  reached: number
  stored: number
  marks: Marks
  /** By life, the last mark of another laptop's that was taken in. */
  readonly heard: Map<string, number>
  /** Records that were marked and have not been visited since. */
  readonly due: Set<string>
  readonly lying: Map<string, RoomPosition>
}

const newRoomsMemory = (place: string, device: string): RoomsMemory => ({
  place,
  device,
  life: newId(),
  reached: 0,
  stored: 0,
  marks: new Map(),
  heard: new Map(),
  due: new Set(),
  lying: new Map(),
})

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Stored = v.object({
  version: v.literal(2),
  place: v.string(),
  device: v.string(),
  life: v.string(),
  reached: Count,
  stored: Count,
  marks: v.array(v.tuple([v.string(), Count, Count, Count])),
  heard: v.array(v.tuple([v.string(), Count])),
  due: v.array(v.string()),
  lying: v.array(v.tuple([v.string(), Count, Count, v.number()])),
})

/** `listed`: of other records nothing is kept. */
export const encodeRoomsMemory = (known: RoomsMemory, listed: ReadonlySet<string>): Uint8Array =>
  encodeUtf8(
    JSON.stringify({
      ...known,
      version: 2,
      marks: [...known.marks].map(([record, { at, last, look }]) => [record, at, last, look]),
      heard: [...known.heard],
      due: [...known.due].filter((record) => listed.has(record)),
      lying: [...known.lying].flatMap(([record, { generation, commits, on }]) =>
        listed.has(record) ? [[record, generation, commits, on]] : [],
      ),
    } satisfies v.InferInput<typeof Stored>),
  )

/** Nothing is known of another place, under another id of this laptop, or from a row that cannot be read. */
export const decodeRoomsMemory = (
  row: Uint8Array | undefined,
  place: string,
  device: string,
): RoomsMemory => {
  try {
    const stored = v.parse(Stored, JSON.parse(decodeUtf8(row ?? new Uint8Array())))
    if (stored.place !== place || stored.device !== device) return newRoomsMemory(place, device)
    return {
      place,
      device,
      life: stored.life,
      reached: stored.reached,
      stored: stored.stored,
      marks: new Map(stored.marks.map(([record, at, last, look]) => [record, { at, last, look }])),
      heard: new Map(stored.heard),
      due: new Set(stored.due),
      lying: new Map(
        stored.lying.map(([record, generation, commits, on]) => [
          record,
          { generation, commits, on },
        ]),
      ),
    }
  } catch {
    return newRoomsMemory(place, device)
  }
}

const put = (
  known: RoomsMemory,
  record: string,
  change: (before: Mark, at: number) => Partial<Mark>,
): void => {
  const before = known.marks.get(record) ?? { at: 0, last: 0, look: 0 }
  const at = ++known.reached
  known.marks = new Map(known.marks).set(record, { ...before, at, ...change(before, at) })
}

/** This laptop has changed a record, and the relay has that up to a number. */
export const mark = (known: RoomsMemory, record: string, last: number): void =>
  put(known, record, (before) => ({ last: Math.max(before.last, last) }))

/** The others are to look at a record for another reason. */
export const markToLook = (known: RoomsMemory, record: string): void =>
  put(known, record, (_before, at) => ({ look: at }))

/** The relay is not what it was: it has lost something, and may have lost more. */
export const suspectAll = (known: RoomsMemory): void => known.lying.clear()

/** What a laptop's earlier lives said, whose blobs are to go (a row that was lost). */
const takeOver = (known: RoomsMemory, entries: ReadonlyMap<string, Entry>): readonly string[] => {
  if (known.reached > 0) return []
  const former = [...entries.values()].filter(
    ({ device, life }) => device === known.device && life !== known.life,
  )
  for (const { marks } of former)
    for (const [record, { last, look }] of marks) {
      mark(known, record, last)
      if (look > 0) markToLook(known, record)
    }
  return former.map(({ life }) => life)
}

export interface MapTaken {
  /** Something that was there before is not there any more. */
  readonly lost: boolean
  /** Former lives of this laptop, whose marks it has taken over. */
  readonly replaced: readonly string[]
}

export interface MapReading {
  /** A change that is marked is here already, for who was there got it by a hint. */
  readonly isHeld?: (record: string, device: string, last: number) => boolean
  /** The room was read before in this session: a document loses only what a laptop takes out, as damaged. */
  readonly isAgain?: boolean
}

/** Takes in what the map says now. */
export const takeInMap = (
  known: RoomsMemory,
  entries: ReadonlyMap<string, Entry>,
  { isHeld = () => false, isAgain = false }: MapReading = {},
): MapTaken => {
  const replaced = takeOver(known, entries)
  const isGone = (life: string, before: number): boolean =>
    !isAgain && reachOf(entries.get(life)?.marks) < before
  const gone = [...known.heard].filter(([life, before]) => isGone(life, before))
  const lost = isGone(known.life, known.stored) || gone.length > 0
  for (const [life] of gone) known.heard.delete(life)
  for (const { life, device, marks } of entries.values()) {
    // Its own life goes on elsewhere when a profile was copied, or put back to an older one.
    const before = life === known.life ? known.reached : (known.heard.get(life) ?? 0)
    for (const [record, { at, last, look }] of marks)
      if (look > before || (at > before && !isHeld(record, device, last))) known.due.add(record)
    if (life !== known.life) known.heard.set(life, Math.max(before, reachOf(marks)))
    else known.marks = unionOfMarks(known.marks, marks)
  }
  known.reached = Math.max(known.reached, reachOf(known.marks))
  if (lost) {
    known.stored = Math.min(known.stored, reachOf(entries.get(known.life)?.marks))
    suspectAll(known)
  }
  return { lost, replaced }
}

/** A record's visit has come to rest. */
export const rested = (
  known: RoomsMemory,
  record: string,
  { generation, commits }: Pick<HeadRow, 'generation' | 'commits'>,
  now: number,
): void => {
  known.due.delete(record)
  known.lying.set(record, { generation, commits, on: now })
}

/** Whether something of a record may be here that the relay has not got. */
export const isAhead = (known: RoomsMemory, record: string, head: HeadRow | undefined): boolean =>
  head !== undefined && head.commits > 0 && known.lying.get(record)?.commits !== head.commits

/** `goesOnIn`: the generation that the record is to be in. */
export const isDue = (
  known: RoomsMemory,
  record: string,
  head: HeadRow | undefined,
  goesOnIn: number,
  now: number,
): boolean => {
  const lying = known.lying.get(record)
  return (
    lying === undefined ||
    head === undefined ||
    known.due.has(record) ||
    lying.commits !== head.commits ||
    lying.generation !== goesOnIn ||
    Math.abs(now - lying.on) > LASTS_MS
  )
}
