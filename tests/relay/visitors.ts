/** Relays and their visitors, good and bad; each ends with its test. */
import { afterEach, vi } from 'vitest'
import { socketFrom, startTestRelay, stockClient } from './relay-process'

export const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

export const relayFor = async (options: Parameters<typeof startTestRelay>[0] = {}) => {
  const relay = await startTestRelay(options)
  let stopped = false
  const stop = async () => {
    if (!stopped) await relay.stop()
    stopped = true
  }
  cleanUps.push(stop)
  const said = (event: string) => relay.lines.filter((line) => line.includes(`"${event}"`))
  return { ...relay, stop, said }
}

export const client = (address: string, room: string, protocols?: string[], from?: string) => {
  const made = stockClient(address, room, protocols, from)
  cleanUps.push(() => made.provider.destroy())
  return made
}

/** Knocks at a room, and says with which code it was turned away; 101 when it was let in. */
export const knock = (url: string, protocols: string[] = [], from = '127.0.0.1'): Promise<number> =>
  new Promise((resolve) => {
    const socket = new (socketFrom(from))(url, protocols)
    cleanUps.push(() => socket.terminate())
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => undefined)
    socket.on('close', resolve)
    // Whoever is let in is asked what they have.
    socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
    socket.on('message', () => resolve(101))
  })
