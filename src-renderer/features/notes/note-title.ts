import type { Note } from '../../../shared/model/record/note'
import type { Session } from '../../../shared/model/record/session'
import { titleAndWords } from '../../../shared/views/note-list'
import { t } from '../../../shared/words/words'
import { sessionLabels } from '../../ui/labels'

/** What a note is called in a list. */
export const noteTitle = (note: Note, sessions: readonly Session[]): string => {
  if (note.title !== '') return note.title
  const session = sessions.find(({ id }) => id === note.session)
  if (session === undefined) return titleAndWords(note).title || t('note.untitled')
  return note.role === 'aid'
    ? t('note.memoryAidOfSession', { kind: sessionLabels[session.kind] })
    : t('note.ofSession', { kind: sessionLabels[session.kind] })
}
