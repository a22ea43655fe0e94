/**
 * Yjs tidies formats by itself (traps.md 18): after a change from elsewhere it takes away those that say what holds
 * already, in a transaction that looks like an edit made here. Nobody has written anything then.
 */
import * as Y from 'yjs'

/** Whether a transaction did nothing but that. Ask before Yjs forgets what was deleted: on `afterTransaction`. */
export const isTidying = (transaction: Y.Transaction): boolean => {
  const { origin, local, deleteSet, afterState, beforeState } = transaction
  // An edit that takes a mark off is made by an editor, which is its origin.
  if (origin !== null || !local || deleteSet.clients.size === 0) return false
  for (const [client, clock] of afterState) if ((beforeState.get(client) ?? 0) < clock) return false
  let formatsOnly = true
  Y.iterateDeletedStructs(transaction, deleteSet, (item) => {
    if (!(item instanceof Y.Item && item.content instanceof Y.ContentFormat)) formatsOnly = false
  })
  return formatsOnly
}
