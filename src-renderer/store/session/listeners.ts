/** Who listens to the session: sync and search, told of what is stored, listed and projected. */
import type { SessionListeners, VaultSession } from './open-vault'

export interface Listeners {
  readonly listen: VaultSession['listen']
  readonly tell: Required<SessionListeners>
}

export const createListeners = (): Listeners => {
  const all = new Set<SessionListeners>()
  return {
    listen: (one) => {
      all.add(one)
      return () => all.delete(one)
    },
    tell: {
      stored: (record, stored) => {
        for (const one of all) one.stored(record, stored)
      },
      entries: (entries) => {
        for (const one of all) one.entries(entries)
      },
      projected: (projection, doc) => {
        for (const one of all) one.projected?.(projection, doc)
      },
      sitting: (sitting) => {
        for (const one of all) one.sitting?.(sitting)
      },
    },
  }
}
