/**
 * Random histories of one note on two to four laptops: typing and everything that an editor does to lines, marks and
 * ranges, each on what the laptop has; they meet in part, in any order, and in the end all meet.
 *
 * Every character that is typed is another one, so that each can be asked for: it has to be in the text in the end
 * unless somebody who saw it took it away. And a line is what somebody made one of its words' lines, nothing else.
 */

import type { Mark } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { createRecord } from '../../shared/crdt/record-clock'
import { notes } from '../../shared/model/record/note'
import { noteLines, noteText } from '../../shared/model/record/note-text'
import { LINE_KINDS } from '../../shared/note-text/delta'
import {
  indent,
  joinBack,
  joinForward,
  outdent,
  setKind,
  splitLine,
  toggleChecked,
} from '../../src-renderer/features/notes/lines/line-commands'
import { moveLines } from '../../src-renderer/features/notes/lines/line-moves'
import { noteSchema } from '../../src-renderer/features/notes/lines/note-schema'
import { docOf } from '../../src-renderer/store/record/note-binding/units'
import { type Desk, openDesk } from './note-desk'

const MOST_LAPTOPS = 4
const DOINGS = [
  'type',
  'split',
  'joinBack',
  'joinForward',
  'kind',
  'indent',
  'outdent',
  'check',
  'mark',
  'unmark',
  'link',
  'mention',
  'move',
  'paste',
  'replace',
  'delete',
  'undo',
  'redo',
  'retitle',
] as const
const step = fc.record({
  laptop: fc.nat(MOST_LAPTOPS - 1),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constant('type' as const) },
    { weight: 18, arbitrary: fc.constantFrom(...DOINGS) },
    { weight: 4, arbitrary: fc.constant('meet' as const) },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
  ),
  from: fc.nat(10_000),
  to: fc.nat(10_000),
  pick: fc.nat(10_000),
})
export const history = fc.record({
  laptops: fc.integer({ min: 2, max: MOST_LAPTOPS }),
  clients: fc.nat(2 ** 30),
  steps: fc.array(step, { minLength: 10, maxLength: 60 }),
})
export type History = typeof history extends fc.Arbitrary<infer H> ? H : never

interface Laptop {
  record: Y.Doc
  desk: Desk
}

export interface Ending {
  /** What went wrong, in words; empty when nothing did. */
  readonly faults: readonly string[]
  readonly typed: number
  readonly lost: number
}

const wordsIn = ({ state }: Desk): string => state().doc.textContent

/** Of the deeper planes every seventh: a pair of surrogates each. */
export const character = (number: number): string =>
  String.fromCodePoint((number % 7 === 0 ? 0x20000 : 0x4e00) + number)

