/**
 * Notes: rich text, of a session or loose. A session has two, apart from each other: the session note, which may be
 * shared as a copy, and the memory aid, which is the coach's alone. Its text is a text of the record (note-text.ts).
 */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { date, type Field, field, line, oneOf, optionalLink, setOf } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'
import { itemsOf, stampSchema } from '../../crdt/record'
import { axes } from '../../crdt/visibility'
import { isBlank, type Line, plainLine, plainText, wordsOf } from '../../note-text/delta'
import { appendLines } from '../../note-text/text'
import { allLines, eachLine, otherVersions, textForWriting } from './note-text'

/** The text itself is beside the note (note-text.ts); a projection shows its first line or so. */
const EXCERPT_LENGTH = 180
/** Of a long text no more is read than that: it is, each second, while somebody types. */
const excerptOf = (record: Y.Doc, note: string, isIn: (line: Line) => boolean): string => {
  let words = ''
  for (const line of eachLine(record, note)) {
    if (isIn(line)) words = `${words}\n${wordsOf(line)}`.trimStart()
    if (words.length >= EXCERPT_LENGTH) break
  }
  return words.slice(0, EXCERPT_LENGTH)
}
const excerpt = (isIn: (line: Line) => boolean): Field<string> => ({
  input: line().input,
  empty: '',
  create: () => undefined,
  read: (item, _name, id) => (item.doc === null ? '' : excerptOf(item.doc, id, isIn)),
  // Only the editor writes into it.
  write: () => undefined,
})

/** A version of the text that another laptop made apart, beside the one that is edited (note-text.ts). */
interface NoteVersion {
  readonly id: string
  readonly text: string
}
const others: Field<readonly NoteVersion[]> = {
  // No file and no form has any.
  input: v.pipe(
    v.optional(v.unknown()),
    v.transform(() => []),
  ),
  empty: [],
  create: () => undefined,
  read: (item, _name, id) =>
    item.doc === null
      ? []
      : otherVersions(item.doc, id).map(({ id, lines }) => ({ id, text: plainText(lines) })),
  // Settled by a command of its own (note-text.ts).
  write: () => undefined,
}

const NOTE_ROLES = ['loose', 'session', 'aid'] as const

const noteFields = {
  title: field(line(), 'common.title', { leaves: true, history: true }),
  date: field(date, 'common.date', { leaves: true }),
  session: field(optionalLink, null),
  role: field(oneOf(NOTE_ROLES, 'loose'), 'common.kind', { leaves: true }),
  themes: field(setOf, 'common.themes', { leaves: true }),
  body: field(
    excerpt(() => true),
    'snippet.text',
    { search: 'body', leaves: true, history: true },
  ),
  // Without the heads of its sections, which a template sets: they are the same in many notes, and say nothing of one.
  written: field(
    excerpt(({ kind }) => kind !== 'heading3'),
    null,
  ),
  others: field(others, null),
  ...axes('memory-aid'),
}

const plain = defineKind('notes', noteFields, {
  label: 'label.note',
  count: 'count.note',
  title: ({ title, written, body }) => title || written || body,
  bin: true,
  leavesFor: ['mentee-inspection', 'coach'],
  // Whatever it says: the session's memory aid is one.
  seenBy: ({ role, visibility }) => (role === 'aid' ? 'memory-aid' : visibility),
  opens: { tab: 'notes' },
  search: { kind: 'note', title: ({ title }) => title },
  // A session's texts stand there with it.
  timeline: {
    kind: 'note',
    day: ({ session, date }) => (session === null ? date : null),
    what: () => 'note',
  },
  // Version 0.1.0 kept the session under `sessionId`, and only a session note pointed to one.
  carryOver: (note, stored) => {
    const session = stored.get('sessionId')
    return note.session === null && typeof session === 'string'
      ? { ...note, session, role: 'session' }
      : note
  },
})

export const notes: typeof plain = {
  ...plain,
  add: (record, input) =>
    record.transact(() => {
      // Version 0.2.0 does not know where its text would be.
      stampSchema(record)
      const id = plain.add(record, input)
      textForWriting(record, id)
      return id
    }),
}
/** `body` holds the text's first line or so. */
export type Note = Of<typeof plain>

/** Writes into a note that is still empty: starting text, what was captured. */
export const startNote = (
  record: Y.Doc,
  input: { readonly id: string; readonly lines: readonly Line[] },
): void =>
  record.transact(() => {
    if (plainText(allLines(record, input.id)) !== '') return
    const text = textForWriting(record, input.id)
    if (text !== undefined) appendLines(text, input.lines)
  })

/** Nothing in it: no title, no theme, no words, and nothing but empty paragraphs. */
export const hasNothing = (record: Y.Doc, { id, title, themes }: Note): boolean =>
  title.trim() === '' && themes.length === 0 && isBlank(allLines(record, id))

const isBlankNote = (record: Y.Doc, id: string): boolean => {
  const item = itemsOf(record, 'notes').get(id)
  const note = item === undefined ? undefined : notes.read(id, item)
  return note?.deletedAt === null && note.session === null && hasNothing(record, note)
}

/** The note to begin in: the one that is open while it is blank, or a new one. */
export const beginNote = (
  record: Y.Doc,
  { date, open }: { readonly date: string; readonly open?: string | undefined },
): string => {
  if (open === undefined || !isBlankNote(record, open)) return notes.add(record, { date })
  notes.edit(record, { id: open, next: { date } })
  return open
}

/**
 * Leaves a note that was begun here. One that is still blank is discarded, as any deletion is: words that are typed
 * into it elsewhere bring it back. `words` are those that were typed before its text was open.
 */
export const leaveNote = (
  record: Y.Doc,
  { id, words = '' }: { readonly id: string; readonly words?: string },
): void =>
  record.transact(() => {
    if (words.trim() !== '')
      startNote(record, { id, lines: words.split('\n').map((text) => plainLine(text)) })
    if (isBlankNote(record, id)) notes.remove(record, { id, deleted: true })
  })

/** As far as a projection tells. */
export const wasLeftBlank = ({ title, themes, body }: Note): boolean =>
  title.trim() === '' && themes.length === 0 && body.trim() === ''

/** Whether a loose note that was deleted had nothing in it: then it is no news in the bin. */
export const wasBlank = (note: Note): boolean => note.session === null && wasLeftBlank(note)
