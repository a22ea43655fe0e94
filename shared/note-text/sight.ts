/**
 * Reading a record as it is, or as it was before a transaction: while that is being told of (`afterTransaction`), Yjs
 * has not thrown away yet what it deleted. So what an edit replaced can be read at the edit, and needs to be copied at
 * no other time.
 */
import * as Y from 'yjs'

/** A map or a text, whatever it tells of its changes. */
export type Readable = Pick<Y.AbstractType<unknown>, '_map' | '_start'>

/** Whether something in a document is there to be read. */
export type Sight = (item: Y.Item) => boolean

export const now: Sight = ({ deleted }) => !deleted

export const before = ({ beforeState, deleteSet }: Y.Transaction): Sight => {
  const isNew = ({ client, clock }: Y.ID): boolean => clock >= (beforeState.get(client) ?? 0)
  return ({ id, deleted }) => !isNew(id) && (!deleted || Y.isDeleted(deleteSet, id))
}

export const valueIn = (map: Readable, key: string, sees: Sight): unknown => {
  let item: Y.Item | null = map._map.get(key) ?? null
  while (item !== null && !sees(item)) item = item.left
  const content: readonly unknown[] = item?.content.getContent() ?? []
  return content.at(-1)
}

/** The values of a map by their keys, those that are to be seen. */
export const valuesIn = (map: Readable, sees: Sight): ReadonlyMap<string, unknown> => {
  const found = new Map<string, unknown>()
  for (const key of map._map.keys()) {
    const value = valueIn(map, key, sees)
    if (value !== undefined) found.set(key, value)
  }
  return found
}

/** The characters of a text. */
export const wordsIn = (text: Readable, sees: Sight): string => {
  let words = ''
  for (let item = text._start; item !== null; item = item.right)
    if (sees(item) && item.content instanceof Y.ContentString) words += item.content.str
  return words
}
