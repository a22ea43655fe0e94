/**
 * What a note's text may hold: lines, one under the other, each with its words. What a line is (a heading, a point of a
 * list, a task …) and how far it is indented are its attributes, so that making it something else moves no word
 * (docs/decisions/0025-one-text.md). A new kind, mark or embed here raises RECORD_SCHEMA (shared/crdt/record.ts).
 */
import { getSchema, Node } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { type LineKind, PLAIN_LINE } from '../../../../shared/note-text/delta'
import { CaretNow } from './caret-now'
import { lineParseRules, lineToDom } from './line-html'
import { LineKeys } from './line-keys'
import { lineView } from './line-view'
import { ListPlaces } from './list-places'

const NoteDocument = Node.create({ name: 'doc', topNode: true, content: 'line+' })

const attribute = <T>(fallback: T) => ({ default: fallback, rendered: false })

const Line = Node.create({
  name: 'line',
  group: 'block',
  content: 'inline*',
  // A line stays what it is when other words come in the place of all of its own.
  extendNodeSchema: ({ name }) => (name === 'line' ? { definingAsContext: true } : {}),
  addAttributes: () => ({
    kind: attribute<LineKind>(PLAIN_LINE.kind),
    depth: attribute(PLAIN_LINE.depth),
    checked: attribute(PLAIN_LINE.checked),
  }),
  parseHTML: () => [...lineParseRules],
  renderHTML: ({ node }) => lineToDom(node),
  addNodeView: () => lineView,
})

/** Stands in one place of the text and is nothing that this version knows: it is left as it is. */
const Unknown = Node.create({
  name: 'unknown',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ embed: attribute<unknown>(null) }),
  renderHTML: () => ['span', { 'data-unknown': '' }, '▢'],
})

export const noteExtensions = [
  NoteDocument,
  Line,
  Unknown,
  StarterKit.configure({
    document: false,
    paragraph: false,
    heading: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    blockquote: false,
    codeBlock: false,
    horizontalRule: false,
    trailingNode: false,
    // What takes back what was done here, and nothing else, is the binding's (note-binding/note-undo.ts).
    undoRedo: false,
    link: {
      openOnClick: false,
      autolink: true,
      // Links between items are the app's own (note-links.ts).
      isAllowedUri: (address, { defaultValidate }) =>
        address.startsWith('confidant:') || defaultValidate(address),
    },
  }),
  CaretNow,
  LineKeys,
  ListPlaces,
]

export const noteSchema = getSchema(noteExtensions)
