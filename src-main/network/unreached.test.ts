/** Why a relay is not reached, from what came of one request. Against real servers, in real Chromium: e2e/sync/unreached. */
import { expect, test } from 'vitest'
import type { Unreached } from '../../shared/bridge/network'
import { classOf, createWhyUnreached, type Heard, isSignIn } from './unreached'

const NOW = Date.parse('2026-11-27T10:00:00Z')
const answer = (given: Partial<Extract<Heard, { readonly status: number }>> = {}): Heard => ({
  status: 200,
  contentType: 'text/plain; charset=utf-8',
  date: 'Fri, 27 Nov 2026 10:00:01 GMT',
  ...given,
})

const CASES: readonly (readonly [Heard, Unreached])[] = [
  [{ error: 'ERR_INTERNET_DISCONNECTED' }, 'no-network'],
  [{ error: 'ERR_ADDRESS_UNREACHABLE' }, 'no-network'],
  [{ error: 'ERR_NAME_NOT_RESOLVED' }, 'host-not-found'],
  [{ error: 'ERR_CONNECTION_REFUSED' }, 'nothing-there'],
  [{ error: 'ERR_PROXY_CONNECTION_FAILED' }, 'proxy'],
  [{ error: 'ERR_TUNNEL_CONNECTION_FAILED' }, 'proxy'],
  [{ error: 'ERR_PROXY_CERTIFICATE_INVALID' }, 'proxy'],
  [{ error: 'ERR_CERT_DATE_INVALID' }, 'certificate-date'],
  [{ error: 'ERR_CERT_AUTHORITY_INVALID' }, 'certificate-unknown'],
  [{ error: 'ERR_CERT_COMMON_NAME_INVALID' }, 'certificate-host'],
  [{ error: 'ERR_CERT_REVOKED' }, 'tls'],
  [{ error: 'ERR_SSL_PROTOCOL_ERROR' }, 'tls'],
  [{ error: 'ERR_TIMED_OUT' }, 'silent'],
  [{ error: 'ERR_CONNECTION_RESET' }, 'silent'],
  [answer({ status: 407 }), 'proxy'],
  [answer({ status: 511 }), 'portal'],
  [answer({ status: 302, contentType: '' }), 'portal'],
  [answer({ contentType: 'text/html' }), 'portal'],
  [answer({ status: 403, contentType: 'text/html' }), 'portal'],
  [answer({ status: 502, contentType: 'text/html' }), 'gateway'],
  [answer({ date: 'Fri, 27 Nov 2026 10:05:10 GMT' }), 'clock'],
  [answer({ date: 'Fri, 27 Nov 2026 09:54:50 GMT' }), 'clock'],
  [answer({ date: 'Fri, 27 Nov 2026 10:04:50 GMT' }), 'answers'],
  [answer({ date: '' }), 'answers'],
  [answer(), 'answers'],
]

test('each failure has its class', () => {
  for (const [heard, why] of CASES)
    expect(classOf(heard, false, NOW), JSON.stringify(heard)).toBe(why)
})

test('a relay that answers through a proxy, and is not reached all the same, is kept off by the proxy', () => {
  expect(classOf(answer(), true, NOW)).toBe('proxy-blocks')
  expect(classOf({ error: 'ERR_CERT_DATE_INVALID' }, true, NOW)).toBe('certificate-date')
})

test('it asks once a minute, over the protocol of the relay, and never tells it the secret', async () => {
  let now = NOW
  let relay = 'wss://relay.example.org/rooms#correct-horse-battery-staple'
  let heard: Heard = { error: 'ERR_CONNECTION_REFUSED' }
  const asked: string[] = []
  const why = createWhyUnreached(
    () => relay,
    {
      ask: async (url) => {
        asked.push(url)
        return heard
      },
      proxyFor: async () => 'DIRECT',
    },
    () => now,
  )
  expect(await Promise.all([why(), why()])).toEqual(['nothing-there', 'nothing-there'])
  now += 59_000
  heard = answer()
  expect(await why()).toBe('nothing-there')
  now += 1000
  expect(await why()).toBe('answers')
  expect(asked).toEqual([
    'https://relay.example.org/rooms',
    'http://relay.example.org/generate_204',
    'https://relay.example.org/rooms',
  ])
  // That it answered says little of a few seconds later.
  now += 3000
  heard = { error: 'ERR_NAME_NOT_RESOLVED' }
  expect(await why()).toBe('host-not-found')
  relay = 'ws://192.168.1.23:47113'
  await why()
  expect(asked.at(-1)).toBe('http://192.168.1.23:47113')
})

