/** docs/merging.md on what two devices make of the same thing, apart: a first card, a sample, a file taken in. */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { expectSame, meet, newRecord, read, TODAY, twin } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import type { Provenance } from '../crdt/visibility'
import { makeExport, readExport, takeInCaseload } from '../exchange/export'
import { type IncomingNote, takeInNotes } from '../exchange/import-notes'
import { plainLine } from '../note-text/delta'
import { briefOf } from '../views/brief'
import {
  directoryOf,
  editResource,
  keepCard,
  linesOfCards,
  removeResource,
  resources,
} from './caseload/resource'
import { markSample, readSample, removeSample } from './caseload/sample'
import { snippets } from './caseload/snippet'
import { ownTemplates, templatesWith } from './caseload/template'
import { createVaultProjector } from './projection'
import { agreements, standingAgreements } from './record/agreement'
import { groupLines, groupSessions, linesIn } from './record/group-session'
import { learningPlans, plansInOrder } from './record/learning-plan'
import { notes } from './record/note'
import { noteText } from './record/note-text'
import { preps } from './record/session'

describe('two of what a screen shows as one', () => {
  test('agreements, private lines, prep forms and plans made on each device are all shown', () => {
    const a = newRecord()
    const b = twin(a)
    for (const [record, words] of [
      [a, 'from a'],
      [b, 'from b'],
    ] as const) {
      agreements.add(record, { clauses: { wishes: words }, madeOn: TODAY })
      groupLines.add(record, { groupSession: 'g', text: words })
      preps.add(record, { date: TODAY, wins: words, avoid: words })
      learningPlans.add(record, { date: TODAY, sections: { values: words } })
    }
    meet(a, b)
    expectSame(a, b)
    const both = ['from a', 'from b']
    const now = read(a)
    expect(
      standingAgreements(now.agreements)
        .map(({ clauses }) => clauses.wishes)
        .sort(),
    ).toEqual(both)
    expect(
      linesIn(now.groupLines, 'g')
        .map(({ text }) => text)
        .sort(),
    ).toEqual(both)
    const brief = briefOf(now, [], TODAY)
    expect(brief.preps.map(({ wins }) => wins).sort()).toEqual(both)
    for (const words of both) expect(brief.avoid).toContain(words)
    expect(
      plansInOrder(now.learningPlans)
        .map(({ sections }) => sections.values)
        .sort(),
    ).toEqual(both)
  })

  test('two first support cards are one card with the lines of both, and saving it makes them one', () => {
    const a = createRecord(Date.now)
    const b = twin(a)
    const line = (name: string) => ({ name, reach: '1', when: '' })
    keepCard(a, [line('both'), line('from a')])
    keepCard(b, [line('both'), line('from b')])
    meet(a, b)
    const cards = (vault: Y.Doc) => linesOfCards(createVaultProjector(vault).project().supportCards)
    expect(
      cards(a)
        ?.map(({ name }) => name)
        .sort(),
    ).toEqual(['both', 'from a', 'from b'])
    expect(cards(b)).toEqual(cards(a))
    keepCard(a, [line('both')])
    meet(a, b)
    expect(cards(b)).toEqual([line('both')])
  })

  test('a shipped template and a shipped resource changed on both devices are both in the list', () => {
    const a = createRecord(Date.now)
    const b = twin(a)
    const [shipped] = directoryOf([])
    for (const [vault, title] of [
      [a, 'from a'],
      [b, 'from b'],
    ] as const) {
      ownTemplates.add(vault, { title, replaces: 'grow' })
      editResource(vault, { resource: shipped!, next: { ...resources.empty, name: title } })
    }
    meet(a, b)
    const now = createVaultProjector(a).project()
    const titles = templatesWith(now.templates).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['from a', 'from b']))
    expect(titles).not.toContain('GROW')
    const names = directoryOf(now.resources).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['from a', 'from b']))
    expect(names).not.toContain(shipped!.name)
  })

  test('a shipped resource removed on one device and changed on the other is the changed one', () => {
    const a = createRecord(Date.now)
    const b = twin(a)
    const [shipped] = directoryOf([])
    const removed = removeResource(a, shipped!)
    expect(removed).not.toBe(shipped!.id)
    editResource(b, { resource: shipped!, next: { ...resources.empty, name: 'from b' } })
    meet(a, b)
    const now = directoryOf(createVaultProjector(a).project().resources)
    expect(now.filter(({ shipped: of }) => of === shipped!.shipped)).toMatchObject([
      { name: 'from b' },
    ])
    // The coach's own one can be removed, too.
    const own = now.find(({ name }) => name === 'from b')!
    expect(removeResource(a, own)).toBe(own.id)
    expect(directoryOf(createVaultProjector(a).project().resources)).not.toContainEqual(own)
  })

  test('two sample caseloads are marked, and removed, as one', () => {
    const a = createRecord(Date.now)
    const b = twin(a)
    markSample(a, { records: ['a'], weeks: [], groups: [] })
    markSample(b, { records: ['b'], weeks: [], groups: [] })
    meet(a, b)
    expect([...(readSample(a)?.records ?? [])].sort()).toEqual(['a', 'b'])
    removeSample(a, undefined)
    meet(a, b)
    expect(readSample(b)).toBeNull()
  })
})

