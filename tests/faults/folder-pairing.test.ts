/** Pairing through a folder: the same questions as over a relay, in small files that are gone afterwards. */

import sodium from 'libsodium-wrappers-sumo'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PairingGrant, PairingKeys } from '../../shared/vault/pairing'
import {
  type Asked,
  offerPairing,
  type PairingState,
  requestPairing,
} from '../../src-renderer/sync/pairing/pairing'
import { overFolder } from '../../src-renderer/sync/pairing/pairing-ways'
import { grant, newKeys } from '../steps/pairing'
import { numbersFrom, pass, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { createLossyFolder, type LossyFolder } from './lossy-folder'

beforeAll(() => sodium.ready)
beforeEach(startFakeTime)
afterEach(stopFakeTime)

const offer = (folder: LossyFolder, keys: PairingKeys) => {
  const states: PairingState[] = []
  const asked: Asked[] = []
  const way = overFolder(folder.copyOf('first').calls)
  const offered = offerPairing(
    way,
    keys,
    () => grant,
    (state) => states.push(state),
    (who) => asked.push(who),
  )
  return { ...offered, states, asked }
}
const join = (folder: LossyFolder, keys: PairingKeys, at = 'second') => {
  const states: PairingState[] = []
  const numbers: string[] = []
  const granted: PairingGrant[] = []
  const pairing = requestPairing(overFolder(folder.copyOf(at).calls), keys, at, {
    changed: (state) => states.push(state),
    asked: ({ number }) => numbers.push(number),
    granted: (value) => granted.push(value),
  })
  return { ...pairing, states, numbers, granted }
}
const filesLeft = async (folder: LossyFolder): Promise<number> => {
  let left = 0
  for (const at of ['first', 'second']) {
    const { calls, files } = folder.copyOf(at)
    // What is due arrives with a look.
    await calls.list('')
    left += files.size
  }
  return left
}

test('both show one number, the first says yes, the second has the vault, and nothing is left in the folder', async () => {
  const folder = createLossyFolder(Math.random)
  const keys = newKeys()
  folder.copyOf('second')
  const first = offer(folder, keys)
  const second = join(folder, keys)
  await passUntil(() => first.asked.length === 1 && second.numbers.length === 1, 60_000)
  expect(first.asked).toEqual([{ name: 'second', number: second.numbers[0] }])
  expect(second.granted).toEqual([])
  first.answer(true)
  await passUntil(() => first.states.includes('done'), 60_000)
  expect(second.granted).toEqual([grant])
  await pass(10_000)
  expect(await filesLeft(folder)).toBe(0)
})

test('also over a folder that is late, cuts files, and brings old ones back', async () => {
  for (let seed = 0; seed < 12; seed++) {
    const folder = createLossyFolder(numbersFrom(seed))
    folder.lossy = true
    const keys = newKeys()
    folder.copyOf('second')
    const first = offer(folder, keys)
    const second = join(folder, keys)
    await passUntil(() => first.asked.length === 1 && second.numbers.length === 1, 5 * 60_000)
    expect(first.asked[0]?.number, `seed ${seed}`).toBe(second.numbers[0])
    first.answer(true)
    await passUntil(() => second.granted.length === 1, 4 * 60_000)
    expect(second.granted, `seed ${seed}`).toEqual([grant])
    first.stop()
    second.stop()
    await pass(1000)
  }
})

test('a no reaches the other laptop, and nothing of the vault is in the folder', async () => {
  const folder = createLossyFolder(Math.random)
  const keys = newKeys()
  folder.copyOf('second')
  const first = offer(folder, keys)
  const second = join(folder, keys)
  await passUntil(() => first.asked.length === 1, 60_000)
  first.answer(false)
  await passUntil(() => second.states.includes('declined'), 60_000)
  expect(second.states).toContain('declined')
  expect(second.granted).toEqual([])
  await pass(10_000)
  expect(await filesLeft(folder)).toBe(0)
})

test('a folder that is away is said, and gone on with when it is back', async () => {
  const folder = createLossyFolder(Math.random)
  const keys = newKeys()
  folder.copyOf('second')
  const first = offer(folder, keys)
  await passUntil(() => first.states.includes('waiting'), 10_000)
  folder.copyOf('first').problem = 'gone'
  await passUntil(() => first.states.includes('away'), 10_000)
  const second = join(folder, keys)
  await pass(10_000)
  expect(first.asked).toEqual([])
  folder.copyOf('first').problem = null
  await passUntil(() => first.asked.length === 1, 60_000)
  expect(first.states.slice(-2)).toEqual(['waiting', 'asking'])
  first.stop()
  second.stop()
})

test('after ten minutes the code is good for nothing, and its files are gone', async () => {
  const folder = createLossyFolder(Math.random)
  const first = offer(folder, newKeys())
  await pass(5000)
  expect(folder.copyOf('first').files.size).toBe(1)
  await pass(10 * 60_000)
  expect(first.states.at(-1)).toBe('expired')
  expect(folder.copyOf('first').files.size).toBe(0)
})
