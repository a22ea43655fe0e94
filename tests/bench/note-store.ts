/** Where a note's text is kept: ours in one Y.Text, the usual in a tree of elements, as y-tiptap writes it. */
import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'
import { initProseMirrorDoc, prosemirrorToYXmlFragment, updateYFragment } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { plainLine } from '../../shared/note-text/delta'
import { appendLines, readLines } from '../../shared/note-text/text'
import { noteSchema } from '../../src-renderer/features/notes/lines/note-schema'
import { writeTransaction } from '../../src-renderer/store/record/note-binding/steps-to-text'
import { docOf } from '../../src-renderer/store/record/note-binding/units'
import { paragraphs } from './long-note'

export interface NoteStore {
  /** What the note says now, as an editor's document. */
  readonly read: () => Node
  /** Writes what was done to the document that was read or written last. */
  readonly write: (transaction: Transaction) => void
}

export const longNote = paragraphs.map((text) => plainLine(text))

export const newText = (record: Y.Doc): Y.Text => {
  const text = record.getText('body')
  appendLines(text, longNote)
  return text
}

export const createTextStore = (record: Y.Doc, text: Y.Text): NoteStore => ({
  read: () => docOf(noteSchema, readLines(text)),
  write: (transaction) => record.transact(() => writeTransaction(text, transaction)),
})

const treeSchema = getSchema([StarterKit.configure({ undoRedo: false })])

export const newTree = (record: Y.Doc): Y.XmlFragment =>
  prosemirrorToYXmlFragment(
    treeSchema.node(
      'doc',
      null,
      paragraphs.map((text) => treeSchema.node('paragraph', null, [treeSchema.text(text)])),
    ),
    record.getXmlFragment('body'),
  )

export const createTreeStore = (record: Y.Doc): NoteStore => {
  const tree = record.getXmlFragment('body')
  let { doc, mapping } = initProseMirrorDoc(tree, treeSchema)
  return {
    read: () => {
      ;({ doc, mapping } = initProseMirrorDoc(tree, treeSchema))
      return doc
    },
    write: ({ doc: next }) =>
      record.transact(() => updateYFragment(record, tree, next, { mapping, isOMark: new Map() })),
  }
}
