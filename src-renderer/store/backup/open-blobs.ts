/**
 * Opens blobs into a document of their own, under whichever of a record's keys each was sealed with: a backup may be of
 * a former epoch, or of the middle of a move. `unopened` counts those that none of them opens.
 */
import * as Y from 'yjs'
import { createEnvelope } from '../../../shared/envelope/envelope'
import { createSealer } from '../../../shared/vault/seal'

export const openBlobs = (
  record: string,
  keys: readonly Uint8Array[],
  blobs: readonly Uint8Array[],
): { readonly doc: Y.Doc; readonly unopened: number } => {
  const doc = new Y.Doc()
  const opened = new Set<Uint8Array>()
  for (const key of keys) {
    const envelope = createEnvelope(doc, createSealer(key, record), 'reader')
    envelope.restore(blobs)
    for (const blob of blobs) if (envelope.opens(blob)) opened.add(blob)
    envelope.destroy()
  }
  return { doc, unopened: blobs.length - opened.size }
}
