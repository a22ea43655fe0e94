/**
 * A small world for the envelope's property tests: devices with a record and a store, and one relay that may be
 * hostile. What a device acknowledged (appended and stored) is written down; at the end it must be everywhere.
 */
import * as Y from 'yjs'
import { createEnvelope, type Envelope } from '../../shared/envelope/envelope'
import { createLocalUpdates, type LocalUpdates } from '../../shared/envelope/local-updates'
import { createSealer, type Sealer } from '../../shared/vault/seal'

export const recordKey = new Uint8Array(32).fill(7)
export const otherKey = new Uint8Array(32).fill(8)

export interface Device {
  record: Y.Doc
  envelope: Envelope
  local: LocalUpdates
  unacknowledged: { readonly added: string[]; readonly removed: string[] }
  readonly stored: Uint8Array[]
  readonly log: Uint8Array[]
}

export interface World {
  readonly devices: Device[]
  relay: Y.Doc
  relaySnapshots: Uint8Array[]
  readonly added: Set<string>
  readonly removed: Set<string>
  serial: number
}

const attach = (device: Device): void => {
  device.record = new Y.Doc()
  device.local = createLocalUpdates(device.record)
  device.unacknowledged = { added: [], removed: [] }
  device.envelope = createEnvelope(device.record, createSealer(recordKey, 'record'))
  device.envelope.load(device.stored)
}

export const createWorld = (count: number): World => ({
  devices: Array.from({ length: count }, () => {
    const device = { stored: [], log: [] } as unknown as Device
    attach(device)
    return device
  }),
  relay: new Y.Doc(),
  relaySnapshots: [],
  added: new Set(),
  removed: new Set(),
  serial: 0,
})

const tokens = (record: Y.Doc) => record.getMap<string>('tokens')

/** What a person reads in the record. */
export const contentsOf = (record: Y.Doc) => ({
  tokens: tokens(record).toJSON(),
  fields: record.getMap('fields').toJSON(),
  text: record.getText('text').toString(),
})

export const store = (device: Device, change: { update: Uint8Array } | undefined): void => {
  if (change === undefined) return
  device.stored.push(change.update)
  device.log.push(change.update)
}

export const edit = (world: World, device: Device, kind: number): void => {
  const { record } = device
  const token = `t${world.serial++}`
  record.transact(() => {
    if (kind % 4 === 0) {
      const keys = [...tokens(record).keys()]
      const victim = keys[kind % Math.max(1, keys.length)]
      if (victim === undefined) return
      tokens(record).delete(victim)
      device.unacknowledged.removed.push(victim)
      return
    }
    tokens(record).set(token, token)
    device.unacknowledged.added.push(token)
    if (kind % 4 === 1) record.getMap('fields').set(`f${kind % 3}`, token)
    const text = record.getText('text')
    if (kind % 4 === 2) text.insert(kind % (text.length + 1), `${token} `)
    if (kind % 4 === 3 && text.length > 3) text.delete(kind % (text.length - 2), 2)
  })
}

/** Seals and stores what is pending: from here on it counts as saved. */
export const save = (world: World, device: Device): void => {
  const update = device.local.take()
  if (update === undefined) return
  store(device, device.envelope.append(update))
  for (const token of device.unacknowledged.added) world.added.add(token)
  for (const token of device.unacknowledged.removed) world.removed.add(token)
  device.unacknowledged = { added: [], removed: [] }
}

/** The process dies: what was not saved is gone, the rest is read from the store. */
export const crash = (device: Device): void => {
  device.envelope.destroy()
  attach(device)
}

export const upload = (world: World, device: Device): void =>
  Y.applyUpdate(world.relay, Y.encodeStateAsUpdate(device.envelope.doc, Y.encodeStateVector(world.relay)))

export const download = (world: World, device: Device): void =>
  store(
    device,
    device.envelope.receive(Y.encodeStateAsUpdate(world.relay, Y.encodeStateVector(device.envelope.doc))),
  )

const relayBlobs = (world: World): Uint8Array[] =>
  world.relay
    .getArray<Uint8Array>('blobs')
    .toArray()
    .filter((blob) => blob instanceof Uint8Array)

const indexOfBytes = (haystack: Uint8Array, needle: Uint8Array): number =>
  Buffer.from(haystack.buffer, haystack.byteOffset, haystack.length).indexOf(needle)

/** The relay alters one byte of one blob that it stores; ids and lengths stay. */
export const tamper = (world: World, at: number): void => {
  const blobs = relayBlobs(world)
  const blob = blobs[at % Math.max(1, blobs.length)]
  // A short forged blob could be found elsewhere in the bytes: that would forge ids, which is another attack.
  if (blob === undefined || blob.length < 60) return
  const state = Y.encodeStateAsUpdate(world.relay).slice()
  const start = indexOfBytes(state, blob)
  if (start < 0) return
  const position = start + (at % blob.length)
  state[position] = (state[position] ?? 0) ^ 0x55
  world.relay = new Y.Doc()
  Y.applyUpdate(world.relay, state)
}

/** The relay writes something of its own: a cut, foreign, or other-key blob. */
export const forge = (world: World, at: number): void => {
  const blobs = relayBlobs(world)
  const real = blobs[at % Math.max(1, blobs.length)] ?? new Uint8Array(120)
  const sealed = (sealer: Sealer) => sealer.seal(new Uint8Array([0, 1, 0, 0, 0]))
  const forged = [
    () => real.slice(0, at % real.length),
    () => sealed(createSealer(recordKey, 'another record')),
    () => sealed(createSealer(otherKey, 'record')),
    () => new Uint8Array(0),
    () => real.slice(),
  ][at % 5]?.()
  if (forged !== undefined) world.relay.getArray('blobs').push([forged])
}

/** The relay deletes a blob that nobody compacted. */
export const drop = (world: World, at: number): void => {
  const array = world.relay.getArray('blobs')
  if (array.length > 0) array.delete(at % array.length)
}

/** Everybody comes online with the relay as it is, until nothing moves any more. */
export const settle = (world: World): void => {
  for (let round = 0; round < 12; round++) {
    for (const device of world.devices) {
      save(world, device)
      download(world, device)
      store(device, device.envelope.tend())
      upload(world, device)
    }
  }
}
