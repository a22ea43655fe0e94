/** Which keys are in memory while the vault is open (record-keys.ts). */
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import type { ListedRecord } from '../../../shared/crdt/vault-record'
import { epochAfter, firstGeneration } from '../../../shared/vault/epochs'
import { createHeader, newKdfParameters } from '../../../shared/vault/header'
import { createKeyRing, type KeyRing } from '../../../shared/vault/key-ring'
import { deriveCompanion } from '../../../shared/vault/keys'
import { createRecordKeys } from './record-keys'

beforeAll(() => sodium.ready)

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
const entry = (
  id: string,
  byte: number,
  history: ListedRecord['history'] = null,
): ListedRecord => ({
  id,
  key: key(byte),
  generations: new Map(),
  history,
})
const ringOf = (): KeyRing => {
  const vaultKey = key(1)
  const header = createHeader({
    vaultKey,
    passphraseKey: key(8),
    recoveryKey: key(9),
    kdf: newKdfParameters(),
    createdAt: '2026-11-24T00:00:00.000Z',
  })
  return createKeyRing({ vaultKey, header })
}
const open = () => createRecordKeys(ringOf())

test('a record that is no longer listed has lost its key; the vault record is listed nowhere and keeps its own', () => {
  const keys = open()
  expect(keys.learn([entry('amara', 2)])).toEqual([])
  expect(keys.get('amara')).toEqual(key(2))
  expect(keys.learn([])).toEqual(['amara'])
  expect(keys.get('amara')).toBeUndefined()
  expect(keys.at('amara', 0)).toBeUndefined()
  expect(keys.get(keys.vaultRecord)).toEqual(keys.vaultRecordKey)
})

test('a new record whose key is on its way into the vault record is not taken for one that was destroyed', async () => {
  const keys = open()
  await keys.adding('luis', key(3), async () => {
    expect(keys.learn([])).toEqual([])
    expect(keys.get('luis')).toEqual(key(3))
  })
  expect(keys.learn([])).toEqual(['luis'])
})

test('in the first epoch a record is sealed with its random key; in one whose key is not here with none', () => {
  const keys = open()
  keys.learn([entry('amara', 2)])
  expect(keys.at('amara', 7)).toEqual(key(2))
  expect(keys.at('amara', firstGeneration(epochAfter(0)))).toBeUndefined()
})

test('a companion is listed behind the records, and only once something is kept; its key goes with its record’s', async () => {
  await sodium.ready
  const keys = open()
  const amara = { id: 'amara', key: key(2), generations: new Map() }
  keys.learn([entry('amara', 2)])
  expect(keys.entries()).toEqual([amara])
  keys.learn([entry('amara', 2, new Map([[0, 4]]))])
  const companion = deriveCompanion(key(2))
  expect(keys.entries()).toEqual([
    amara,
    { ...companion, generations: new Map([[0, 4]]), historyOf: 'amara' },
  ])
  expect(keys.companionOf('amara')).toEqual(companion)
  expect(keys.isCompanion(companion.id)).toBe(true)
  expect(keys.isCompanion('amara')).toBe(false)
  expect(keys.companionOf(keys.vaultRecord)).toBeUndefined()
  expect(keys.learn([])).toEqual(['amara', companion.id])
  expect(keys.companionOf('amara')).toBeUndefined()
})

test('locking overwrites the keys of companions, also of those that were never begun', async () => {
  await sodium.ready
  const keys = open()
  keys.learn([entry('amara', 2)])
  const companion = keys.companionOf('amara')
  keys.forget()
  expect(companion?.key).toEqual(key(0))
})

test('of a key there is one array, however often the list is read: overwriting it leaves no other', () => {
  const keys = open()
  const [first, second] = [entry('amara', 2), entry('amara', 2)]
  keys.learn([first])
  keys.learn([second])
  const held = keys.entries().map((one) => one.key)
  expect(held).toEqual([first.key])
  keys.forget()
  expect([first.key, ...held]).toEqual([key(0), key(0)])
  expect(keys.entries()).toEqual([])
})
