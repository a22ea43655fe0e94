/** Healing: which of the blobs that someone else has deleted have to go back in, since what remains does not cover them. */
import { type Content, covers } from './content'

/**
 * `instead` arrived together with the deletion and mostly covers it; only otherwise is `all` that remains looked at. A
 * blob whose content cannot be read was never part of what has to be there.
 */
export const uncovered = (
  lost: readonly Uint8Array[],
  instead: readonly Uint8Array[],
  all: () => readonly Uint8Array[],
  contentOf: (blob: Uint8Array) => Content | undefined,
): readonly Uint8Array[] => {
  if (lost.length === 0) return []
  const contentsOf = (blobs: readonly Uint8Array[]): Content[] =>
    blobs.flatMap((blob) => contentOf(blob) ?? [])
  let whole = contentsOf(instead)
  let complete = false
  const back: Uint8Array[] = []
  for (const blob of lost) {
    const content = contentOf(blob)
    if (content === undefined || covers(whole, content)) continue
    if (!complete) {
      whole = contentsOf(all())
      complete = true
      if (covers(whole, content)) continue
    }
    back.push(blob)
    whole.push(content)
  }
  return back
}
