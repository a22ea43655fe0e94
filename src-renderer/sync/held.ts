/** The vault goes on elsewhere: nothing more is sent to where a removed laptop reads, until this one has followed. */
import type { StoreApi } from 'zustand/vanilla'
import type { VaultSession } from '../store/session/vault-session'
import type { Connection } from './connections'
import type { SyncStatus } from './status'

export const isHeld = ({ model }: Pick<VaultSession, 'model'>): boolean =>
  model.getState().standing.kind !== 'current'

/** Ends all connections. */
export const restSync = (
  connections: ReadonlyMap<string, Connection>,
  end: (connection: Connection) => void,
  status: StoreApi<SyncStatus>,
): void => {
  for (const connection of [...connections.values()]) end(connection)
  if (status.getState().state !== 'offline') status.setState({ state: 'offline', problem: null })
}
