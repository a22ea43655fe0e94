/**
 * Carets: where the coach's other laptops are in the notes that they have open, sealed, in the awareness of each
 * record's room. Nothing of it is stored, and it ends with the connection, with the note, or with the lock.
 *
 * A caret costs more on the wire than the letters typed at it. So a laptop at first only says which note it has open,
 * and where it is in there only while another has the same one open.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import { createSealedField, type SealedField } from './sealed-field'

/** Text is sealed a little after it was typed (live-record.ts); a caret that came first would point at nothing. */
const PAUSE_MS = 400
/** Laptops that are drawn in one note: more than a coach has. */
const MOST_SHOWN = 6

const Told = v.object({
  device: v.pipe(v.string(), v.maxLength(100)),
  note: v.pipe(v.string(), v.maxLength(100)),
  /** Empty while it does not say. */
  at: v.pipe(v.string(), v.maxLength(200)),
})
type Told = v.InferOutput<typeof Told>

export interface OtherCaret {
  readonly device: string
  /** A place in the note's text (note-binding/places.ts); nothing while only the note is open there. */
  readonly at: Uint8Array | undefined
}

/** A note that is open here. */
interface OpenNote {
  /** The caret is somewhere else; `place` is asked when it is told. */
  readonly moved: (place: () => Uint8Array | undefined) => void
  readonly leave: () => void
}

export interface Carets {
  /** A note is open here; `hear` is told who else has it open, now and whenever that changes. */
  readonly open: (
    record: string,
    note: string,
    hear: (others: readonly OtherCaret[]) => void,
  ) => OpenNote
  /** A record's room is connected, or connected anew. */
  readonly listen: (record: string, awareness: Awareness) => void
  readonly destroy: () => void
}

interface Here {
  readonly note: string
  readonly hear: (others: readonly OtherCaret[]) => void
  place: () => Uint8Array | undefined
}

/** The carets of one record's room. */
const createRoom = (field: SealedField<Told>, device: string) => {
  let awareness: Awareness | undefined
  /** The one that the caret was in last stands last. */
  let here: readonly Here[] = []
  let heard = ''
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Each other laptop once: the last that it said. */
  const others = (): readonly Told[] => {
    if (awareness === undefined) return []
    const byDevice = new Map<string, Told>()
    for (const client of awareness.getStates().keys()) {
      if (client === awareness.clientID) continue
      const one = field.saidBy(awareness, client)
      if (one !== undefined && one.device !== device) byDevice.set(one.device, one)
    }
    return [...byDevice.values()].slice(0, MOST_SHOWN)
  }

  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    const last = here.at(-1)
    const isShared = others().some(({ note }) => note === last?.note)
    const place = isShared ? last?.place() : undefined
    const at = place === undefined ? '' : toBase64(place)
    const telling = last === undefined ? undefined : { device, note: last.note, at }
    const now = telling === undefined ? '' : JSON.stringify(telling)
    if (awareness === undefined || now === told) return
    told = now
    field.say(awareness, telling)
  }
  const sendSoon = (): void => {
    timer ??= setTimeout(send, PAUSE_MS)
  }

  const look = (): void => {
    const now = others()
    const seen = JSON.stringify(now)
    if (seen === heard) return
    heard = seen
    for (const { note, hear } of here) tell(note, hear, now)
    // Who has come into this note is told where the caret is.
    if (here.length > 0) sendSoon()
  }
  const tell = (note: string, hear: Here['hear'], all: readonly Told[]): void =>
    hear(
      all.flatMap((one) =>
        one.note === note
          ? [{ device: one.device, at: one.at === '' ? undefined : fromBase64(one.at) }]
          : [],
      ),
    )

  return {
    listen: (next: Awareness): void => {
      awareness?.off('change', look)
      awareness = next
      told = ''
      next.on('change', look)
      look()
      if (here.length > 0) send()
    },
    open: (note: string, hear: Here['hear']): OpenNote => {
      const one: Here = { note, hear, place: () => undefined }
      here = [...here, one]
      send()
      tell(note, hear, others())
      return {
        moved: (place) => {
          one.place = place
          here = [...here.filter((other) => other !== one), one]
          if (heard !== '[]') sendSoon()
        },
        leave: () => {
          here = here.filter((other) => other !== one)
          send()
        },
      }
    },
    isEmpty: () => here.length === 0,
    destroy: () => {
      clearTimeout(timer)
      awareness?.off('change', look)
      field.forget()
    },
  }
}
type Room = ReturnType<typeof createRoom>

/** With the vault record's key, of the epoch that the vault is in: a laptop that was removed sees none. */
export const createCarets = (vaultRecordKey: Uint8Array, device: string): Carets => {
  const rooms = new Map<string, Room>()
  /** Of the connections that there are; those that have ended say nothing. */
  const awarenesses = new Map<string, WeakRef<Awareness>>()

  const roomOf = (record: string): Room => {
    const known = rooms.get(record)
    if (known !== undefined) return known
    const place = `caret/${record}`
    const field = createSealedField(vaultRecordKey, { field: 'caret', place, schema: Told })
    const room = createRoom(field, device)
    rooms.set(record, room)
    const awareness = awarenesses.get(record)?.deref()
    if (awareness !== undefined) room.listen(awareness)
    return room
  }

  return {
    open: (record, note, hear) => {
      const room = roomOf(record)
      const opened = room.open(note, hear)
      return {
        moved: opened.moved,
        leave: () => {
          opened.leave()
          if (!room.isEmpty()) return
          room.destroy()
          rooms.delete(record)
        },
      }
    },
    listen: (record, awareness) => {
      awarenesses.set(record, new WeakRef(awareness))
      rooms.get(record)?.listen(awareness)
    },
    destroy: () => {
      for (const room of rooms.values()) room.destroy()
      rooms.clear()
    },
  }
}