const HOST = 'relay.example.org'
const PLAIN_CASES: readonly (readonly [Heard, boolean])[] = [
  [answer({ contentType: 'text/html' }), true],
  [answer({ status: 511, contentType: 'text/html' }), true],
  [answer({ status: 302, contentType: '', location: 'http://sign-in.example/?for=relay' }), true],
  [answer({ status: 307, contentType: '', location: 'https://10.0.0.1/' }), true],
  // A server of the relay's own host, beside a relay that is not reached.
  [answer({ status: 301, contentType: '', location: `https://${HOST}/generate_204` }), false],
  [answer({ status: 308, contentType: '', location: `https://${HOST}:8443/` }), false],
  [answer({ status: 302, contentType: '' }), false],
  [answer({ status: 404, contentType: 'text/html' }), false],
  [answer({ status: 403, contentType: 'text/html' }), false],
  [answer({ status: 502, contentType: 'text/html' }), false],
  [answer({ status: 204, contentType: '' }), false],
  [answer(), false],
  [{ error: 'ERR_CONNECTION_REFUSED' }, false],
]

test('a sign-in page answers for everything, or sends elsewhere; a host of its own does neither', () => {
  for (const [heard, is] of PLAIN_CASES)
    expect(isSignIn(heard, HOST), JSON.stringify(heard)).toBe(is)
})

const PAGE = answer({ contentType: 'text/html' })
const askingOver = async (relay: string, encrypted: Heard, plain: Heard) => {
  const asked: string[] = []
  const why = createWhyUnreached(
    () => relay,
    {
      ask: async (url) => {
        asked.push(url)
        return asked.length === 1 ? encrypted : plain
      },
      proxyFor: async () => 'DIRECT',
    },
    () => NOW,
  )
  return { why: await why(), asked }
}

test('behind https a sign-in page shows as a certificate, a closed port or silence: the relay’s host is asked once more, without encryption and without a word of ours', async () => {
  for (const error of [
    'ERR_CERT_COMMON_NAME_INVALID',
    'ERR_CERT_AUTHORITY_INVALID',
    'ERR_CERT_DATE_INVALID',
    'ERR_SSL_PROTOCOL_ERROR',
    'ERR_CONNECTION_REFUSED',
    'ERR_CONNECTION_RESET',
    'ERR_TIMED_OUT',
  ])
    expect(await askingOver(`wss://${HOST}:8443/rooms#secret`, { error }, PAGE)).toEqual({
      why: 'portal',
      asked: [`https://${HOST}:8443/rooms`, `http://${HOST}/generate_204`],
    })
})

test('where no sign-in page answers, what the first request said stays', async () => {
  const first = { error: 'ERR_CERT_AUTHORITY_INVALID' }
  for (const plain of [answer({ status: 404 }), { error: 'ERR_TIMED_OUT' }])
    expect((await askingOver(`wss://${HOST}`, first, plain)).why).toBe('certificate-unknown')
})

test('nobody is asked without encryption when the relay answers, is not found, or is reached without', async () => {
  for (const [relay, heard] of [
    [`wss://${HOST}`, answer()],
    [`wss://${HOST}`, { error: 'ERR_NAME_NOT_RESOLVED' }],
    [`wss://${HOST}`, { error: 'ERR_INTERNET_DISCONNECTED' }],
    [`wss://${HOST}`, { error: 'ERR_PROXY_CONNECTION_FAILED' }],
    ['ws://192.168.1.23:47113', { error: 'ERR_CONNECTION_REFUSED' }],
  ] as const)
    expect((await askingOver(relay, heard, PAGE)).asked.length, JSON.stringify(heard)).toBe(1)
})
