/**
 * Ctrl Z in a text that was left and is come back to: what the browser can take back goes with the field. Each time that
 * somebody wrote in it is one step, taken back only while the text says what they left; kept in memory until the lock, or
 * until its record is erased.
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

/** By record, then by text. */
type Kept = Map<string, Map<string, Sittings>>
const ofSession = new WeakMap<VaultSession, Kept>()

const keptIn = (session: VaultSession): Kept => {
  const known = ofSession.get(session)
  if (known !== undefined) return known
  const kept: Kept = new Map()
  ofSession.set(session, kept)
  session.model.subscribe(({ records }) => {
    for (const record of kept.keys()) if (records[record] === undefined) kept.delete(record)
  })
  return kept
}

const keep = (session: VaultSession, record: string, id: string, sittings: Sittings): void => {
  // An erased record's text leaves the screen last.
  if (session.model.getState().records[record] === undefined) return
  const kept = keptIn(session)
  kept.set(record, (kept.get(record) ?? new Map()).set(id, sittings))
}

/** `id` is the text's in its record, the same each time; `change` writes it. */
export const useFormerSittings = (
  record: string,
  id: string,
  value: string,
  change: (next: string) => void,
): {
  readonly change: (next: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
} => {
  const { session } = useOpenVault()
  const sittings = (): Sittings => keptIn(session).get(record)?.get(id) ?? NONE
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
      const before = keptIn(session).get(record)?.get(id) ?? NONE
      const all = [...before.all.slice(0, before.done), { was, left }].slice(-MOST_SITTINGS)
      keep(session, record, id, { all, done: all.length })
    },
    [session, record, id],
  )
  const write = (next: string): void => {
    written.current = next
    change(next)
  }
  const step = (by: -1 | 1): boolean => {
    const { all, done } = sittings()
    const sitting = by < 0 ? all[done - 1] : all[done]
    const [from, to] = by < 0 ? [sitting?.left, sitting?.was] : [sitting?.was, sitting?.left]
    // What was written in this sitting is the browser's to take back.
    if (to === undefined || from !== value || began.current !== value) return false
    keep(session, record, id, { all, done: done + by })
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
