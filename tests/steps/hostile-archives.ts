/** Archives as an enemy makes them, written byte by byte: no program would. */
import { deflateRawSync } from 'node:zlib'
import { strToU8 } from 'fflate'

interface HostileEntry {
  readonly name: string
  /** Where its body begins in the bodies; two entries may share one. */
  readonly at: number
  readonly packed: number
  /** What the directory claims that it becomes. */
  readonly claims: number
  readonly method: 0 | 8
}

/** A ZIP of these entries over these bodies. Each body needs a local header of 30 bytes in front: see `localHeader`. */
const archiveOf = (
  bodies: Uint8Array,
  entries: readonly HostileEntry[],
): Uint8Array<ArrayBuffer> => {
  const names = entries.map(({ name }) => strToU8(name))
  const directory = names.reduce((length, name) => length + 46 + name.length, 0)
  const archive = new Uint8Array(bodies.length + directory + 22)
  const view = new DataView(archive.buffer)
  archive.set(bodies)
  let to = bodies.length
  entries.forEach(({ at, packed, claims, method }, index) => {
    const name = names[index] ?? new Uint8Array()
    view.setUint32(to, 0x02014b50, true)
    view.setUint16(to + 10, method, true)
    view.setUint32(to + 20, packed, true)
    view.setUint32(to + 24, claims, true)
    view.setUint16(to + 28, name.length, true)
    view.setUint32(to + 42, at, true)
    archive.set(name, to + 46)
    to += 46 + name.length
  })
  view.setUint32(to, 0x06054b50, true)
  view.setUint16(to + 8, entries.length, true)
  view.setUint16(to + 10, entries.length, true)
  view.setUint32(to + 16, bodies.length, true)
  return archive
}

const localHeader = (): Uint8Array => {
  const header = new Uint8Array(30)
  new DataView(header.buffer).setUint32(0, 0x04034b50, true)
  return header
}

const behindHeader = (body: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(30 + body.length)
  whole.set(localHeader())
  whole.set(body, 30)
  return whole
}

/** The audit's: 4 MB that 100 entries share. */
export const overlapping = (
  entries = 100,
  bytes = 4 * 1024 * 1024,
  claims = bytes,
): Uint8Array<ArrayBuffer> => {
  const body = behindHeader(new Uint8Array(bytes).fill(0x61))
  return archiveOf(
    body,
    Array.from({ length: entries }, (_, index) => ({
      name: `note ${index}.md`,
      at: 0,
      packed: bytes,
      claims,
      method: 0,
    })),
  )
}

/** Entries that share one body, which inflates to `bytes` and of which each claims something else. */
export const bomb = (
  bytes: number,
  claims: readonly number[],
  name = 'note.md',
): Uint8Array<ArrayBuffer> => {
  const packed = deflateRawSync(new Uint8Array(bytes))
  return archiveOf(
    behindHeader(packed),
    claims.map((claim) => ({ name, at: 0, packed: packed.length, claims: claim, method: 8 })),
  )
}
