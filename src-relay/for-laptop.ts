/**
 * The relay as the app runs it, for the coach's other laptop: in a process of its own (Electron's utility process),
 * started, told and ended by main (src-main/network/own-relay.ts). It says that it listens, and nothing else; whatever
 * keeps it from that ends it, and main starts another.
 */
import * as v from 'valibot'
import { OWN_RELAY_LISTENS, type ToOwnRelay, toOwnRelay } from '../shared/relay/own-relay'
import { parseOptions } from './options'
import { type Relay, startRelay } from './relay'

const HERE = '127.0.0.1'
/** Nobody reads a log here, and none is kept. */
const noLog = (): void => undefined

let relay: Relay | undefined

const start = async ({
  port,
  data,
  secret,
  hosts,
}: Extract<ToOwnRelay, { readonly do: 'start' }>): Promise<void> => {
  const options = parseOptions(['--host', HERE, '--port', String(port), '--data', data])
  if (!options.ok || options.value === 'help') return process.exit(1)
  relay = await startRelay({ ...options.value, secret }, noLog)
  relay.hearOn(hosts.filter((host) => host !== HERE))
  process.parentPort.postMessage(OWN_RELAY_LISTENS)
}

const take = async (told: ToOwnRelay): Promise<void> => {
  if (told.do === 'start') return start(told)
  if (told.do === 'hear') return relay?.hearOn(told.hosts.filter((host) => host !== HERE))
  await relay?.stop()
  process.exit(0)
}

process.parentPort.on('message', ({ data }) => {
  take(v.parse(toOwnRelay, data)).catch(() => process.exit(1))
})
