/** What devices ask each other for when a relay damages what passes, and that this comes to an end (wants.ts). */
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { carry, type Device, lacking, newDevice } from '../../tests/steps/envelope-device'

beforeAll(() => sodium.ready)

/** A byte of each blob is another one. */
const carryDamaged = (from: Device, to: Device) => {
  const update = Buffer.from(lacking(from, to))
  for (const one of Y.decodeUpdate(update).structs)
    if (one instanceof Y.Item && one.content instanceof Y.ContentBinary) {
      const blob = Buffer.from(one.content.getContent()[0] as Uint8Array)
      const at = update.indexOf(blob) + 40
      update[at] = (update[at] ?? 0) ^ 0x55
    }
  return to.envelope.receive(new Uint8Array(update))
}

test('a request that arrives damaged is taken out, and asked anew by whoever asked', () => {
  const [a, b] = [newDevice('a'), newDevice('b')]
  a.text.insert(0, 'words')
  carryDamaged(a, b)
  b.envelope.tend()
  carryDamaged(b, a)
  // It asks what that was, and cannot answer.
  a.envelope.tend()
  expect(a.envelope.report().damaged).toBe(1)
  carry(a, b)
  b.envelope.tend()
  carry(b, a)
  expect(a.envelope.report().damaged).toBe(0)
  a.envelope.tend()
  carry(a, b)
  expect(b.text.toString()).toBe('words')
  b.envelope.tend()
  carry(b, a)
  expect([a.envelope.tend(), b.envelope.tend()]).toEqual([undefined, undefined])
  // What was written, and what was sent again: no request is left.
  expect(a.envelope.blobs()).toHaveLength(2)
})

test('what was sent again for a request is not sent again each time that the record is opened', () => {
  const [a, b, c] = [newDevice('a'), newDevice('b'), newDevice('c')]
  a.text.insert(0, 'of a')
  c.text.insert(0, 'of c')
  carryDamaged(a, b)
  carryDamaged(c, a)
  carry(a, b)
  b.envelope.tend()
  carry(b, a)
  // Its own words it can send again; nobody here can send those of c, and the request stays.
  expect(a.envelope.tend()).toBeDefined()
  expect(a.envelope.tend()).toBeUndefined()
  const again = newDevice('a', [Y.encodeStateAsUpdate(a.envelope.doc)])
  expect(again.envelope.tend()).toBeUndefined()
  carry(again, b)
  expect(b.text.toString()).toBe('of a')
  // It comes back, and has them.
  carry(b, c)
  c.envelope.tend()
  carry(c, b)
  expect(b.text.toString()).toHaveLength(8)
})

test('an answer that is damaged, too, is asked for and sent again', () => {
  const [a, b] = [newDevice('a'), newDevice('b')]
  a.text.insert(0, 'words')
  carryDamaged(a, b)
  for (let round = 0; round < 3; round++) {
    b.envelope.tend()
    carry(b, a)
    a.envelope.tend()
    carryDamaged(a, b)
  }
  expect(b.text.toString()).toBe('')
  b.envelope.tend()
  carry(b, a)
  a.envelope.tend()
  carry(a, b)
  expect(b.text.toString()).toBe('words')
})

test('where a record went on is sent again, once, for whom that arrived damaged', () => {
  const [a, b] = [newDevice('a'), newDevice('b')]
  a.envelope.receive(a.envelope.announceMove(3))
  carryDamaged(a, b)
  b.envelope.tend()
  carry(b, a)
  a.envelope.tend()
  carry(a, b)
  expect(b.envelope.movedTo()).toBe(3)
  expect([a.envelope.tend(), b.envelope.tend()]).toEqual([undefined, undefined])
})
