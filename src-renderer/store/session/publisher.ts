/** Publishes open records in the read model: the vault record's projection, and one for each mentee. */
import type { StoreApi } from 'zustand/vanilla'
import { createProjector, createVaultProjector, hasMentee } from '../../../shared/model/projection'
import type { ProjectionCopies } from '../disk/projection-copies'
import type { LiveRecord } from '../record/live-record'
import type { News } from './news'
import type { SessionListeners } from './open-vault'
import type { ReadModel } from './read-model'
import type { RecordKeys } from './record-keys'
import { type Shown, showRecord } from './shown-record'

export interface Publisher {
  /** Shows a record for as long as it is open. */
  readonly show: (live: LiveRecord) => Shown
  /** Takes records off the screens. */
  readonly hide: (records: readonly string[]) => void
}

export const createPublisher = ({
  model,
  keys,
  copies,
  news,
  tell,
}: {
  readonly model: StoreApi<ReadModel>
  readonly keys: RecordKeys
  readonly copies: ProjectionCopies
  readonly news: News
  readonly tell: Required<SessionListeners>
}): Publisher => ({
  show: (live) =>
    live.id === keys.vaultRecord
      ? showRecord(live.doc, {
          isShown: () => true,
          projectorOf: createVaultProjector,
          publish: (vault) => model.setState({ vault }),
          // The unlock opens the vault record itself.
          store: async () => undefined,
        })
      : showRecord(live.doc, {
          // One whose key was destroyed meanwhile is not shown again.
          isShown: () => keys.get(live.id) !== undefined && hasMentee(live.doc),
          projectorOf: (doc) => createProjector(live.id, doc),
          publish: (projection) => {
            tell.projected(projection, live.doc)
            // Typing far down in a note changes nothing that a list shows: then no screen is drawn again.
            const shown = model.getState().records[live.id]
            if (shown === undefined || JSON.stringify(shown) !== JSON.stringify(projection))
              model.setState(({ records }) => ({ records: { ...records, [live.id]: projection } }))
          },
          store: () =>
            copies.keep(
              live,
              model.getState().records[live.id],
              keys.at(live.id, live.head().generation),
              news.touched(live.id),
            ),
        }),
  hide: (gone) =>
    model.setState(({ records }) => ({
      records: Object.fromEntries(Object.entries(records).filter(([id]) => !gone.includes(id))),
    })),
})
