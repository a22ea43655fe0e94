/** A deletion as version 0.2.0 wrote it. */
import type * as Y from 'yjs'
import { fingerprint } from '../../shared/crdt/knowing'
import { notes } from '../../shared/model/record/note'

/** A note is deleted as version 0.2.0 did: a date, and a fingerprint of the item's own fields. */
export const asVersion020 = (record: Y.Doc, id: string): void => {
  const item = notes.items(record)?.get(id)
  if (item === undefined) return
  item.set(
    'deletedAt',
    `2026-11-2${typeof item.get('deletedAt') === 'string' ? 1 : 0}T00:00:00.000Z`,
  )
  const loose = Object.entries(notes.fields).map(([name, { read }]) =>
    item.get(name) === undefined ? read(item, name, id) : null,
  )
  item.set('deletedAs', fingerprint({ plain: item.toJSON(), loose }))
}
