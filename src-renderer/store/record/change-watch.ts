/**
 * Keeps in mind which items are changed here until the relay has confirmed them, and tells what comes in from other
 * laptops, from which, and whether it had been changed here too.
 */
import type * as Y from 'yjs'
import { isTidying } from '../../../shared/crdt/tidying'
import {
  authorsIn,
  noteAuthor,
  type Touched,
  touchedIn,
} from '../../../shared/model/caseload/device'
import type { Incoming } from './incoming'

export interface ChangeWatch {
  readonly watch: (record: string, doc: Y.Doc) => void
  /** `kind/id` of what was changed here. */
  readonly touched: (record: string) => readonly string[]
  readonly remember: (record: string, touched: readonly string[]) => void
  readonly forget: (record: string) => void
}

const keyOf = ({ kind, id }: Touched): string => `${kind}/${id}`

export const createChangeWatch = (
  device: string,
  /** A record that is new here is one change, whatever is in it. */
  isKnown: (record: string) => boolean,
  arrived: (incoming: readonly Incoming[]) => void,
): ChangeWatch => {
  const touched = new Map<string, Set<string>>()

  const changedHere = (record: string, items: readonly Touched[]): void => {
    const own = touched.get(record) ?? new Set()
    touched.set(record, own)
    for (const item of items) own.add(keyOf(item))
  }

  const changedElsewhere = (record: string, items: readonly Touched[], author: string): void => {
    const own = touched.get(record)
    const shown = isKnown(record) ? items : [{ kind: 'mentee', id: 'mentee' }]
    arrived(
      shown.map((item) => ({
        ...item,
        record,
        device: author,
        both: own?.has(keyOf(item)) === true,
        at: Date.now(),
      })),
    )
  }

  return {
    watch: (record, doc) => {
      let signed = false
      doc.on('afterTransaction', (transaction: Y.Transaction) => {
        const items =
          transaction.changed.size === 0 || isTidying(transaction) ? [] : touchedIn(transaction)
        if (items.length === 0) return
        if (!transaction.local) {
          // What this laptop has, the relay does not bring again. So even under its own id it is news: from a copy of
          // this laptop, or of before an older copy of the vault was put in its place.
          const [author = ''] = authorsIn(transaction)
          changedElsewhere(record, items, author)
          return
        }
        changedHere(record, items)
        if (!signed) noteAuthor(doc, device)
        signed = true
      })
    },
    touched: (record) => [...(touched.get(record) ?? [])],
    remember: (record, items) => touched.set(record, new Set(items)),
    forget: (record) => touched.delete(record),
  }
}
