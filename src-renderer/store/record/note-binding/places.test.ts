/** A place in a note's text, told by one laptop and found on another (places.ts). */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../../../shared/crdt/record-clock'
import { notes, startNote } from '../../../../shared/model/record/note'
import { noteText } from '../../../../shared/model/record/note-text'
import { plainLine } from '../../../../shared/note-text/delta'
import { type Desk, openDesk } from '../../../../tests/property/note-desk'
import { meet, newRecord, TODAY } from '../../../../tests/steps/two-devices'
import { placeAt, positionOf } from './places'

const two = () => {
  const a = newRecord()
  const id = notes.add(a, { date: TODAY })
  startNote(a, {
    id,
    lines: [
      plainLine('above'),
      plainLine('the middle 😀 line', { kind: 'bullet', depth: 1 }),
      plainLine(''),
      plainLine('below'),
    ],
  })
  const b = createRecord(Date.now)
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  const text = (record: Y.Doc): Y.Text => {
    const found = noteText(record, id)
    if (found === undefined) throw new Error('no text')
    return found
  }
  return { a, b, desks: [openDesk(a, id), openDesk(b, id)] as const, text }
}
const type = (desk: Desk, at: number, words: string): void =>
  desk.dispatch(desk.state().tr.insertText(words, at))

describe('a place', () => {
  test('is the same position on both, wherever a caret can be', () => {
    const { a, b, desks, text } = two()
    const { doc } = desks[0].state()
    let tried = 0
    for (let position = 1; position < doc.content.size; position++) {
      if (!doc.resolve(position).parent.isTextblock) continue
      const place = placeAt(text(a), doc, position)
      expect(positionOf(text(b), desks[1].state().doc, place)).toBe(position)
      tried++
    }
    expect(tried).toBe(32)
  })

  test('stays with its letter while the other one types in front of it, and behind it', () => {
    const { a, b, desks, text } = two()
    const [here, there] = desks
    const place = placeAt(text(a), here.state().doc, 4)
    type(there, 1, 'well ')
    expect(positionOf(text(b), there.state().doc, place)).toBe(9)
    type(there, 9, '!')
    expect(positionOf(text(b), there.state().doc, place)).toBe(9)
    meet(a, b)
    expect(positionOf(text(a), here.state().doc, place)).toBe(9)
  })

  test('whose letters have gone is where they were', () => {
    const { a, b, desks, text } = two()
    const [here, there] = desks
    const place = placeAt(text(a), here.state().doc, 12)
    there.dispatch(there.state().tr.delete(8, 15))
    expect(positionOf(text(b), there.state().doc, place)).toBe(8)
  })

  test('in what has not arrived, in another text, or in bytes that are none, is nowhere', () => {
    const { a, b, desks, text } = two()
    const [here, there] = desks
    type(here, 3, 'not there yet')
    const place = placeAt(text(a), here.state().doc, 8)
    expect(positionOf(text(b), there.state().doc, place)).toBeUndefined()
    const other = a.getText('another')
    other.insert(0, 'words')
    const elsewhere = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(other, 2))
    expect(positionOf(text(a), here.state().doc, elsewhere)).toBeUndefined()
    for (const bytes of [[], [9], [0, 255, 255], [1, 200, 1]])
      expect(positionOf(text(a), here.state().doc, new Uint8Array(bytes))).toBeUndefined()
  })
})
