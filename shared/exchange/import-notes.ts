/** Notes that come in from other programs. */
import type * as Y from 'yjs'
import { stampSchema } from '../crdt/record'
import { takeIn } from '../crdt/taking-in'
import { defaultVisibility, type Provenance } from '../crdt/visibility'
import { notes } from '../model/record/note'
import { textForWriting } from '../model/record/note-text'
import type { Line } from '../note-text/delta'
import { appendLines } from '../note-text/text'

export interface IncomingNote {
  /** The same for the same file (formats/page.ts): what came in before stays as it is. */
  readonly id: string
  readonly title: string
  readonly date: string
  readonly themes: readonly string[]
  readonly text: readonly Line[]
}

/** The file that each note came from; version 0.2.0 kept it as the note's own id. */
const ORIGIN = 'origin'
const originsIn = (record: Y.Doc): ReadonlySet<unknown> =>
  new Set([...(notes.items(record) ?? [])].map(([id, item]) => item.get(ORIGIN) ?? id))

/** Takes notes in, all in one step; returns the ids of those that were not there before. */
export const takeInNotes = (
  record: Y.Doc,
  input: { readonly notes: readonly IncomingNote[]; readonly provenance: Provenance },
): readonly string[] =>
  record.transact(() => {
    // Not by the writer of what is taken in, which writes the same on every laptop.
    stampSchema(record)
    const known = originsIn(record)
    return input.notes
      .filter(({ id }) => !known.has(id))
      .map(({ id: origin, text, ...note }) =>
        takeIn(record, (into, id) => {
          notes.add(into, {
            ...note,
            id,
            createdAt: `${note.date}T00:00:00.000Z`,
            provenance: input.provenance,
            visibility: defaultVisibility(input.provenance),
          })
          notes.items(into)?.get(id)?.set(ORIGIN, origin)
          const written = textForWriting(into, id)
          if (written !== undefined) appendLines(written, text)
        }),
      )
  })
