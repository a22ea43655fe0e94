/** What a coach finds in one note that two laptops changed apart (docs/merging.md, "Inside a note"), operation by operation. */

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../../../shared/crdt/record-clock'
import { notes, startNote } from '../../../../shared/model/record/note'
import { noteLines } from '../../../../shared/model/record/note-text'
import { type Line, plainLine, plainText } from '../../../../shared/note-text/delta'
import { type Desk, openDesk } from '../../../../tests/property/note-desk'
import { meet, newRecord, TODAY } from '../../../../tests/steps/two-devices'
import { caret } from '../../../../tests/steps/written-note'
import {
  indent,
  joinBack,
  joinForward,
  outdent,
  setKind,
  splitLine,
  toggleChecked,
} from '../../../features/notes/lines/line-commands'
import { moveLines } from '../../../features/notes/lines/line-moves'
import { noteSchema } from '../../../features/notes/lines/note-schema'

const LINES = [
  plainLine('above'),
  plainLine('the middle line', { kind: 'bullet', depth: 1 }),
  plainLine('below'),
]
/** Of `the middle line`, in the document. */
const START = 8

const at =
  (position: number, ...commands: Parameters<Desk['run']>[0][]) =>
  (desk: Desk): void => {
    caret(desk, position)
    for (const command of commands) desk.run(command)
  }
const mark = (name: string, attributes?: object) => (desk: Desk) =>
  desk.dispatch(
    desk.state().tr.addMark(START, START + 15, noteSchema.mark(name, { ...attributes })),
  )

interface Meeting {
  readonly lines: readonly Line[]
  readonly words: string
}

/** Two laptops with the same three lines: one does something, the other types; then they meet. */
const whenTheyMeet = (
  clients: readonly [number, number],
  one: (desk: Desk) => void,
  other: (desk: Desk) => void,
): Meeting => {
  const a = newRecord()
  const id = notes.add(a, { date: TODAY })
  startNote(a, { id, lines: LINES })
  const b = createRecord(Date.now)
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  a.clientID = clients[0]
  b.clientID = clients[1]
  const [here, there] = [openDesk(a, id), openDesk(b, id)]
  one(here)
  other(there)
  meet(a, b)
  expect(noteLines(a, id)).toEqual(noteLines(b, id))
  for (const desk of [here, there]) {
    expect(desk.state().doc.textBetween(0, desk.state().doc.content.size, '\n')).toBe(
      plainText(noteLines(a, id)),
    )
    desk.close()
  }
  return { lines: noteLines(a, id), words: plainText(noteLines(a, id)) }
}

const middle = ({ lines }: Meeting): Line | undefined =>
  lines.find((line) => plainText([line]).includes('middle'))

describe.each([
  ['the one writer first', [5, 9]],
  ['the other writer first', [9, 5]],
] as const)('typing into a line that another laptop changes (%s)', (_order, clients) => {
  test.each<readonly [string, (desk: Desk) => void, (meeting: Meeting) => void]>([
    [
      'makes a heading',
      at(START, setKind('heading2')),
      (end) => expect(middle(end)?.kind).toBe('heading2'),
    ],
    [
      'makes a numbered list',
      at(START, setKind('number')),
      (end) => expect(middle(end)?.kind).toBe('number'),
    ],
    ['makes a task', at(START, setKind('task')), (end) => expect(middle(end)?.kind).toBe('task')],
    [
      'makes a task and ticks it',
      at(START, setKind('task'), toggleChecked()),
      (end) => expect(middle(end)?.checked).toBe(true),
    ],
    [
      'makes a quote',
      at(START, setKind('quote')),
      (end) => expect(middle(end)?.kind).toBe('quote'),
    ],
    [
      'makes code of it',
      at(START, setKind('code')),
      (end) => expect(middle(end)?.kind).toBe('code'),
    ],
    [
      'makes a paragraph',
      at(START, setKind('bullet')),
      (end) => expect(middle(end)?.kind).toBe('paragraph'),
    ],
    ['indents it', at(START + 20, indent), () => undefined],
    ['takes it out', at(START, outdent), (end) => expect(middle(end)?.depth).toBe(0)],
    [
      'makes it bold',
      mark('bold'),
      (end) =>
        expect(middle(end)?.runs.some(({ attributes }) => attributes?.bold === true)).toBe(true),
    ],
    [
      'makes a link of it',
      mark('link', { href: 'https://example.org' }),
      (end) => expect(JSON.stringify(middle(end)?.runs)).toContain('https://example.org'),
    ],
    ['splits it', at(START + 4, splitLine), ({ lines }) => expect(lines).toHaveLength(4)],
    [
      'joins it to the line above',
      at(START, outdent, setKind('bullet'), joinBack),
      ({ lines, words }) => {
        expect(lines).toHaveLength(2)
        expect(words.startsWith('above')).toBe(true)
      },
    ],
    [
      'takes the line below into it',
      at(START + 15, joinForward),
      ({ lines }) => expect(lines).toHaveLength(2),
    ],
    [
      'moves it up',
      at(START, moveLines(-1)),
      ({ words }) => expect(words.indexOf('middle')).toBeLessThan(words.indexOf('above')),
    ],
    [
      'moves it down',
      at(START, moveLines(1)),
      ({ words }) => expect(words.indexOf('below')).toBeLessThan(words.indexOf('middle')),
    ],
    [
      'replaces a word of it',
      (desk) => desk.dispatch(desk.state().tr.insertText('central', START + 4, START + 10)),
      ({ words }) => expect(words).toContain('central'),
    ],
    [
      'deletes the words that it saw',
      (desk) => desk.dispatch(desk.state().tr.delete(START - 1, START + 16)),
      ({ words }) => expect(words).not.toContain('middle'),
    ],
    [
      'deletes everything',
      (desk) => desk.dispatch(desk.state().tr.delete(0, desk.state().doc.content.size)),
      ({ words }) => expect(words).not.toContain('middle'),
    ],
    [
      'takes back what it did itself',
      (desk) => {
        at(START, setKind('heading1'))(desk)
        desk.undo()
      },
      (end) => expect(middle(end)?.kind).toBe('bullet'),
    ],
  ])('it %s: the words are there', (_what, act, look) => {
    for (const place of [0, 4, 15]) {
      const end = whenTheyMeet(clients, act, (desk) =>
        desk.dispatch(desk.state().tr.insertText('TYPED', START + place)),
      )
      expect(end.words).toContain('TYPED')
      look(end)
    }
  })
})

