/**
 * Opens a ZIP archive within limits. The directory at its end says where the entries begin, and nothing more is
 * believed of it: entries may overlap, claim to be small and inflate to a thousand times that. What counts is what
 * comes out, counted while it does.
 */

import { inflateWithin } from '../base/inflate'
import { MOST_BATCH_BYTES, MOST_BATCH_FILES, MOST_FILE_BYTES, TooMuch } from '../base/limits'
import { err, ok, type Result } from '../base/result'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

export type ArchiveProblem = 'damaged' | 'too-many'
export type EntryProblem = 'damaged' | 'too-large' | 'too-many' | 'unwanted'

export interface ArchiveEntry {
  readonly name: string
  readonly content: Result<Uint8Array, EntryProblem>
}

interface Place {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** Reading past the end throws, which is what a damaged directory comes to. */
const placesIn = (view: DataView): readonly Place[] | ArchiveProblem => {
  let end = view.byteLength - END_LENGTH
  const first = Math.max(0, end - LONGEST_COMMENT)
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < first) return 'damaged'
  const count = view.getUint16(end + 10, true)
  if (count > MOST_BATCH_FILES) return 'too-many'
  const places: Place[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'damaged'
    const nameLength = view.getUint16(at + 28, true)
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
    places.push({
      name: new TextDecoder().decode(name),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return places
}

const contentOf = (view: DataView, place: Place, most: number): Uint8Array | EntryProblem => {
  const { flags, method, packed, size, at } = place
  if (view.getUint32(at, true) !== LOCAL_ENTRY || (flags & ENCRYPTED) !== 0) return 'damaged'
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (begin + packed > view.byteLength || (method !== STORED && method !== DEFLATED))
    return 'damaged'
  const body = new Uint8Array(view.buffer, view.byteOffset + begin, packed)
  if (method === STORED && packed > most) return 'too-large'
  const content = method === STORED ? body.slice() : inflateWithin(body, most)
  if (content === undefined) throw new TooMuch()
  return content.length === size ? content : 'damaged'
}

/** All entries in order, those that are `wanted` inflated. One that cannot be had says why and costs no other. */
export const openArchive = (
  archive: Uint8Array,
  wanted: (name: string) => boolean,
  mostBytes = MOST_BATCH_BYTES,
): Result<readonly ArchiveEntry[], ArchiveProblem> => {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const entries: ArchiveEntry[] = []
  let left = mostBytes
  try {
    const places = placesIn(view)
    if (typeof places === 'string') return err(places)
    for (const place of places) {
      if (!wanted(place.name)) {
        entries.push({ name: place.name, content: err('unwanted') })
        continue
      }
      const most = Math.min(MOST_FILE_BYTES, left)
      let content: Uint8Array | EntryProblem
      try {
        content = contentOf(view, place, most)
      } catch (error) {
        content = error instanceof TooMuch ? 'too-large' : 'damaged'
        // What was inflated in vain was work all the same: a thousand such entries are not read one after the other.
        if (error instanceof TooMuch) left -= most
      }
      if (typeof content !== 'string') left -= content.length
      entries.push({
        name: place.name,
        content:
          typeof content !== 'string'
            ? ok(content)
            : err(content === 'too-large' && most < MOST_FILE_BYTES ? 'too-many' : content),
      })
    }
    return ok(entries)
  } catch {
    return err('damaged')
  }
}