/** Runs a history and says what was lost, or differs. */
export const play = ({ laptops, clients, steps }: History): Ending => {
  const faults: string[] = []
  const first = createRecord(Date.now)
  first.clientID = clients + 1
  const note = notes.add(first, { date: '2026-11-26' })
  let typed = 0
  const deleted = new Set<string>()
  /** What each line was made, by the break that ends it. */
  const kinds = new Map<string, Set<string>>()
  const open = (record: Y.Doc): Laptop => ({ record, desk: openDesk(record, note) })
  const all = Array.from({ length: laptops }, (_, index) => {
    const record = createRecord(Date.now)
    Y.applyUpdate(record, Y.encodeStateAsUpdate(first))
    // In any order: which client is greater decides who comes first.
    record.clientID = ((clients + index * 0x9e3779b1) % 2 ** 31) + 2
    return open(record)
  })

  const breaksOf = (record: Y.Doc): readonly string[] => {
    const breaks: string[] = []
    for (let item = noteText(record, note)?._start ?? null; item !== null; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentType)
        breaks.push(`${item.id.client}:${item.id.clock}`)
    return breaks
  }
  const kindsIn = (record: Y.Doc): readonly (readonly [string, string])[] =>
    noteLines(record, note).map(({ kind }, index) => [breaksOf(record)[index] ?? 'none', kind])
  const notice = ({ record }: Laptop): void => {
    for (const [lineBreak, kind] of kindsIn(record))
      kinds.set(lineBreak, (kinds.get(lineBreak) ?? new Set()).add(kind))
  }

  const act = (laptop: Laptop, { what, from, to, pick }: History['steps'][number]): void => {
    const { desk } = laptop
    const fresh = (count: number): string =>
      Array.from({ length: count }, () => character(typed++)).join('')
    const { tr, doc } = desk.state()
    const lineAt = (number: number): number => number % doc.childCount
    const place = (number: number): number => {
      const line = lineAt(number)
      let start = 1
      for (let index = 0; index < line; index++) start += doc.child(index).nodeSize
      const size = doc.child(line).content.size
      const at = start + (size === 0 ? 0 : Math.floor(number / doc.childCount) % (size + 1))
      // Never between the halves of a character.
      const $at = doc.resolve(at)
      const after = $at.nodeAfter?.text?.charCodeAt(0) ?? 0
      return after >= 0xdc00 && after <= 0xdfff ? at - 1 : at
    }
    const [low, high] = [place(from), place(to)].sort((a, b) => a - b) as [number, number]
    const caret = (at: number, head = at): void =>
      desk.dispatch(desk.state().tr.setSelection(TextSelection.create(desk.state().doc, at, head)))
    const marks: readonly Mark[] = [
      [noteSchema.mark('bold')],
      [noteSchema.mark('italic'), noteSchema.mark('bold')],
      [noteSchema.mark('code')],
      [noteSchema.mark('strike')],
    ][pick % 4] as Mark[]
    switch (what) {
      case 'type':
        return desk.dispatch(tr.insertText(fresh(1 + (pick % 5)), low))
      case 'replace':
        return desk.dispatch(tr.insertText(fresh(1 + (pick % 3)), low, high))
      case 'split':
        caret(low, pick % 3 === 0 ? high : low)
        return void desk.run(splitLine)
      case 'joinBack':
        caret(low - doc.resolve(low).parentOffset)
        return void desk.run(joinBack)
      case 'joinForward':
        caret(doc.resolve(low).end())
        return void desk.run(joinForward)
      case 'kind':
        caret(low, high)
        return void desk.run(setKind(LINE_KINDS[pick % LINE_KINDS.length] ?? 'paragraph'))
      case 'indent':
      case 'outdent':
        caret(low, high)
        return void desk.run(what === 'indent' ? indent : outdent)
      case 'check':
        caret(low)
        return void desk.run(toggleChecked())
      case 'move':
        caret(low)
        return void desk.run(moveLines(pick % 2 === 0 ? 1 : -1))
      case 'mark':
        return low === high
          ? undefined
          : desk.dispatch(marks.reduce((on, mark) => on.addMark(low, high, mark), tr))
      case 'unmark':
        return low === high ? undefined : desk.dispatch(tr.removeMark(low, high))
      case 'link':
        return low === high
          ? undefined
          : desk.dispatch(
              tr.addMark(
                low,
                high,
                noteSchema.mark('link', { href: `https://example.org/${pick % 3}` }),
              ),
            )
      case 'mention':
        return desk.dispatch(
          tr.replaceWith(low, low, [
            noteSchema.text(fresh(3), [
              noteSchema.mark('link', { href: `confidant:goals/${pick}` }),
            ]),
            noteSchema.text(' '),
          ]),
        )
      case 'paste': {
        const lines = Array.from({ length: 1 + (pick % 4) }, (_, index) =>
          noteSchema.node(
            'line',
            { kind: LINE_KINDS[(pick + index) % LINE_KINDS.length], depth: (pick + index) % 3 },
            index % 2 === 0
              ? noteSchema.text(fresh(2), index % 3 === 0 ? marks : [])
              : [noteSchema.node('hardBreak')],
          ),
        )
        const open = pick % 2
        return desk.dispatch(
          tr.replace(low, pick % 3 === 0 ? high : low, new Slice(Fragment.from(lines), open, open)),
        )
      }
      case 'delete':
        return desk.dispatch(pick % 9 === 0 ? tr.delete(0, doc.content.size) : tr.delete(low, high))
      case 'undo':
        return desk.undo()
      case 'redo':
        return desk.redo()
      case 'retitle':
        notes.edit(laptop.record, { id: note, next: { title: `t${pick}` } })
        return
      case 'reopen':
        desk.close()
        laptop.desk = openDesk(laptop.record, note)
        return
      case 'meet':
        return meet(laptop, all[to % laptops] as Laptop)
    }
  }

  const give = (one: Laptop, other: Laptop): void =>
    Y.applyUpdate(
      other.record,
      Y.encodeStateAsUpdate(one.record, Y.encodeStateVector(other.record)),
      'elsewhere',
    )
  const meet = (one: Laptop, other: Laptop): void => {
    give(one, other)
    give(other, one)
  }

  /** The editor says what the text says. */
  const compare = ({ record, desk }: Laptop, when: string): void => {
    const stored = docOf(noteSchema, noteLines(record, note))
    if (!stored.eq(desk.state().doc))
      faults.push(`${when}: the editor shows ${desk.state().doc} and the text says ${stored}`)
  }

  for (const [index, one] of steps.entries()) {
    const laptop = all[one.laptop % laptops] as Laptop
    const before = wordsIn(laptop.desk)
    act(laptop, one)
    if (one.what !== 'meet') {
      const after = new Set(wordsIn(laptop.desk))
      for (const word of before) if (!after.has(word)) deleted.add(word)
    }
    if (one.what !== 'meet') notice(laptop)
    compare(laptop, `after ${index} ${one.what}`)
    if (one.what === 'meet') compare(all[one.to % laptops] as Laptop, `after ${index} ${one.what}`)
    if (faults.length > 0) return { faults, typed, lost: 0 }
  }
  for (let round = 0; round < 2; round++)
    for (const one of all) for (const other of all) if (one !== other) meet(one, other)
  const [reference, ...others] = all.map(({ record }) => JSON.stringify(noteLines(record, note)))
  for (const [index, other] of others.entries())
    if (other !== reference)
      faults.push(`laptop ${index + 1} says ${other}, laptop 0 says ${reference}`)
  for (const laptop of all) compare(laptop, 'in the end')
  const text = wordsIn((all[0] as Laptop).desk)
  let lost = 0
  for (let number = 0; number < typed; number++) {
    const word = character(number)
    if (!deleted.has(word) && !text.includes(word)) lost++
  }
  if (lost > 0) faults.push(`${lost} of ${typed} characters are lost`)
  // Words behind the last break, when somebody took back the Enter that made their line, are a paragraph.
  for (const [lineBreak, kind] of kindsIn((all[0] as Laptop).record))
    if (!(lineBreak === 'none' ? kind === 'paragraph' : kinds.get(lineBreak)?.has(kind) === true))
      faults.push(`nobody made the line of ${lineBreak} a ${kind}`)
  // Opening it once more writes nothing.
  const last = all[0] as Laptop
  let wrote = 0
  last.record.on('update', () => wrote++)
  const again = openDesk(last.record, note)
  again.close()
  if (wrote > 0) faults.push('opening it wrote')
  for (const { desk } of all) desk.close()
  return { faults, typed, lost }
}
