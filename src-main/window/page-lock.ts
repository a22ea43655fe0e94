/**
 * Locking the page from outside. The page locks itself: it saves what was typed and loads itself anew. But a page that
 * hangs must not stay readable because it cannot be asked, so main watches: whoever said that the page is to be
 * locked, it has five seconds to begin anew, and is otherwise ended and loaded by main.
 *
 * The coach's idle time is measured here, too, by the input that the window gets: a timer in a page that hangs would
 * hang with it.
 */
import type { WebContents } from 'electron'

/** The page's own lock takes four at the most (src-renderer/store/session/vault-session.ts). */
const LOCK_WITHIN_MS = 5000
const LOOK_EVERY_MS = 1000

export interface PageLock {
  /** Asks the page to lock itself, and sees to it. */
  readonly lock: () => void
  /** The page says that its vault is open, or that it is locking. */
  readonly setUnlocked: (unlocked: boolean) => void
  /** Whether a vault is open in the page. */
  readonly isUnlocked: () => boolean
  readonly watch: (page: WebContents) => void
  /** Whether the page's process ended because it did not lock itself; asked once. */
  readonly takeForced: () => boolean
  readonly destroy: () => void
}

export const createPageLock = (
  /** Asks the page; resolves to whether it has answered that it locked, or had nothing to lock. */
  ask: () => Promise<boolean>,
  /** The coach's idle minutes; 0 for never. */
  idleMinutes: () => number,
): PageLock => {
  let page: WebContents | undefined
  let unlocked = false
  let forced = false
  let inputAt = performance.now()
  let deadline: ReturnType<typeof setTimeout> | undefined

  const force = (): void => {
    deadline = undefined
    if (page === undefined || page.isDestroyed()) return
    unlocked = false
    forced = true
    // A hanging page cannot carry out a reload: its process goes, and the window loads a fresh one (window.ts).
    page.forcefullyCrashRenderer()
  }

  const expectLock = (): void => {
    deadline ??= setTimeout(force, LOCK_WITHIN_MS)
  }

  const done = (): void => {
    clearTimeout(deadline)
    deadline = undefined
  }

  const lock = (): void => {
    if (page === undefined) return
    expectLock()
    void ask().then((locked) => locked && done())
  }

  const timer = setInterval(() => {
    const minutes = idleMinutes()
    if (!unlocked || minutes === 0 || deadline !== undefined) return
    if (performance.now() - inputAt > minutes * 60_000) lock()
  }, LOOK_EVERY_MS)

  return {
    lock,
    setUnlocked: (next) => {
      unlocked = next
      inputAt = performance.now()
      if (!next) expectLock()
    },
    isUnlocked: () => unlocked,
    watch: (watched) => {
      page = watched
      watched.on('input-event', () => {
        inputAt = performance.now()
      })
      // The page begins anew: nothing of the open vault is left in it.
      watched.on('did-navigate', () => {
        unlocked = false
        done()
      })
    },
    takeForced: () => {
      const was = forced
      forced = false
      return was
    },
    destroy: () => {
      clearInterval(timer)
      done()
      page = undefined
    },
  }
}
