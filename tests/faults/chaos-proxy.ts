/** A network between a laptop and a relay that loses, delays, reorders, repeats, cuts and alters messages. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type RawData, WebSocket, WebSocketServer } from 'ws'

/** Each in a hundred messages. */
export interface Chaos {
  readonly drop?: number
  readonly delay?: number
  readonly repeat?: number
  readonly truncate?: number
  readonly flip?: number
  /** Milliseconds after which a connection is cut. */
  readonly cutEvery?: number
}

const MOST_DELAY_MS = 400

export interface ChaosProxy {
  readonly address: string
  /** From now on an honest network; open connections stay open. */
  readonly calm: () => void
  /** It does what it likes again. */
  readonly rage: () => void
  /** Whether anything gets through; if not, connections are cut, too. */
  readonly reach: (reached: boolean) => void
  /** How many messages were touched. */
  readonly touched: () => number
  readonly stop: () => Promise<void>
}

export const startChaosProxy = async (
  relay: string,
  chaos: Chaos,
  random: () => number,
): Promise<ChaosProxy> => {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    handleProtocols: (offered) => [...offered][0] ?? false,
  })
  await once(server, 'listening')
  let wild = true
  let reached = true
  let touched = 0
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
  }
  const strikes = (inHundred = 0): boolean => {
    const struck = wild && random() * 100 < inHundred
    if (struck) touched++
    return struck
  }

  const pass = (to: WebSocket, data: RawData): void => {
    let bytes = new Uint8Array(data as Buffer)
    if (strikes(chaos.drop)) return
    if (strikes(chaos.truncate)) bytes = bytes.slice(0, Math.floor(random() * bytes.length))
    if (strikes(chaos.flip) && bytes.length > 0) {
      bytes = bytes.slice()
      const at = Math.floor(random() * bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    const send = (): void => {
      if (to.readyState === WebSocket.OPEN) to.send(bytes)
    }
    // A message that waits is overtaken by those behind it.
    if (strikes(chaos.delay)) later(random() * MOST_DELAY_MS, send)
    else send()
    if (strikes(chaos.repeat)) later(random() * MOST_DELAY_MS, send)
  }

  server.on('connection', (near, request) => {
    if (!reached) return near.terminate()
    const offered = (request.headers['sec-websocket-protocol'] ?? '')
      .split(',')
      .map((one) => one.trim())
    const far = new WebSocket(`${relay}${request.url ?? '/'}`, offered.filter(Boolean))
    const early: RawData[] = []
    near.on('message', (data) =>
      far.readyState === WebSocket.OPEN ? pass(far, data) : early.push(data),
    )
    far.on('open', () => {
      for (const data of early) pass(far, data)
    })
    far.on('message', (data) => pass(near, data))
    near.on('close', () => far.terminate())
    far.on('close', () => near.terminate())
    for (const end of [near, far]) end.on('error', () => undefined)
    if (chaos.cutEvery !== undefined)
      later(chaos.cutEvery * (0.5 + random()), () => {
        if (!wild) return
        touched++
        near.terminate()
        far.terminate()
      })
  })

  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calm: () => {
      wild = false
    },
    rage: () => {
      wild = true
    },
    reach: (now) => {
      reached = now
      if (!reached) for (const client of server.clients) client.terminate()
    },
    touched: () => touched,
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      for (const client of server.clients) client.terminate()
      server.close()
      await once(server, 'close').catch(() => undefined)
    },
  }
}
