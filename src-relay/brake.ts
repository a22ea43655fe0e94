/**
 * What keeps one socket from being more than the relay can carry. A fast sender is slowed down: reading pauses, so
 * that its own buffers fill. A slow reader is let go: what waits for it is the relay's memory, and it comes back and
 * is told then.
 */
import { WebSocket } from 'ws'

/** Bytes that may wait for one socket, besides the largest message in the row: a first-time laptop is sent whole rooms. */
export const MOST_WAITING_BYTES = 4 * 1024 * 1024
/** For all sockets together; then whoever has the most waiting is let go. */
const MOST_WAITING_IN_ALL_BYTES = 256 * 1024 * 1024

const createBucket = (perSecond: number) => {
  let left = perSecond * 2
  let filledAt = performance.now()
  /** Takes from it, and returns for how many milliseconds there is nothing left. */
  return (amount: number): number => {
    const now = performance.now()
    left = Math.min(perSecond * 2, left + ((now - filledAt) / 1000) * perSecond) - amount
    filledAt = now
    return left > 0 ? 0 : (-left / perSecond) * 1000 + 100
  }
}

/** What a socket, or all sockets of one coach together, may send. Returns how many milliseconds to wait after a message. */
export type Allowance = (bytes: number) => number

export const createAllowance = (messagesPerSecond: number, bytesPerSecond: number): Allowance => {
  const messages = createBucket(messagesPerSecond)
  const bytes = createBucket(bytesPerSecond)
  return (length) => Math.max(messages(1), bytes(length))
}

export const createBrake =
  (socket: WebSocket, ...allowances: readonly Allowance[]): ((bytes: number) => void) =>
  (length) => {
    const wait = Math.max(...allowances.map((allowance) => allowance(length)))
    if (wait === 0 || socket.isPaused) return
    socket.pause()
    setTimeout(() => socket.resume(), wait)
  }

/** Sends to a socket unless too much waits for it already. False when it was let go for that. */
export const createSender = (socket: WebSocket): ((frame: Uint8Array) => boolean) => {
  let largest = 0
  return (frame) => {
    if (socket.readyState !== WebSocket.OPEN) return true
    const waiting = socket.bufferedAmount
    if (waiting === 0) largest = 0
    if (waiting > MOST_WAITING_BYTES + largest) {
      socket.terminate()
      return false
    }
    largest = Math.max(largest, frame.length)
    socket.send(frame)
    return true
  }
}

/** Lets go of the slowest readers until what waits for all is within the limit. Resolves to how many. */
export const relieve = (sockets: Iterable<WebSocket>, most = MOST_WAITING_IN_ALL_BYTES): number => {
  const waiting = [...sockets].map((socket) => ({ socket, bytes: socket.bufferedAmount }))
  let total = waiting.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total <= most) return 0
  let gone = 0
  for (const { socket, bytes } of waiting.sort((a, b) => b.bytes - a.bytes)) {
    if (total <= most) break
    socket.terminate()
    total -= bytes
    gone++
  }
  return gone
}
