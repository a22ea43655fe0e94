import type { Note } from '../../../shared/model/record/note'
import type { Session } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { sessionLabels } from '../../ui/labels'

/** What a note is called in a list. */
export const noteTitle = (note: Note, sessions: readonly Session[]): string => {
  if (note.title !== '') return note.title
  const session = sessions.find(({ id }) => id === note.session)
  if (session === undefined) return note.body.split('\n')[0]?.slice(0, 60) || t('note.untitled')
  return note.role === 'aid'
    ? t('note.memoryAidOfSession', { kind: sessionLabels[session.kind] })
    : t('note.ofSession', { kind: sessionLabels[session.kind] })
}
