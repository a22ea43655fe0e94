/** Relays that are near, and the codes that say where one is. */
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { randomBytes } from '../base/random'
import { derivePairing, newPairingCode } from '../vault/pairing'
import { relayInPairingCode, toConnectionCode, typedRelay } from './connection-code'
import {
  bytesToNearPlace,
  isEncryptedOrNear,
  isPrivateHost,
  nearPlaceToBytes,
  textToNearPlace,
} from './near'
import { isRelaySecret } from './relay-address'

beforeAll(() => sodium.ready)

const PLACE = { host: '192.168.1.23', port: 47_113 }

test('private are the ranges that no router passes on, and nothing beside them', () => {
  for (const host of ['10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.23', '169.254.7.7'])
    expect(isPrivateHost(host), host).toBe(true)
  for (const host of [
    '172.15.0.1',
    '172.32.0.1',
    '192.169.1.1',
    '100.64.0.1',
    '8.8.8.8',
    '127.0.0.1',
    '256.168.1.1',
    '10.0.0.1.example.org',
    'relay.example.org',
    '',
  ])
    expect(isPrivateHost(host), host).toBe(false)
})

test('without encryption only what is near is reached: this laptop, or a private address', () => {
  for (const address of [
    'wss://relay.example.org',
    'ws://192.168.1.23:47113',
    'ws://127.0.0.1:1234',
    'ws://localhost:1234',
    'ws://[::1]:1234',
  ])
    expect(isEncryptedOrNear(address), address).toBe(true)
  for (const address of [
    'ws://relay.example.org',
    'ws://8.8.8.8:80',
    'ws://10.0.0.1.example.org',
    'ws://[2001:db8::1]:80',
    // The same as 8.8.8.8, written otherwise.
    'ws://134744072:80',
  ])
    expect(isEncryptedOrNear(address), address).toBe(false)
})

test('a place is six bytes, and what a screen shows of it is read back', () => {
  expect(bytesToNearPlace(nearPlaceToBytes(PLACE))).toEqual(PLACE)
  for (const text of ['192.168.1.23:47113', ' ws://192.168.1.23:47113/ '])
    expect(textToNearPlace(text)).toEqual(PLACE)
  for (const text of ['192.168.1.23', '192.168.1.300:47113', '192.168.1.23:0', '1.2.3.4:70000'])
    expect(textToNearPlace(text), text).toBeUndefined()
})

test('a pairing code with a place has a group more, leads to the same room without it, and says where', () => {
  const code = newPairingCode(nearPlaceToBytes(PLACE))
  expect(code).toHaveLength(6)
  expect(relayInPairingCode(code.join(' '))).toBe('ws://192.168.1.23:47113')
  expect(relayInPairingCode(code.join('-').toLowerCase())).toBe('ws://192.168.1.23:47113')
  expect(derivePairing(code.join(' ')).ok).toBe(true)
  const plain = newPairingCode()
  expect(plain).toHaveLength(5)
  expect(relayInPairingCode(plain.join(' '))).toBeUndefined()
  expect(derivePairing(plain.join(' ')).ok).toBe(true)
})

test('a group that is left out, or a slip in one, is found, also in the group of the address', () => {
  const code = newPairingCode(nearPlaceToBytes(PLACE))
  expect(derivePairing(code.slice(0, 5).join(' '))).toEqual({
    ok: false,
    error: { kind: 'length', groups: 6 },
  })
  const slipped = code.map((group, index) =>
    index === 5 ? (group[0] === '7' ? '8' : '7') + group.slice(1) : group,
  )
  expect(derivePairing(slipped.join(' '))).toEqual({
    ok: false,
    error: { kind: 'group', group: 6 },
  })
  expect(derivePairing(code.slice(0, 2).join(' '))).toEqual({
    ok: false,
    error: { kind: 'length', groups: 5 },
  })
})

test('a connection code is the place and the secret; what else is typed stays as it is', () => {
  const secret = Buffer.from(randomBytes(20)).toString('base64url')
  expect(isRelaySecret(secret)).toBe(true)
  const code = toConnectionCode(PLACE, secret)
  expect(code.split(' ')).toHaveLength(7)
  expect(typedRelay(` ${code.toLowerCase()} `)).toBe(`ws://192.168.1.23:47113#${secret}`)
  expect(typedRelay('192.168.1.23:47113')).toBe('ws://192.168.1.23:47113')
  expect(typedRelay(' wss://relay.example.org/#abc ')).toBe('wss://relay.example.org/#abc')
})
