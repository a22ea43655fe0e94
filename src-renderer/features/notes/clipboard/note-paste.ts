/**
 * The clipboard of a note, and what is dropped there: lines. Text comes a line a line; what another program has written as a page is
 * read as an import is, and only its words and their structure are taken. Words without a line break go into the line
 * that the caret is in, whatever that is. Pictures are refused, and the coach is told why.
 */
import { Extension } from '@tiptap/core'
import type { Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readPastedHtml } from '../../../../shared/formats/html'
import { LINE_KINDS } from '../../../../shared/note-text/delta'
import { t } from '../../../../shared/words/words'
import { docOf } from '../../../store/record/note-binding/units'
import { offerNote } from '../../../ui/undo'
import { pasteLines } from '../lines/line-commands'
import { createCopySerializer } from './copied-html'
import { copiedText } from './copied-text'
import { lineAt, textToLines } from './text-lines'

/** Copied from a note: read as it is (line-html.ts). */
const OWN = new RegExp(`\\sdata-line="(?:${LINE_KINDS.join('|')})"`)

/** A page as lines of ours; nothing when there is more in it than a note needs. */
const pageToLines = (html: string, schema: Schema): string => {
  if (OWN.test(html)) return html
  try {
    const { lines, pictures } = readPastedHtml(html)
    if (pictures) offerNote(t('note.picturesStayOut'))
    const page = document.implementation.createHTMLDocument()
    const { content } = docOf(schema, lines)
    page.body.append(createCopySerializer(schema).serializeFragment(content, { document: page }))
    return page.body.innerHTML
  } catch {
    return ''
  }
}

const hasImageFile = (files: FileList | undefined): boolean =>
  [...(files ?? [])].some(({ type }) => type.startsWith('image/'))

const paste = (
  view: EditorView,
  { clipboardData: data }: ClipboardEvent,
  slice: Slice,
): boolean => {
  const text = data?.getData('text/plain') ?? ''
  // A page from a program comes with a picture of itself: its words count.
  if (hasImageFile(data?.files) && text === '') {
    offerNote(t('note.picturesStayOut'))
    return true
  }
  const { $from } = view.state.selection
  const plain = text !== '' && (slice.size === 0 || lineAt($from).kind === 'code')
  return pasteLines(plain ? textToLines(text, $from) : slice)(view.state, (transaction) =>
    view.dispatch(transaction.setMeta('paste', true).setMeta('uiEvent', 'paste')),
  )
}

export const NotePaste = Extension.create({
  name: 'notePaste',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          clipboardSerializer: createCopySerializer(schema),
          clipboardTextSerializer: copiedText,
          clipboardTextParser: textToLines,
          transformPastedHTML: (html) => pageToLines(html, schema),
          handlePaste: paste,
          handleDrop: (_view, event) => {
            if (!hasImageFile(event.dataTransfer?.files)) return false
            event.preventDefault()
            offerNote(t('note.picturesStayOut'))
            return true
          },
        },
      }),
    ]
  },
})
