/**
 * How a record is opened in a session: what it then tells is counted, listened for as news, shown, and passed on. A
 * companion is no mentee's: it is stored and synced as the others are, and nobody is told or shown what it holds.
 *
 * Where database and sealed folder hold something different, the folder is read before the record is opened, and merged
 * before anybody has it: whatever is written of the record from then on, a tidying at once, counts as what both hold. A
 * folder that cannot be read just now leaves the record closed.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { Host } from '../../../shared/bridge/host'
import { createSittings, type Sittings } from '../../../shared/model/history/sitting'
import type { Database } from '../disk/database'
import { watchHistory } from '../record/history-watch'
import { type LiveRecord, openLiveRecord } from '../record/live-record'
import type { OpenRecord } from '../record/open-records'
import { thinHistory } from './history'
import type { News } from './news'
import type { SessionListeners } from './open-vault'
import type { Publisher } from './publisher'
import type { ReadModel } from './read-model'
import type { RecordKeys } from './record-keys'
import type { Shown } from './shown-record'
import type { Standings } from './standings'

const NOT_SHOWN: Shown = {
  project: () => undefined,
  keepCopy: async () => undefined,
  end: () => undefined,
}

export const createOpening = (
  store: { readonly database: Database; readonly host: Host; readonly device: string },
  /** Records that are to be merged with what the sealed folder holds. */
  differing: Set<string>,
  {
    model,
    keys,
    standings,
    news,
    publisher,
    tell,
  }: {
    readonly model: StoreApi<ReadModel>
    readonly keys: RecordKeys
    readonly standings: Standings
    readonly news: News
    readonly publisher: Publisher
    readonly tell: Required<SessionListeners>
  },
): ((record: string) => Promise<OpenRecord>) => {
  /** By record: a sitting outlasts the record's being open. */
  const sittings = new Map<string, Sittings>()
  const sittingsOf = (record: string): Sittings => {
    const own = sittings.get(record) ?? createSittings()
    sittings.set(record, own)
    return own
  }
  return async (record) => {
    if (keys.get(record) === undefined) throw new Error('a record without a key does not open')
    const inFolder = differing.has(record)
      ? (await store.host.folder.read(record)).blobs
      : undefined
    const opening: Promise<LiveRecord> = openLiveRecord(record, keys.sealing(record), store, {
      saving: (state) => standings.saving(record, state),
      stored: (update, fromWire, generation) => {
        // In a turn of its own: a listener that fails must not fail the write. That it does not open, whoever opens it hears.
        void opening.then(
          (live) => {
            standings.look(live)
            tell.stored(record, { update, fromWire, generation })
          },
          () => undefined,
        )
      },
    })
    const live = await opening
    if (inFolder !== undefined) {
      const gained = await live.reconcile(inFolder)
      differing.delete(record)
      if (gained > 0 && !keys.isCompanion(record))
        model.setState(({ restored }) => ({ restored: restored + 1 }))
    }
    standings.look(live)
    if (keys.isCompanion(record)) {
      await thinHistory(live, model.getState()).catch(() => undefined)
      return { live, ...NOT_SHOWN }
    }
    news.watch(record, live.doc)
    if (record !== keys.vaultRecord)
      watchHistory(live.doc, sittingsOf(record), (item, said, at) =>
        tell.sitting({ record, item, said, at }),
      )
    return { live, ...publisher.show(live) }
  }
}
