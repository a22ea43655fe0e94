/**
 * Watches an open record for the beginning of a sitting (shared/model/history/sitting.ts), and tells what the item said
 * before. Only then is anything read: going on typing costs nothing.
 */
import type * as Y from 'yjs'
import { momentOf } from '../../../shared/crdt/record-clock'
import { isTidying } from '../../../shared/crdt/tidying'
import { touchedIn } from '../../../shared/model/caseload/device'
import { PUT_BACK } from '../../../shared/model/history/put-back'
import {
  isSameSaid,
  type Kept,
  keptItem,
  keptName,
  type Said,
  saidOf,
} from '../../../shared/model/history/said'
import type { Sittings } from '../../../shared/model/history/sitting'
import { CARRIED } from '../../../shared/model/record/note-text'
import { before } from '../../../shared/note-text/sight'

export const watchHistory = (
  doc: Y.Doc,
  sittings: Sittings,
  began: (item: Kept, said: Said, at: string) => void,
): void => {
  const carried: unknown = doc.getMap(CARRIED)
  const look = (transaction: Y.Transaction, item: Kept): void => {
    const name = keptName(item)
    const at = momentOf(doc)
    const now = Date.parse(at)
    if (!transaction.local) return sittings.interrupt(name, now)
    // What is put back replaces what stands there, which is kept whatever else is under way.
    if (transaction.origin !== PUT_BACK && sittings.goOn(name, now)) return
    const said = saidOf(doc, item, before(transaction)) ?? {}
    // A status, a tick, a place in a list: no word of it is another one.
    if (isSameSaid(said, saidOf(doc, item) ?? {})) return
    sittings.begin(name, now)
    if (Object.keys(said).length > 0) began(item, said, at)
  }
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const changed: ReadonlyMap<unknown, unknown> = transaction.changed
    // A text of a former form that is carried over says what it said.
    if (changed.size === 0 || changed.has(carried) || isTidying(transaction)) return
    for (const touched of touchedIn(transaction)) {
      const item = keptItem(doc, touched)
      if (item !== undefined) look(transaction, item)
    }
  })
}
