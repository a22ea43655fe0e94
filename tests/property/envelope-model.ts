/**
 * A small world for the envelope's property tests: devices with a record and a store, and one relay that may be
 * hostile. What a device acknowledged (appended and stored) is written down; at the end it must be everywhere.
 */
import * as Y from 'yjs'
import { createEnvelope, type Envelope } from '../../shared/envelope/envelope'
import { createLocalUpdates, type LocalUpdates } from '../../shared/envelope/local-updates'
import { createSealer } from '../../shared/vault/seal'

export const recordKey = new Uint8Array(32).fill(7)

export interface Device {
  readonly name: string
  record: Y.Doc
  envelope: Envelope
  local: LocalUpdates
  generation: number
  unacknowledged: { readonly added: string[]; readonly removed: string[] }
  stored: Uint8Array[]
  log: Uint8Array[]
  /** Changes that have not arrived, though everything did that the relay had: for so many rounds. */
  lateFor: number
}

/** A room of one generation. A relay that splits the view shows each device a document of its own. */
export interface Room {
  readonly views: Y.Doc[]
  readonly snapshots: Uint8Array[]
}

export interface World {
  readonly devices: Device[]
  readonly rooms: Map<number, Room>
  /** `from` to `to`: what the relay keeps from whom. */
  withheld: Set<string>
  /** The latest generation that the vault's own record tells of. */
  generation: number
  readonly added: Set<string>
  readonly removed: Set<string>
  serial: number
}

const attach = (device: Device): void => {
  device.record = new Y.Doc()
  device.local = createLocalUpdates(device.record)
  device.unacknowledged = { added: [], removed: [] }
  device.envelope = createEnvelope(device.record, createSealer(recordKey, 'record'), device.name)
  device.envelope.load(device.stored)
}

export const createWorld = (count: number): World => ({
  devices: Array.from({ length: count }, (_, index) => {
    const device = {
      name: `laptop-${index}`,
      stored: [],
      log: [],
      generation: 0,
      lateFor: 0,
    } as unknown as Device
    attach(device)
    return device
  }),
  rooms: new Map(),
  withheld: new Set(),
  generation: 0,
  added: new Set(),
  removed: new Set(),
  serial: 0,
})

export const roomOf = (world: World, generation: number): Room => {
  const room = world.rooms.get(generation) ?? {
    views: world.devices.map(() => new Y.Doc()),
    snapshots: [],
  }
  world.rooms.set(generation, room)
  return room
}

const numberOf = (world: World, device: Device): number => world.devices.indexOf(device)

/** What the relay shows to a device. */
export const viewOf = (world: World, device: Device): Y.Doc =>
  roomOf(world, device.generation).views[numberOf(world, device)] as Y.Doc

const show = (from: Y.Doc, to: Y.Doc): void => {
  if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}

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

export const upload = (world: World, device: Device): void => {
  const own = viewOf(world, device)
  show(device.envelope.doc, own)
  const from = numberOf(world, device)
  for (const [to, view] of roomOf(world, device.generation).views.entries())
    if (!world.withheld.has(`${from} ${to}`)) show(own, view)
}

/** As the wire has it: what the twin of the envelope lacks, once it was looked at. */
export const download = (world: World, device: Device): void => {
  const update = Y.encodeStateAsUpdate(
    viewOf(world, device),
    Y.encodeStateVector(device.envelope.doc),
  )
  store(device, device.envelope.receive(update))
}

/** The record is the truth: it goes on in a fresh envelope, in a fresh room. */
const moveTo = (world: World, device: Device, generation: number): void => {
  world.generation = Math.max(world.generation, generation)
  if (generation <= device.generation) return
  save(world, device)
  const fresh = createEnvelope(device.record, createSealer(recordKey, 'record'), device.name)
  device.stored = []
  device.log = []
  device.generation = generation
  store(device, fresh.succeed(device.envelope))
  device.envelope.destroy()
  device.envelope = fresh
}

/** The relay gives everyone the same again: all that it ever had of the rooms, forged or not. */
const becomeHonest = (world: World): void => {
  world.withheld = new Set()
  for (const { views } of world.rooms.values())
    for (const from of views) for (const to of views) show(from, to)
}

/** So many rounds a change may be on its way before its envelope is left for a fresh one. */
const PATIENCE = 4

/**
 * Everybody comes online with an honest relay, until nothing moves any more: as the sync does it. What the others say
 * of their last changes gets through, and a device that cannot read its room, or lacks what others made, moves on.
 */
export const settle = (world: World): void => {
  becomeHonest(world)
  for (let round = 0; round < 30; round++) {
    const before = stateOf(world)
    for (const device of world.devices) {
      moveTo(world, device, world.generation)
      save(world, device)
      const { refused } = device.envelope.report()
      download(world, device)
      for (const other of world.devices)
        device.envelope.hear(other.name, other.envelope.lastNumber())
      const late = device.envelope.missing().size > 0
      device.lateFor = late ? device.lateFor + 1 : 0
      if (late) store(device, device.envelope.askForMissing())
      store(device, device.envelope.tend())
      const isShut = device.envelope.report().refused > refused
      if (isShut || device.lateFor > PATIENCE) {
        device.lateFor = 0
        moveTo(world, device, device.generation + 1)
      }
      upload(world, device)
    }
    if (stateOf(world) === before) return
  }
}

/** Changes as long as anything is under way. */
const stateOf = ({ devices, generation }: World): string =>
  JSON.stringify([generation, devices.map(({ log, lateFor }) => [log.length, lateFor])])