describe('taking in', () => {
  const page = (words: string): IncomingNote => ({
    id: 'the-file-of-22-letters',
    title: 'Imported',
    date: TODAY,
    themes: ['sleep'],
    text: [plainLine(words)],
  })
  const take = (record: Y.Doc, words = 'From the file.', provenance: Provenance = 'coach') =>
    takeInNotes(record, { notes: [page(words)], provenance })

  test('one file imported on two devices, then edited on each, is one note with both edits', () => {
    for (let round = 0; round < 4; round++) {
      const a = newRecord()
      const b = twin(a)
      const [id] = take(a)
      expect(take(b)).toEqual([id])
      noteText(a, id!)?.insert(14, ' On A.')
      noteText(b, id!)?.insert(0, 'On B. ')
      notes.edit(a, { id: id!, next: { themes: ['sleep', 'a'] } })
      notes.edit(b, { id: id!, next: { title: 'Mine' } })
      meet(a, b)
      expectSame(a, b)
      expect(read(a).notes).toMatchObject([
        {
          title: 'Mine',
          themes: ['a', 'sleep'],
          body: 'On B. From the file. On A.',
          returned: false,
        },
      ])
      expect(take(a)).toEqual([])
    }
  })

  test('one file imported into a record of version 0.2.0 and into the same record brought up to date is one note', () => {
    const a = newRecord()
    a.getMap('meta').set('schema', 1)
    const b = twin(a)
    notes.add(b, { date: TODAY })
    const [id] = take(a)
    expect(take(b)).toEqual([id])
    noteText(a, id!)?.insert(14, ' On A.')
    meet(a, b)
    expectSame(a, b)
    expect(read(b).notes.find((note) => note.id === id)?.body).toBe('From the file. On A.')
  })

  test('what differs stays apart: other words, or another’s words', () => {
    const a = newRecord()
    const b = twin(a)
    take(a)
    take(b, 'From the file.', 'mentee')
    meet(a, b)
    expectSame(a, b)
    expect(
      read(a)
        .notes.map(({ provenance }) => provenance)
        .sort(),
    ).toEqual(['coach', 'mentee'])
    expect(take(b, 'Another reading of the same file.')).toEqual([])
  })

  test('one export taken in on two devices, then edited on each, is one caseload with both edits', () => {
    const from = createRecord(Date.now)
    const group = groupSessions.add(from, {
      group: 'B',
      present: ['r'.repeat(22)],
      notes: 'Notes.',
    })
    const snippet = snippets.add(from, { word: 'smart', text: 'Specific.' })
    const read = readExport(
      JSON.stringify(
        makeExport(createVaultProjector(from).project(), [], '2026-11-24T00:00:00.000Z'),
      ),
    )
    if (!read.ok) throw new Error(read.error)
    const a = createRecord(Date.now)
    const b = twin(a)
    // Each makes records, and keys, of its own.
    takeInCaseload(a, { given: read.value, records: new Map([['r'.repeat(22), 'on-a']]) })
    takeInCaseload(b, { given: read.value, records: new Map([['r'.repeat(22), 'on-b']]) })
    groupSessions.edit(a, { id: group, next: { notes: 'Notes. And A.' } })
    snippets.edit(b, { id: snippet, next: { text: 'Specific, says B.' } })
    meet(a, b)
    const [first, second] = [a, b].map((vault) => createVaultProjector(vault).project())
    expect(second).toEqual(first)
    expect(first).toMatchObject({
      groupSessions: [{ id: group, notes: 'Notes. And A.', present: ['on-a', 'on-b'] }],
      snippets: [{ id: snippet, text: 'Specific, says B.' }],
    })
    expect(takeInCaseload(a, { given: read.value, records: new Map() })).toBe(0)
    expect(createVaultProjector(a).project()).toEqual(first)
  })

  test('what a device wrote before and writes after an import is its own', () => {
    const a = newRecord()
    const own = a.clientID
    take(a)
    expect(a.clientID).toBe(own)
    const updates: boolean[] = []
    a.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) =>
      updates.push(local),
    )
    takeInNotes(a, { notes: [{ ...page('More.'), id: 'another' }], provenance: 'coach' })
    // Sealed and sent like everything that is written here.
    expect(updates).toEqual([true])
  })
})
