/**
 * Tending: a record's envelope is put in order, and what other laptops ask for is answered, whenever something came in; and
 * so is this laptop's part of the change map.
 *
 * Whatever is said goes through the relay. One that damages all of it would have the laptops ask and answer
 * each other without end, about what they asked and answered. So whoever has had something to say about a record again and
 * again waits longer and longer before it says more, until there was nothing for a while.
 */
const FIRST_WAIT_MS = 500
const MOST_WAIT_MS = 30_000
const CALM_MS = 60_000
/** What laptops that meet have to say to each other is said at once. */
const AT_ONCE = 4

interface Tended {
  readonly id: string
  /** Returns whether there was something to say. */
  readonly tend: () => boolean
}

export interface Tending {
  /** At once, or when it is due, if it is still wanted then. */
  readonly tend: (live: Tended, isWanted: () => boolean) => void
  readonly destroy: () => void
}

export const createTending = (): Tending => {
  /** How often there was something to say about a record of late, and when that was last. */
  const said = new Map<string, { readonly times: number; readonly at: number }>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const sayings = (record: string): { readonly times: number; readonly at: number } => {
    const known = said.get(record)
    return known === undefined || performance.now() - known.at > CALM_MS
      ? { times: 0, at: 0 }
      : known
  }

  const now = (live: Tended): void => {
    timers.delete(live.id)
    if (!live.tend()) return
    const { times } = sayings(live.id)
    said.set(live.id, { times: times + 1, at: performance.now() })
  }

  return {
    tend: (live, isWanted) => {
      if (timers.has(live.id)) return
      const { times, at } = sayings(live.id)
      const wait =
        times < AT_ONCE ? 0 : Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - AT_ONCE))
      const due = at + wait - performance.now()
      if (due <= 0) return now(live)
      timers.set(
        live.id,
        setTimeout(() => {
          if (isWanted()) now(live)
          else timers.delete(live.id)
        }, due),
      )
    },
    destroy: () => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
