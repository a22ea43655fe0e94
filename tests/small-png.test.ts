/** The small copies of pictures in docs/screens/: whole PNGs, with the colors of what they show. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smallPng } from './pictures/small-png'

/** The colors of a PNG of ours, pixel by pixel, as blue, green, red. */
const colorsIn = (png: Buffer, width: number): readonly (readonly number[])[] => {
  const contentOf = (name: string): Buffer => {
    const at = png.indexOf(name, 0, 'latin1')
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
  }
  const colors = contentOf('PLTE')
  return [...inflateSync(contentOf('IDAT'))]
    .filter((_index, at) => at % (width + 1) !== 0)
    .map((index) => [
      colors[index * 3 + 2] ?? -1,
      colors[index * 3 + 1] ?? -1,
      colors[index * 3] ?? -1,
    ])
}

test('a picture of few colors keeps each of them', () => {
  const pixels = Uint8Array.from([9, 8, 7, 255, 250, 251, 252, 255, 9, 8, 7, 255, 0, 0, 200, 255])
  expect(colorsIn(smallPng(2, 2, pixels), 2)).toEqual([
    [9, 8, 7],
    [250, 251, 252],
    [9, 8, 7],
    [0, 0, 200],
  ])
})

test('a picture of many colors keeps each nearly', () => {
  const shades = Array.from({ length: 256 }, (_, shade) => [shade, shade, 255 - shade, 255])
  const kept = colorsIn(smallPng(16, 16, Uint8Array.from(shades.flat())), 16)
  expect(kept).toHaveLength(256)
  for (const [at, [blue = 0, green = 0, red = 0]] of kept.entries())
    expect(
      Math.max(Math.abs(blue - at), Math.abs(green - at), Math.abs(red - 255 + at)),
    ).toBeLessThan(12)
})

test('all pictures together are small enough to keep', () => {
  const sizes = readdirSync('docs/screens').map((name) => statSync(join('docs/screens', name)).size)
  expect(sizes.length).toBeGreaterThan(50)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000)
})
