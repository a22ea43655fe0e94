/** What a relay, a leaked key or a newer version may put into an envelope, one by one (shared/envelope). */
import { deflateSync } from 'fflate'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { carry, newDevice, newSealer } from '../../tests/steps/envelope-device'
import { createEnvelope } from './envelope'
import { countOf } from './numbering'
import { decodePiece, encodePiece, MOST_INFLATED_BYTES } from './piece'

beforeAll(() => sodium.ready)

/** A message of the relay's own making, with the given blobs. */
const messageOf = (...blobs: readonly Uint8Array[]): Uint8Array => {
  const relay = new Y.Doc()
  relay.getArray('blobs').push([...blobs])
  return Y.encodeStateAsUpdate(relay)
}

const under = (client: number, write: (doc: Y.Doc) => void): Uint8Array => {
  const relay = new Y.Doc()
  relay.clientID = client
  write(relay)
  return Y.encodeStateAsUpdate(relay)
}

test.each<[string, (doc: Y.Doc) => void]>([
  ['another root', (doc) => doc.getArray('elsewhere').push([new Uint8Array(9)])],
  ['a key of a map', (doc) => doc.getMap('blobs').set('key', new Uint8Array(9))],
  ['a text', (doc) => doc.getText('blobs').insert(0, 'words')],
  ['a format', (doc) => doc.getText('blobs').insert(0, ' ', { bold: true })],
  ['a type within', (doc) => doc.getArray('blobs').push([new Y.Map()])],
  ['a document within', (doc) => doc.getArray('blobs').push([new Y.Doc()])],
  [
    'what Yjs calls collected',
    (doc) => {
      doc.getMap('map').set('inner', new Y.Map([['x', new Y.Array()]]))
      doc.getMap('map').delete('inner')
    },
  ],
])('ids forged as %s are refused, and counted', (_what, write) => {
  const [a, b] = [newDevice('a'), newDevice('b')]
  a.text.insert(0, 'first')
  const before = Y.encodeStateAsUpdate(b.envelope.doc)
  expect(b.envelope.receive(under(a.envelope.doc.clientID, write))).toBeUndefined()
  expect(b.envelope.report().refused).toBe(1)
  expect(Y.encodeStateAsUpdate(b.envelope.doc)).toEqual(before)
  carry(a, b)
  a.text.insert(0, 'then ')
  carry(a, b)
  expect(b.text.toString()).toBe('then first')
})

test('ids forged so that they look deleted: what is out of reach is noticed, asked for, and sent again', () => {
  const [a, b] = [newDevice('a'), newDevice('b')]
  b.envelope.receive(
    under(a.envelope.doc.clientID, (doc) => {
      doc.getArray('blobs').push([new Uint8Array(9), new Uint8Array(9)])
      doc.getArray('blobs').delete(0, 2)
    }),
  )
  a.text.insert(0, 'one ')
  a.text.insert(0, 'two ')
  a.text.insert(0, 'three ')
  carry(a, b)
  expect(b.text.toString()).not.toBe(a.text.toString())
  expect(countOf(b.envelope.missing())).toBe(2)
  b.envelope.askForMissing()
  // Asked once, however often it is called.
  expect(b.envelope.askForMissing()).toBeUndefined()
  carry(b, a)
  a.envelope.tend()
  carry(a, b)
  expect(b.envelope.missing()).toEqual(new Map())
  expect(b.text.toString()).toBe('three two one ')
})

test('what one device has seen of another is known to the third', () => {
  const [a, b, c] = [newDevice('a'), newDevice('b'), newDevice('c')]
  a.text.insert(0, 'kept from c')
  carry(a, b)
  // As long as a's ids are free, Yjs waits for them.
  c.envelope.receive(
    under(a.envelope.doc.clientID, (doc) => {
      doc.getArray('blobs').push([new Uint8Array(9)])
      doc.getArray('blobs').delete(0)
    }),
  )
  const before = Y.encodeStateVector(b.envelope.doc)
  b.record.getMap('other').set('x', 1)
  // The relay passes b's change on, and keeps a's back.
  c.envelope.receive(Y.encodeStateAsUpdate(b.envelope.doc, before))
  expect(c.envelope.missing()).toEqual(new Map([['a', [[1, 2]]]]))
  c.envelope.askForMissing()
  carry(c, b)
  b.envelope.tend()
  carry(b, c)
  expect(c.envelope.missing()).toEqual(new Map())
  expect(c.text.toString()).toBe('kept from c')
})

