/** Notes that come in from other programs. */
import type * as Y from 'yjs'
import { noteBody, notes } from './note'
import { type TextTree, writeTree } from './portable'
import { defaultVisibility, type Provenance } from './visibility'

export interface IncomingNote {
  /** The same for the same file (import/page.ts): what came in before stays as it is. */
  readonly id: string
  readonly title: string
  readonly date: string
  readonly themes: readonly string[]
  readonly text: readonly TextTree[]
}

/** Takes notes in, all in one step; returns the ids of those that were not there before. */
export const takeInNotes = (
  record: Y.Doc,
  input: { readonly notes: readonly IncomingNote[]; readonly provenance: Provenance },
): readonly string[] =>
  record.transact(() =>
    input.notes.flatMap(({ text, ...note }) => {
      if (notes.items(record)?.has(note.id) === true) return []
      notes.add(record, {
        ...note,
        provenance: input.provenance,
        visibility: defaultVisibility(input.provenance),
      })
      const body = noteBody(record, note.id)
      if (body !== undefined) writeTree(body, text)
      return [note.id]
    }),
  )
