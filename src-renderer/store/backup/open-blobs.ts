/** Opens blobs into a document of their own. `unopened` counts those that do not open under this key. */
import * as Y from 'yjs'
import { createEnvelope } from '../../../shared/envelope/envelope'
import { createSealer } from '../../../shared/vault/seal'

export const openBlobs = (
  record: string,
  key: Uint8Array,
  blobs: readonly Uint8Array[],
): { readonly doc: Y.Doc; readonly unopened: number } => {
  const doc = new Y.Doc()
  const envelope = createEnvelope(doc, createSealer(key, record), 'reader')
  envelope.restore(blobs)
  const unopened = blobs.filter((blob) => !envelope.opens(blob)).length
  envelope.destroy()
  return { doc, unopened }
}
