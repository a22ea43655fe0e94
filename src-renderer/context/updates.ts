/** How updates stand, as main says it: looked at while it is shown, and once main has found something newer. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { UpdateState } from '../../shared/bridge/updates'
import { host } from './app-state'

const LOOK_EVERY_MS = 1000

const useStanding = create<{ readonly state: UpdateState | undefined }>(() => ({
  state: undefined,
}))

/** Carries out a call that resolves to how updates then stand. */
export const withUpdates = async (call: Promise<UpdateState>): Promise<void> =>
  useStanding.setState({ state: await call })

export const lookAtUpdates = (): Promise<void> => withUpdates(host.updates.state())

export const useUpdates = (): UpdateState | undefined => useStanding(({ state }) => state)

/** The same, and looked at again and again while something is under way. */
export const useWatchedUpdates = (): UpdateState | undefined => {
  const state = useUpdates()
  const moves = state?.step === 'asking' || state?.step === 'fetching'
  useEffect(() => {
    void lookAtUpdates()
    if (!moves) return
    const timer = setInterval(() => void lookAtUpdates(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [moves])
  return state
}
