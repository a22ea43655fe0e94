/** Notes of version 0.2.0 and before: read as they are, carried over with the first edit, and nothing of them lost. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { formerNote, fragmentOf, paragraph } from '../../../tests/steps/former-note'
import { meet, twin } from '../../../tests/steps/two-devices'
import { RECORD_SCHEMA, schemaOf } from '../../crdt/record'
import { createRecord } from '../../crdt/record-clock'
import { readExport } from '../../exchange/export'
import { type Line, linesOf, plainText, wordsOf } from '../../note-text/delta'
import { startNote } from './note'
import {
  allLines,
  noteLines,
  noteText,
  otherVersions,
  settleVersion,
  textForWriting,
} from './note-text'

const ID = '61pDE4uAHz4lFGXfgHeisQ'
const recordOf020 = (): Y.Doc => {
  const record = createRecord(Date.now)
  Y.applyUpdate(record, readFileSync('tests/fixtures/record-0.2.0.update'))
  return record
}

/** A line as `kind>depth(words)`, marks and all. */
const inShort = (lines: readonly Line[]): readonly string[] =>
  lines.map(
    ({ kind, depth, checked, runs }) =>
      `${kind}${checked ? '✓' : ''}${depth === 0 ? '' : `>${depth}`}(${runs
        .map(({ insert, attributes = {} }) =>
          [
            ...Object.entries(attributes).map(([name, value]) =>
              value === true ? name : `${name}=${value}`,
            ),
            typeof insert === 'string' ? insert : JSON.stringify(insert),
          ].join(':'),
        )
        .join('+')})`,
  )
const EVERYTHING = [
  'heading2(A heading)',
  'paragraph(Plain, +bold:bold+ and +link=https://example.org:a link+.)',
  'paragraph()',
  'bullet(one)',
  'paragraph>1(its second paragraph)',
  'bullet>1(inside)',
  'bullet(two+{"hardBreak":true}+broken)',
  'number(first)',
  'number(second)',
  'task(open)',
  'task✓(done)',
  'task✓>1(below)',
  'quote(said)',
  'bullet(quoted point)',
  'code(let a = 1)',
  'code(let b = 2)',
  'rule()',
  'paragraph(italic:The end)',
]

const typeAtEnd = (record: Y.Doc, id: string, words: string): void => {
  const text = textForWriting(record, id)
  text?.insert(text.length - 1, words, {})
}
const wordsOfNote = (record: Y.Doc, id: string): string => plainText(noteLines(record, id))

describe('a note of version 0.2.0', () => {
  test('reads with everything in it, and reading writes nothing', () => {
    const record = recordOf020()
    const before = Y.encodeStateAsUpdate(record)
    expect(inShort(allLines(record, ID))).toEqual(EVERYTHING)
    expect(noteText(record, ID)).toBeUndefined()
    expect(Y.encodeStateAsUpdate(record)).toEqual(before)
  })

  test('is carried over as it is, into a record that an older version refuses', () => {
    const record = recordOf020()
    expect(schemaOf(record)).toBe(1)
    typeAtEnd(record, ID, '!')
    expect(inShort(noteLines(record, ID))).toEqual([
      ...EVERYTHING.slice(0, -1),
      'paragraph(italic:The end+!)',
    ])
    expect(schemaOf(record)).toBe(RECORD_SCHEMA)
    expect(otherVersions(record, ID)).toEqual([])
  })

  test('comes in from an export of that version in the same lines', () => {
    const read = readExport(readFileSync('tests/fixtures/export-0.2.0.json', 'utf8'))
    if (!read.ok) throw new Error(read.error)
    expect(inShort(linesOf(read.value.records[0]?.texts[ID] ?? []))).toEqual(EVERYTHING)
  })

  test('is carried over by two laptops apart, from the same words, as one', () => {
    for (let round = 0; round < 4; round++) {
      const a = recordOf020()
      const b = twin(a)
      typeAtEnd(a, ID, ' Here.')
      textForWriting(b, ID)?.insert(0, 'There: ', {})
      meet(a, b)
      for (const record of [a, b]) {
        expect(wordsOf(noteLines(record, ID)[0]!)).toBe('There: A heading')
        expect(wordsOf(noteLines(record, ID).at(-1)!)).toBe('The end Here.')
        expect(noteLines(record, ID)).toHaveLength(EVERYTHING.length)
        expect(otherVersions(record, ID)).toEqual([])
      }
      expect(allLines(a, ID)).toEqual(allLines(b, ID))
    }
  })

  test('that is empty is one text, too', () => {
    const { record: a, id } = formerNote()
    const b = twin(a)
    startNote(a, {
      id,
      lines: [{ kind: 'paragraph', depth: 0, checked: false, runs: [{ insert: 'a' }] }],
    })
    typeAtEnd(b, id, 'b')
    meet(a, b)
    expect(wordsOfNote(a, id)).toMatch(/^(ab|ba)$/)
    expect(otherVersions(a, id)).toEqual([])
  })
})

