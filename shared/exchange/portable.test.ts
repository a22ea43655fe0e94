/** Portable records: what is given out reads exactly the same when it is taken in. */

import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { sampleOn } from '../../tests/steps/sample'
import { newId } from '../base/id'
import { createRecord } from '../crdt/record-clock'
import { addSampleWeeks } from '../demo/sample-caseload'
import { setSettings } from '../model/caseload/caseload'
import { resources } from '../model/caseload/resource'
import { savedSearches } from '../model/caseload/saved-search'
import { ownWords, snippets } from '../model/caseload/snippet'
import { RECORD_KINDS, type RecordKind } from '../model/kinds'
import { leaving } from '../model/leaving'
import {
  createProjector,
  createVaultProjector,
  kept,
  type RecordProjection,
} from '../model/projection'
import { createMentee } from '../model/record/mentee'
import { notes, startNote } from '../model/record/note'
import { plainLine } from '../note-text/delta'
import { makeExport, readExport, recordToMarkdown, takeInCaseload } from './export'
import { type HandOver, openHandOver, sealHandOver } from './hand-over'
import { fromPortable, type Portable, toPortable } from './portable'

const TODAY = '2026-11-23'

beforeAll(() => sodium.ready)

const project = (id: string, doc: Y.Doc): RecordProjection => createProjector(id, doc).project()

const sampleRecords = () => sampleOn(TODAY).docs.map(({ doc }) => ({ id: newId(), doc }))

/** Everything that may leave to the coach, without what is in the bin. */
const comparable = (record: RecordProjection) => ({
  ...Object.fromEntries(
    (Object.keys(RECORD_KINDS) as RecordKind[])
      .filter((kind) => kind !== 'escalations')
      .map((kind) => [kind, kept(record[kind] as readonly { deletedAt: string | null }[])]),
  ),
  // Taken in, it says from which record.
  mentee: { ...record.mentee, cameFrom: '' },
  reachMarks: record.reachMarks,
})

describe('an export', () => {
  test('of the sample caseload, taken into an empty vault, is the same caseload', () => {
    const vault = createRecord(Date.now)
    addSampleWeeks(vault, TODAY)
    resources.add(vault, { name: 'Student health' })
    snippets.add(vault, { word: 'closing', text: 'Goodbye, {mentee}.' })
    ownWords.add(vault, { word: 'clerkships' })
    savedSearches.add(vault, { query: 'kind:goal overdue' })
    setSettings(vault, { cadenceWeeks: 6, smartSpecific: 'What exactly' })
    const records = sampleRecords()
    const portables = records.map(({ id, doc }) => {
      const record = project(id, doc)
      return toPortable(record, leaving(record, 'coach').items, doc)
    })
    const vaultBefore = createVaultProjector(vault).project()
    const text = JSON.stringify(makeExport(vaultBefore, portables, '2026-11-23T10:00:00.000Z'))

    const read = readExport(text)
    if (!read.ok) throw new Error(read.error)
    const fresh = createRecord(Date.now)
    expect(takeInCaseload(fresh, { given: read.value, records: new Map() })).toBe(0)
    const vaultAfter = createVaultProjector(fresh).project()
    expect(vaultAfter.settings).toEqual(vaultBefore.settings)
    expect(vaultAfter.reachWeeks).toEqual(vaultBefore.reachWeeks)
    for (const kind of ['resources', 'snippets', 'ownWords', 'savedSearches'] as const)
      expect(vaultAfter[kind]).toEqual(vaultBefore[kind])
    for (const [index, portable] of read.value.records.entries()) {
      const doc = createRecord(Date.now)
      expect(fromPortable(doc, portable)).toBe(0)
      const { id, doc: original } = records[index] ?? { id: '', doc: createRecord(Date.now) }
      expect(comparable(project(id, doc))).toEqual(comparable(project(id, original)))
      // And once more: the texts, too, are the same to the letter and the mark.
      const again = toPortable(project(id, doc), leaving(project(id, doc), 'coach').items, doc)
      expect(again.texts).toEqual(portable.texts)
    }
  })

  test('as Markdown holds the headings and the words', () => {
    const doc = createRecord(Date.now)
    createMentee(doc, { name: 'Amara Osei' })
    const id = notes.add(doc, { title: 'First meeting', date: TODAY })
    startNote(doc, {
      id,
      lines: [plainLine('What was said', { kind: 'heading2' }), plainLine('She laughed.')],
    })
    const record = project('r', doc)
    const markdown = recordToMarkdown(
      toPortable(record, leaving(record, 'coach').items, doc),
      (code) => code,
    )
    expect(markdown).toContain('# Amara Osei')
    expect(markdown).toContain('### First meeting')
    expect(markdown).toContain('### What was said\n\nShe laughed.')
  })

  test('that is damaged, newer or something else is refused by name', () => {
    expect(readExport('nothing')).toEqual({ ok: false, error: 'not-an-export' })
    expect(readExport('{"format":"confidant-export","version":3}')).toEqual({
      ok: false,
      error: 'newer',
    })
    expect(readExport('{"format":"confidant-export","version":1}')).toEqual({
      ok: false,
      error: 'damaged',
    })
  })

  test('with a text deeper than the editor can go is damaged', () => {
    const id = 'i'.repeat(22)
    const nested = (depth: number): unknown => ({
      name: 'blockquote',
      attributes: {},
      children: depth === 0 ? [] : [nested(depth - 1)],
    })
    const put = (depth: number) =>
      readExport(
        JSON.stringify({
          format: 'confidant-export',
          version: 1,
          exportedAt: '',
          settings: {},
          caseload: {},
          records: [
            {
              id,
              mentee: {},
              archivedAt: null,
              createdAt: '',
              summary: '',
              items: [],
              texts: { [id]: [nested(depth)] },
              reachMarks: {},
            },
          ],
        }),
      )
    expect(put(90).ok).toBe(true)
    expect(put(110)).toEqual({ ok: false, error: 'damaged' })
  })

  test('5,000 random damages: an error by name or a vault that can be read, never an exception', () => {
    const record = sampleRecords()[1] ?? { id: '', doc: createRecord(Date.now) }
    const projection = project(record.id, record.doc)
    const small: Portable = toPortable(
      projection,
      leaving(projection, 'coach').items.slice(0, 12),
      record.doc,
    )
    const text = JSON.stringify(
      makeExport(
        createVaultProjector(createRecord(Date.now)).project(),
        [small],
        '2026-11-23T10:00:00.000Z',
      ),
    )
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.nat(40),
        fc.string({ maxLength: 6 }),
        (at, cut, put) => {
          const read = readExport(text.slice(0, at) + put + text.slice(at + cut))
          if (!read.ok) return
          const doc = createRecord(Date.now)
          for (const portable of read.value.records) fromPortable(doc, portable)
          project('damaged', doc)
          takeInCaseload(createRecord(Date.now), { given: read.value, records: new Map() })
        },
      ),
      { numRuns: 5000 },
    )
  })
})

