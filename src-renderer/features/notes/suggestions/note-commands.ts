/** What a line of a note can become: an action item, a goal, something to ask next time, or a template's headings. */
import type { Editor } from '@tiptap/core'
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
import { addGoal } from '../../../../shared/model/record/goal'
import { agendaItems } from '../../../../shared/model/record/session'
import { t } from '../../../../shared/words/words'
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
      {
        id: 'checklist',
        word: 'checklist',
        about: '/checklist',
        label: t('note.itemsFromChecklist'),
        needsWords: false,
        run: (_words, editor) => void fromChecklist(editor),
      },
      ...kept(snippets).map(
        ({ id, word, text }): SlashCommand => ({
          id: `snippet/${id}`,
          word: asWord(word),
          about: `/${asWord(word)}`,
          label: text.split('\n')[0]?.slice(0, 60) || word,
          needsWords: false,
          run: (_words, editor) => insertText(fillIn(text, values()), editor),
        }),
      ),
      ...templatesWith(own)
        .filter(({ fields }) => fields.length > 0)
        .map((template): SlashCommand => {
          const word = shippedTemplates().some(({ id }) => id === template.id)
            ? template.id
            : asWord(template.title)
          return {
            id: `template/${template.id}`,
            word,
            about: `/${word}`,
            label: template.title,
            needsWords: false,
            run: (_words, editor) => insertTemplate(template, values(), editor),
          }
        }),
    ]
  }, [run, bin, session, own, snippets, recordId, sessionId])
}
