/**
 * Calls back once nothing has happened for a while. While somebody types, something happens at each key: the clock is set
 * when the first does and again when it has run down, not anew at each.
 */
export interface Pause {
  /** Something happens. */
  readonly putOff: () => void
  readonly stop: () => void
}

export const createPause = (ms: number, then: () => void): Pause => {
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    const left = last + ms - performance.now()
    timer = left > 0 ? setTimeout(look, left) : undefined
    if (timer === undefined) then()
  }
  return {
    putOff: () => {
      last = performance.now()
      timer ??= setTimeout(look, ms)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
