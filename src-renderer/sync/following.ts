/** What happens beside the plan's steps is told to the plan: what the session stores and lists, and the map's room. */
import type { VaultSession } from '../store/session/vault-session'
import type { Telling } from './awareness/telling'
import type { Connection } from './connections'
import type { Late } from './late'
import type { ChangeMap } from './map/change-map'
import { type SyncState, visited, wanted, wentForward, written } from './plan'
import type { Tending } from './tending'

interface Told {
  readonly map: ChangeMap
  readonly telling: Telling
  readonly tending: Tending
  readonly late: Late
  readonly state: () => SyncState
  readonly remember: (change: (state: SyncState) => SyncState) => void
  readonly end: (connection: Connection) => void
  readonly tick: () => void
}

/** Until what is returned is called. */
export const followSession = (
  session: VaultSession,
  connections: ReadonlyMap<string, Connection>,
  { map, telling, tending, late, state, remember, end, tick }: Told,
): (() => void) =>
  session.listen({
    stored: (record, { update, fromWire, generation }) => {
      if (!fromWire) map.wrote(record)
      const note = fromWire ? wentForward : written
      remember((before) => note(before, record, performance.now()))
      const connection = connections.get(record)
      if (connection !== undefined) {
        // What is of another generation is none of this room's: the wire for it starts from the whole envelope.
        if (connection.generation() === generation) connection.wire().push(update)
        if (!fromWire) telling.tell(record)
        // A request may have come in with it.
        else if (state().visits.get(record)?.syncedAt !== undefined)
          tending.tend(connection.live, () => connections.get(record) === connection)
      }
      tick()
    },
    entries: (entries) => {
      const listed = new Set(entries.map(({ id }) => id))
      for (const connection of [...connections.values()]) {
        if (connection.record === session.vaultRecordId || listed.has(connection.record)) continue
        end(connection)
        late.forget(connection.record)
      }
      for (const record of listed)
        if (!connections.has(record) && session.headOf(record) === undefined)
          remember((before) => wanted(before, record))
    },
  })

/** The map's room belongs to the vault's. It is read anew whenever that was away. */
export const createMapFollower = (
  vault: string,
  connections: ReadonlyMap<string, Connection>,
  { map, remember }: Pick<Told, 'map' | 'remember'>,
): (() => void) => {
  let wasConnected = false
  return () => {
    const connection = connections.get(vault)
    if (connection !== undefined) map.follow(connection.generation())
    const isConnected = connection?.wire().synced() === true
    if (isConnected && !wasConnected) map.readAnew()
    wasConnected = isConnected
    // One that is being left takes the map along.
    if (map.isSpoilt())
      remember((state) =>
        visited(state, vault, (visit) => (visit.moving ? visit : { ...visit, overgrown: true })),
      )
  }
}
