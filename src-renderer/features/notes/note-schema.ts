/** What a note's text may hold. A new node or mark here raises RECORD_SCHEMA (shared/model/record.ts). */
import { getSchema } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'

export const noteExtensions = [
  // Undo is the collaboration's own: it takes back only what was typed here.
  StarterKit.configure({
    undoRedo: false,
    link: {
      openOnClick: false,
      autolink: true,
      // Links between items are the app's own (note-links.ts).
      isAllowedUri: (address, { defaultValidate }) =>
        address.startsWith('confidant:') || defaultValidate(address),
    },
    heading: { levels: [1, 2, 3] },
  }),
  TaskList,
  TaskItem.configure({ nested: true }),
]

export const noteSchema = getSchema(noteExtensions)
