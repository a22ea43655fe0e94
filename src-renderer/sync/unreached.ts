/**
 * Why the relay is not reached: asked of main (src-main/network/unreached.ts), since a page learns nothing of a socket
 * that did not open. Once when the sync starts, for the clocks, and while the relay is silent once a minute.
 */
import type { Unreached } from '../../shared/bridge/network'

const ASK_EVERY_MS = 60_000

export interface WhyUnreached {
  /** As it was last told; null when there is nothing to say. */
  readonly now: () => Unreached | null
  /** `silent`: the relay has not answered for some seconds. `now` on the plan's clock. */
  readonly look: (
    standing: { readonly connected: boolean; readonly silent: boolean },
    now: number,
  ) => void
}

export const createWhyUnreached = (
  ask: () => Promise<Unreached>,
  changed: () => void,
): WhyUnreached => {
  let why: Unreached | null = null
  let clocksAsked = false
  let askedAt: number | undefined
  const tell = (): void =>
    void ask()
      .catch(() => 'silent' as const)
      .then((told) => {
        why = told
        changed()
      })
  return {
    now: () => why,
    look: ({ connected, silent }, now) => {
      if (connected) {
        // Of a relay that is reached, only the clocks matter.
        if (why !== 'clock') why = null
        askedAt = undefined
        if (!clocksAsked) tell()
        clocksAsked = true
      } else if (silent && (askedAt === undefined || now - askedAt >= ASK_EVERY_MS)) {
        askedAt = now
        tell()
      }
    },
  }
}
