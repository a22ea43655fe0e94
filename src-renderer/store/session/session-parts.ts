/**
 * The parts of a session, each the one owner of what it keeps, put together over one another: the keys (record-keys.ts),
 * how each record stands (standings.ts), what came in (news.ts), what is shown (publisher.ts) and the records that are
 * open (open-records.ts); filled with what is on the disk (unlock.ts).
 */
import { createStore } from 'zustand/vanilla'
import type { Host } from '../../../shared/bridge/host'
import type { KeyRing } from '../../../shared/vault/key-ring'
import type { Database } from '../disk/database'
import { createProjectionCopies } from '../disk/projection-copies'
import { readStoredState, type StoredState } from '../disk/stored-state'
import { createOpenRecords } from '../record/open-records'
import { createClearing } from './clearing'
import { createHistory } from './history'
import { createListeners } from './listeners'
import { createNews } from './news'
import { createOpening } from './opening'
import { createPublisher } from './publisher'
import { emptyReadModel, type ReadModel } from './read-model'
import { createReconciling } from './reconciling'
import { createRecordKeys } from './record-keys'
import { createStandings } from './standings'
import { unlock } from './unlock'

/** `closing` stops whatever has a timer or a queue of its own; `ahead` is what is stored, where that was read before. */
export const openParts = async (
  host: Host,
  database: Database,
  device: string,
  ring: KeyRing,
  closing: AbortSignal,
  ahead?: Promise<StoredState | undefined>,
) => {
  const stored = (await ahead) ?? (await readStoredState(host, database))
  const model = createStore<ReadModel>(emptyReadModel)
  const { listen, tell } = createListeners()
  const keys = createRecordKeys(ring)
  const standings = createStandings(model, stored.heads)
  const news = createNews({ device, database, keys, model, closing })
  const copies = createProjectionCopies(database)
  const publisher = createPublisher({ model, keys, copies, news, tell })
  const open = createOpenRecords(
    (record) => !closing.aborted && keys.get(record) !== undefined,
    createOpening({ database, host, device }, stored.differing, {
      model,
      keys,
      standings,
      news,
      publisher,
      tell,
    }),
  )
  const reconciling = createReconciling({ host, open, news, standings })
  const clearing = createClearing({
    host,
    database,
    keys,
    model,
    open,
    news,
    standings,
    reconciling,
    closing,
  })
  const history = createHistory({ database, model, keys, open, listen, device, closing })
  const parts = {
    stored,
    model,
    tell,
    keys,
    standings,
    news,
    copies,
    publisher,
    open,
    reconciling,
    clearing,
  }
  return { ...parts, listen, history, vault: await unlock(parts) }
}
