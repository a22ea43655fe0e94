/** Bytes of a text file, as programs write them. */
import { expect, test } from 'vitest'
import { decodeText } from './decode-text'

const TEXT = 'Name,Group\nJosé Núñez,B'
const utf16 = (mark: readonly number[], high: 0 | 1): Uint8Array =>
  Uint8Array.from([
    ...mark,
    ...[...TEXT].flatMap((letter) => {
      const code = letter.charCodeAt(0)
      return high === 1 ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  ])

test.each([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
  ['UTF-16 of Windows', utf16([0xff, 0xfe], 1)],
  ['UTF-16 of others', utf16([0xfe, 0xff], 0)],
  ['the Western alphabet of Windows', Uint8Array.from(TEXT, (letter) => letter.charCodeAt(0))],
])('%s keeps its letters', (_name, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT)
})

test('bytes that are no text at all are still some text, which no reader takes for its own', () => {
  expect(() => decodeText(Uint8Array.of(0xff))).not.toThrow()
  expect(decodeText(new Uint8Array())).toBe('')
})
