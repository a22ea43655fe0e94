/** Deflated bytes from outside: what comes out is counted as it comes, and no claim of its size is believed. */
import { Inflate, inflateSync } from 'fflate'

/** No byte of deflate makes more than this many (RFC 1951: 258 by two bits). */
const MOST_A_BYTE = 1032
const STEP = 4096

/** What is small is inflated here first: fflate's own buffer would be 128 kB, made anew each time. */
const desk = new Uint8Array(64 * 1024)

/** Nothing for what may not have found room: fflate says nothing of that. */
const inflateOnDesk = (deflated: Uint8Array): Uint8Array | undefined => {
  try {
    const inflated = inflateSync(deflated, { out: desk })
    return inflated.length < desk.length ? inflated.slice() : undefined
  } catch {
    return undefined
  } finally {
    desk.fill(0)
  }
}

/** Nothing when more than `most` bytes come out. Throws on bytes that were not deflated. */
export const inflateWithin = (deflated: Uint8Array, most: number): Uint8Array | undefined => {
  if (deflated.length * MOST_A_BYTE <= most) {
    const isSmall = deflated.length > 0 && deflated.length <= STEP
    return (isSmall ? inflateOnDesk(deflated) : undefined) ?? inflateSync(deflated)
  }
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((part) => {
    length += part.length
    parts.push(part)
  })
  for (let at = 0; at < deflated.length; at += STEP) {
    stream.push(deflated.subarray(at, at + STEP), at + STEP >= deflated.length)
    if (length > most) return undefined
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
