/** What a line of a note can become: an action item, a goal, something to ask next time, or a template's headings. */
import { useMemo } from 'react'
import { actionItems } from '../../../shared/model/action-item'
import { addGoal } from '../../../shared/model/goal'
import { agendaItems } from '../../../shared/model/session'
import { SHIPPED_TEMPLATES, type Template, templatesWith } from '../../../shared/model/template'
import { useBin, useRun, useVault } from '../../app/session'
import { offerUndo } from '../../ui/undo'
import { today } from '../../ui/when'
import type { SlashCommand } from './slash-menu'

const TITLE_LENGTH = 300

/** Inserts a template's headings and hints where the caret is. */
const insertTemplate =
  (template: Template): SlashCommand['run'] =>
  (_words, editor) => {
    editor
      .chain()
      .focus()
      .insertContent(
        template.fields.flatMap(({ title, hint }) => [
          { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: title }] },
          hint === ''
            ? { type: 'paragraph' }
            : { type: 'paragraph', content: [{ type: 'text', text: `${hint}: ` }] },
        ]),
      )
      .run()
  }

export const useNoteCommands = (recordId: string, sessionId: string | null): readonly SlashCommand[] => {
  const run = useRun()
  const bin = useBin(recordId)
  const own = useVault().templates
  return useMemo(() => {
    const made = (kind: 'actionItems' | 'goals', id: string | undefined, words: string, undone: string) => {
      if (id !== undefined)
        offerUndo(
          `${kind === 'goals' ? 'Goal' : 'Action item'}: “${words}”`,
          () => void bin(kind, id, undone),
        )
    }
    const items: SlashCommand[] = [
      {
        id: 'action',
        word: 'action',
        label: 'Action item',
        needsWords: true,
        run: (words) => {
          const what = words.slice(0, TITLE_LENGTH)
          if (what !== '')
            void run(recordId, actionItems.add, { what, agreedOn: today(), session: sessionId }).then((id) =>
              made('actionItems', id, what, 'The action item was taken back.'),
            )
        },
      },
      {
        id: 'mine',
        word: 'mine',
        label: 'Action item for me',
        needsWords: true,
        run: (words) => {
          const what = words.slice(0, TITLE_LENGTH)
          if (what !== '')
            void run(recordId, actionItems.add, {
              what,
              whose: 'coach',
              agreedOn: today(),
              session: sessionId,
            }).then((id) => made('actionItems', id, what, 'The action item was taken back.'))
        },
      },
      {
        id: 'goal',
        word: 'goal',
        label: 'Goal',
        needsWords: true,
        run: (words) => {
          const title = words.slice(0, TITLE_LENGTH)
          if (title !== '')
            void run(recordId, addGoal, { title, today: today() }).then((id) =>
              made('goals', id, title, 'The goal was taken back.'),
            )
        },
      },
      {
        id: 'ask',
        word: 'ask',
        label: 'Ask next time',
        needsWords: true,
        run: (words) => {
          const text = words.slice(0, TITLE_LENGTH)
          if (text !== '') void run(recordId, agendaItems.add, { text })
        },
      },
    ]
    const templates = templatesWith(own)
      .filter(({ fields }) => fields.length > 0)
      .map(
        (template): SlashCommand => ({
          id: `template/${template.id}`,
          word: SHIPPED_TEMPLATES.some(({ id }) => id === template.id)
            ? template.id
            : template.title.toLowerCase().replace(/[^\p{L}\d]+/gu, '-'),
          label: template.title,
          needsWords: false,
          run: insertTemplate(template),
        }),
      )
    return [...items, ...templates]
  }, [run, bin, own, recordId, sessionId])
}
