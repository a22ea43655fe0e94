/**
 * A mentee's notes as they are listed: one entry a session, the newest first, and none for texts without words or for
 * a session that is still to come. Nothing is hidden for good: what is open is listed, and what has words is found.
 */
import { kept } from '../crdt/kind'
import type { RecordProjection } from '../model/projection'
import { type Note, wasLeftBlank } from '../model/record/note'
import type { Session } from '../model/record/session'

export interface NoteEntry {
  /** The text that is shown first: the session note, or a loose one. */
  readonly note: Note
  /** The session's memory aid, when that is another text. */
  readonly aid: Note | undefined
  readonly session: Session | undefined
  /** The title, or the first words. */
  readonly title: string
  /** What is said after the title. */
  readonly words: string
}

/** A note of a single line has it for its title, and is not without a text; a session says what it was. */
export const hasNoText = ({ note, session, title, words }: NoteEntry): boolean =>
  session === undefined && words === '' && (title === '' || note.title.trim() !== '')

const TITLE_LENGTH = 80

const isWritten = (note: Note): boolean => !wasLeftBlank(note) || note.others.length > 0

/** The first line that the coach wrote is the title of a note that has none. */
export const titleAndWords = ({
  title,
  written,
  body,
}: Pick<Note, 'title' | 'written' | 'body'>): {
  readonly title: string
  readonly words: string
} => {
  const lines = (written.trim() || body).split('\n').flatMap((line) => line.trim() || [])
  const [first = ''] = title.trim() === '' ? lines.splice(0, 1) : [title.trim()]
  return { title: first.slice(0, TITLE_LENGTH), words: lines.join(' ') }
}

const entryOf = (note: Note, aid: Note | undefined, session: Session | undefined): NoteEntry => {
  const own = titleAndWords(note)
  const said = own.title === '' && aid !== undefined ? titleAndWords(aid) : own
  return { note, aid, session, ...said }
}

export const noteEntries = (
  record: Pick<RecordProjection, 'notes' | 'sessions'>,
  today: string,
  open?: string,
): readonly NoteEntry[] => {
  const sessions = new Map(kept(record.sessions).map((session) => [session.id, session]))
  const all = kept(record.notes)
  const entries = all.flatMap((note): readonly NoteEntry[] => {
    const session = sessions.get(note.session ?? '')
    if (session === undefined) return [entryOf(note, undefined, undefined)]
    const texts = all.filter((one) => one.session === session.id)
    const main = texts.find(({ role }) => role !== 'aid') ?? texts[0]
    const aid = texts.find((one) => one.role === 'aid' && one !== main)
    // Of a session's texts, its first one stands for the memory aid, too; another laptop may have made more.
    if (note === aid) return []
    return [entryOf(note, note === main ? aid : undefined, session)]
  })
  return entries.filter(({ note, aid, session }) => {
    const texts = aid === undefined ? [note] : [note, aid]
    if (texts.some(({ id }) => id === open)) return true
    const isAhead = session?.status === 'planned' && session.date > today
    return !isAhead && texts.some(isWritten)
  })
}
