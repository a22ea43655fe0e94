/** What the words of a note's line can become: an action item, a goal, something to ask next time, or on the agenda. */

import type { Editor, Range } from '@tiptap/core'
import { useMemo } from 'react'
import { newId } from '../../../../shared/base/id'
import { actionItems, addActions } from '../../../../shared/model/record/action-item'
import { addGoal, goals } from '../../../../shared/model/record/goal'
import type { Note } from '../../../../shared/model/record/note'
import { agendaItems } from '../../../../shared/model/record/session'
import type { LineItem } from '../../../../shared/note-text/line-item'
import { dueSaid } from '../../../../shared/views/said-day'
import { t } from '../../../../shared/words/words'
import { go, useApp } from '../../../context/app-state'
import { runCommand } from '../../../context/commands/commands'
import { routeTo } from '../../../context/navigation'
import { useBin, useRun } from '../../../context/vault/session'
import { lineOf } from '../../../store/record/note-binding/units'
import { offerNote, offerUndo } from '../../../ui/undo'
import { relativeDay, today } from '../../../ui/when'
import { wordsOfLine } from '../clipboard/copied-text'
import { markWords } from '../lines/mark-words'
import { seenAs, TITLE_LENGTH } from '../note-items'
import { dispatching, plainCommand, type SlashCommand } from './slash-menu'

/** What is not ticked off in the note's checklists. */
const openTasks = ({ state }: Editor): readonly string[] => {
  const found: string[] = []
  state.doc.forEach((line) => {
    const { kind, checked } = lineOf(line)
    const words = wordsOfLine(line).replace(/\s+/g, ' ').trim()
    if (kind === 'task' && !checked && words !== '') found.push(words.slice(0, TITLE_LENGTH))
  })
  return found
}

/** Says of a line's words that they became an item. */
const mark = (editor: Editor, item: LineItem, { from, to }: Range): void =>
  dispatching(editor, markWords(item, from, to))

/** A command that makes something of as many of the words as a title has room for. */
const making = (
  id: string,
  label: string,
  add: (words: string, editor: Editor, range: Range) => Promise<unknown>,
): SlashCommand => ({
  id,
  word: id,
  about: `/${id}`,
  label,
  needsWords: true,
  run: (given, editor, range) => {
    const words = given.slice(0, TITLE_LENGTH)
    if (words !== '') void add(words, editor, range)
  },
})

export const useItemCommands = (
  recordId: string,
  { session: sessionId, role }: Pick<Note, 'session' | 'role'>,
): readonly SlashCommand[] => {
  const run = useRun()
  const bin = useBin(recordId)
  const inSession = useApp(({ route }) => route.screen === 'session')
  return useMemo(() => {
    const isPrivate = role === 'aid'
    const seen = seenAs({ role })
    const whoSees = isPrivate ? t('note.onlyYouSee') : t('note.menteeMaySee')
    const addAction =
      (whose: 'mentee' | 'coach') =>
      async (what: string, editor: Editor, range: Range): Promise<void> => {
        const id = newId()
        mark(editor, { kind: 'actionItems', id }, range)
        const due = dueSaid(what, today())
        const item = { id, what, whose, due, agreedOn: today(), session: sessionId }
        await run(recordId, actionItems.add, item)
        offerUndo(
          due === null
            ? t('note.actionItemMade', { item: what, whoSees })
            : t('note.actionItemDue', { item: what, day: relativeDay(due, today()), whoSees }),
          () => void bin('actionItems', id, t('note.actionItemTakenBack')),
          () => go(routeTo(actionItems.about.opens, recordId, id)),
        )
      }
    const addGoalOf = async (title: string, editor: Editor, range: Range): Promise<void> => {
      const id = newId()
      mark(editor, { kind: 'goals', id }, range)
      await run(recordId, addGoal, { id, title, today: today(), ...seen })
      offerUndo(
        t('note.goalMade', { goal: title, whoSees }),
        () => void bin('goals', id, t('note.goalTakenBack')),
        () => go(routeTo(goals.about.opens, recordId, id)),
      )
    }
    /** What is on the agenda stands beside the text, and not in it. */
    const addToAgenda = async (text: string, editor: Editor, range: Range): Promise<void> => {
      editor.chain().focus().deleteRange(range).run()
      await run(recordId, agendaItems.add, { text, session: sessionId })
      offerNote(t('note.onTheAgenda', { text }))
    }
    const fromChecklist = async (editor: Editor): Promise<void> => {
      const agreed = { agreedOn: today(), session: sessionId, ...seen }
      const made = await run(
        recordId,
        addActions,
        openTasks(editor).map((what) => ({ what, due: dueSaid(what, today()), ...agreed })),
      )
      if (made === undefined || made.length === 0) return offerNote(t('note.checklistDoneAlready'))
      offerUndo(
        t('note.madeFromChecklist', {
          items: t('count.actionItem', { count: made.length }),
          whoSees,
        }),
        () => {
          for (const id of made) void run(recordId, actionItems.remove, { id, deleted: true })
        },
      )
    }
    return [
      making('action', t('note.actionItem'), addAction('mentee')),
      making('mine', t('note.actionItemForMe'), addAction('coach')),
      making('goal', t('note.goal'), addGoalOf),
      making('ask', t('note.askNextTime'), (text) => run(recordId, agendaItems.add, { text })),
      ...(sessionId === null ? [] : [making('agenda', t('note.toTheAgenda'), addToAgenda)]),
      // Beside a session's text and not beside the same note elsewhere.
      ...(inSession
        ? [plainCommand('questions', t('question.title'), () => runCommand('coaching-questions'))]
        : []),
      plainCommand(
        'checklist',
        t('note.itemsFromChecklist'),
        (editor) => void fromChecklist(editor),
      ),
    ]
  }, [run, bin, recordId, sessionId, role, inSession])
}