test('numbers go on after a restart, a compaction and a move', () => {
  const device = newDevice('a')
  device.text.insert(0, 'one ')
  device.text.insert(0, 'two ')
  device.envelope.compact()
  const again = newDevice('a', [Y.encodeStateAsUpdate(device.envelope.doc)])
  again.text.insert(0, 'three ')
  expect(again.envelope.lastNumber()).toBe(3)
  const fresh = createEnvelope(again.record, newSealer(), 'a')
  fresh.succeed(again.envelope)
  expect(fresh.held()).toEqual(new Map([['a', [[1, 4]]]]))
})

test('pieces without numbers, as 0.2 wrote them, are read and not missed', () => {
  const record = new Y.Doc()
  record.getText().insert(0, 'from before')
  const piece = encodePiece({
    kind: 'update',
    encoding: 1,
    update: Y.encodeStateAsUpdate(record),
    answers: [],
    holds: new Map(),
    knows: new Map(),
  })
  const device = newDevice('a')
  device.envelope.receive(messageOf(newSealer().seal(piece)))
  expect(device.text.toString()).toBe('from before')
  expect(device.envelope.missing()).toEqual(new Map())
})

test.each<[string, () => Uint8Array, 'newer' | 'damaged']>([
  ['of a newer kind', () => new Uint8Array([77, 1, 2]), 'newer'],
  ['that is empty', () => new Uint8Array(0), 'damaged'],
  ['with a broken update', () => new Uint8Array([0, 1, 0, 9, 200, 3]), 'damaged'],
  ['with broken compression', () => new Uint8Array([0, 5, 0, 255, 255, 255]), 'damaged'],
])('a piece %s is held by itself', (_what, piece, counted) => {
  const good = newDevice('a')
  good.text.insert(0, 'good')
  const [goodBlob = new Uint8Array(0)] = good.envelope.blobs()
  const device = newDevice('b')
  const change = device.envelope.receive(messageOf(newSealer().seal(piece()), goodBlob))
  // The rest of the message is kept.
  expect(change?.blobs).toHaveLength(2)
  expect(device.text.toString()).toBe('good')
  expect(device.envelope.report()[counted]).toBe(1)
  // Whoever wrote it had the key: nobody is asked for it.
  expect(device.envelope.tend()).toBeUndefined()
  // What is written next is there after a restart, through a compaction and a folder as well.
  device.text.insert(4, ' and more')
  const stored = Y.encodeStateAsUpdate(device.envelope.doc)
  expect(newDevice('b', [stored]).text.toString()).toBe('good and more')
  device.envelope.compact()
  expect(newDevice('b', [Y.encodeStateAsUpdate(device.envelope.doc)]).text.toString()).toBe(
    'good and more',
  )
  const restored = newDevice('b')
  restored.envelope.restore(device.envelope.blobs())
  expect(restored.text.toString()).toBe('good and more')
})

test('a piece that inflates without end is let go past the limit', () => {
  const deflated = deflateSync(new Uint8Array(MOST_INFLATED_BYTES + 1))
  expect(decodePiece(new Uint8Array([0, 5, 0, ...deflated])).ok).toBe(false)
})

test('bytes that cannot be read are counted, and stay behind when the record moves on; a newer version’s go along', () => {
  const device = newDevice('a')
  device.text.insert(0, 'mine')
  const newer = newSealer().seal(new Uint8Array([77, 1, 2]))
  device.envelope.receive(messageOf(new Uint8Array(5000), newer))
  expect(device.envelope.report().unreadBytes).toBe(5000 + newer.length)
  const fresh = createEnvelope(device.record, newSealer(), 'a')
  fresh.succeed(device.envelope)
  expect(fresh.report()).toMatchObject({ damaged: 0, newer: 1, unreadBytes: newer.length })
})
