/** Words that became an item: what is marked, and that the mark goes where the words go, on two laptops too. */
import { type Command, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { actionItems } from '../../../../shared/model/record/action-item'
import { notes, startNote } from '../../../../shared/model/record/note'
import { allLines, noteLines } from '../../../../shared/model/record/note-text'
import { plainLine, wordsOf } from '../../../../shared/note-text/delta'
import { type LineItem, lineItemIn } from '../../../../shared/note-text/line-item'
import { type Desk, openDesk } from '../../../../tests/property/note-desk'
import { meet, newRecord, TODAY } from '../../../../tests/steps/two-devices'
import { read, write } from '../../../../tests/steps/written-lines'
import { splitLine } from './line-commands'
import { moveLines } from './line-moves'
import { lineItemOfNode, markWords } from './mark-words'
import { noteSchema } from './note-schema'

const ITEM: LineItem = { kind: 'actionItems', id: 'a'.repeat(22) }
const GOAL: LineItem = { kind: 'goals', id: 'g'.repeat(22) }

const applied = (lines: readonly string[], ...commands: readonly Command[]) => {
  let state = read(lines)
  for (const command of commands)
    command(state, (transaction) => {
      state = state.apply(transaction)
    })
  const became: (LineItem | undefined)[] = []
  state.doc.forEach((line) => void became.push(lineItemOfNode(line)))
  return { state, lines: write(state), became }
}

describe('words that became an item', () => {
  test('make a task of the line where they are all of it, and leave it as it is where they are not', () => {
    expect(applied(['p call|'], markWords(ITEM, 1, 5))).toMatchObject({
      lines: ['t call|'],
      became: [ITEM],
    })
    expect(applied(['p she said call|'], markWords(ITEM, 10, 14))).toMatchObject({
      lines: ['p she said call|'],
      became: [ITEM],
    })
    expect(applied(['h2 call|'], markWords(ITEM, 1, 5)).lines).toEqual(['h2 call|'])
    expect(applied(['p call|'], markWords(GOAL, 1, 5))).toMatchObject({
      lines: ['p call|'],
      became: [GOAL],
    })
  })

  test('leave a link among them what it is', () => {
    const link = noteSchema.mark('link', { href: 'https://example.org' })
    const { state } = applied(
      ['p see the page|'],
      (state, dispatch) => {
        dispatch?.(state.tr.addMark(5, 8, link))
        return true
      },
      markWords(ITEM, 1, 13),
    )
    expect(state.doc.nodeAt(6)?.marks).toEqual([link])
    expect(lineItemOfNode(state.doc.child(0))).toEqual(ITEM)
  })

  test('stay one line’s: what Enter puts into a line of its own is no item, nor is what is typed there', () => {
    const { state, lines, became } = applied(['p ca|ll'], markWords(ITEM, 1, 5), splitLine)
    expect({ lines, became }).toEqual({ lines: ['t ca', 't |ll'], became: [ITEM, undefined] })
    expect(state.storedMarks ?? []).toEqual([])
    const atEnd = applied(['p call|'], markWords(ITEM, 1, 5), splitLine).state
    const next = atEnd.apply(atEnd.tr.insertText('new'))
    expect(lineItemOfNode(next.doc.child(1))).toBeUndefined()
  })

  test('end with their line where that was made a task by them, and go on as a list where there is one', () => {
    expect(applied(['p a', 'p call|'], markWords(ITEM, 4, 8), splitLine).lines).toEqual([
      'p a',
      't call',
      'p |',
    ])
    expect(applied(['t a', 't call|'], markWords(ITEM, 4, 8), splitLine).lines).toEqual([
      't a',
      't call',
      't |',
    ])
  })

  test('cannot be found in a selection that is in no line', () => {
    expect(markWords(ITEM, 0, 6)(read(['p call|']))).toBe(false)
    expect(markWords(ITEM, 1, 1)(read(['p |']))).toBe(false)
  })
})

const WHEN = { at: 8, length: 'send the plan'.length }

const whenTheyMeet = (
  clients: readonly [number, number],
  one: (desk: Desk) => void,
  other: (desk: Desk) => void,
) => {
  const here = newRecord()
  const note = notes.add(here, { date: TODAY })
  startNote(here, { id: note, lines: ['above', 'send the plan', 'below'].map((w) => plainLine(w)) })
  const there = new Y.Doc()
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  here.clientID = clients[0]
  there.clientID = clients[1]
  const desks = [openDesk(here, note), openDesk(there, note)] as const
  one(desks[0])
  other(desks[1])
  meet(here, there)
  for (const desk of desks) desk.close()
  expect(noteLines(here, note)).toEqual(noteLines(there, note))
  return noteLines(here, note)
}

const marks = (desk: Desk): void => void desk.run(markWords(ITEM, WHEN.at, WHEN.at + WHEN.length))
const caretAt = (desk: Desk, at: number): void =>
  desk.dispatch(desk.state().tr.setSelection(TextSelection.create(desk.state().doc, at)))

describe.each([
  ['the one that marks first', [5, 9]],
  ['the other one first', [9, 5]],
] as const)('a line that became an item while another laptop was in it (%s)', (_order, clients) => {
  test.each<readonly [string, (desk: Desk) => void]>([
    ['types in its middle', (desk) => desk.dispatch(desk.state().tr.insertText('new ', 13))],
    ['types at its end', (desk) => desk.dispatch(desk.state().tr.insertText(' soon', 21))],
    [
      'presses Enter behind it',
      (desk) => {
        caretAt(desk, WHEN.at + WHEN.length)
        desk.run(splitLine)
        desk.dispatch(desk.state().tr.insertText('another line'))
      },
    ],
    [
      'moves the line above it',
      (desk) => {
        caretAt(desk, 2)
        desk.run(moveLines(1))
      },
    ],
  ])('which %s', (_what, other) => {
    const lines = whenTheyMeet(clients, marks, other)
    const became = lines.filter((line) => lineItemIn(line) !== undefined)
    expect(became).toHaveLength(1)
    expect(became.map(wordsOf).join()).toMatch(/^send .*the plan/)
    expect(became[0]?.kind).toBe('task')
  })
})

test('a task that became an action item is ticked for every reader when the item is done', () => {
  const record = newRecord()
  const note = notes.add(record, { date: TODAY })
  startNote(record, { id: note, lines: [plainLine('call', { kind: 'task' })] })
  const id = actionItems.add(record, { what: 'call', agreedOn: TODAY })
  const desk = openDesk(record, note)
  desk.run(markWords({ kind: 'actionItems', id }, 1, 5))
  expect(allLines(record, note)).toMatchObject([{ kind: 'task', checked: false }])
  actionItems.edit(record, { id, next: { doneOn: TODAY } })
  expect(allLines(record, note)).toMatchObject([{ kind: 'task', checked: true }])
  desk.close()
})
