/**
 * Typing that is not in the vault yet: a dialog half filled in, a line not entered. A lock must not lose it, so what
 * is typed registers itself here by its place, is sealed when the vault locks (place.ts), and is there again when the
 * coach comes back to it.
 */
import { useEffect, useState } from 'react'
import { useApp } from './app-state'

const typed = new Map<string, unknown>()
const returned = new Map<string, unknown>()

/** What is typed in a dialog: its title follows, and after a slash the field. */
export const DIALOG = 'dialog: '

export const typedNow = (): readonly (readonly [string, unknown])[] => [...typed]

/** Takes back what was typed before the lock; returns the dialogs' titles, which have to be opened again. */
export const bringBack = (entries: readonly (readonly [string, unknown])[]): readonly string[] => {
  for (const [key, value] of entries) returned.set(key, value)
  return [
    ...new Set(
      entries.flatMap(([key]) => {
        const at = key.indexOf(DIALOG)
        return at < 0 ? [] : [key.slice(at + DIALOG.length).split('/')[0] ?? '']
      }),
    ),
  ]
}

const usePlaceKey = (key: string): string =>
  `${useApp(({ route }) => ('id' in route ? `${route.screen}/${route.id}` : route.screen))} ${key}`

/** A line that is typed and not entered yet; `initial` says when there is nothing to keep. */
export const useTyped = <T>(key: string, initial: T): readonly [T, (next: T) => void] => {
  const place = usePlaceKey(key)
  const [value, setValue] = useState<T>(() => (returned.get(place) as T | undefined) ?? initial)
  useEffect(() => {
    returned.delete(place)
    if (value === initial) typed.delete(place)
    else typed.set(place, value)
  }, [place, value, initial])
  useEffect(() => () => void typed.delete(place), [place])
  return [value, setValue]
}

/** A dialog's values: `start` is what was typed before a lock, if there was one; `keep` is told every change. */
export const useTypedDialog = <V extends object>(
  title: string,
): { readonly start: V | undefined; readonly keep: (values: V) => void } => {
  const place = usePlaceKey(`${DIALOG}${title}`)
  const [start] = useState(() => returned.get(place) as V | undefined)
  useEffect(() => {
    returned.delete(place)
    if (start !== undefined) typed.set(place, start)
    return () => void typed.delete(place)
  }, [place, start])
  return { start, keep: (values) => void typed.set(place, values) }
}
