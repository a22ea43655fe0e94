/** Random histories over the envelope's world, and what must hold after each. */
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { createEnvelope } from '../../shared/envelope/envelope'
import { createSealer } from '../../shared/vault/seal'
import {
  contentsOf,
  crash,
  createWorld,
  download,
  drop,
  edit,
  forge,
  recordKey,
  save,
  settle,
  store,
  tamper,
  upload,
  type World,
} from './envelope-model'

export const ACTIONS = [
  'edit',
  'edit',
  'edit',
  'save',
  'save',
  'upload',
  'download',
  'exchange',
  'crash',
  'compact',
  'tend',
  'duplicate',
] as const
export const HOSTILE = ['tamper', 'forge', 'drop', 'rollback', 'wipe'] as const

export interface Step {
  readonly action: (typeof ACTIONS)[number] | (typeof HOSTILE)[number]
  readonly device: number
  readonly at: number
}

export const play = (world: World, { action, device: number, at }: Step): void => {
  const device = world.devices[number % world.devices.length]
  if (device === undefined) return
  switch (action) {
    case 'edit':
      return edit(world, device, at)
    case 'save':
      return save(world, device)
    case 'upload':
      world.relaySnapshots.push(Y.encodeStateAsUpdate(world.relay))
      return upload(world, device)
    case 'download':
      return download(world, device)
    case 'exchange':
      upload(world, device)
      return download(world, device)
    case 'crash':
      return crash(device)
    case 'compact':
      // As in the app: what is typed is sealed before a snapshot is taken.
      save(world, device)
      return store(device, device.envelope.compact())
    case 'tend':
      save(world, device)
      return store(device, device.envelope.tend())
    case 'duplicate': {
      // Some of the device's updates, late, twice and in reverse order.
      const other = world.devices[at % world.devices.length]
      if (other === undefined) return
      for (const update of [...other.log].reverse().slice(0, 5)) {
        store(device, device.envelope.receive(update))
        store(device, device.envelope.receive(update))
      }
      return
    }
    case 'tamper':
      return tamper(world, at)
    case 'forge':
      return forge(world, at)
    case 'drop':
      return drop(world, at)
    case 'rollback': {
      const earlier = world.relaySnapshots[at % Math.max(1, world.relaySnapshots.length)]
      world.relay = new Y.Doc()
      if (earlier !== undefined) Y.applyUpdate(world.relay, earlier)
      return
    }
    case 'wipe':
      world.relay = new Y.Doc()
  }
}

export const histories = (actions: readonly Step['action'][]) =>
  fc.record({
    devices: fc.integer({ min: 2, max: 4 }),
    steps: fc.array(
      fc.record({
        action: fc.constantFrom(...actions),
        device: fc.nat(3),
        at: fc.nat(9999),
      }),
      { minLength: 10, maxLength: 70 },
    ),
  })

const coldDevice = (world: World): Y.Doc => {
  const record = new Y.Doc()
  createEnvelope(record, createSealer(recordKey, 'record')).receive(Y.encodeStateAsUpdate(world.relay))
  return record
}

const expectNothingLost = (world: World): void => {
  const [first, ...others] = world.devices.map((device) => contentsOf(device.record))
  for (const other of others) expect(other).toEqual(first)
  const tokens = first?.tokens ?? {}
  for (const token of world.added) if (!world.removed.has(token)) expect(tokens).toHaveProperty(token)
  for (const token of world.removed) expect(tokens).not.toHaveProperty(token)
  for (const device of world.devices) {
    // And from what is stored, after a last crash.
    crash(device)
    expect(contentsOf(device.record)).toEqual(first)
  }
}

export const honestHistory = fc.property(histories(ACTIONS), ({ devices, steps }) => {
  const world = createWorld(devices)
  for (const step of steps) play(world, step)
  settle(world)
  for (const device of world.devices) expect(device.envelope.report()).toMatchObject({ damaged: 0, newer: 0 })
  expect(contentsOf(coldDevice(world))).toEqual(contentsOf(world.devices[0]!.record))
  expectNothingLost(world)
})

export const hostileHistory = fc.property(histories([...ACTIONS, ...HOSTILE]), ({ devices, steps }) => {
  const world = createWorld(devices)
  for (const step of steps) play(world, step)
  settle(world)
  expectNothingLost(world)
  // The relay ends as it likes; wiped once more, it is refilled by the next devices.
  world.relay = new Y.Doc()
  settle(world)
  expect(contentsOf(coldDevice(world))).toEqual(contentsOf(world.devices[0]!.record))
})
