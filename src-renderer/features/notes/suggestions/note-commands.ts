/** What a line of a note can become: an action item, a goal, something to ask next time, or a template's headings. */
import type { Editor, Range } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useMemo } from 'react'
import { kept } from '../../../../shared/crdt/kind'
import {
  fillIn,
  shippedTemplates,
  type Template,
  type TemplateValues,
  templateLines,
  templatesWith,
} from '../../../../shared/model/caseload/template'
import { actionItems, addActions } from '../../../../shared/model/record/action-item'
import { addGoal, goals } from '../../../../shared/model/record/goal'
import type { Note } from '../../../../shared/model/record/note'
import { agendaItems } from '../../../../shared/model/record/session'
import type { LineKind } from '../../../../shared/note-text/delta'
import type { LineItem } from '../../../../shared/note-text/line-item'
import { newRecordId } from '../../../../shared/vault/keys'
import { type PlainKey, t } from '../../../../shared/words/words'
import { go } from '../../../context/app-state'
import { runCommand } from '../../../context/commands/commands'
import { routeTo } from '../../../context/navigation'
import { useBin, useOpenVault, useRun, useVault } from '../../../context/vault/session'
import { docOf, lineOf } from '../../../store/record/note-binding/units'
import { offerNote, offerUndo } from '../../../ui/undo'
import { today } from '../../../ui/when'
import { templateValues } from '../../templates/template-values'
import { wordsOfLine } from '../lines/copied-text'
import { insertLines, pasteLines } from '../lines/line-commands'
import { markWords } from '../lines/mark-words'
import { textToLines } from '../lines/text-lines'
import { seenAs, TITLE_LENGTH } from '../note-items'
import type { SlashCommand } from './slash-menu'

const dispatching = (editor: Editor, command: Command): void => {
  editor.view.focus()
  command(editor.state, editor.view.dispatch)
}

/** Inserts a template's headings and hints where the caret is. */
const insertTemplate = (template: Template, values: TemplateValues, editor: Editor): void =>
  dispatching(editor, insertLines(docOf(editor.schema, templateLines(template, values)).content))

const insertText = (text: string, editor: Editor): void =>
  dispatching(editor, pasteLines(textToLines(text, editor.state.selection.$from)))

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

/** What the caret's line can be made, for whoever does not know its signs. */
const KINDS: readonly (readonly [kind: LineKind, word: string, label: PlainKey])[] = [
  ['heading2', 'heading', 'note.headingControl'],
  ['heading3', 'subheading', 'note.subheadingControl'],
  ['bullet', 'bullets', 'note.bulletListControl'],
  ['number', 'numbers', 'note.orderedListControl'],
  ['task', 'tasks', 'note.tasksControl'],
  ['quote', 'quote', 'note.blockquoteControl'],
  ['rule', 'divider', 'note.divider'],
]

/** What needs no words of its own, and stands in the menu under its word. */
const plainCommand = (
  id: string,
  label: string,
  run: (editor: Editor) => void,
  word = id,
): SlashCommand => ({
  id,
  word,
  about: `/${word}`,
  label,
  needsWords: false,
  run: (_words, editor) => run(editor),
})

const formatting = (): readonly SlashCommand[] => [
  ...KINDS.map(([kind, word, label]) =>
    plainCommand(
      `kind/${kind}`,
      t(label),
      (editor) => editor.chain().focus().toggleLineKind(kind).run(),
      word,
    ),
  ),
  plainCommand('find', t('command.findInNote'), () => runCommand('find-in-note')),
]

const asWord = (title: string): string => title.toLowerCase().replace(/[^\p{L}\d]+/gu, '-')

/** Says of a line's words that they became an item. */
const mark = (editor: Editor, item: LineItem, { from, to }: Range): void =>
  dispatching(editor, markWords(item, from, to))

export const useNoteCommands = (
  recordId: string,
  { session: sessionId, role }: Pick<Note, 'session' | 'role'>,
): readonly SlashCommand[] => {
  const run = useRun()
  const bin = useBin(recordId)
  const { session } = useOpenVault()
  const { templates: own, snippets } = useVault()
  return useMemo(() => {
    const isPrivate = role === 'aid'
    const seen = seenAs({ role })
    const whoSees = isPrivate ? t('note.onlyYouSee') : t('note.menteeMaySee')
    /** A command that makes something of the words. */
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
    const addAction =
      (whose: 'mentee' | 'coach') =>
      async (what: string, editor: Editor, range: Range): Promise<void> => {
        const id = newRecordId()
        mark(editor, { kind: 'actionItems', id }, range)
        const item = { id, what, whose, agreedOn: today(), session: sessionId, ...seen }
        await run(recordId, actionItems.add, item)
        offerUndo(
          t('note.actionItemMade', { item: what, whoSees }),
          () => void bin('actionItems', id, t('note.actionItemTakenBack')),
          () => go(routeTo(actionItems.about.opens, recordId, id)),
        )
      }
    const addGoalOf = async (title: string, editor: Editor, range: Range): Promise<void> => {
      const id = newRecordId()
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
    const values = (): TemplateValues => {
      const { records, vault } = session.model.getState()
      const record = records[recordId]
      return record === undefined ? {} : templateValues(record, vault)
    }
    const fromChecklist = async (editor: Editor): Promise<void> => {
      const lines = openTasks(editor)
      const made = await run(recordId, addActions, { lines, agreedOn: today(), session: sessionId })
      if (made === undefined || made.length === 0) return offerNote(t('note.checklistDoneAlready'))
      offerUndo(
        t('note.madeFromChecklist', { items: t('count.actionItem', { count: made.length }) }),
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
      plainCommand(
        'checklist',
        t('note.itemsFromChecklist'),
        (editor) => void fromChecklist(editor),
      ),
      ...formatting(),
      ...kept(snippets).map(({ id, word, text }) =>
        plainCommand(
          `snippet/${id}`,
          text.split('\n')[0]?.slice(0, 60) || word,
          (editor) => insertText(fillIn(text, values()), editor),
          asWord(word),
        ),
      ),
      ...templatesWith(own)
        .filter(({ fields }) => fields.length > 0)
        .map((template) =>
          plainCommand(
            `template/${template.id}`,
            template.title,
            (editor) => insertTemplate(template, values(), editor),
            shippedTemplates().some(({ id }) => id === template.id)
              ? template.id
              : asWord(template.title),
          ),
        ),
    ]
  }, [run, bin, session, own, snippets, recordId, sessionId, role])
}
