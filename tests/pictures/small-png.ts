/**
 * A picture as a PNG of 64 colors, a third of the size: screens have few, and shades between letters and paper
 * that nobody tells apart. Colors are gathered into boxes, the box with the widest spread is cut in two where half of
 * its pixels are on either side (median cut), and each box becomes the mean of what is in it.
 */
import { crc32, deflateSync } from 'node:zlib'

const MOST_COLORS = 64

type Color = readonly [red: number, green: number, blue: number]
interface Counted {
  readonly color: Color
  readonly count: number
}
type Box = readonly Counted[]

const CHANNELS = [0, 1, 2] as const

/** The channel in which a box is widest, and how much weight cutting it there has. */
const spreadOf = (
  box: Box,
): { readonly channel: (typeof CHANNELS)[number]; readonly width: number } => {
  const widths = CHANNELS.map((channel) => {
    const values = box.map(({ color }) => color[channel])
    return {
      channel,
      width:
        values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255),
    }
  })
  return widths.reduce((widest, next) => (next.width > widest.width ? next : widest))
}

const cut = (box: Box): readonly Box[] => {
  const { channel } = spreadOf(box)
  const sorted = [...box].sort((a, b) => a.color[channel] - b.color[channel])
  const half = sorted.reduce((sum, { count }) => sum + count, 0) / 2
  let before = 0
  let at = 0
  while (at < sorted.length - 1 && (before < half || at === 0)) before += sorted[at++]?.count ?? 0
  return [sorted.slice(0, at), sorted.slice(at)]
}

const meanOf = (box: Box): Color => {
  const all = box.reduce((sum, { count }) => sum + count, 0)
  const mean = (channel: (typeof CHANNELS)[number]): number =>
    Math.round(box.reduce((sum, { color, count }) => sum + color[channel] * count, 0) / all)
  return [mean(0), mean(1), mean(2)]
}

const chunk = (name: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(content.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** `pixels`: four bytes a pixel, blue, green, red and one that is not looked at, row by row (Electron's bitmaps). */
export const smallPng = (width: number, height: number, pixels: Uint8Array): Buffer => {
  const counts = new Map<number, number>()
  const keyAt = (pixel: number): number =>
    ((pixels[pixel * 4 + 2] ?? 0) << 16) |
    ((pixels[pixel * 4 + 1] ?? 0) << 8) |
    (pixels[pixel * 4] ?? 0)
  for (let pixel = 0; pixel < width * height; pixel++)
    counts.set(keyAt(pixel), (counts.get(keyAt(pixel)) ?? 0) + 1)
  let boxes: readonly Box[] = [
    [...counts].map(([key, count]) => ({ color: [key >> 16, (key >> 8) & 255, key & 255], count })),
  ]
  while (boxes.length < MOST_COLORS) {
    const weight = (box: Box): number =>
      box.length < 2
        ? 0
        : spreadOf(box).width * Math.sqrt(box.reduce((sum, { count }) => sum + count, 0))
    const heaviest = boxes.reduce((best, next) => (weight(next) > weight(best) ? next : best))
    if (heaviest.length < 2) break
    boxes = boxes.flatMap((box) => (box === heaviest ? cut(box) : [box]))
  }
  const indexes = new Map(
    boxes.flatMap((box, index) =>
      box.map(
        ({ color: [red, green, blue] }) => [(red << 16) | (green << 8) | blue, index] as const,
      ),
    ),
  )
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexes.get(keyAt(y * width + x)) ?? 0
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(boxes.flatMap(meanOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
