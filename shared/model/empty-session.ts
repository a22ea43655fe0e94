/**
 * A session that was begun and left with nothing: no word in its texts, nothing attached to it, no field changed. It is
 * discarded, as a note is that stays blank; words that come from another laptop later bring it back, as they do for
 * every deleted session (crdt/belongings.ts). One that was planned is never discarded.
 */
import type * as Y from 'yjs'
import type { AnyItem } from '../crdt/kind'
import { plainLine } from '../note-text/delta'
import { recordKinds } from './kinds'
import type { RecordProjection } from './projection'
import { hasNothing, type Note, notes, startNote, wasLeftBlank } from './record/note'
import { type Session, sessions } from './record/session'

/** Starting a session makes it and starts its timer at once; a planned one was there before. */
const AT_ONCE_MS = 10_000

/** What a coach gives a session beyond its day; `date`, `time` and `kind` come with it. */
const GIVEN = [
  'medium',
  'place',
  'themes',
  'goals',
  'followUp',
  'followUpNote',
  'followUpDone',
  'takeaway',
  'series',
  'calendarUid',
] as const

const isUntouched = (session: Session): boolean =>
  session.status === 'planned' &&
  session.startedAt !== null &&
  Math.abs(Date.parse(session.createdAt) - session.startedAt) < AT_ONCE_MS &&
  GIVEN.every((name) => JSON.stringify(session[name]) === JSON.stringify(sessions.empty[name]))

/** Anything that ever named it or one of its texts counts, also what is in the bin by now. */
const isEmptySession = (
  session: Session,
  all: readonly Note[],
  others: readonly AnyItem[],
  isEmpty: (note: Note) => boolean,
): boolean => {
  const texts = all.filter((note) => note.session === session.id)
  const own = new Set<unknown>([session.id, ...texts.map(({ id }) => id)])
  return (
    isUntouched(session) &&
    texts.every(isEmpty) &&
    others.every((item) => item.session !== session.id && !own.has(item.from))
  )
}

const otherKinds = recordKinds.filter(([kind]) => kind !== 'notes')

/** Leaves a session that was begun here. `words` are those that were typed before its text was open. */
export const leaveSession = (
  record: Y.Doc,
  { id, words = '' }: { readonly id: string; readonly words?: string },
): void =>
  record.transact(() => {
    const session = sessions.readAll(record).find((one) => one.id === id)
    const texts = notes.readAll(record)
    const note = texts.find((one) => one.session === id && one.role === 'session')
    if (session === undefined || session.deletedAt !== null) return
    if (note !== undefined && words.trim() !== '')
      startNote(record, { id: note.id, lines: words.split('\n').map((text) => plainLine(text)) })
    const others = otherKinds.flatMap(([, kind]): readonly AnyItem[] => kind.readAll(record))
    if (isEmptySession(session, texts, others, (one) => hasNothing(record, one)))
      sessions.remove(record, { id, deleted: true })
  })

/** Whether a session that was deleted had nothing in it: then it is no news in the bin. */
export const wasEmptySession = (record: RecordProjection, session: Session): boolean =>
  isEmptySession(
    session,
    record.notes,
    otherKinds.flatMap(([kind]): readonly AnyItem[] => record[kind]),
    wasLeftBlank,
  )
