/**
 * What a relay answers to whoever does not come with a socket: a line for a browser, whether it is up and ready for
 * those who spread visitors over several, and figures for Prometheus. The figures name neither rooms nor coaches, and
 * are for whoever asks from near and not through a proxy.
 */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { isPrivateHost } from '../shared/relay/near'
import { codeOf, type Log } from './log'
import type { TlsFiles } from './options'

/** How long a request may take to end that does not say that it has understood. */
const PATIENCE_MS = 10_000
const TEXT = 'text/plain; charset=utf-8'

/** Since the start. */
export interface Counts {
  messages: number
  bytes: number
}
interface Figures extends Counts {
  readonly sockets: number
  readonly rooms: number
}
export interface RelayHealth {
  readonly isReady: () => Promise<boolean>
  readonly figures: () => Figures
}

const isNear = ({ headers, socket }: IncomingMessage): boolean => {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '')
  const isFromNear = address === '::1' || address.startsWith('127.') || isPrivateHost(address)
  return isFromNear && headers['x-forwarded-for'] === undefined
}

/** Prometheus's text format. */
const metricsOf = ({ messages, bytes, sockets, rooms }: Figures): string => {
  const { rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const lines = [
    ['sockets', 'gauge', 'Sockets that are open', sockets],
    ['rooms_open', 'gauge', 'Rooms that are open', rooms],
    ['messages_total', 'counter', 'Messages received', messages],
    ['received_bytes_total', 'counter', 'Bytes received', bytes],
    ['resident_memory_bytes', 'gauge', 'Memory of the process', rss],
    ['cpu_seconds_total', 'counter', 'Processor time of the process', (user + system) / 1e6],
  ].map(
    ([name, type, help, value]) =>
      `# HELP confidant_relay_${name} ${help}\n# TYPE confidant_relay_${name} ${type}\nconfidant_relay_${name} ${value}\n`,
  )
  return lines.join('')
}

const answer =
  ({ isReady, figures }: RelayHealth): RequestListener =>
  (request, response) => {
    const say = (code: number, text: string, type = TEXT): void => {
      response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' })
      response.end(text)
    }
    const path = request.url?.split('?')[0]
    if (path === '/healthz') return say(200, 'ok\n')
    if (path === '/metrics')
      return isNear(request)
        ? say(200, metricsOf(figures()), 'text/plain; version=0.0.4')
        : say(404, 'not here\n')
    if (path !== '/readyz') return say(200, 'Confidant relay\n')
    void isReady()
      .catch(() => false)
      .then((ready) => (ready ? say(200, 'ready\n') : say(503, 'not ready\n')))
  }

const TIMES = {
  headersTimeout: PATIENCE_MS,
  requestTimeout: PATIENCE_MS,
  connectionsCheckingInterval: PATIENCE_MS,
}

export const createPage = (tls: TlsFiles | undefined, health: RelayHealth, log: Log): Server => {
  if (tls === undefined) return createServer(TIMES, answer(health))
  const read = () => ({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) })
  const server = createSecureServer({ ...TIMES, ...read() }, answer(health))
  const renew = (): void => {
    try {
      server.setSecureContext(read())
    } catch (error) {
      // Half written, or not a pair: the one before goes on until the next signal, and would expire unnoticed.
      log('certificate-not-renewed', { code: codeOf(error) })
    }
  }
  process.on('SIGHUP', renew)
  server.once('close', () => process.off('SIGHUP', renew))
  return server
}
