/**
 * Failures as they can be told to somebody else: what kind, and where in the program. What an error says can be what a
 * coach wrote, and where it lies can be under a person's name: neither is kept. In memory only, the last ones.
 */

export interface Failure {
  /** When, to the minute: `2026-11-27T09:41Z`. */
  readonly at: string
  /** `TypeError`, `ENOSPC`. */
  readonly kind: string
  /** Places in the program's own files: `index-4f2a.js:1:2034`. */
  readonly places: readonly string[]
}

const MOST_KEPT = 20
const MOST_PLACES = 6
const KIND = /^[A-Za-z_]{1,40}$/
/** The end of a line of a stack: a file of the program, without its folder. */
const PLACE = /([\w-]{1,60}\.(?:c|m)?[jt]sx?:\d{1,9}:\d{1,9})\)?$/

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' && KIND.test(error.code) ? error.code : ''

export const toFailure = (error: unknown, at: string): Failure => {
  const minute = `${at.slice(0, 16)}Z`
  if (!(error instanceof Error)) return { at: minute, kind: typeof error, places: [] }
  const name = KIND.test(error.name) ? error.name : 'Error'
  const code = codeOf(error)
  // What it says comes first in its stack, and may be lines that look like places.
  const words = `${error.name}: ${error.message}`
  const stack = error.stack ?? ''
  const rest = stack.startsWith(words) ? stack.slice(words.length) : ''
  return {
    at: minute,
    kind: code === '' ? name : `${name} ${code}`,
    places: rest
      .split('\n')
      .flatMap((line) => PLACE.exec(line.trim())?.[1] ?? [])
      .slice(0, MOST_PLACES),
  }
}

export interface Failures {
  readonly note: (error: unknown) => void
  readonly all: () => readonly Failure[]
}

/** `now` gives the moment as an ISO date. */
export const createFailures = (now: () => string): Failures => {
  let kept: readonly Failure[] = []
  return {
    note: (error) => {
      kept = [...kept, toFailure(error, now())].slice(-MOST_KEPT)
    },
    all: () => kept,
  }
}
