/**
 * Whether an update is one that an envelope writes: items of the root array `blobs` that hold binary content, and
 * deletions of such. Anything else (another root, a key of a map, a nested type, a format) was put there by somebody
 * else, or altered on its way. It is not to be integrated: what stands under an id can never be replaced, and items
 * that follow a forged one would go wherever that one is.
 */
import * as Y from 'yjs'

/** The envelope's one root. */
export const BLOBS = 'blobs'

const isEnvelopeStruct = (struct: Y.Item | Y.GC | Y.Skip): boolean =>
  // A gap between updates that were merged.
  struct instanceof Y.Skip ||
  // A root array is never deleted, so that Yjs never makes a GC struct here; and what followed one would be none either.
  (struct instanceof Y.Item &&
    // Without a parent it follows an item that is there, and belongs where that one does.
    (struct.parent === null || (struct.parent as unknown) === BLOBS) &&
    struct.parentSub === null &&
    (struct.content instanceof Y.ContentBinary || struct.content instanceof Y.ContentDeleted))

/** Also false for bytes that are no update at all. */
export const isEnvelopeUpdate = (update: Uint8Array): boolean => {
  try {
    return Y.decodeUpdate(update).structs.every(isEnvelopeStruct)
  } catch {
    return false
  }
}
