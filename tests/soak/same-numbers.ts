/**
 * Random bytes that are the same for the same seed, so that a story goes the same way again: ids of mentees and
 * laptops, of Yjs's clients and of epochs all come from Web Crypto. Imported before any module that takes its generator
 * as it loads (lib0 does). Nonces and boxes are libsodium's own, and nothing depends on them.
 */
import { numbersFrom } from '../faults/fake-time'

let next = numbersFrom(0)

const fill = <T extends ArrayBufferView | null>(view: T): T => {
  if (view === null) return view
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(next() * 256)
  return view
}

const randomUUID = (): ReturnType<Crypto['randomUUID']> => {
  const digits = [...fill(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, '0'))
  const at = (from: number, to: number): string => digits.slice(from, to).join('')
  return `${at(0, 4)}-${at(4, 6)}-${at(6, 8)}-${at(8, 10)}-${at(10, 16)}`
}

Object.assign(crypto, { getRandomValues: fill, randomUUID })

export const startSameNumbers = (seed: number): void => {
  next = numbersFrom(seed)
  // Nobody's key depends on it; y-websocket's and lib0's waits do.
  Math.random = () => next()
}
