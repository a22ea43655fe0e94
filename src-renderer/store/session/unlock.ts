/**
 * Unlocking: what is stored becomes what is shown. The vault record is opened and says which records there are; each
 * one's projection comes from its sealed copy. A record whose copy is stale, or whose store and sealed folder disagree
 * (a damaged or emptied IndexedDB, a crash between the two writes), is opened, merged from the folder, and projected.
 */
import type { StoreApi } from 'zustand/vanilla'
import { destroyedRecords, recordEntries } from '../../../shared/crdt/vault-record'

import type { RecordProjection } from '../../../shared/model/projection'
import { firstGeneration } from '../../../shared/vault/epochs'
import type { ProjectionCopies } from '../disk/projection-copies'
import { INCOMING, readProjection } from '../disk/sealed-projections'
import type { StoredState } from '../disk/stored-state'
import type { LiveRecord } from '../record/live-record'
import type { OpenRecords } from '../record/open-records'
import type { Clearing } from './clearing'
import type { News } from './news'
import type { SessionListeners } from './open-vault'
import type { Publisher } from './publisher'
import type { ReadModel } from './read-model'
import type { RecordKeys } from './record-keys'
import type { Standings } from './standings'

interface Parts {
  readonly stored: StoredState
  readonly model: StoreApi<ReadModel>
  readonly keys: RecordKeys
  readonly standings: Standings
  readonly news: News
  readonly copies: ProjectionCopies
  readonly publisher: Publisher
  readonly open: OpenRecords
  readonly clearing: Clearing
  readonly tell: Required<SessionListeners>
}

/** Follows the vault record's list: keys that are new there are taken, and what has lost its key is cleared away. */
const followEntries = (vault: LiveRecord, { keys, publisher, clearing, tell }: Parts): void => {
  const learn = (): void => {
    const gone = keys.learn(recordEntries(vault.doc))
    if (gone.length > 0) {
      publisher.hide(gone)
      clearing.add(gone)
    }
    tell.entries(keys.entries())
  }
  learn()
  vault.doc.on('update', learn)
}

/** What the sealed copies show of the records, and which of those have to be read themselves. */
const readCopies = (vault: LiveRecord, parts: Parts) => {
  const { stored, keys, standings, news, copies } = parts
  const records: Record<string, RecordProjection> = {}
  const stale: string[] = []
  for (const { id } of recordEntries(vault.doc)) {
    const row = stored.projections.get(id)
    const head = standings.head(id)
    const key = keys.at(id, head?.generation ?? 0)
    const copy = row === undefined || key === undefined ? undefined : readProjection(row, key)
    if (copy !== undefined && (head?.waiting ?? 0) > 0) news.remember(id, copy.touched)
    if (copy !== undefined && row?.commits === head?.commits && !stored.differing.has(id)) {
      records[id] = copy.projection
      copies.has(id, row?.commits ?? -1)
    } else stale.push(id)
  }
  return { records, stale }
}

/** Shows what is stored, and resolves to the vault record, which stays open for as long as the session. */
export const unlock = async (parts: Parts): Promise<LiveRecord> => {
  const { stored, model, keys, standings, news, open, clearing } = parts
  const show = async (record: string): Promise<void> => {
    await open.using(record, async ({ project }) => project())
  }

  const vault = (await open.acquire(keys.vaultRecord))?.live
  if (vault === undefined) throw new Error('the vault record has no key')
  // After a removal: everything that is written from here on is in the vault's new epoch.
  await vault.moveTo(firstGeneration(keys.ring.epoch))
  standings.look(vault)
  followEntries(vault, parts)
  const { records, stale } = readCopies(vault, parts)
  const leftOver = destroyedRecords(vault.doc).filter(stored.holds)
  if (leftOver.length > 0) clearing.add(leftOver)
  model.setState({ records })
  news.recall(stored.projections.get(INCOMING))
  await show(keys.vaultRecord)

  const unread: string[] = []
  for (const record of stale)
    try {
      await show(record)
    } catch {
      // One record that cannot be read just now keeps nobody from the others.
      unread.push(record)
    }
  model.setState({ unread, older: stored.isOlder })
  // A history is nothing that is shown at once: it is mended, and not read.
  for (const { id, historyOf } of keys.entries())
    if (historyOf !== undefined && stored.differing.has(id))
      await open.using(id, async () => undefined).catch(() => undefined)
  return vault
}