describe.each([
  ['the one writer first', [5, 9]],
  ['the other writer first', [9, 5]],
] as const)('what cannot both stand (%s)', (_order, clients) => {
  test('two kinds for one line: one of them, and every word', () => {
    const end = whenTheyMeet(clients, at(START, setKind('task')), at(START, setKind('heading1')))
    expect(['task', 'heading1']).toContain(middle(end)?.kind)
    expect(end.words).toBe('above\nthe middle line\nbelow')
  })

  test('one line moved on both: it is there, perhaps at both places', () => {
    const end = whenTheyMeet(clients, at(START, moveLines(-1)), at(START, moveLines(1)))
    expect(end.words).toContain('middle')
    expect(end.words).toContain('above')
    expect(end.words).toContain('below')
  })

  test('a line deleted and made a task: what was deleted is gone, and nothing else', () => {
    const end = whenTheyMeet(
      clients,
      (desk) => desk.dispatch(desk.state().tr.delete(START, START + 15)),
      at(START, setKind('task')),
    )
    expect(end.words).toBe('above\n\nbelow')
  })

  test('split on one, made a heading on the other: one part is one, and every word', () => {
    const end = whenTheyMeet(clients, at(START + 4, splitLine), at(START, setKind('heading1')))
    expect(end.words).toBe('above\nthe \nmiddle line\nbelow')
    expect(end.lines.filter(({ kind }) => kind === 'heading1')).toHaveLength(1)
  })

  test.each([
    ['a line between others', START + 15, 'the middle line'],
    ['the last line', START + 22, 'below'],
  ])(
    'Enter at the end of %s, and words there: they stay in their line, the new line is under it',
    (_which, place, line) => {
      const end = whenTheyMeet(
        clients,
        (desk) => {
          at(place, splitLine)(desk)
          desk.dispatch(desk.state().tr.insertText('NEW'))
        },
        (desk) => desk.dispatch(desk.state().tr.insertText(' TYPED', place)),
      )
      expect(end.words).toContain(`${line} TYPED\nNEW`)
    },
  )

  test('lines written at the end of the note on both: all of each, one after the other', () => {
    const write = (words: string) => (desk: Desk) => {
      at(START + 22, splitLine)(desk)
      desk.dispatch(desk.state().tr.insertText(`${words} 1`))
      desk.run(splitLine)
      desk.dispatch(desk.state().tr.insertText(`${words} 2`))
    }
    const { words } = whenTheyMeet(clients, write('a'), write('b'))
    expect(['below\na 1\na 2\nb 1\nb 2', 'below\nb 1\nb 2\na 1\na 2']).toContain(
      words.slice(words.indexOf('below')),
    )
  })

  test('words at the end of the last line stay in it when the other has pressed Enter there', () => {
    const end = whenTheyMeet(
      clients,
      (desk) => {
        at(START + 22, splitLine)(desk)
        desk.dispatch(desk.state().tr.insertText('NEW'))
      },
      (desk) => desk.dispatch(desk.state().tr.insertText(' TYPED', START + 22)),
    )
    expect(end.words).toBe('above\nthe middle line\nbelow TYPED\nNEW')
  })

  test('the last line deleted on one and joined to the one above on the other: that one is still what it was', () => {
    const end = whenTheyMeet(clients, at(START + 15, joinForward), (desk) =>
      desk.dispatch(desk.state().tr.delete(START + 16, desk.state().doc.content.size)),
    )
    expect(end.lines.at(-1)?.kind).toBe('bullet')
    expect(end.words).toContain('the middle line')
  })
})
