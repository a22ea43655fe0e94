/** How a record is opened in a session: what it then tells is counted, listened for as news, shown, and passed on. */
import type { Host } from '../../../shared/bridge/host'
import type { Database } from '../disk/database'
import { type LiveRecord, openLiveRecord } from '../record/live-record'
import type { OpenRecord } from '../record/open-records'
import type { News } from './news'
import type { SessionListeners } from './open-vault'
import type { Publisher } from './publisher'
import type { RecordKeys } from './record-keys'
import type { Standings } from './standings'

export const createOpening =
  (
    store: { readonly database: Database; readonly host: Host; readonly device: string },
    {
      keys,
      standings,
      news,
      publisher,
      tell,
    }: {
      readonly keys: RecordKeys
      readonly standings: Standings
      readonly news: News
      readonly publisher: Publisher
      readonly tell: Required<SessionListeners>
    },
  ): ((record: string) => Promise<OpenRecord>) =>
  async (record) => {
    if (keys.get(record) === undefined) throw new Error('a record without a key does not open')
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
    standings.look(live)
    news.watch(record, live.doc)
    return { live, ...publisher.show(live) }
  }
