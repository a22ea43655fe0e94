/**
 * What is pasted or dropped into a note: lines. Text comes a line a line; what another program has written as a page is
 * read as an import is, and only its words and their structure are taken. Words without a line break go into the line
 * that the caret is in, whatever that is. Pictures are refused, and the coach is told why.
 */
import { Extension } from '@tiptap/core'
import { DOMSerializer, Fragment, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { LINE_KINDS, type LineAttributes, PLAIN_LINE } from '../../../shared/note-text/delta'
import { t } from '../../../shared/words'
import { offerNote } from '../../ui/undo'
import { pasteLines } from './line-commands'
import { lineToNode } from './line-nodes'
import { attributesOf } from './lines'
import { copiedText } from './note-copy'
import { readPastedHtml } from './pasted-html'

const REFUSED = t('notePaste.picturesCannotBeKeptInA')

/** Copied from a note: read as it is (line-html.ts). */
const OWN = new RegExp(`\\sdata-line="(?:${LINE_KINDS.join('|')})"`)

const transformHtml = (html: string, schema: Schema): string => {
  if (OWN.test(html)) return html
  const { lines, pictures } = readPastedHtml(html)
  if (pictures) offerNote(REFUSED)
  const page = document.implementation.createHTMLDocument()
  const nodes = lines.map((line) => lineToNode(schema, line))
  page.body.append(
    DOMSerializer.fromSchema(schema).serializeFragment(Fragment.from(nodes), { document: page }),
  )
  return page.body.innerHTML
}

/** What lines of text become where they are pasted: more points of a list, more of a quote or of code. */
const kindAt = ($place: ResolvedPos): LineAttributes => {
  const line = attributesOf($place.node(Math.min($place.depth, 1)))
  return line.kind === 'rule' || line.kind.startsWith('heading') ? PLAIN_LINE : { ...line, checked: false }
}

const textToSlice = (text: string, $place: ResolvedPos, schema: Schema): Slice => {
  const marks = $place.marks()
  const kind = kindAt($place)
  const lines = text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/)
  return new Slice(
    Fragment.from(
      lines.map((words) => schema.node('line', kind, words === '' ? [] : [schema.text(words, marks)])),
    ),
    1,
    1,
  )
}

const hasImageFile = (files: FileList | undefined): boolean =>
  [...(files ?? [])].some(({ type }) => type.startsWith('image/'))

const paste = (view: EditorView, event: ClipboardEvent, slice: Slice): boolean => {
  const data = event.clipboardData
  const text = data?.getData('text/plain') ?? ''
  // A page from a program comes with a picture of itself: its words count.
  if (hasImageFile(data?.files) && text === '') {
    offerNote(REFUSED)
    return true
  }
  const { $from } = view.state.selection
  const code = attributesOf($from.node(Math.min($from.depth, 1))).kind === 'code'
  const pasted = code && text !== '' ? textToSlice(text, $from, view.state.schema) : slice
  return pasteLines(pasted)(view.state, (transaction) =>
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
          clipboardTextSerializer: copiedText,
          clipboardTextParser: (text, $place) => textToSlice(text, $place, schema),
          transformPastedHTML: (html) => transformHtml(html, schema),
          handlePaste: paste,
          handleDrop: (_view, event) => {
            if (!hasImageFile(event.dataTransfer?.files)) return false
            event.preventDefault()
            offerNote(REFUSED)
            return true
          },
        },
      }),
    ]
  },
})
