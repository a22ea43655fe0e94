/**
 * Typing that is not in the vault yet: a dialog half filled in, a line not entered.
 *
 * It is kept here, in the page's memory and outside the screens, until it is saved or the coach starts afresh: closing
 * a dialog, going elsewhere or a screen that fails loses nothing. When the vault locks or the app quits it is sealed
 * (place.ts), and is here again after the unlock.
 *
 * Each is kept by an id that no one sees. Only what differs from the values it began with is kept, with those: an old
 * draft does not bring back what has been changed elsewhere since, and its text is merged from where it was begun.
 */
import { useEffect, useState } from 'react'
import { create, type StoreApi } from 'zustand'
import { useApp } from '../app-state'

type Values = Readonly<Record<string, unknown>>

export interface Draft {
  /** What the changed values were. */
  readonly base: Values
  readonly next: Values
}

const useDrafts = create<Readonly<Record<string, Draft>>>(() => ({}))
/** Dialogs that are open now, by id: what they are called. */
const open = new Map<string, string>()

const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is not the same in both, of each: two trees of one shape. */
const differing = (from: Values, to: Values): Draft => {
  const base: Record<string, unknown> = {}
  const next: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[key], to[key]]
    if (isPlain(before) && isPlain(after)) {
      const inner = differing(before, after)
      if (Object.keys(inner.next).length === 0) continue
      base[key] = inner.base
      next[key] = inner.next
    } else if (JSON.stringify(before) !== JSON.stringify(after)) {
      base[key] = before
      next[key] = after
    }
  }
  return { base, next }
}

const overlay = <V extends object>(values: V, tree: Values): V => {
  const own = values as Values
  const changed = Object.entries(tree).map(([key, value]) => {
    const inner = own[key]
    return [key, isPlain(inner) && isPlain(value) ? overlay(inner, value) : value]
  })
  return { ...values, ...Object.fromEntries(changed) }
}

const forget = (id: string): void =>
  useDrafts.setState(
    (drafts) => Object.fromEntries(Object.entries(drafts).filter(([one]) => one !== id)),
    true,
  )

const keep = (id: string, base: object, next: object): void => {
  const draft = differing(base as Values, next as Values)
  if (Object.keys(draft.next).length === 0) forget(id)
  else useDrafts.setState({ [id]: draft })
}

/** Tells of each change to what is typed. */
export const whenTyped = (changed: () => void): (() => void) => useDrafts.subscribe(changed)

export const typedNow = (): Readonly<Record<string, Draft>> => useDrafts.getState()

/** What the dialogs are called that are open with something of this typed in them. */
export const dialogsBeingFilled = (typed = typedNow()): readonly string[] => [
  ...new Set([...open].filter(([id]) => typed[id] !== undefined).map(([, title]) => title)),
]

/** Takes back what was typed before the lock. */
export const bringBack = (drafts: Readonly<Record<string, Draft>>): void =>
  useDrafts.setState(drafts, true)

/**
 * A record was erased: what is half typed about its mentee goes as well. That stands under the record's id or one of its
 * items', or has the record's id in it.
 */
const forgetTypingAbout = (record: { readonly id: string }): void => {
  const known = JSON.stringify(record)
  const isAbout = (id: string, draft: Draft): boolean =>
    known.includes(`"id":"${id.slice(id.lastIndexOf('/') + 1)}"`) ||
    JSON.stringify(draft).includes(record.id)
  bringBack(
    Object.fromEntries(Object.entries(typedNow()).filter(([id, draft]) => !isAbout(id, draft))),
  )
}

/** Forgets typing as records go, on whichever laptop they were erased. A vault that is being closed is none of that. */
export const forgetTypingOfErased = ({
  model,
}: {
  readonly model: StoreApi<{ readonly records: Readonly<Record<string, { readonly id: string }>> }>
}): void => {
  model.subscribe(({ records }, { records: before }) => {
    if (records === before || useApp.getState().phase.name !== 'open') return
    for (const record of Object.values(before))
      if (records[record.id] === undefined) forgetTypingAbout(record)
  })
}

export interface Typed<V> {
  readonly values: V
  /** What the values were when this was begun: an edit writes what differs from it. */
  readonly base: V
  readonly set: (next: Partial<V> | ((now: V) => Partial<V>)) => void
  readonly forget: () => void
}

/** What is typed in one place. What it begins with stays the same for as long as it is on the screen. */
export const useTypedValues = <V extends object>(id: string, initial: V): Typed<V> => {
  const [begun, setBegun] = useState({ id, with: initial })
  if (begun.id !== id) setBegun({ id, with: initial })
  const draft = useDrafts((drafts) => drafts[id])
  const start = begun.id === id ? begun.with : initial
  return {
    values: overlay(start, draft?.next ?? {}),
    base: overlay(start, draft?.base ?? {}),
    // From what is kept now, so that two changes between two drawings do not undo each other.
    set: (next) => {
      const now = useDrafts.getState()[id]
      const values = overlay(start, now?.next ?? {})
      keep(id, overlay(start, now?.base ?? {}), {
        ...values,
        ...(typeof next === 'function' ? next(values) : next),
      })
    },
    forget: () => forget(id),
  }
}

/** A single value. */
export const useTypedValue = <T>(id: string, initial: T): readonly [T, (next: T) => void] => {
  const { values, set } = useTypedValues(id, { value: initial })
  return [values.value, (value) => set({ value })]
}

export interface TypedDialog<V> extends Typed<V> {
  readonly title: string
  /** Whether it was opened with something that had been typed in it earlier. */
  readonly found: boolean
  /** Whether something is typed in it now, which stays here when it is closed. */
  readonly isKept: () => boolean
  readonly startAfresh: () => void
}

/** A dialog's values; after a lock the coach is told its title, to open it again. */
export const useTypedDialog = <V extends object>(
  id: string,
  title: string,
  initial: V,
): TypedDialog<V> => {
  const typed = useTypedValues(id, initial)
  const [found, setFound] = useState(() => useDrafts.getState()[id] !== undefined)
  useEffect(() => {
    open.set(id, title)
    return () => void open.delete(id)
  }, [id, title])
  return {
    ...typed,
    title,
    found,
    isKept: () => useDrafts.getState()[id] !== undefined,
    startAfresh: () => {
      typed.forget()
      setFound(false)
    },
  }
}
