/** What operators and load balancers ask of a relay, and how it leaves. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseOptions } from '../../src-relay/options'
import { spawnRelay, until } from './relay-process'
import { cleanUps, client, relayFor } from './visitors'

const ask = async (address: string, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${address.replace('ws:', 'http:')}${path}`, { headers })
  return { code: response.status, text: await response.text() }
}

test('it is well and ready; figures are for whoever asks from near, and name no room', async () => {
  const { address } = await relayFor()
  const a = client(address, 'a-room-of-its-own')
  await until(() => a.provider.synced)
  expect(await ask(address, '/healthz')).toEqual({ code: 200, text: 'ok\n' })
  expect(await ask(address, '/readyz')).toEqual({ code: 200, text: 'ready\n' })
  expect((await ask(address, '/')).text).toBe('Confidant relay\n')
  const { text } = await ask(address, '/metrics')
  expect(text).toContain('\nconfidant_relay_sockets 1\n')
  expect(text).toContain('\nconfidant_relay_rooms_open 1\n')
  expect(text).toMatch(/\nconfidant_relay_received_bytes_total [1-9]/)
  expect(text).not.toContain('a-room-of-its-own')
  const byProxy = { 'x-forwarded-for': '203.0.113.7' }
  expect(await ask(address, '/metrics', byProxy)).toMatchObject({ code: 404 })
})

test('told to end, it is not ready first, goes on meanwhile, and then stores, closes and ends', async () => {
  const relay = await spawnRelay(['--drain', '1'])
  cleanUps.push(relay.stop)
  const a = client(relay.address, 'room')
  await until(() => a.provider.synced)
  a.provider.maxBackoffTime = 10_000
  const closes: number[] = []
  a.provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  relay.signal('SIGTERM')
  await until(() => relay.output().includes('"stopping"'))
  expect(await ask(relay.address, '/readyz')).toEqual({ code: 503, text: 'not ready\n' })
  expect(await ask(relay.address, '/healthz')).toMatchObject({ code: 200 })
  expect(a.provider.wsconnected).toBe(true)
  a.text.insert(0, 'the last words')
  await until(() => !relay.isRunning())
  expect(closes[0]).toBe(1001)
  const output = relay.output()
  expect(output.indexOf('"stored"')).toBeLessThan(output.indexOf('"stopped"'))
  expect(output).toContain('"stored"')
})

test('with a certificate it serves wss, takes a renewed one when it is told, and says when it cannot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confidant-tls-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const make = (name: string) =>
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-days', '2', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    )
  make('first.example.org')
  const { port, said } = await relayFor({ tls: { cert, key } })
  const seen = () =>
    new Promise<string>((resolve, reject) => {
      const asked = request({ port, path: '/healthz', rejectUnauthorized: false, agent: false })
      asked.on('response', ({ socket }) => {
        const { subject } = (
          socket as unknown as { getPeerCertificate: () => { subject: { CN: string } } }
        ).getPeerCertificate()
        resolve(subject.CN)
        asked.destroy()
      })
      asked.on('error', reject)
      asked.end()
    })
  expect(await seen()).toBe('first.example.org')
  make('second.example.org')
  process.emit('SIGHUP')
  expect(await seen()).toBe('second.example.org')
  expect(said('certificate-not-renewed')).toEqual([])
  writeFileSync(cert, 'half a certif')
  process.emit('SIGHUP')
  expect(await seen()).toBe('second.example.org')
  expect(said('certificate-not-renewed')).toHaveLength(1)
})

test('what belongs together is asked for together; passwords may come from the environment', () => {
  expect(parseOptions(['--redis', 'redis://r'])).toMatchObject({ ok: false })
  expect(parseOptions(['--tls-cert', 'file'])).toMatchObject({ ok: false })
  const env = { RELAY_POSTGRES: 'postgres://p', RELAY_REDIS: 'redis://r' }
  expect(parseOptions([], env)).toMatchObject({
    ok: true,
    value: { postgres: 'postgres://p', redis: 'redis://r' },
  })
})
