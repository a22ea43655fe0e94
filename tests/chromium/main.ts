/** The process that the app's main runs in, as it was built: started by launch.ts, with a stand-in for Electron. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Module, { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createElectron } from './electron'
import { CLIPBOARD_ORIGIN, fromServed } from './origins'
import { createWire } from './wire'

const SYNC = '/.sync/'

const wire = createWire(process as Required<Pick<NodeJS.Process, 'send' | 'on'>>)
const { electron, switches, askedAtOnce, serve, answers } = createElectron(
  wire,
  () => void wire.call('bye').finally(() => process.exit(0)),
)

const answer = async ({ headers, url = '/' }: IncomingMessage): Promise<Response> => {
  const address = `http://${headers.host}${url}`
  if (address.startsWith(CLIPBOARD_ORIGIN))
    return new Response('', { headers: { 'Content-Type': 'text/html' } })
  if (url.startsWith(SYNC))
    return new Response(askedAtOnce(decodeURIComponent(url.slice(SYNC.length))))
  return serve(new Request(fromServed(address)))
}

const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { status, headers, body } = await answer(request).then(async (given) => ({
    status: given.status,
    headers: Object.fromEntries(given.headers),
    body: Buffer.from(await given.arrayBuffer()),
  }))
  response.writeHead(status, headers).end(body)
}

/** As Playwright does it in Electron's main process. */
const evaluate = (source: string, given: unknown): unknown =>
  // biome-ignore lint/complexity/noCommaOperator: indirect, so that the function sees what is global and nothing of this file
  // biome-ignore lint/security/noGlobalEval: the source is a test's
  (0, eval)(`(${source})`)(electron, given)

const [chromium = ''] = process.argv.slice(2)
Object.defineProperty(process, 'versions', { value: { ...process.versions, chrome: chromium } })

const require = createRequire(import.meta.url)
const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown }
const load = loader._load
loader._load = (name, ...rest) => (name === 'electron' ? electron : load(name, ...rest))

// Without the test there is nobody to run for.
process.on('disconnect', () => process.exit(1))

const server = createServer((request, response) => {
  respond(request, response).catch((error) => response.writeHead(500).end(String(error)))
})
server.listen(0, '127.0.0.1', () => {
  require(join(process.cwd(), 'out/main/index.cjs'))
  wire.answer({ ...answers, evaluate })
  void wire.call('started', (server.address() as AddressInfo).port, switches)
})
