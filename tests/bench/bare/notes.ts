/**
 * The long note in three editors that write the same words: Tiptap alone; Tiptap on a tree of elements, as y-tiptap
 * binds it; the app's own lines on the app's own binding, in a real record. Each hears of changes that another document
 * makes. Every transaction of Yjs is encoded, as it is where it is saved and sent.
 */
import { Editor, type Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'
import * as Y from 'yjs'
import { notes, startNote } from '../../../shared/model/record/note'
import { noteText } from '../../../shared/model/record/note-text'
import { noteExtensions, noteSchema } from '../../../src-renderer/features/notes/lines/note-schema'
import { createBindingExtension } from '../../../src-renderer/store/record/note-binding/binding-extension'
import { bindNote } from '../../../src-renderer/store/record/note-binding/note-binding'
import { docOf } from '../../../src-renderer/store/record/note-binding/units'
import { type Change, change, changeBack, middleOf, paragraphs } from '../long-note'
import { createTextStore, createTreeStore, longNote, type NoteStore, newTree } from '../note-store'

/** What is done to the note from elsewhere: makes ready for it what happens when `take` is called. */
type Elsewhere = (what: Change, back: boolean) => () => void

export interface OpenNote {
  readonly caretTo: (where: 'end' | 'middle') => void
  readonly prepare: (what: Change, back: boolean) => void
  /** Takes what was prepared, as a task of its own. */
  readonly take: () => void
  /** Refuses to go on when the editor shows nothing new: neither what was typed nor what was taken. */
  readonly check: () => void
}

const edit = (extensions: Extensions, content: object | string | null = null): Editor =>
  new Editor({ element: document.getElementById('editor'), extensions, content })

/** Another laptop's copy of the record, which has all that was typed into the editor. */
const elsewhere = (
  record: Y.Doc,
  editor: Editor,
  storeOf: (copy: Y.Doc) => NoteStore,
): Elsewhere => {
  record.on('update', () => undefined)
  const copy = new Y.Doc()
  const catchUp = (): void =>
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(record, Y.encodeStateVector(copy)), 'here')
  catchUp()
  const store = storeOf(copy)
  let update: Uint8Array = new Uint8Array()
  let doc = store.read()
  copy.on('update', (next: Uint8Array, origin: unknown) => {
    if (origin !== 'here') update = next
  })
  return (what, back) => {
    catchUp()
    const now = store.read()
    if (now.textContent !== editor.state.doc.textContent)
      throw new Error('what was typed is not stored')
    store.write(back ? changeBack(now, what, doc) : change(now, what))
    doc = now
    const taken = update
    return () => Y.applyUpdate(record, taken, 'elsewhere')
  }
}

declare global {
  interface Window {
    openNote: OpenNote
  }
}

const OPEN: Readonly<
  Record<string, () => { readonly editor: Editor; readonly elsewhere: Elsewhere }>
> = {
  tiptap: () => {
    const editor = edit([StarterKit], paragraphs.map((text) => `<p>${text}</p>`).join(''))
    let before = editor.state.doc
    return {
      editor,
      elsewhere: (what, back) => {
        const { doc } = editor.state
        const { steps } = back ? changeBack(doc, what, before) : change(doc, what)
        before = doc
        return () => {
          const { tr } = editor.state
          for (const step of steps) tr.step(step)
          editor.view.dispatch(tr.setMeta('addToHistory', false))
        }
      },
    }
  },
  'y-tiptap': () => {
    const record = new Y.Doc()
    const fragment = newTree(record)
    const editor = edit([
      StarterKit.configure({ undoRedo: false }),
      Collaboration.configure({ fragment }),
    ])
    return {
      editor,
      elsewhere: elsewhere(record, editor, createTreeStore),
    }
  },
  ours: () => {
    const record = new Y.Doc()
    const id = notes.add(record, { date: '2026-11-24' })
    startNote(record, { id, lines: longNote })
    const bound = bindNote(record, id, () => undefined)
    if (bound === undefined) throw new Error('not bound')
    const editor = edit(
      [...noteExtensions, createBindingExtension(bound)],
      docOf(noteSchema, bound.lines).toJSON(),
    )
    return {
      editor,
      elsewhere: elsewhere(record, editor, (copy) => {
        const text = noteText(copy, id)
        if (text === undefined) throw new Error('a note without a text')
        return createTextStore(copy, text)
      }),
    }
  },
}

export const openNote = (name: string): OpenNote => {
  const open = OPEN[name]
  if (open === undefined) throw new Error(`no editor: ${name}`)
  const { editor, elsewhere } = open()
  let taking = (): void => undefined
  let before = editor.state.doc
  return {
    caretTo: (where) => {
      const { doc, tr } = editor.state
      const selection =
        where === 'end' ? TextSelection.atEnd(doc) : TextSelection.create(doc, middleOf(doc).word)
      editor.view.focus()
      editor.view.dispatch(tr.setSelection(selection).scrollIntoView())
      before = doc
    },
    prepare: (what, back) => {
      taking = elsewhere(what, back)
      before = editor.state.doc
    },
    take: () => void setTimeout(taking, 0),
    check: () => {
      if (editor.state.doc === before) throw new Error('nothing new is shown')
    },
  }
}
