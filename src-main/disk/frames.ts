/**
 * Frames: how sealed blobs stand in a file of the sealed folder, and in a backup. A frame is marker, length, checksum,
 * blob. A torn end or a damaged stretch costs the frames it touches and no others: the reader looks for the next marker
 * whose frame checks. Format: docs/formats.md.
 */
import { createHash } from 'node:crypto'
import type { FolderContents } from '../../shared/bridge/host'

const MAGIC = Buffer.from('CONFSEAL')
const FILE_FORMAT = 1
export const FILE_HEAD = Buffer.concat([MAGIC, Buffer.from([FILE_FORMAT, 0, 0, 0])])
const MARKER = Buffer.from([0xc0, 0x4e, 0xf1, 0xda])
const FRAME_HEAD = 16
const CHECKSUM_BYTES = 8
const MOST_BLOB_BYTES = 64 * 1024 * 1024

export const checksumOf = (blob: Uint8Array): Buffer =>
  createHash('sha256').update(blob).digest().subarray(0, CHECKSUM_BYTES)

export const toFrame = (blob: Uint8Array): Buffer => {
  const frame = Buffer.alloc(FRAME_HEAD + blob.length)
  MARKER.copy(frame)
  frame.writeUInt32LE(blob.length, 4)
  checksumOf(blob).copy(frame, 8)
  frame.set(blob, FRAME_HEAD)
  return frame
}

export interface Scan extends FolderContents {
  readonly tail: string
  readonly newer: boolean
}

/** How often a file's bytes may be hashed in vain; a stretch that is damaged takes them once. */
const MOST_VAIN_TIMES = 8
const MOST_VAIN_BYTES = 64 * 1024 * 1024

/** So many frames are read between two looks at the clock. */
const FRAMES_A_LOOK = 10_000

/**
 * Reads every whole frame of a file's bytes, whatever lies between them. `isLate` may end it: what was not read by then
 * counts as damaged. Our own folder is read to its end.
 */
export const scanFrames = (file: Buffer, isLate: () => boolean = () => false): Scan => {
  const newer =
    file.subarray(0, MAGIC.length).equals(MAGIC) && (file[MAGIC.length] ?? 0) > FILE_FORMAT
  const blobs: Uint8Array[] = []
  let damaged = 0
  let tail = ''
  let at = FILE_HEAD.length
  // A file of nothing but markers, each of which claims all that follows, would be hashed for days.
  let vain = MOST_VAIN_TIMES * file.length + MOST_VAIN_BYTES
  for (let frame = 1; !newer && at < file.length && vain >= 0; frame++) {
    if (frame % FRAMES_A_LOOK === 0 && isLate()) {
      damaged++
      break
    }
    const start = file.indexOf(MARKER, at)
    if (start !== at) damaged++
    if (start < 0) break
    const length =
      start + FRAME_HEAD <= file.length ? file.readUInt32LE(start + 4) : Number.POSITIVE_INFINITY
    const end = start + FRAME_HEAD + length
    const blob =
      length <= MOST_BLOB_BYTES && end <= file.length
        ? file.subarray(start + FRAME_HEAD, end)
        : undefined
    const checksum = file.subarray(start + 8, start + FRAME_HEAD)
    if (blob !== undefined && checksumOf(blob).equals(checksum)) {
      blobs.push(blob)
      tail = checksum.toString('hex')
      at = end
    } else {
      if (start === at) damaged++
      vain -= blob?.length ?? 0
      at = start + 1
      const next = file.indexOf(MARKER, at)
      at = next < 0 ? file.length : next
    }
  }
  return { blobs, damaged, tail, newer }
}
