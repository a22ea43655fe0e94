/**
 * Mentions and links between items: "@" offers the mentee's goals, notes, reflections and sessions. What is inserted
 * is a link with an address of the app's own, `confidant:goals/<id>`, so that the note's schema stays as it is and an
 * older version shows the words. A click on it, or Mod Enter with the caret in it, opens what it points to.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { fold } from '../../../../shared/base/fold'
import { kept, type RecordProjection } from '../../../../shared/model/projection'
import { firstWords } from '../../../../shared/model/record/reflection'
import { t } from '../../../../shared/words/words'
import { go } from '../../../context/app-state'
import type { MenteeTab } from '../../../context/navigation'
import { sessionLabels } from '../../../ui/labels'
import { shortDay } from '../../../ui/when'
import { noteTitle } from '../note-title'
import { type ShowSuggestions, type SuggestedEntry, suggestAfter } from './suggestions'

const LINK_PROTOCOL = 'confidant'
const MOST_ENTRIES = 12

const TABS: Readonly<Record<string, MenteeTab>> = {
  goals: 'goals',
  notes: 'notes',
  reflections: 'reflections',
}

interface Mention extends SuggestedEntry {
  /** `goals/<id>`. */
  readonly id: string
}

const mentionsOf = (record: RecordProjection, note: string): readonly Mention[] => [
  ...kept(record.goals).map(({ id, title }) => ({
    id: `goals/${id}`,
    label: title,
    about: t('note.goal'),
  })),
  ...kept(record.notes)
    .filter(({ id }) => id !== note)
    .map((one) => ({
      id: `notes/${one.id}`,
      label: noteTitle(one, record.sessions),
      about: t('note.noteOn', { day: shortDay(one.date) }),
    })),
  ...kept(record.reflections).map((one) => ({
    id: `reflections/${one.id}`,
    label: one.prompt || firstWords(one).slice(0, 60) || t('note.reflection'),
    about: t('note.reflectionOn', { day: shortDay(one.date) }),
  })),
  ...kept(record.sessions).map(({ id, kind, date }) => ({
    id: `sessions/${id}`,
    label: `${sessionLabels[kind]}, ${shortDay(date)}`,
    about: t('note.session'),
  })),
]

/** Opens what a link of the app points to; false for any other address. */
const openLink = (record: string, href: unknown): boolean => {
  const [, kind = '', id = ''] = /^confidant:([a-zA-Z]+)\/([\w-]{22})$/.exec(String(href)) ?? []
  if (id === '') return false
  if (kind === 'sessions') go({ screen: 'session', id: record, session: id })
  else if (TABS[kind] !== undefined) go({ screen: 'mentee', id: record, tab: TABS[kind], item: id })
  else return false
  return true
}

const hrefAt = (view: EditorView, position: number): unknown =>
  view.state.doc
    .resolve(position)
    .marks()
    .find(({ type }) => type.name === 'link')?.attrs.href

export const createNoteLinks = (
  record: () => RecordProjection | undefined,
  recordId: string,
  note: string,
  show: ShowSuggestions,
) =>
  Extension.create({
    name: 'noteLinks',
    addKeyboardShortcuts() {
      return {
        'Mod-Enter': () =>
          openLink(recordId, hrefAt(this.editor.view, this.editor.state.selection.from)),
      }
    },
    addProseMirrorPlugins() {
      return [
        suggestAfter<Mention>({
          editor: this.editor,
          name: t('note.mention'),
          char: '@',
          show,
          entries: (query) => {
            const mentee = record()
            if (mentee === undefined) return []
            const words = fold(query).split(/\s+/).filter(Boolean)
            return mentionsOf(mentee, note)
              .filter(({ label, about }) =>
                words.every((word) => fold(`${label} ${about}`).includes(word)),
              )
              .slice(0, MOST_ENTRIES)
          },
          take: ({ id, label }, editor, range) =>
            void editor
              .chain()
              .focus()
              .insertContentAt(range, [
                {
                  type: 'text',
                  text: label,
                  marks: [{ type: 'link', attrs: { href: `${LINK_PROTOCOL}:${id}` } }],
                },
                { type: 'text', text: ' ' },
              ])
              .run(),
        }),
        new Plugin({
          props: {
            handleClick: (view, position, event) =>
              event.target instanceof HTMLElement &&
              event.target.closest('a') !== null &&
              openLink(recordId, hrefAt(view, position)),
          },
        }),
      ]
    },
  })
