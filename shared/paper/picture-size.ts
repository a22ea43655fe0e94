/**
 * How large a picture says that it is, before anybody makes room for its pixels: a small file may be a picture of many
 * gigabytes. A PNG, a JPEG or a WebP; whatever else is no photograph of a sheet.
 */

interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The largest cameras of phones have 200 million, and give so many only when they are told to. */
const MOST_PIXELS = 120_000_000

/** Of a JPEG: in the first of its frames, which stands behind segments that each say how long they are. */
const jpegSize = (view: DataView): PictureSize | undefined => {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    const marker = view.getUint16(at)
    // FFC0 to FFCF are frames, but for the tables among them.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // A marker may have more of FF before it.
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

const webpSize = (view: DataView, sort: string): PictureSize | undefined => {
  if (sort === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (sort === 'VP8L') {
    const both = view.getUint32(21, true)
    return { width: (both & 0x3fff) + 1, height: ((both >> 14) & 0x3fff) + 1 }
  }
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  return sort === 'VP8X' ? { width: three(24) + 1, height: three(27) + 1 } : undefined
}

const SHORTEST = 30

const sizeOf = (bytes: Uint8Array): PictureSize | undefined => {
  if (bytes.length < SHORTEST) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  if (start.startsWith('\x89PNG\r\n\x1a\n') && start.endsWith('IHDR'))
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (start.startsWith('\xff\xd8\xff')) return jpegSize(view)
  return start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'
    ? webpSize(view, start.slice(12))
    : undefined
}

/** Whether it is a picture that may be opened. */
export const pictureFits = (bytes: Uint8Array): boolean => {
  const size = sizeOf(bytes)
  return size !== undefined && size.width * size.height <= MOST_PIXELS
}