describe('where words differ', () => {
  test('two laptops carry over different words: both are kept and said, the same on each', () => {
    const { record: a, id } = formerNote('Begun together.')
    const b = twin(a)
    fragmentOf(b, id).insert(1, [paragraph('Written on the older version.')])
    typeAtEnd(a, id, ' A.')
    typeAtEnd(b, id, ' B.')
    meet(a, b)
    for (const record of [a, b]) {
      const [other, ...more] = otherVersions(record, id)
      expect(more).toEqual([])
      const both = [wordsOfNote(record, id), plainText(other?.lines ?? [])].sort()
      expect(both).toEqual([
        'Begun together.\nWritten on the older version. B.',
        'Begun together. A.',
      ])
      // Searched, shown and exported are both.
      expect(plainText(allLines(record, id))).toContain('Another version of this note')
      for (const words of both) expect(plainText(allLines(record, id))).toContain(words)
    }
    expect(allLines(a, id)).toEqual(allLines(b, id))
  })

  test('what the older version wrote before it knew is offered, and settled with a choice', () => {
    for (const below of [true, false]) {
      const { record: a, id } = formerNote('Begun together.')
      const old = twin(a)
      typeAtEnd(a, id, ' A.')
      ;(fragmentOf(old, id).get(0) as Y.XmlElement).insert(1, [new Y.XmlText(' Late words.')])
      meet(a, old)
      const [late] = otherVersions(a, id)
      expect(plainText(late?.lines ?? [])).toBe('Begun together. Late words.')
      const b = twin(a)
      settleVersion(a, { id, version: late?.id ?? '', below })
      expect(otherVersions(a, id)).toEqual([])
      expect(plainText(allLines(a, id))).toBe(
        below ? 'Begun together. A.\nBegun together. Late words.' : 'Begun together. A.',
      )
      meet(a, b)
      expect(allLines(b, id)).toEqual(allLines(a, id))
      // What it wrote after that is news again.
      ;(fragmentOf(old, id).get(0) as Y.XmlElement).insert(2, [new Y.XmlText(' Later still.')])
      meet(a, old)
      expect(plainText(otherVersions(a, id)[0]?.lines ?? [])).toContain('Later still.')
    }
  })

  test('one version put below the other is in the text, once', () => {
    const { record: a, id } = formerNote('Begun together.')
    const b = twin(a)
    fragmentOf(b, id).insert(0, [paragraph('More.')])
    typeAtEnd(a, id, ' A.')
    typeAtEnd(b, id, ' B.')
    meet(a, b)
    const [other] = otherVersions(a, id)
    settleVersion(a, { id, version: other?.id ?? '', below: true })
    meet(a, b)
    for (const record of [a, b]) {
      expect(otherVersions(record, id)).toEqual([])
      expect(wordsOfNote(record, id)).toContain(' A.')
      expect(wordsOfNote(record, id)).toContain('More.')
    }
  })
})
