/** What may be opened as a picture, by what it says at its beginning. */
import { expect, test } from 'vitest'
import { pictureFits } from './picture-size'

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))
const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, at) => (value / 256 ** (bytes - 1 - at)) & 255)
const little = (value: number, bytes: number): number[] => big(value, bytes).reverse()
const file = (...parts: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([...parts.flat(), ...Array.from({ length: 40 }, () => 0)])

const PICTURES: Readonly<Record<string, (width: number, height: number) => Uint8Array>> = {
  PNG: (width, height) =>
    file(letters('\x89PNG\r\n\x1a\n'), big(13, 4), letters('IHDR'), big(width, 4), big(height, 4)),
  JPEG: (width, height) =>
    file(
      [0xff, 0xd8],
      // A table that is no frame, with what looks like one in it, and a filler.
      [0xff, 0xc4, 0, 6, 0xff, 0xc0, 0, 1],
      [0xff, 0xff, 0xc2, 0, 17, 8],
      big(height, 2),
      big(width, 2),
    ),
  'WebP with losses': (width, height) =>
    file(
      letters('RIFF0000WEBPVP8 '),
      [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a],
      little(width, 2),
      little(height, 2),
    ),
  'WebP without losses': (width, height) =>
    file(
      letters('RIFF0000WEBPVP8L'),
      [0, 0, 0, 0, 0x2f],
      little(width - 1 + (height - 1) * 2 ** 14, 4),
    ),
  'WebP with more to it': (width, height) =>
    file(
      letters('RIFF0000WEBPVP8X'),
      [0, 0, 0, 0, 0, 0, 0, 0],
      little(width - 1, 3),
      little(height - 1, 3),
    ),
}

test.each(Object.entries(PICTURES))('a photograph as %s is opened, a huge one is not', (_, of) => {
  expect(pictureFits(of(4032, 3024))).toBe(true)
  expect(pictureFits(of(16_000, 16_000))).toBe(false)
})

test('nothing else is opened, and nothing that ends too soon', () => {
  for (const text of [
    '',
    'GIF89a',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'BM',
    '\xff\xd8\xff',
  ])
    expect(pictureFits(Uint8Array.from(letters(text)))).toBe(false)
  expect(pictureFits(file([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBe(false)
  for (const of of Object.values(PICTURES))
    for (let end = 0; end < 30; end++)
      expect(pictureFits(of(100, 100).subarray(0, end))).toBe(false)
})
