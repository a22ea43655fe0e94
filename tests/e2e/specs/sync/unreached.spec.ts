/** What the coach is told of a relay that is not reached, against real servers and by real Chromium. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../relay/free-port'
import { startTestRelay } from '../../../relay/relay-process'
import { createVault, type Device, expect, newProfile, test } from '../../steps/device'
import { connect, expectSynced } from '../../steps/sync-steps'

const HOST_OF_NOBODY = '127.0.0.77'
const HOUR_MS = 3_600_000

const serve = async (
  server: Server | ReturnType<typeof createSecureServer>,
  host = '127.0.0.1',
): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
  return (server.address() as AddressInfo).port
}

const answering = (status: number, headers: Readonly<Record<string, string>>): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, headers)
    response.end('<html>Welcome to our network</html>')
  }
}

/** A certificate that nobody vouches for, and that ran out in 2020. */
const expired = () => {
  const folder = mkdtempSync(join(tmpdir(), 'confidant-certificate-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const openssl = (...given: readonly string[]) =>
    execFileSync('openssl', given, { stdio: 'ignore', cwd: folder })
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=localhost',
    '-keyout',
    key,
    '-out',
    certificate,
    '-days',
    '1',
  )
  openssl('x509', '-in', certificate, '-signkey', key, '-days', '-1', '-out', certificate)
  return { key: readFileSync(key), cert: readFileSync(certificate) }
}

const expectTold = async (device: Device, address: string, words: string): Promise<void> => {
  await connect(device, address)
  await expect(device.page.getByRole('alert').filter({ hasText: words })).toBeVisible({
    timeout: 30_000,
  })
  await device.page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(device.page.getByLabel('Relay address')).toBeVisible()
}

/**
 * A network whose sign-in page answers at port 80 in every host's place, and its certificate with it: at an address of this
 * laptop that is nobody's, and only where the tests may listen there.
 */
const expectSignIn = async (device: Device): Promise<void> => {
  const asked: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders }[] = []
  const portal = createServer(({ url, headers }, response) => {
    asked.push({ url, headers })
    response.writeHead(302, { location: 'http://sign-in.invalid/' })
    response.end()
  })
  const listens = await new Promise<boolean>((resolve) => {
    portal.once('error', () => resolve(false))
    portal.listen(80, HOST_OF_NOBODY, () => resolve(true))
  })
  if (!listens) return
  const secure = createSecureServer(expired())
  const port = await serve(secure, HOST_OF_NOBODY)
  await expectTold(device, `wss://${HOST_OF_NOBODY}:${port}/rooms`, 'Open a browser and sign in')
  for (const server of [portal, secure]) server.close()
  expect(asked.length).toBeGreaterThan(0)
  for (const { url, headers } of asked) {
    expect(url).toBe('/generate_204')
    expect(JSON.stringify(headers)).not.toMatch(/confidant|rooms|cookie|authorization/i)
  }
}

test('a closed port, a sign-in page, a redirect, a dead relay behind a server, a certificate, a clock and a name are each called by what they are', async ({
  start,
}) => {
  test.setTimeout(300_000)
  const a = await start()
  await createVault(a.page)
  const told = (port: number, words: string) => expectTold(a, `ws://127.0.0.1:${port}`, words)
  await told(await freePort(), 'Nothing is running at the relay’s address')
  const page = createServer(answering(200, { 'content-type': 'text/html' }))
  await told(await serve(page), 'Something else answered in the relay’s place')
  const redirect = createServer(answering(302, { location: 'http://sign-in.invalid/' }))
  await told(await serve(redirect), 'Something else answered in the relay’s place')
  const gateway = createServer(answering(502, { 'content-type': 'text/html' }))
  await told(await serve(gateway), 'A server answers, but the relay behind it doesn’t')
  const late = createServer((_request, response) => {
    const date = new Date(Date.now() - HOUR_MS).toUTCString()
    response.writeHead(200, { 'content-type': 'text/plain', date })
    response.end('Confidant relay\n')
  })
  await told(await serve(late), 'more than 5 minutes apart')
  const secure = createSecureServer(expired())
  const port = await serve(secure)
  await expectTold(a, `wss://localhost:${port}`, 'doesn’t trust the relay’s security certificate')
  await expectTold(a, 'wss://relay.invalid', 'The relay’s name can’t be found')
  await expectSignIn(a)
  for (const server of [page, redirect, gateway, late, secure]) server.close()

  // And a relay that is one: nothing is wrong.
  const relay = await startTestRelay()
  await connect(a, relay.address)
  await expectSynced(a)
  await expect(a.page.getByRole('alert')).toHaveCount(0)
  await relay.stop()
})

test('the system’s proxy is used, and one that refuses is named; a relay outside the network is not set without encryption', async ({
  start,
}) => {
  const port = await freePort()
  process.env.https_proxy = `http://127.0.0.1:${port}`
  const a = await start(await newProfile())
  delete process.env.https_proxy
  await createVault(a.page)
  await expectTold(a, 'wss://relay.invalid', 'This network’s proxy refused the connection')
  await a.page.getByLabel('Relay address').fill('ws://relay.invalid')
  await a.page.getByRole('button', { name: 'Connect' }).click()
  await expect(a.page.getByText(/has to start with wss:/)).toBeVisible()
  const refused = await a.page.evaluate(() =>
    (
      window as unknown as { host: { laptop: { setRelay: (to: string) => Promise<void> } } }
    ).host.laptop
      .setRelay('ws://relay.invalid')
      .then(
        () => 'set',
        () => 'refused',
      ),
  )
  expect(refused).toBe('refused')
})
