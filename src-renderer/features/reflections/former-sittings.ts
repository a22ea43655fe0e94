/**
 * Ctrl Z in a text that was left and is come back to: what the browser can take back goes with the field. Each time that
 * somebody wrote in it is one step, taken back only while the text says what they left; kept in memory until the lock.
 */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isPressed } from '../../context/commands/shortcuts'
import { useOpenVault } from '../../context/vault/session'
import type { VaultSession } from '../../store/session/vault-session'

const MOST_SITTINGS = 20

interface Sitting {
  readonly was: string
  readonly left: string
}
/** The first `done` of them are in the text, the others were taken back. */
interface Sittings {
  readonly all: readonly Sitting[]
  readonly done: number
}
const NONE: Sittings = { all: [], done: 0 }

const ofSession = new WeakMap<VaultSession, Map<string, Sittings>>()

const sittingsOf = (session: VaultSession): Map<string, Sittings> => {
  const known = ofSession.get(session) ?? new Map<string, Sittings>()
  ofSession.set(session, known)
  return known
}

/** `id` is the text's, the same each time; `change` writes it. */
export const useFormerSittings = (
  id: string,
  value: string,
  change: (next: string) => void,
): {
  readonly change: (next: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
} => {
  const sittings = sittingsOf(useOpenVault().session)
  /** What it said when this sitting began, and what was written here last. */
  const began = useRef(value)
  const written = useRef(value)
  // Somebody else's words: what was written here before them stays, and history has it.
  if (written.current !== value) {
    began.current = value
    written.current = value
  }
  useEffect(
    () => () => {
      const [was, left] = [began.current, written.current]
      if (was === left) return
      const { all, done } = sittings.get(id) ?? NONE
      const next = [...all.slice(0, done), { was, left }].slice(-MOST_SITTINGS)
      sittings.set(id, { all: next, done: next.length })
    },
    [id, sittings],
  )
  const write = (next: string): void => {
    written.current = next
    change(next)
  }
  const step = (by: -1 | 1): boolean => {
    const { all, done } = sittings.get(id) ?? NONE
    const sitting = by < 0 ? all[done - 1] : all[done]
    const [from, to] = by < 0 ? [sitting?.left, sitting?.was] : [sitting?.was, sitting?.left]
    // What was written in this sitting is the browser's to take back.
    if (to === undefined || from !== value || began.current !== value) return false
    sittings.set(id, { all, done: done + by })
    began.current = to
    write(to)
    return true
  }
  return {
    change: write,
    onKeyDown: (event) => {
      const by = isPressed('undo', event.nativeEvent)
        ? -1
        : isPressed('redo', event.nativeEvent)
          ? 1
          : undefined
      if (by !== undefined && step(by)) event.preventDefault()
    },
  }
}
