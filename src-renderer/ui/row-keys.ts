/** Arrows in a table whose rows are opened: up and down by one, Home and End to the ends of what is drawn. */
import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** Moves the focus from one `data-row` to another of its table; true when the key was one of these. */
export const stepRow = (event: KeyboardEvent<HTMLElement>): boolean => {
  const step = STEPS[event.key]
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
  if (step === undefined || modified) return false
  event.preventDefault()
  const rows = [
    ...(event.currentTarget
      .closest('table, [role="table"]')
      ?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
  ]
  rows[step(rows.indexOf(event.currentTarget), rows.length - 1)]?.focus()
  return true
}
