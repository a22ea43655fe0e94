/** How updates stand, as main says it. */
import { create } from 'zustand'
import type { UpdateState } from '../../shared/bridge/updates'
import { host } from './app-state'

export const useUpdates = create<{ readonly state: UpdateState | undefined }>(() => ({
  state: undefined,
}))

export const showUpdates = (state: UpdateState): void => useUpdates.setState({ state })

export const lookAtUpdates = async (): Promise<void> => showUpdates(await host.updates.state())
