/** Says when little room is left on the disk, while there is still enough to write. */
import type { Host } from '../../../shared/bridge/host'

const CHECK_MS = 60_000
const LOW_SPACE_BYTES = 200 * 1024 * 1024

/** Tells at once and every minute; returns what ends it. */
export const watchSpace = (host: Host, tell: (low: boolean) => void): (() => void) => {
  let ended = false
  const check = async (): Promise<void> => {
    try {
      const free = await host.folder.freeSpace()
      if (!ended) tell(free < LOW_SPACE_BYTES)
    } catch {
      // Not known just now; a disk that is full is told by what cannot be written.
    }
  }
  void check()
  const timer = setInterval(() => void check(), CHECK_MS)
  return () => {
    ended = true
    clearInterval(timer)
  }
}