describe('a hand-over', () => {
  const handOver = (): HandOver => {
    const { id, doc } = sampleRecords()[1] ?? { id: '', doc: createRecord(Date.now) }
    const record = project(id, doc)
    const { items, staysBehind } = leaving(record, 'next-coach')
    return {
      from: 'Dr. Ama Boateng',
      createdAt: '2026-11-23T10:00:00.000Z',
      until: null,
      mentees: [toPortable(record, items, doc, 'Approved by the mentee.')],
      staysBehind: { [id]: staysBehind as Record<string, number> },
    }
  }

  test('opens with its code and no other, and holds no memory aid', () => {
    const given = handOver()
    const { file, code } = sealHandOver(given)
    expect(file).not.toContain(String(given.mentees[0]?.mentee.name))
    expect(openHandOver(file, code.join(' '))).toEqual({ ok: true, value: given })
    const other = sealHandOver(given).code.join(' ')
    expect(openHandOver(file, other)).toEqual({ ok: false, error: 'wrong-code' })
    expect(openHandOver(file, 'ABC')).toMatchObject({ ok: false, error: { kind: 'length' } })
    expect(JSON.stringify(given)).not.toContain('memory-aid')
  })

  test('is taken in whole: a field that stayed behind costs no item', () => {
    const given = handOver()
    const [portable] = given.mentees
    if (portable === undefined) throw new Error('nobody')
    expect(portable.items.length).toBeGreaterThan(3)
    const doc = createRecord(Date.now)
    expect(fromPortable(doc, portable)).toBe(0)
    const here = project('here', doc)
    for (const { kind, id, values } of portable.items)
      expect(
        (here[kind as 'goals'] as readonly { readonly id: string }[]).find((one) => one.id === id),
      ).toMatchObject({ ...(typeof values.title === 'string' ? { title: values.title } : {}) })
  })

  test.each(['constructor', '__proto__', 'toString', 'nothing'])(
    'an item of a kind “%s” stays out, and is counted; the others come in',
    (kind) => {
      const [portable] = handOver().mentees
      if (portable === undefined) throw new Error('nobody')
      const strange = { kind, id: newId(), values: {} }
      const doc = createRecord(Date.now)
      expect(fromPortable(doc, { ...portable, items: [strange, ...portable.items] })).toBe(1)
      expect(project('here', doc).goals.length).toBeGreaterThan(0)
    },
  )

  test('5,000 random damages of the file: refused by name, nothing taken in', () => {
    const given = handOver()
    const { file, code } = sealHandOver(given)
    fc.assert(
      fc.property(
        fc.nat(file.length - 1),
        fc.nat(30),
        fc.string({ maxLength: 4 }),
        (at, cut, put) => {
          const damaged = file.slice(0, at) + put + file.slice(at + cut)
          const read = openHandOver(damaged, code.join(''))
          // White space around the JSON changes nothing; everything else is an error.
          if (read.ok) expect(read.value).toEqual(given)
          else expect(read.error).toBeTypeOf('string')
        },
      ),
      { numRuns: 5000 },
    )
  })
})
