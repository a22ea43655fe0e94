/** Random edits of one text by two people: every word that either wrote is there once, every word that one took is gone. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { editText } from '../../shared/crdt/text-edit'

const RUNS = Number(process.env.HISTORIES ?? 300)

const BASE = [
  'sun',
  'été',
  'zoë🙂',
  '🇩🇪🇫🇷',
  '👩‍👩‍👧',
  'cafe\u0301',
  'tea',
  'no—yes',
  '日本語',
  'end\r\n',
]

interface Change {
  readonly at: number
  readonly what: 'add' | 'take' | 'replace'
}
const changes = fc.array(
  fc.record({ at: fc.nat(BASE.length * 2), what: fc.constantFrom('add', 'take', 'replace') }),
  { maxLength: 5 },
)

/** Each word of the base stands once, with a letter, so that every word can be told from every other. */
const baseWords = (length: number): string[] =>
  Array.from(
    { length },
    (_, index) => `${String.fromCharCode(65 + index)}${BASE[index % BASE.length]}`,
  )

const changed = (words: readonly string[], all: readonly Change[], mark: string) => {
  const next = [...words]
  const added: string[] = []
  for (const [index, { at, what }] of all.entries()) {
    const place = at % (next.length + 1)
    const word = `${mark}👩‍👩‍👦${index}`
    if (what !== 'add' && place < next.length && !next[place]?.startsWith(mark))
      next.splice(place, 1)
    if (what !== 'take') {
      next.splice(place, 0, word)
      added.push(word)
    }
  }
  return { next, added }
}

test('every added word is there once, in its writer’s order; every taken word is gone; the rest stays', () => {
  fc.assert(
    fc.property(fc.nat(12), changes, changes, (length, theirs, mine) => {
      const base = baseWords(length)
      const [a, b] = [changed(base, theirs, 'T'), changed(base, mine, 'M')]
      const text = new Y.Doc().getText()
      text.insert(0, a.next.join(' '))
      editText(text, base.join(' '), b.next.join(' '))
      const both = text.toString()
      for (const word of [...a.added, ...b.added]) expect(both.split(word)).toHaveLength(2)
      for (const word of base)
        expect(both.split(word).length - 1, word).toBe(
          a.next.includes(word) && b.next.includes(word) ? 1 : 0,
        )
      const order = (mark: string) =>
        [...both.matchAll(new RegExp(`${mark}👩‍👩‍👦\\d+`, 'gu'))].map(([word]) => word)
      expect(order('T')).toEqual(a.next.filter((word) => word.startsWith('T')))
      expect(order('M')).toEqual(b.next.filter((word) => word.startsWith('M')))
    }),
    { numRuns: RUNS },
  )
})

test('without another’s edit the text becomes what the person made of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (base, next) => {
      const text = new Y.Doc().getText()
      text.insert(0, base)
      editText(text, base, next)
      expect(text.toString()).toBe(next)
    }),
    { numRuns: RUNS },
  )
})
