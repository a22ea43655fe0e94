/**
 * A guided note: when something turns a student's year, the coach begins a note from its starting text and is reminded to
 * ask again after one, four and twelve weeks. The reminders are the coach's own, say how long ago it was and never what, and
 * leave for nobody; nothing else is kept, so that no label is put on a mentee (docs/domain.md).
 */
import type * as Y from 'yjs'
import { addDays } from '../../base/day'
import type { Line } from '../../note-text/delta'
import { t } from '../../words/words'
import { actionItems } from './action-item'
import { notes, startNote } from './note'

export const ASK_AGAIN_WEEKS = [1, 4, 12] as const
export type AskAgainWeeks = (typeof ASK_AGAIN_WEEKS)[number]

export const askAgainOn = (today: string, weeks: AskAgainWeeks): string => addDays(today, weeks * 7)

export const beginGuidedNote = (
  record: Y.Doc,
  input: {
    readonly title: string
    readonly lines: readonly Line[]
    readonly today: string
    readonly weeks: readonly AskAgainWeeks[]
  },
): string =>
  record.transact(() => {
    const { title, lines, today, weeks } = input
    const note = notes.add(record, { title, date: today })
    startNote(record, { id: note, lines })
    for (const count of weeks)
      actionItems.add(record, {
        what: t('guided.askAgain', { count }),
        whose: 'coach',
        due: askAgainOn(today, count),
        agreedOn: today,
        visibility: 'memory-aid',
      })
    return note
  })
