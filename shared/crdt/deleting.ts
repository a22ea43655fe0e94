/**
 * An item's deletion: a date, what the deleting device knew of the item (knowing.ts), and perhaps the item that it went
 * along with. If an edit that it did not know comes in from elsewhere, the item is back, marked as returned.
 */
import type { Item } from './item'
import { fingerprint, knewAll, knowing, knownOf } from './knowing'

// A type, not an interface, as in order.ts.
export type Deletion = {
  readonly deletedAt: string | null
  /** Deleted on one device and edited on another: it is back, and the coach is told. */
  readonly returned: boolean
}

/** `content` is what version 0.2.0 and before went by: the item's own fields. */
export const deletionOf = (id: string, item: Item, content: () => unknown): Deletion => {
  const deletedAt = item.get('deletedAt')
  const deletedAs = item.get('deletedAs')
  if (typeof deletedAt !== 'string') return { deletedAt: null, returned: false }
  const knew =
    knewAll(deletedAt, item.get('deletedKnowing'), () => knownOf(id, item)) ??
    (typeof deletedAs !== 'string' || fingerprint(content()) === deletedAs)
  return { deletedAt: knew ? deletedAt : null, returned: !knew }
}

/** Deletes an item at a moment, or brings it back (`null`). */
export const writeDeletion = (
  id: string,
  item: Item,
  at: string | null,
  along: string | undefined,
  content: () => unknown,
): void => {
  // Always all of them: of two devices' deletions one then wins whole.
  item.set('deletedAt', at)
  item.set('deletedWith', along ?? null)
  item.set('deletedKnowing', at === null ? null : knowing(at, knownOf(id, item)))
  // What version 0.2.0 looks at.
  item.set('deletedAs', at === null ? null : fingerprint(content()))
}
