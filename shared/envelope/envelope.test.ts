/** The envelope's rules one by one; tests/property holds them together over random histories. */
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { carry, newDevice } from '../../tests/steps/envelope-device'
import { createSealer } from '../vault/seal'

beforeAll(() => sodium.ready)

const key = new Uint8Array(32).fill(7)
test('a session merges its own small blobs: 32, then 16 of those', () => {
  const device = newDevice()
  for (let index = 0; index < 32 * 16 - 1; index++) device.text.insert(index, 'x')
  expect(device.envelope.blobs().length).toBe(15 + 31)
  device.text.insert(0, 'x')
  expect(device.envelope.blobs().length).toBe(1)
  const other = newDevice()
  carry(device, other)
  expect(other.text.length).toBe(512)
})

test('concurrent compaction leaves two snapshots, and both devices whole', () => {
  const [a, b] = [newDevice(), newDevice()]
  for (let index = 0; index < 10; index++) a.text.insert(index, 'a')
  carry(a, b)
  a.envelope.compact()
  b.text.insert(0, 'b')
  b.envelope.compact()
  carry(a, b)
  carry(b, a)
  expect(a.text.toString()).toBe(b.text.toString())
  expect(a.text.length).toBe(11)
})

test('a compacted record costs about what its plaintext state costs', () => {
  const device = newDevice()
  for (let index = 0; index < 200; index++)
    device.text.insert(
      0,
      'A sentence about coaching, never twice the same: '.concat(String(Math.random())),
    )
  device.envelope.compact()
  const sealed = Y.encodeStateAsUpdate(device.envelope.doc).length
  expect(sealed).toBeLessThan(Y.encodeStateAsUpdateV2(device.record).length)
})

test('deletion: what a relay drops goes back in, in the same call', () => {
  const device = newDevice()
  device.text.insert(0, 'kept')
  const relay = new Y.Doc()
  Y.applyUpdate(relay, Y.encodeStateAsUpdate(device.envelope.doc))
  relay.getArray('blobs').delete(0)
  const change = device.envelope.receive(Y.encodeStateAsUpdate(relay))
  expect(change?.blobs).toHaveLength(1)
  expect(device.envelope.blobs()).toHaveLength(1)
})

test('replay: the same update again changes nothing', () => {
  const [a, b] = [newDevice(), newDevice()]
  a.text.insert(0, 'once')
  const update = Y.encodeStateAsUpdate(a.envelope.doc)
  b.envelope.receive(update)
  expect(b.envelope.receive(update)).toBeUndefined()
  expect(b.text.toString()).toBe('once')
})

test('insertion and moving: foreign blobs are kept, counted and never compacted away', () => {
  const device = newDevice()
  device.text.insert(0, 'mine')
  device.text.insert(0, 'and ')
  const relay = new Y.Doc()
  Y.applyUpdate(relay, Y.encodeStateAsUpdate(device.envelope.doc))
  relay
    .getArray('blobs')
    .push([createSealer(key, 'another record').seal(new Uint8Array([0, 1, 0])), new Uint8Array(5)])
  device.envelope.receive(Y.encodeStateAsUpdate(relay))
  expect(device.envelope.report()).toMatchObject({ damaged: 2, healed: 0 })
  device.envelope.compact()
  expect(device.envelope.report()).toMatchObject({ damaged: 2 })
  expect(device.text.toString()).toBe('and mine')
})

test('poisoned envelope: everyone who reads it learns where the record went on', () => {
  const [a, b] = [newDevice(), newDevice()]
  a.text.insert(0, 'x')
  const before = Y.encodeStateVector(a.envelope.doc)
  carry(a, b)
  b.envelope.receive(a.envelope.announceMove(3))
  expect(b.envelope.movedTo()).toBe(3)
  // It is sent and not stored here: nothing that is stored may follow on it.
  expect(Y.encodeStateVector(a.envelope.doc)).toEqual(before)
})

test('what was deleted is gone also where all updates had become one blob', () => {
  const device = newDevice()
  for (let edit = 0; edit < 31; edit++) device.text.insert(0, `secret ${edit} `)
  device.text.delete(0, device.text.length)
  const [merged, ...others] = device.envelope.blobs()
  expect(others).toEqual([])
  expect(device.envelope.compact()).toBeUndefined()
  device.envelope.compact({ when: 'any' })
  expect(device.envelope.blobs()).toHaveLength(1)
  expect(device.envelope.blobs()).not.toContainEqual(merged)
})

test('restoring from a sealed folder adds only what is new', () => {
  const device = newDevice()
  device.text.insert(0, 'known')
  const known = device.envelope.blobs()
  const lost = newDevice()
  expect(lost.envelope.restore(known)?.blobs).toHaveLength(1)
  expect(lost.text.toString()).toBe('known')
  expect(lost.envelope.restore(known)).toBeUndefined()
})

test('garbage from a relay is refused and changes nothing', () => {
  const device = newDevice()
  device.text.insert(0, 'safe')
  const garbage = [
    new Uint8Array([1, 2, 3]),
    new Uint8Array([255, 255, 255, 255, 255]),
    new Uint8Array(0),
  ]
  for (const bytes of garbage) expect(device.envelope.receive(bytes)).toBeUndefined()
  expect(device.envelope.report().refused).toBe(garbage.length)
  device.text.insert(4, ' and sound')
  const other = newDevice()
  carry(device, other)
  expect(other.text.toString()).toBe('safe and sound')
})
