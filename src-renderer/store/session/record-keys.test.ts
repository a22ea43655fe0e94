/** Which keys are in memory while the vault is open (record-keys.ts). */
import sodium from 'libsodium-wrappers-sumo'
import { expect, test } from 'vitest'
import { deriveCompanion } from '../../../shared/vault/keys'
import { createRecordKeys } from './record-keys'

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
const open = () => createRecordKeys({ id: 'vault', key: key(1) })

test('a record that is no longer listed has lost its key; the vault record is listed nowhere and keeps its own', () => {
  const keys = open()
  expect(keys.learn([{ id: 'amara', key: key(2), generation: 0 }])).toEqual([])
  expect(keys.get('amara')).toEqual(key(2))
  expect(keys.learn([])).toEqual(['amara'])
  expect(keys.get('amara')).toBeUndefined()
  expect(keys.get('vault')).toEqual(key(1))
})

test('a new record whose key is on its way into the vault record is not taken for one that was destroyed', async () => {
  const keys = open()
  await keys.adding('luis', key(3), async () => {
    expect(keys.learn([])).toEqual([])
    expect(keys.get('luis')).toEqual(key(3))
  })
  expect(keys.learn([])).toEqual(['luis'])
})

test('a companion is listed behind the records, and only once something is kept; its key goes with its record’s', async () => {
  await sodium.ready
  const keys = open()
  const amara = { id: 'amara', key: key(2), generation: 1 }
  expect(keys.withCompanions([{ ...amara, history: null }])).toEqual([amara])
  const listed = keys.withCompanions([{ ...amara, history: 4 }])
  const companion = deriveCompanion(key(2))
  expect(listed).toEqual([amara, { ...companion, generation: 4, historyOf: 'amara' }])
  keys.learn(listed)
  expect(keys.companionOf('amara')).toEqual(companion)
  expect(keys.isCompanion(companion.id)).toBe(true)
  expect(keys.isCompanion('amara')).toBe(false)
  expect(keys.companionOf('vault')).toBeUndefined()
  expect(keys.learn([])).toEqual(['amara', companion.id])
  expect(keys.companionOf('amara')).toBeUndefined()
})

test('locking overwrites the keys of companions, also of those that were never begun', async () => {
  await sodium.ready
  const keys = open()
  keys.learn([{ id: 'amara', key: key(2), generation: 0 }])
  const companion = keys.companionOf('amara')
  keys.forget()
  expect(companion?.key).toEqual(key(0))
})
