/** What is put into a note's text from elsewhere, a template's headings or a snippet, and what a line is made. */
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { kept } from '../../../../shared/crdt/kind'
import {
  fillIn,
  isCoachTemplate,
  shippedTemplates,
  type Template,
  type TemplateValues,
  templateLines,
  templatesWith,
} from '../../../../shared/model/caseload/template'
import type { LineKind } from '../../../../shared/note-text/delta'
import { type PlainKey, t } from '../../../../shared/words/words'
import { runCommand } from '../../../context/commands/commands'
import { useOpenVault, useVault } from '../../../context/vault/session'
import { docOf } from '../../../store/record/note-binding/units'
import { templateValues } from '../../templates/template-values'
import { textToLines } from '../clipboard/text-lines'
import { insertLines, pasteLines } from '../lines/line-commands'
import { dispatching, plainCommand, type SlashCommand } from './slash-menu'

/** Inserts a template's headings and hints where the caret is. */
const insertTemplate = (template: Template, values: TemplateValues, editor: Editor): void =>
  dispatching(editor, insertLines(docOf(editor.schema, templateLines(template, values)).content))

const insertText = (text: string, editor: Editor): void =>
  dispatching(editor, pasteLines(textToLines(text, editor.state.selection.$from)))

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

export const useTextCommands = (recordId: string): readonly SlashCommand[] => {
  const { session } = useOpenVault()
  const { templates: own, snippets } = useVault()
  return useMemo(() => {
    const values = (): TemplateValues => {
      const { records, vault } = session.model.getState()
      const record = records[recordId]
      return record === undefined ? {} : templateValues(record, vault)
    }
    return [
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
        .filter((one) => one.fields.length > 0 && !isCoachTemplate(one))
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
  }, [session, own, snippets, recordId])
}
