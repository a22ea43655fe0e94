import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { snippets } from '../model/caseload/snippet'
import { createRecord } from './record-clock'
import { takeIn } from './taking-in'

const NOON = Date.UTC(2026, 10, 24, 12)
const noon = '2026-11-24T12:00:00.000Z'

describe('a record’s clock', () => {
  it('says when a command ran', () => {
    let now = NOON
    const record = createRecord(() => now)
    const id = snippets.add(record, { word: 'a' })
    now += 60_000
    snippets.remove(record, { id, deleted: true })
    expect(snippets.readAll(record)).toMatchObject([
      { createdAt: noon, deletedAt: '2026-11-24T12:01:00.000Z' },
    ])
  })
  it('keeps the order of what is made within one millisecond, and of what is made once the laptop’s is put back', () => {
    let now = NOON
    const record = createRecord(() => now--)
    const made = ['a', 'b', 'c'].map((word) => snippets.add(record, { word }))
    const sorted = [...snippets.readAll(record)].sort((a, b) =>
      a.createdAt.localeCompare(b.createdAt),
    )
    expect(sorted.map(({ id }) => id)).toEqual(made)
  })
  it('is not stored with the record', () => {
    const record = createRecord(() => NOON)
    expect(Y.encodeStateAsUpdate(record)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()))
  })
  it('is asked for by name when a command runs on a record that has none', () => {
    expect(() => snippets.add(new Y.Doc(), { word: 'a' })).toThrow('a record without a clock')
  })
  it('stands still for what is taken in: two laptops write the same, whatever time it is there', () => {
    const [a, b] = [createRecord(() => NOON), createRecord(() => NOON + 86_400_000)]
    for (const record of [a, b])
      takeIn(record, (into, id) => snippets.add(into, { id, word: 'hello' }))
    expect(Y.encodeStateAsUpdate(a)).toEqual(Y.encodeStateAsUpdate(b))
    const id = snippets.add(a, { word: 'later' })
    expect(snippets.readAll(a).find((one) => one.id === id)?.createdAt).toBe(noon)
  })
})
