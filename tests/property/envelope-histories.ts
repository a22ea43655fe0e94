/** Random histories over the envelope's world, and what must hold after each. */
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { createEnvelope } from '../../shared/envelope/envelope'
import { createSealer } from '../../shared/vault/seal'
import { drop, forge, forgeIds, rewind, tamper } from './envelope-attacks'
import {
  contentsOf,
  crash,
  createWorld,
  download,
  edit,
  recordKey,
  roomOf,
  save,
  settle,
  store,
  upload,
  viewOf,
  type World,
} from './envelope-model'

const ACTIONS = [
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
export const HOSTILE = [
  'tamper',
  'forge',
  'forge-ids',
  'drop',
  'rollback',
  'wipe',
  'withhold',
  'split',
] as const

export interface Step {
  readonly action: (typeof ACTIONS)[number] | (typeof HOSTILE)[number]
  readonly device: number
  readonly at: number
}

const play = (world: World, { action, device: number, at }: Step): void => {
  const device = world.devices[number % world.devices.length]
  if (device === undefined) return
  switch (action) {
    case 'edit':
      return edit(world, device, at)
    case 'save':
      return save(world, device)
    case 'upload':
      roomOf(world, device.generation).snapshots.push(Y.encodeStateAsUpdate(viewOf(world, device)))
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
      return tamper(world, device, at)
    case 'forge':
      return forge(world, device, at)
    case 'forge-ids':
      return forgeIds(world, device, at)
    case 'drop':
      return drop(world, device, at)
    case 'rollback': {
      const { snapshots } = roomOf(world, device.generation)
      return rewind(world, device, snapshots[at % Math.max(1, snapshots.length)])
    }
    case 'wipe':
      return rewind(world, device, undefined)
    case 'withhold':
      world.withheld.add(`${number % world.devices.length} ${at % world.devices.length}`)
      return
    case 'split':
      for (const from of world.devices.keys())
        for (const to of world.devices.keys()) if (from !== to) world.withheld.add(`${from} ${to}`)
  }
}

const histories = (actions: readonly Step['action'][]) =>
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

/** A new device meets an honest relay. */
const coldDevice = (world: World): Y.Doc => {
  const record = new Y.Doc()
  const [first] = world.devices
  if (first === undefined) return record
  const envelope = createEnvelope(record, createSealer(recordKey, 'record'), 'cold')
  envelope.receive(Y.encodeStateAsUpdate(viewOf(world, first)))
  return record
}

const expectNothingLost = (world: World): void => {
  const [first, ...others] = world.devices.map((device) => contentsOf(device.record))
  for (const other of others) expect(other).toEqual(first)
  const tokens = first?.tokens ?? {}
  for (const token of world.added)
    if (!world.removed.has(token)) expect(tokens).toHaveProperty(token)
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
  for (const { envelope } of world.devices) {
    expect(envelope.report()).toMatchObject({ damaged: 0, newer: 0, refused: 0 })
    expect(envelope.missing()).toEqual(new Map())
  }
  expect(world.generation).toBe(0)
  expect(contentsOf(coldDevice(world))).toEqual(contentsOf(world.devices[0]!.record))
  expectNothingLost(world)
})

/** With a relay that does some of all that is hostile. */
export const hostileHistoryOf = (hostile: readonly Step['action'][]) =>
  fc.property(histories([...ACTIONS, ...hostile]), ({ devices, steps }) => {
    const world = createWorld(devices)
    for (const step of steps) play(world, step)
    settle(world)
    expectNothingLost(world)
    // The relay ends as it likes; wiped once more, it is refilled by the next devices.
    for (const device of world.devices) rewind(world, device, undefined)
    settle(world)
    expect(contentsOf(coldDevice(world))).toEqual(contentsOf(world.devices[0]!.record))
  })
