/**
 * This laptop as the relay: the relay's process for as long as the setting is on and the app runs. It is started again
 * when it dies, later each time, and told when the laptop's addresses change. It listens on this laptop itself and on
 * private addresses alone, and asks for a secret of its own (src-relay/for-laptop.ts).
 */
import type { Sharing } from '../../shared/bridge/network'
import { OWN_RELAY_LISTENS, type ToOwnRelay } from '../../shared/relay/own-relay'

/** The part of Electron's utility process that is used. */
export interface RelayProcess {
  readonly postMessage: (told: ToOwnRelay) => void
  readonly on: {
    (event: 'message', listener: (said: unknown) => void): unknown
    (event: 'exit', listener: () => void): unknown
  }
  readonly kill: () => unknown
}

/** What a relay is, once it is this laptop: kept in the profile. */
export interface OwnRelay {
  readonly port: number
  readonly secret: string
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000
/** Whatever ran so long was well; the next wait is a first one again. */
const WELL_MS = 60_000
/** A laptop that has changed networks is found again within this. */
const TELL_EVERY_MS = 10_000
/** It stores what it has, and closes its sockets. */
const STOP_WITHIN_MS = 3000
/** So many in a row that never listened, or not for long, are more than bad luck. */
const FAILING_AFTER = 3

export interface Sharer {
  /** Starts or stops it, as is wanted now. */
  readonly follow: () => void
  readonly state: () => Sharing
  /** For good, with the app. */
  readonly end: () => Promise<void>
}

interface Running {
  readonly relay: OwnRelay
  readonly process: RelayProcess
  readonly since: number
  listens: boolean
}

const isSame = (one: OwnRelay, other: OwnRelay): boolean =>
  one.port === other.port && one.secret === other.secret

export const createSharer = ({
  fork,
  wanted,
  hosts,
  data,
}: {
  readonly fork: () => RelayProcess
  /** The relay that this laptop is to be; undefined while it is to be none. */
  readonly wanted: () => OwnRelay | undefined
  readonly hosts: () => readonly string[]
  readonly data: string
}): Sharer => {
  let running: Running | undefined
  let failures = 0
  let waiting: NodeJS.Timeout | undefined
  let telling: NodeJS.Timeout | undefined
  let stopped: Promise<unknown> = Promise.resolve()
  let ended = false
  const due = (): OwnRelay | undefined => (ended ? undefined : wanted())

  const start = (relay: OwnRelay): void => {
    const process = fork()
    const made: Running = { relay, process, since: Date.now(), listens: false }
    running = made
    process.on('message', (said) => {
      if (said === OWN_RELAY_LISTENS) made.listens = true
    })
    process.on('exit', () => {
      if (running !== made) return
      running = undefined
      clearInterval(telling)
      failures = Date.now() - made.since > WELL_MS ? 1 : failures + 1
      waiting = setTimeout(follow, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)))
    })
    process.postMessage({ do: 'start', ...relay, data, hosts: [...hosts()] })
    // Also when they are the same: one that could not be listened on is tried again.
    telling = setInterval(
      () => process.postMessage({ do: 'hear', hosts: [...hosts()] }),
      TELL_EVERY_MS,
    )
  }

  const stop = async (): Promise<void> => {
    clearInterval(telling)
    failures = 0
    const stopping = running?.process
    running = undefined
    if (stopping === undefined) return
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => stopping.kill(), STOP_WITHIN_MS)
      stopping.on('exit', () => {
        clearTimeout(late)
        resolve()
      })
      stopping.postMessage({ do: 'stop' })
    })
  }

  /** One after the other: two processes on one folder would be in each other's way. */
  function follow(): void {
    clearTimeout(waiting)
    const relay = due()
    if (running !== undefined && relay !== undefined && isSame(running.relay, relay)) return
    if (running !== undefined || relay === undefined) stopped = Promise.all([stopped, stop()])
    void stopped.then(() => {
      const still = due()
      if (running === undefined && still !== undefined) start(still)
    })
  }

  return {
    follow,
    state: () => {
      const relay = due()
      if (relay === undefined) return { relay: 'off', addresses: [] }
      const isFailing = failures >= FAILING_AFTER
      return {
        relay: running?.listens === true ? 'running' : isFailing ? 'failing' : 'starting',
        addresses: hosts().map((host) => `${host}:${relay.port}`),
      }
    },
    end: async () => {
      ended = true
      follow()
      await stopped
    },
  }
}
