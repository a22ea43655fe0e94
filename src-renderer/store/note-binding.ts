/**
 * The guard between a note's text and the editor (traps.md 1).
 *
 * y-tiptap deletes what its schema does not know, on opening, and that deletion would be saved and synced. So the
 * note's state is first opened in a scratch document: only if nothing was written there is it safe to bind. While an
 * editor is bound, every change from elsewhere is looked at before the editor's own observers see it; one that is
 * not safe unbinds the editor first.
 */

import type { Schema } from '@tiptap/pm/model'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { FROM_ENVELOPE } from '../../shared/envelope/envelope'
import { fragmentText, noteBody } from '../../shared/model/note'
import { isNewer } from '../../shared/model/record'
import type { VaultSession } from './open-vault'

/** Whether an editor with this schema would leave the note's text as it is. */
export const isSafeToBind = (record: Y.Doc, noteId: string, schema: Schema): boolean => {
  if (isNewer(record)) return false
  const scratch = new Y.Doc()
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(record))
  const body = noteBody(scratch, noteId)
  if (body === undefined) return false
  let wrote = false
  scratch.on('update', () => {
    wrote = true
  })
  try {
    initProseMirrorDoc(body, schema)
  } catch {
    wrote = true
  }
  scratch.destroy()
  return !wrote
}

export interface NoteBinding {
  readonly fragment: Y.XmlFragment
  readonly stop: () => void
}

/** Binds, or returns the note's plain text when it must not be bound. `unbind` must destroy the editor at once. */
export const bindNote = (
  record: Y.Doc,
  noteId: string,
  schema: Schema,
  unbind: (text: string) => void,
): NoteBinding | { readonly text: string } | undefined => {
  const fragment = noteBody(record, noteId)
  if (fragment === undefined) return undefined
  if (!isSafeToBind(record, noteId, schema)) return { text: fragmentText(fragment) }
  const isInside = (type: unknown): boolean => {
    for (let at = type; at instanceof Y.AbstractType; at = at.parent) if (at === fragment) return true
    return false
  }
  const touches = (transaction: Y.Transaction): boolean => [...transaction.changed.keys()].some(isInside)
  // Fires after a transaction has been applied and before anyone who observes the text is told.
  const look = (transaction: Y.Transaction): void => {
    if (transaction.origin !== FROM_ENVELOPE) return
    if (isNewer(record) || (touches(transaction) && !isSafeToBind(record, noteId, schema))) {
      stop()
      unbind(fragmentText(fragment))
    }
  }
  const stop = (): void => record.off('beforeObserverCalls', look)
  record.on('beforeObserverCalls', look)
  return { fragment, stop }
}

/** A note's whole text, one line a block, for a preview of what would be shared. */
export const readNoteText = async (
  session: Pick<VaultSession, 'use'>,
  record: string,
  noteId: string,
): Promise<string> =>
  (await session.use(record, async ({ doc }) => {
    const body = noteBody(doc, noteId)
    return body === undefined ? '' : fragmentText(body)
  })) ?? ''
