/**
 * Notes: rich text, of a session or loose. A session has two, apart from each other: the session note, which may be
 * shared as a copy, and the memory aid, which is the coach's alone. A note's text is a fragment that the editor binds
 * to (store/note-binding.ts).
 */
import * as Y from 'yjs'
import { date, type Field, line, oneOf, optionalLink, setOf, type Values } from './field'
import type { Item } from './item'
import { defineKind, type Of } from './kind'
import { itemsOf } from './record'
import { axes } from './visibility'

/** A text that the note editor binds to; a projection shows its first line or so. */
const EXCERPT_LENGTH = 180
const body: Field<string> = {
  input: line().input,
  empty: '',
  create: (fields, name) => fields.set(name, new Y.XmlFragment()),
  read: (item, name) => {
    const stored = item.get(name)
    return stored instanceof Y.XmlFragment
      ? fragmentText(stored, EXCERPT_LENGTH).slice(0, EXCERPT_LENGTH)
      : ''
  },
  // Only the editor writes into it.
  write: () => undefined,
}

export const NOTE_ROLES = ['loose', 'session', 'aid'] as const
export type NoteRole = (typeof NOTE_ROLES)[number]

const noteFields = {
  title: line(),
  date,
  session: optionalLink,
  role: oneOf(NOTE_ROLES, 'loose'),
  themes: setOf,
  body,
  ...axes('memory-aid'),
}

const plain = defineKind('notes', noteFields)

/** Version 0.1.0 kept the session under `sessionId`, and only a session note pointed to one. */
const read = (id: string, item: Item): Note => {
  const note = plain.read(id, item)
  const session = item.get('sessionId')
  return note.session === null && typeof session === 'string' ? { ...note, session, role: 'session' } : note
}

export const notes: typeof plain = {
  ...plain,
  read,
  readAll: (record) => [...itemsOf(record, 'notes')].map(([id, item]) => read(id, item)),
}
/** `body` holds the text's first line or so. */
export type Note = Of<typeof plain>
export type NoteInput = Values<typeof noteFields>

/** The fragment that the note editor binds to. */
export const noteBody = (record: Y.Doc, id: string): Y.XmlFragment | undefined => {
  const fragment = itemsOf(record, 'notes').get(id)?.get('body')
  return fragment instanceof Y.XmlFragment ? fragment : undefined
}

/** A fragment's plain text, one line a block; stops once `most` characters are read. */
export const fragmentText = (fragment: Y.XmlFragment, most = Number.POSITIVE_INFINITY): string => {
  const lines: string[] = []
  let length = 0
  const visit = (node: unknown): string => {
    if (length > most) return ''
    if (node instanceof Y.XmlText) {
      const text = (node.toDelta() as { insert: unknown }[])
        .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
        .join('')
      length += text.length
      return text
    }
    if (!(node instanceof Y.XmlFragment)) return ''
    const inline = node.toArray().map(visit).join('')
    if (inline !== '' && node.toArray().some((child) => child instanceof Y.XmlText)) lines.push(inline)
    return ''
  }
  visit(fragment)
  return lines.join('\n')
}

/** Writes paragraphs into a note that is still empty: starting text, or an import. */
export const startNote = (
  record: Y.Doc,
  input: { readonly id: string; readonly blocks: readonly Block[] },
): void => {
  const fragment = noteBody(record, input.id)
  if (fragment === undefined || fragment.length > 0) return
  fragment.insert(0, input.blocks.map(blockToElement))
}

const isBlankLine = (node: unknown): boolean =>
  node instanceof Y.XmlElement &&
  node.nodeName === 'paragraph' &&
  node.toArray().every((part) => part instanceof Y.XmlText && part.toString().trim() === '')

/** A loose note with nothing in it: no title, no theme, no words, and nothing but empty paragraphs. */
const isBlankNote = (record: Y.Doc, id: string): boolean => {
  const item = itemsOf(record, 'notes').get(id)
  if (item === undefined) return false
  const { deletedAt, session, title, themes } = read(id, item)
  return (
    deletedAt === null &&
    session === null &&
    title.trim() === '' &&
    themes.length === 0 &&
    (noteBody(record, id)?.toArray().every(isBlankLine) ?? true)
  )
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
    if (words.trim() !== '') startNote(record, { id, blocks: words.split('\n').map((text) => ({ text })) })
    if (isBlankNote(record, id)) notes.remove(record, { id, deleted: true })
  })

/** Whether a note that was deleted had nothing in it: then it is no news in the bin. */
export const wasBlank = ({ session, title, themes, body }: Note): boolean =>
  session === null && title.trim() === '' && themes.length === 0 && body.trim() === ''

/** A piece of starting text: a heading or a paragraph. */
export interface Block {
  readonly heading?: 2 | 3
  readonly text: string
}

const blockToElement = ({ heading, text }: Block): Y.XmlElement => {
  const element = new Y.XmlElement(heading === undefined ? 'paragraph' : 'heading')
  // The editor's schema wants a number there; Y's types know only strings.
  if (heading !== undefined) element.setAttribute('level', heading as unknown as string)
  if (text !== '') element.insert(0, [new Y.XmlText(text)])
  return element
}
