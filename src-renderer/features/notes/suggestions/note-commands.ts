/** What a line of a note can become: an action item, a goal, something to ask next time, or a template's headings. */
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useMemo } from 'react'
import { kept } from '../../../../shared/crdt/kind'
import {
  fillIn,
  SHIPPED_TEMPLATES,
  type Template,
  type TemplateValues,
  templateLines,
  templatesWith,
} from '../../../../shared/model/caseload/template'
import { actionItems, addActions } from '../../../../shared/model/record/action-item'
import { addGoal } from '../../../../shared/model/record/goal'
import { agendaItems } from '../../../../shared/model/record/session'
import type { LineKind } from '../../../../shared/note-text/delta'
import { t } from '../../../../shared/words/words'
import { runCommand } from '../../../context/commands/commands'
import { useBin, useOpenVault, useRun, useVault } from '../../../context/vault/session'
import { docOf, lineOf } from '../../../store/record/note-binding/units'
import { offerNote, offerUndo } from '../../../ui/undo'
import { today } from '../../../ui/when'
import { templateValues } from '../../templates/template-values'
import { wordsOfLine } from '../lines/copied-text'
import { insertLines, pasteLines } from '../lines/line-commands'
import { textToLines } from '../lines/text-lines'
import type { SlashCommand } from './slash-menu'

const TITLE_LENGTH = 300

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
const KINDS: readonly (readonly [kind: LineKind, word: string, label: string])[] = [
  ['heading2', 'heading', t('note.headingControl')],
  ['heading3', 'subheading', t('note.subheadingControl')],
  ['bullet', 'bullets', t('note.bulletListControl')],
  ['number', 'numbers', t('note.orderedListControl')],
  ['task', 'tasks', t('note.tasksControl')],
  ['quote', 'quote', t('note.blockquoteControl')],
  ['rule', 'divider', t('note.divider')],
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

const FORMATTING: readonly SlashCommand[] = [
  ...KINDS.map(([kind, word, label]) =>
    plainCommand(
      `kind/${kind}`,
      label,
      (editor) => editor.chain().focus().toggleLineKind(kind).run(),
      word,
    ),
  ),
  plainCommand('find', t('command.findInNote'), () => runCommand('find-in-note')),
]

const asWord = (title: string): string => title.toLowerCase().replace(/[^\p{L}\d]+/gu, '-')

export const useNoteCommands = (
  recordId: string,
  sessionId: string | null,
): readonly SlashCommand[] => {
  const run = useRun()
  const bin = useBin(recordId)
  const { session } = useOpenVault()
  const { templates: own, snippets } = useVault()
  return useMemo(() => {
    /** A command that makes something of the words; `made` is told the id of what was added. */
    const making = (
      id: string,
      label: string,
      add: (words: string) => Promise<string | undefined>,
      made: (id: string, words: string) => void = () => undefined,
    ): SlashCommand => ({
      id,
      word: id,
      about: `/${id}`,
      label,
      needsWords: true,
      run: (given) => {
        const words = given.slice(0, TITLE_LENGTH)
        if (words !== '') void add(words).then((id) => id !== undefined && made(id, words))
      },
    })
    const addAction = (what: string, whose: 'mentee' | 'coach' = 'mentee') =>
      run(recordId, actionItems.add, { what, whose, agreedOn: today(), session: sessionId })
    const actionMade = (id: string, what: string): void =>
      offerUndo(
        t('note.actionItemMade', { item: what }),
        () => void bin('actionItems', id, t('note.actionItemTakenBack')),
      )
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
      making('action', t('note.actionItem'), addAction, actionMade),
      making('mine', t('note.actionItemForMe'), (what) => addAction(what, 'coach'), actionMade),
      making(
        'goal',
        t('note.goal'),
        (title) => run(recordId, addGoal, { title, today: today() }),
        (id, title) =>
          offerUndo(
            t('note.goalMade', { goal: title }),
            () => void bin('goals', id, t('note.goalTakenBack')),
          ),
      ),
      making('ask', t('note.askNextTime'), (text) => run(recordId, agendaItems.add, { text })),
      plainCommand(
        'checklist',
        t('note.itemsFromChecklist'),
        (editor) => void fromChecklist(editor),
      ),
      ...FORMATTING,
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
            SHIPPED_TEMPLATES.some(({ id }) => id === template.id)
              ? template.id
              : asWord(template.title),
          ),
        ),
    ]
  }, [run, bin, session, own, snippets, recordId, sessionId])
}
