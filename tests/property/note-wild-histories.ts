/**
 * Random histories of one note that go farther than note-histories.ts: a note of a former form that laptops carry over
 * apart while an older version still writes, other versions settled, two editors on one note, several steps in one
 * transaction, transactions that plugins append, odd steps, and what comes in piece by piece, in any order.
 *
 * Whatever happens, every character is in what the note says on every laptop unless somebody who saw it took it away.
 */
// biome-ignore-all lint/style/noExcessiveLinesPerFile: a history is one state that each of its many acts changes, and each act is a few lines.

import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { createRecord } from '../../shared/crdt/record-clock'
import { notes } from '../../shared/model/record/note'
import {
  allLines,
  noteLines,
  otherVersions,
  settleVersion,
} from '../../shared/model/record/note-text'
import { LINE_KINDS, plainText } from '../../shared/note-text/delta'
import { joinBack, setKind, splitLine } from '../../src-renderer/features/notes/lines/line-commands'
import { moveLines } from '../../src-renderer/features/notes/lines/line-moves'
import { noteSchema } from '../../src-renderer/features/notes/lines/note-schema'
import { docOf } from '../../src-renderer/store/record/note-binding/units'
import { paragraph } from '../steps/former-note'
import { type Desk, openDesk } from './note-desk'
import { character } from './note-histories'

const DOINGS = [
  'type',
  'append',
  'split',
  'join',
  'kind',
  'markup',
  'mark',
  'move',
  'several',
  'replaceAll',
  'raw',
  'paste',
  'delete',
  'undo',
  'redo',
  'old',
  'settle',
  'reload',
] as const
const step = fc.record({
  laptop: fc.nat(2),
  desk: fc.nat(1),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant('type' as const) },
    { weight: 17, arbitrary: fc.constantFrom(...DOINGS) },
    { weight: 4, arbitrary: fc.constant('meet' as const) },
    { weight: 4, arbitrary: fc.constant('piece' as const) },
  ),
  from: fc.nat(10_000),
  to: fc.nat(10_000),
  pick: fc.nat(10_000),
})
export const wildHistory = fc.record({
  former: fc.boolean(),
  editors: fc.integer({ min: 1, max: 2 }),
  clients: fc.nat(2 ** 30),
  steps: fc.array(step, { minLength: 5, maxLength: 50 }),
})
export type WildHistory = typeof wildHistory extends fc.Arbitrary<infer H> ? H : never

interface Laptop {
  record: Y.Doc
  desks: readonly Desk[]
  /** Everything that came into being here or came in, one after the other. */
  readonly updates: Uint8Array[]
}

/** As one that links, or corrects: it goes on from what somebody did. */
const appending = (fresh: () => string): Plugin =>
  new Plugin({
    appendTransaction: (transactions, _before, { tr }) =>
      transactions.some((one) => one.getMeta('goes on') === true)
        ? tr.insertText(fresh(), 1)
        : null,
  })

