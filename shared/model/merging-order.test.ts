/** docs/merging.md on order: what two devices move, apart. */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { expectSame, meet, newRecord, read, twin } from '../../tests/steps/two-devices'
import { kept } from '../crdt/kind'
import { agendaItems } from './record/session'

describe('reordering', () => {
  const titles = (record: Y.Doc) => read(record).agendaItems.map(({ text }) => text)
  const withItems = () => {
    const a = newRecord()
    const ids = ['one', 'two', 'three', 'four'].map((text) => agendaItems.add(a, { text }))
    // Made in one millisecond; their order must not hang on random ids.
    for (const [index, id] of ids.entries())
      agendaItems.move(a, { id, after: ids[index - 1] ?? null })
    return { a, ids }
  }

  test('moving puts an item where it was put', () => {
    const { a, ids } = withItems()
    expect(titles(a)).toEqual(['one', 'two', 'three', 'four'])
    agendaItems.move(a, { id: ids[3]!, after: ids[0]! })
    expect(titles(a)).toEqual(['one', 'four', 'two', 'three'])
    agendaItems.move(a, { id: ids[1]!, after: null })
    expect(titles(a)).toEqual(['two', 'one', 'four', 'three'])
    agendaItems.add(a, { text: 'new' })
    expect(titles(a)).toEqual(['two', 'one', 'four', 'three', 'new'])
  })

  test('two devices moving different items both see both moves, and nothing twice', () => {
    const { a, ids } = withItems()
    const b = twin(a)
    agendaItems.move(a, { id: ids[3]!, after: null })
    agendaItems.move(b, { id: ids[0]!, after: ids[2]! })
    meet(a, b)
    expectSame(a, b)
    expect(titles(a)).toEqual(['four', 'two', 'three', 'one'])
  })

  test('two devices moving different items into one gap keep both, in the same order everywhere', () => {
    const { a, ids } = withItems()
    const b = twin(a)
    agendaItems.move(a, { id: ids[3]!, after: ids[0]! })
    agendaItems.move(b, { id: ids[2]!, after: ids[0]! })
    meet(a, b)
    expectSame(a, b)
    expect([...titles(a)].sort()).toEqual(['four', 'one', 'three', 'two'])
    expect(titles(a)[0]).toBe('one')
    // And the list can still be reordered.
    agendaItems.move(a, { id: ids[1]!, after: ids[0]! })
    expect(titles(a).slice(0, 2)).toEqual(['one', 'two'])
  })

  test('two items moved into one gap can have a third put between them', () => {
    const { a, ids } = withItems()
    const b = twin(a)
    agendaItems.move(a, { id: ids[3]!, after: ids[0]! })
    agendaItems.move(b, { id: ids[2]!, after: ids[0]! })
    meet(a, b)
    const [, second, third, fourth] = read(a).agendaItems
    agendaItems.move(a, { id: fourth!.id, after: second!.id })
    expect(read(a).agendaItems.map(({ id }) => id)).toEqual([
      ids[0],
      second!.id,
      fourth!.id,
      third!.id,
    ])
    meet(a, b)
    expectSame(a, b)
  })

  test('two devices moving the same item: it stands at one place, the same on both, and nothing else moves', () => {
    const { a, ids } = withItems()
    const b = twin(a)
    agendaItems.move(a, { id: ids[0]!, after: ids[1]! })
    agendaItems.move(b, { id: ids[0]!, after: ids[3]! })
    meet(a, b)
    expectSame(a, b)
    expect([
      ['two', 'one', 'three', 'four'],
      ['two', 'three', 'four', 'one'],
    ]).toContainEqual(titles(a))
  })

  test('moving an item elsewhere does not bring back one that was deleted', () => {
    const a = newRecord()
    const [first, second] = ['one', 'two', 'three'].map((text) => agendaItems.add(a, { text }))
    const b = twin(a)
    agendaItems.remove(a, { id: first!, deleted: true })
    agendaItems.move(b, { id: second!, after: first! })
    meet(a, b)
    expectSame(a, b)
    expect(titles(a)).toHaveLength(3)
    expect(kept(read(a).agendaItems).map(({ text }) => text)).toEqual(['two', 'three'])
  })
})
