/** Which keys are in memory while the vault is open (record-keys.ts). */
import { expect, test } from 'vitest'
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
