/** Notes, in a session or loose. A note's text is a rich-text fragment that the editor binds to. */
import * as v from 'valibot'
import * as Y from 'yjs'
import {
  createItem,
  day,
  defaultVisibility,
  findItem,
  type Item,
  moment,
  provenance,
  readFields,
  setFields,
  shortText,
  visibility,
} from './item'
import { itemsOf } from './record'

export const sessionKind = v.picklist(['reach', 'one-to-one', 'group', 'check-in', 'ad-hoc', 'urgent'])
export const sessionStatus = v.picklist(['planned', 'held', 'missed', 'cancelled'])
export const sessionMedium = v.picklist(['in-person', 'video', 'phone', 'message'])

export const SessionInput = v.object({
  kind: sessionKind,
  status: sessionStatus,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)),
  medium: sessionMedium,
  place: shortText,
})
export type SessionInput = v.InferOutput<typeof SessionInput>

export const NoteInput = v.object({
  title: shortText,
  date: day,
  /** Present when the note belongs to a meeting. */
  session: v.nullable(SessionInput),
})
export type NoteInput = v.InferOutput<typeof NoteInput>

export const emptySession: SessionInput = {
  kind: 'one-to-one',
  status: 'held',
  minutes: 30,
  medium: 'in-person',
  place: '',
}

const StoredSession = v.object({
  kind: v.optional(v.fallback(sessionKind, 'one-to-one'), 'one-to-one'),
  status: v.optional(v.fallback(sessionStatus, 'held'), 'held'),
  minutes: v.optional(v.fallback(v.number(), 0), 0),
  medium: v.optional(v.fallback(sessionMedium, 'in-person'), 'in-person'),
  place: v.optional(v.fallback(v.string(), ''), ''),
})

const StoredNote = v.object({
  title: v.optional(v.fallback(v.string(), ''), ''),
  date: v.optional(v.fallback(day, '1970-01-01'), '1970-01-01'),
  sessionId: v.optional(v.fallback(v.nullable(v.string()), null), null),
  visibility: v.optional(v.fallback(visibility, 'memory-aid'), 'memory-aid'),
  provenance: v.optional(v.fallback(provenance, 'coach'), 'coach'),
  createdAt: v.optional(v.fallback(moment, '1970-01-01T00:00:00.000Z'), '1970-01-01T00:00:00.000Z'),
  deletedAt: v.optional(v.nullable(v.string()), null),
})

export interface NoteSummary extends Omit<v.InferOutput<typeof StoredNote>, 'sessionId'> {
  readonly id: string
  readonly session: SessionInput | null
  /** The text's first line or so. */
  readonly excerpt: string
}

export const addNote = (record: Y.Doc, input: NoteInput): string =>
  record.transact(() => {
    const sessionId =
      input.session === null
        ? null
        : createItem(itemsOf(record, 'sessions'), { ...input.session, date: input.date })
    return createItem(itemsOf(record, 'notes'), {
      title: input.title,
      date: input.date,
      sessionId,
      provenance: 'coach',
      visibility: defaultVisibility('coach'),
      body: new Y.XmlFragment(),
    })
  })

export const editNote = (record: Y.Doc, input: { readonly id: string } & Partial<NoteInput>): void => {
  record.transact(() => {
    const note = findItem(itemsOf(record, 'notes'), input.id)
    if (note === undefined) return
    setFields(note, { title: input.title, date: input.date })
    const sessionId = note.get('sessionId')
    if (typeof sessionId === 'string' && input.session != null) {
      const session = findItem(itemsOf(record, 'sessions'), sessionId)
      if (session !== undefined) setFields(session, { ...input.session, date: input.date })
    }
  })
}

/** The fragment that the note editor binds to. */
export const noteBody = (record: Y.Doc, id: string): Y.XmlFragment | undefined => {
  const body = findItem(itemsOf(record, 'notes'), id)?.get('body')
  return body instanceof Y.XmlFragment ? body : undefined
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

const EXCERPT_LENGTH = 180

export const readNote = (record: Y.Doc, id: string, note: Item): NoteSummary => {
  const { sessionId, ...fields } = readFields(StoredNote, note)
  const session = sessionId === null ? undefined : findItem(itemsOf(record, 'sessions'), sessionId)
  const body = note.get('body')
  return {
    id,
    ...fields,
    session: session === undefined ? null : readFields(StoredSession, session),
    excerpt: body instanceof Y.XmlFragment ? fragmentText(body, EXCERPT_LENGTH).slice(0, EXCERPT_LENGTH) : '',
  }
}
