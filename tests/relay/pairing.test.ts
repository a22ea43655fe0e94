import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newPairingCode, type PairingGrant, type PairingKeys } from '../../shared/vault/pairing'
import {
  type Asked,
  offerPairing,
  type PairingState,
  requestPairing,
} from '../../src-renderer/sync/pairing/pairing'
import { overRelay } from '../../src-renderer/sync/pairing/pairing-ways'
import { grant, keysFor } from '../steps/pairing'
import { startTestRelay, until } from './relay-process'

beforeAll(async () => {
  await sodium.ready
  Object.assign(globalThis, { WebSocket })
})

const ask = (relay: string, keys: PairingKeys, name = 'Clinic laptop') => {
  const states: PairingState[] = []
  const numbers: string[] = []
  const granted: PairingGrant[] = []
  const pairing = requestPairing(overRelay(relay), keys, name, {
    changed: (state) => states.push(state),
    asked: ({ number }) => numbers.push(number),
    granted: (value) => granted.push(value),
  })
  return { ...pairing, states, numbers, granted }
}

test('a code pairs one device, once, after both have shown a number and the first said yes', async () => {
  const relay = await startTestRelay()
  const keys = keysFor(newPairingCode().join(' '))
  const offered: PairingState[] = []
  const asked: Asked[] = []
  const offer = offerPairing(
    overRelay(relay.address),
    keys,
    () => grant,
    (state) => offered.push(state),
    (who) => asked.push(who),
  )
  await until(() => offered.includes('waiting'))
  const joining = ask(relay.address, keys)
  await until(() => asked.length === 1 && joining.numbers.length === 1)
  expect(asked).toEqual([{ name: 'Clinic laptop', number: joining.numbers[0] }])
  expect(joining.granted).toEqual([])
  offer.answer(true)
  await until(() => joining.granted.length === 1 && offered.includes('done'))
  expect(joining.granted).toEqual([grant])

  const late = ask(relay.address, keys)
  await until(() => late.states.includes('refused'))
  expect(late.granted).toEqual([])
  late.stop()
  offer.stop()
  await relay.stop()
})

test('a wrong code leads to another room, where nobody answers', async () => {
  const relay = await startTestRelay()
  const offer = offerPairing(
    overRelay(relay.address),
    keysFor(newPairingCode().join(' ')),
    () => grant,
    () => undefined,
    () => undefined,
  )
  const asking = ask(relay.address, keysFor(newPairingCode().join(' ')))
  await until(() => asking.states.includes('waiting'))
  expect(asking.granted).toEqual([])
  asking.stop()
  offer.stop()
  await relay.stop()
})

test('on a relay with a secret the laptop that joins needs none, and gets it with the vault', async () => {
  const secret = 'correct-horse-battery-staple'
  const relay = await startTestRelay({ secret })
  const keys = keysFor(newPairingCode().join(' '))
  // It may be there first: nobody has claimed the room yet, and it waits.
  const asking = ask(relay.address, keys)
  await until(() => relay.lines.some((line) => line.includes('needs-secret')))
  const given = { ...grant, relaySecret: secret }
  const asked: Asked[] = []
  const offer = offerPairing(
    overRelay(`${relay.address}/#${secret}`),
    keys,
    () => given,
    () => undefined,
    (who) => asked.push(who),
  )
  await until(() => asked.length === 1)
  offer.answer(true)
  await until(() => asking.granted.length === 1)
  expect(asking.granted).toEqual([given])
  expect(asking.states).not.toContain('refused')
  asking.stop()
  offer.stop()
  await relay.stop()
})

test('who offers without the secret that the relay asks for is told so', async () => {
  const relay = await startTestRelay({ secret: 'correct-horse-battery-staple' })
  const states: PairingState[] = []
  const offer = offerPairing(
    overRelay(relay.address),
    keysFor(newPairingCode().join(' ')),
    () => grant,
    (state) => states.push(state),
    () => undefined,
  )
  await until(() => states.includes('refused'))
  offer.stop()
  await relay.stop()
})
