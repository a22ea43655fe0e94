import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import {
  derivePairing,
  newPairingCode,
  type PairingGrant,
  type PairingKeys,
} from '../../shared/vault/pairing'
import { offerPairing, type PairingState, requestPairing } from '../../src-renderer/sync/pairing'
import { startTestRelay, until } from './relay-process'

beforeAll(async () => {
  await sodium.ready
  Object.assign(globalThis, { WebSocket })
})

const grant: PairingGrant = {
  vaultKey: new Uint8Array(32).fill(3),
  vaultId: 'v',
  createdAt: 'c',
  recoveryWrap: 'w',
  generation: 0,
}
const keysFor = (code: string): PairingKeys => {
  const derived = derivePairing(code)
  if (!derived.ok) throw new Error('code')
  return derived.value
}

test('a code pairs one device, once', async () => {
  const relay = await startTestRelay()
  const keys = keysFor(newPairingCode().join(' '))
  const offered: PairingState[] = []
  const offer = offerPairing(relay.address, keys, grant, (state) => offered.push(state))
  await until(() => offered.includes('waiting'))
  const granted: PairingGrant[] = []
  requestPairing(
    relay.address,
    keys,
    () => undefined,
    (value) => granted.push(value),
  )
  await until(() => granted.length === 1 && offered.includes('done'))
  expect(granted).toEqual([grant])

  const second: PairingState[] = []
  const late = requestPairing(
    relay.address,
    keys,
    (state) => second.push(state),
    (value) => granted.push(value),
  )
  await until(() => second.includes('refused'))
  expect(granted).toHaveLength(1)
  late.stop()
  offer.stop()
  await relay.stop()
})

test('a wrong code leads to another room, where nobody answers', async () => {
  const relay = await startTestRelay()
  const offer = offerPairing(relay.address, keysFor(newPairingCode().join(' ')), grant, () => undefined)
  const states: PairingState[] = []
  let granted = false
  const asking = requestPairing(
    relay.address,
    keysFor(newPairingCode().join(' ')),
    (state) => states.push(state),
    () => {
      granted = true
    },
  )
  await until(() => states.includes('waiting'))
  expect(granted).toBe(false)
  asking.stop()
  offer.stop()
  await relay.stop()
})

test('on a relay with a secret the laptop that joins needs none, and gets it with the vault', async () => {
  const secret = 'correct-horse-battery-staple'
  const relay = await startTestRelay({ secret })
  const keys = keysFor(newPairingCode().join(' '))
  const granted: PairingGrant[] = []
  const states: PairingState[] = []
  // It may be there first: nobody has claimed the room yet, and it waits.
  const asking = requestPairing(
    relay.address,
    keys,
    (state) => states.push(state),
    (value) => granted.push(value),
  )
  await until(() => relay.lines.some((line) => line.includes('needs-secret')))
  const given = { ...grant, relaySecret: secret }
  const offer = offerPairing(`${relay.address}/#${secret}`, keys, given, () => undefined)
  await until(() => granted.length === 1)
  expect(granted).toEqual([given])
  expect(states).not.toContain('refused')
  asking.stop()
  offer.stop()
  await relay.stop()
})

test('who offers without the secret that the relay asks for is told so', async () => {
  const relay = await startTestRelay({ secret: 'correct-horse-battery-staple' })
  const states: PairingState[] = []
  const offer = offerPairing(relay.address, keysFor(newPairingCode().join(' ')), grant, (state) =>
    states.push(state),
  )
  await until(() => states.includes('refused'))
  offer.stop()
  await relay.stop()
})
