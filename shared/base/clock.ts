/** The time in milliseconds since 1970. shared/ never asks the laptop for it: whoever calls hands a clock in. */
export type Clock = () => number

/** Every time it tells is later than the one before: what is made within one millisecond keeps its order. */
export const createRisingClock = (clock: Clock): Clock => {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    last = Math.max(clock(), last + 1)
    return last
  }
}

export const isoTime = (clock: Clock): string => new Date(clock()).toISOString()
