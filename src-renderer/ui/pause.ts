/**
 * Calls back once nothing has happened for a while, and at most twice as long. While somebody types, something happens at
 * each key: the clock is set when the first does and again when it has run down, not anew at each.
 */
export interface Pause {
  /** Something happens. */
  readonly putOff: () => void
  readonly stop: () => void
}

export const createPause = (ms: number, then: () => void): Pause => {
  let hasHappened = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    timer = hasHappened ? setTimeout(look, ms) : undefined
    hasHappened = false
    if (timer === undefined) then()
  }
  return {
    putOff: () => {
      if (timer === undefined) timer = setTimeout(look, ms)
      else hasHappened = true
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
      hasHappened = false
    },
  }
}