/** Runs a history and says what was lost, or differs. */
export const playWild = ({ former, editors, clients, steps }: WildHistory): readonly string[] => {
  const faults: string[] = []
  const deleted = new Set<string>()
  const written = new Set<string>()
  let typed = 0
  const fresh = (count = 1): string =>
    Array.from({ length: count }, () => character(typed++)).join('')

  const first = createRecord(Date.now)
  first.clientID = clients + 1
  const note = notes.add(first, { date: '2026-11-26' })
  const fragmentOf = (record: Y.Doc): Y.XmlFragment | undefined => {
    const body = record.getMap<Y.Map<unknown>>('notes').get(note)?.get('body')
    return body instanceof Y.XmlFragment ? body : undefined
  }
  if (former) {
    first.getMap('meta').delete('schema')
    const body = new Y.XmlFragment()
    first.getMap<Y.Map<unknown>>('notes').get(note)?.set('body', body)
    body.insert(0, [paragraph(fresh(3)), paragraph(fresh(2))])
  }
  const start = Y.encodeStateAsUpdate(first)
  const copy = (index: number): Y.Doc => {
    const record = createRecord(Date.now)
    Y.applyUpdate(record, start)
    record.clientID = ((clients + index * 0x9e3779b1) % 2 ** 31) + 2
    return record
  }
  const old = copy(7)
  const open = (record: Y.Doc, updates: Uint8Array[]): Laptop => {
    record.on('update', (update: Uint8Array) => updates.push(update))
    const desks = Array.from({ length: editors }, () => openDesk(record, note, [appending(fresh)]))
    return { record, desks, updates }
  }
  const all = Array.from({ length: 3 }, (_, index): Laptop => open(copy(index), []))

  /** The characters that were typed, without what stands between lines and versions. */
  const says = (record: Y.Doc): string =>
    plainText(allLines(record, note)).replace(/[^\p{Script=Han}]/gu, '')
  const compare = ({ record, desks }: Laptop, when: string): void => {
    const stored = docOf(noteSchema, noteLines(record, note))
    for (const [index, desk] of desks.entries())
      if (!stored.eq(desk.state().doc))
        faults.push(
          `${when}: editor ${index} shows ${desk.state().doc.toString()}, the text says ${stored.toString()}`,
        )
  }
  const give = (one: Y.Doc, other: Y.Doc): void =>
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), 'elsewhere')

  let reloads = 0
  const act = (laptop: Laptop, given: WildHistory['steps'][number]): void => {
    const { record, desks, updates } = laptop
    const { what, pick } = given
    const desk = desks[given.desk % desks.length] as Desk
    const { tr, doc } = desk.state()
    const place = (number: number): number => {
      const at = number % (doc.content.size + 1)
      const $at = doc.resolve(at)
      const half = $at.depth > 0 && /^[\udc00-\udfff]/.test($at.nodeAfter?.text ?? '')
      return half ? at - 1 : at
    }
    const inLine = (number: number): number => {
      const at = place(number)
      const found = TextSelection.near(doc.resolve(at)).from
      return doc.resolve(at).depth > 0 ? at : found
    }
    const [low, high] = [inLine(given.from), inLine(given.to)].sort((a, b) => a - b) as [
      number,
      number,
    ]
    const caret = (at: number, head = at): void =>
      desk.dispatch(desk.state().tr.setSelection(TextSelection.create(desk.state().doc, at, head)))
    const line = (words: string, number: number) =>
      noteSchema.node(
        'line',
        {
          kind: LINE_KINDS[number % LINE_KINDS.length],
          depth: number % 3,
          checked: number % 2 === 0,
        },
        words === ''
          ? []
          : noteSchema.text(words, number % 4 === 0 ? [noteSchema.mark('bold')] : []),
      )
    switch (what) {
      case 'type':
        return desk.dispatch(tr.insertText(fresh(1 + (pick % 4)), low))
      case 'append':
        return desk.dispatch(tr.insertText(fresh(2), low).setMeta('goes on', true))
      case 'split':
        caret(low, pick % 3 === 0 ? high : low)
        return void desk.run(splitLine)
      case 'join':
        caret(low - doc.resolve(low).parentOffset)
        return void desk.run(joinBack)
      case 'kind':
        caret(low, high)
        return void desk.run(setKind(LINE_KINDS[pick % LINE_KINDS.length] ?? 'paragraph'))
      case 'markup':
        return desk.dispatch(
          pick % 2 === 0
            ? tr.setNodeMarkup(doc.resolve(low).before(), null, { kind: 'task', depth: pick % 5 })
            : tr.setBlockType(low, high, noteSchema.nodes.line as never, {
                kind: 'quote',
                depth: pick % 2,
              }),
        )
      case 'mark':
        return low === high
          ? undefined
          : desk.dispatch(
              pick % 3 === 0
                ? tr.removeMark(low, high)
                : tr.addMark(low, high, noteSchema.mark(pick % 3 === 1 ? 'bold' : 'code')),
            )
      case 'move':
        caret(low)
        return void desk.run(moveLines(pick % 2 === 0 ? 1 : -1))
      case 'several': {
        const [one = '', two = ''] = fresh(2)
        tr.insertText(one + two, low)
        tr.split(low + one.length)
        tr.setNodeMarkup(tr.doc.resolve(low).before(), null, { kind: 'bullet' })
        tr.delete(tr.mapping.map(low), tr.mapping.map(high))
        if (pick % 2 === 0) tr.insert(0, line(fresh(1), pick))
        if (pick % 3 === 0) tr.insert(tr.doc.content.size, [line(fresh(1), pick), line('', pick)])
        return desk.dispatch(tr)
      }
      case 'replaceAll': {
        const places: number[] = []
        doc.descendants((node, at) => {
          if (node.isText && (node.text?.codePointAt(0) ?? 0) < 0x10000) places.push(at)
        })
        for (const at of places.reverse()) tr.insertText(fresh(1), at, at + 1)
        return desk.dispatch(tr)
      }
      case 'raw': {
        const [from, to] = [place(given.from), place(given.to)].sort((a, b) => a - b) as [
          number,
          number,
        ]
        const lines = Array.from({ length: pick % 4 }, (_, index) =>
          line(index === 1 ? '' : fresh(1), pick + index),
        )
        const [openStart, openEnd] =
          lines.length === 0 ? [0, 0] : [(pick >> 2) % 2, (pick >> 3) % 2]
        const result = tr.maybeStep(
          new ReplaceStep(from, to, new Slice(Fragment.from(lines), openStart, openEnd)),
        )
        return result.failed === null && tr.doc.childCount > 0 ? desk.dispatch(tr) : undefined
      }
      case 'paste':
        return desk.dispatch(
          tr.replaceRange(
            low,
            high,
            new Slice(
              Fragment.from([line(fresh(1), pick), line(fresh(1), pick + 1)]),
              pick % 2,
              (pick >> 1) % 2,
            ),
          ),
        )
      case 'delete':
        return desk.dispatch(pick % 9 === 0 ? tr.delete(0, doc.content.size) : tr.delete(low, high))
      case 'undo':
        return desk.undo()
      case 'redo':
        return desk.redo()
      case 'old': {
        const body = fragmentOf(old)
        if (body === undefined) return
        if (pick % 2 === 0) body.insert(pick % (body.length + 1), [paragraph(fresh(2))])
        else {
          const inner = (body.get(pick % body.length) as Y.XmlElement).get(0) as Y.XmlText
          inner.insert(0, fresh(1))
        }
        return
      }
      case 'settle': {
        const others = otherVersions(record, note)
        const version = others[pick % Math.max(others.length, 1)]
        // Words of a version that is left out may be in the text, too, where another laptop takes them away.
        if (version !== undefined && pick % 2 === 1)
          for (const word of plainText(version.lines)) deleted.add(word)
        if (version !== undefined)
          settleVersion(record, { id: note, version: version.id, below: pick % 2 === 0 })
        return
      }
      case 'reload': {
        for (const one of desks) one.close()
        const stored = createRecord(Date.now)
        Y.applyUpdate(stored, Y.encodeStateAsUpdate(record))
        stored.clientID = ((clients + (100 + reloads++) * 0x9e3779b1) % 2 ** 31) + 2
        Object.assign(laptop, open(stored, updates))
        return
      }
      case 'meet': {
        const other = all[given.to % 3] as Laptop
        give(record, other.record)
        give(other.record, record)
        if (pick % 3 === 0) give(old, record)
        return
      }
      case 'piece': {
        const other = all[given.to % 3] as Laptop
        const update = updates[given.from % Math.max(updates.length, 1)]
        if (update !== undefined && other.record !== record)
          Y.applyUpdate(other.record, update, 'elsewhere')
        return
      }
    }
  }

  try {
    for (const [index, one] of steps.entries()) {
      const laptop = all[one.laptop] as Laptop
      const before = says(laptop.record)
      act(laptop, one)
      if (!['meet', 'piece', 'old'].includes(one.what)) {
        const after = new Set(says(laptop.record))
        for (const word of after) written.add(word)
        for (const word of before) if (!after.has(word)) deleted.add(word)
      }
      for (const each of all) compare(each, `after ${index} ${one.what}`)
      if (faults.length > 0) return faults
    }
    for (let round = 0; round < 3; round++)
      for (const one of all) {
        give(old, one.record)
        for (const other of all) if (one !== other) give(one.record, other.record)
      }
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.stack : String(error)}`]
  }
  const [reference = '', ...others] = all.map(({ record }) =>
    JSON.stringify(allLines(record, note)),
  )
  for (const other of others)
    if (other !== reference) faults.push(`one says ${reference}, another ${other}`)
  for (const laptop of all) compare(laptop, 'in the end')
  for (const { record } of all) {
    const text = says(record)
    for (const word of written)
      if (!deleted.has(word) && !text.includes(word)) faults.push(`${word} is lost`)
  }
  for (const { desks } of all) for (const desk of desks) desk.close()
  return faults
}
