/** What a hostile relay does to the rooms that it keeps (envelope-model.ts): alters, rewinds, forges and drops. */
import * as Y from 'yjs'
import { createSealer } from '../../shared/vault/seal'
import { type Device, recordKey, roomOf, viewOf, type World } from './envelope-model'

const otherKey = new Uint8Array(32).fill(8)

const relayBlobs = (view: Y.Doc): Uint8Array[] =>
  view
    .getArray<Uint8Array>('blobs')
    .toArray()
    .filter((blob) => blob instanceof Uint8Array)

const indexOfBytes = (haystack: Uint8Array, needle: Uint8Array): number =>
  Buffer.from(haystack.buffer, haystack.byteOffset, haystack.length).indexOf(needle)

/** The relay alters one byte of one blob that it stores; ids and lengths stay. */
export const tamper = (world: World, device: Device, at: number): void => {
  const view = viewOf(world, device)
  const blobs = relayBlobs(view)
  const blob = blobs[at % Math.max(1, blobs.length)]
  // A short forged blob could be found elsewhere in the bytes: that would forge ids, which is another attack.
  if (blob === undefined || blob.length < 60) return
  const state = Y.encodeStateAsUpdate(view).slice()
  const start = indexOfBytes(state, blob)
  if (start < 0) return
  const position = start + (at % blob.length)
  state[position] = (state[position] ?? 0) ^ 0x55
  rewind(world, device, state)
}

/** The relay goes back to an earlier state, or to nothing. */
export const rewind = (world: World, device: Device, state: Uint8Array | undefined): void => {
  const { views } = roomOf(world, device.generation)
  for (const index of views.keys()) {
    const view = new Y.Doc()
    if (state !== undefined) Y.applyUpdate(view, state)
    views[index] = view
  }
}

/** A blob that nobody's envelope wrote: cut, foreign, of another key, or under a leaked one. */
const junk = (real: Uint8Array, at: number): Uint8Array => {
  const leaked = createSealer(recordKey, 'record')
  const sealed = [
    () => real.slice(0, at % real.length),
    () => createSealer(recordKey, 'another record').seal(new Uint8Array([0, 1, 0, 0, 0])),
    () => createSealer(otherKey, 'record').seal(new Uint8Array([0, 1, 0, 0, 0])),
    () => new Uint8Array(0),
    () => real.slice(),
    // A kind of piece that only a newer version knows; an update that is none; one that is deflated garbage.
    () => leaked.seal(new Uint8Array([77, at % 256])),
    () => leaked.seal(new Uint8Array([0, 1, 0, at % 256, 200, 3])),
    () => leaked.seal(new Uint8Array([0, 5, 0, at % 256, 1, 2])),
    () => leaked.seal(new Uint8Array(0)),
  ]
  return sealed[at % sealed.length]?.() ?? new Uint8Array(0)
}

/** The relay writes something of its own. */
export const forge = (world: World, device: Device, at: number): void => {
  const view = viewOf(world, device)
  const blobs = relayBlobs(view)
  const forged = junk(blobs[at % Math.max(1, blobs.length)] ?? new Uint8Array(120), at)
  view.getArray('blobs').push([forged])
}

/**
 * The relay takes the ids that a device will use, or uses, and fills them in what it shows to another one: with junk,
 * with what looks deleted, in another root, as a key of a map, or as what Yjs calls collected.
 */
export const forgeIds = (world: World, device: Device, at: number): void => {
  const victim = world.devices[at % world.devices.length]
  if (victim === undefined || victim === device) return
  const view = viewOf(world, device)
  const { clientID } = victim.envelope.doc
  const scratch = new Y.Doc()
  scratch.clientID = clientID
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(view))
  const bytes = junk(new Uint8Array(120), at)
  const ids = 1 + (at % 4)
  for (let id = 0; id < ids; id++) {
    const ways = [
      () => scratch.getArray('blobs').push([bytes]),
      () => {
        scratch.getArray('blobs').insert(0, [bytes])
        scratch.getArray('blobs').delete(0)
      },
      () => scratch.getArray('elsewhere').push([bytes]),
      () => scratch.getMap('elsewhere too').set(`key ${id}`, bytes),
      () => {
        const nested = scratch.getMap('nested')
        nested.set('inner', new Y.Map([['x', bytes]]))
        nested.delete('inner')
      },
    ]
    ways[at % ways.length]?.()
  }
  Y.applyUpdate(view, Y.encodeStateAsUpdate(scratch, Y.encodeStateVector(view)))
}

/** The relay deletes a blob that nobody compacted. */
export const drop = (world: World, device: Device, at: number): void => {
  const array = viewOf(world, device).getArray('blobs')
  if (array.length > 0) array.delete(at % array.length)
}
