/** What the laptops of a vault write into their change map, and which records are due by it (marks.ts, rooms-memory.ts). */
import sodium from 'libsodium-wrappers-sumo'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BLOBS, isEnvelopeUpdate } from '../../../shared/envelope/foreign'
import { createSealer } from '../../../shared/vault/seal'
import { type MapRead, readMap, writeOwn } from './marks'
import {
  decodeRoomsMemory,
  encodeRoomsMemory,
  isDue,
  mark,
  markToLook,
  type RoomsMemory,
  rested,
  takeInMap,
} from './rooms-memory'

await sodium.ready
const sealer = createSealer(new Uint8Array(32).fill(7), 'change-map')
const NOW = Date.UTC(2026, 10, 27)
const DAY = 24 * 60 * 60_000

let doc: Y.Doc
beforeEach(() => {
  doc = new Y.Doc()
})

const laptop = (device: string): RoomsMemory => decodeRoomsMemory(undefined, 'relay room', device)
const publish = (known: RoomsMemory, replaced?: ReadonlySet<string>): boolean =>
  writeOwn(doc, sealer, known, replaced)
const read = (known: RoomsMemory) => takeInMap(known, readMap(doc, sealer).entries)
const visit = (known: RoomsMemory, record: string, commits = 1): void =>
  rested(known, record, { generation: 0, commits }, NOW)
const due = (known: RoomsMemory, record: string, commits = 1, now = NOW, generation = 0): boolean =>
  isDue(
    known,
    record,
    { record, generation: 0, commits, rows: 1, waiting: 0, tail: '' },
    generation,
    now,
  )
const lives = ({ entries }: MapRead): readonly string[] =>
  [...entries.values()].map(({ device }) => device).sort()

test('a record that another laptop marked is due until it was visited, and no other is', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  for (const record of ['amara', 'luis']) visit(home, record)
  mark(clinic, 'amara', 1)
  publish(clinic)
  read(home)
  expect([due(home, 'amara'), due(home, 'luis')]).toEqual([true, false])
  visit(home, 'amara')
  read(home)
  expect(due(home, 'amara')).toBe(false)
  mark(clinic, 'amara', 2)
  publish(clinic)
  read(home)
  expect(due(home, 'amara')).toBe(true)
})

test('a mark of a change that came by a hint makes nothing due, unless it asks to look whatever is held', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  visit(home, 'amara')
  const readHolding = (held: number) =>
    takeInMap(home, readMap(doc, sealer).entries, {
      isHeld: (_record, _device, last) => last > 0 && last <= held,
    })
  mark(clinic, 'amara', 3)
  publish(clinic)
  readHolding(3)
  expect(due(home, 'amara')).toBe(false)
  markToLook(clinic, 'amara')
  // Also when it is followed by one that is here.
  mark(clinic, 'amara', 3)
  publish(clinic)
  readHolding(3)
  expect(due(home, 'amara')).toBe(true)
})

test('a record is due that was never visited, was written to since, or goes on in another room', () => {
  const home = laptop('home')
  expect(due(home, 'amara')).toBe(true)
  visit(home, 'amara')
  expect(due(home, 'amara')).toBe(false)
  expect(due(home, 'amara', 2)).toBe(true)
  expect(due(home, 'amara', 1, NOW, 1)).toBe(true)
  expect(isDue(home, 'amara', undefined, 0, NOW)).toBe(true)
})

test('a record of which nobody spoke for a week is due, and one of a clock that was ahead', () => {
  const home = laptop('home')
  visit(home, 'amara')
  expect(due(home, 'amara', 1, NOW + 6 * DAY)).toBe(false)
  expect(due(home, 'amara', 1, NOW + 8 * DAY)).toBe(true)
  expect(due(home, 'amara', 1, NOW - 8 * DAY)).toBe(true)
})

test('a relay that has less than it had: everything is due, once', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  mark(clinic, 'amara', 1)
  publish(clinic)
  const before = Y.encodeStateAsUpdate(doc)
  mark(clinic, 'luis', 1)
  publish(clinic)
  clinic.stored = clinic.reached
  for (const record of ['amara', 'luis']) visit(clinic, record)
  read(home)
  for (const record of ['amara', 'luis']) visit(home, record)
  doc = new Y.Doc()
  Y.applyUpdate(doc, before)
  // The one whose marks they are, and the one that has read them.
  for (const one of [clinic, home]) {
    expect(read(one).lost).toBe(true)
    for (const record of ['amara', 'luis']) {
      expect(due(one, record)).toBe(true)
      visit(one, record)
    }
    expect(read(one).lost).toBe(false)
    expect(due(one, 'amara')).toBe(false)
  }
})

test('what is taken out of a room that was read before was damaged: it is written again, and nothing is due for it', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  mark(clinic, 'amara', 1)
  publish(clinic)
  clinic.stored = clinic.reached
  read(home)
  for (const one of [clinic, home]) visit(one, 'amara')
  const readAgain = (one: RoomsMemory) =>
    takeInMap(one, readMap(doc, sealer).entries, { isAgain: true })
  doc.getArray(BLOBS).delete(0)
  for (const one of [clinic, home]) {
    expect(readAgain(one).lost).toBe(false)
    expect(due(one, 'amara')).toBe(false)
  }
  expect(publish(clinic)).toBe(true)
  readAgain(home)
  expect(due(home, 'amara')).toBe(false)
})

test('marks that were not stored are none that the relay has lost', () => {
  const clinic = laptop('clinic')
  visit(clinic, 'amara')
  mark(clinic, 'amara', 1)
  expect(read(clinic).lost).toBe(false)
  publish(clinic)
  expect(readMap(doc, sealer).entries.get(clinic.life)?.marks.get('amara')).toEqual({
    at: 1,
    last: 1,
    look: 0,
  })
})

test('a laptop that has lost its row goes on under another life, with the marks of the one before', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  mark(clinic, 'amara', 3)
  publish(clinic)
  const again = laptop('clinic')
  const { replaced } = read(again)
  expect(replaced).toEqual([clinic.life])
  publish(again, new Set(replaced))
  expect(lives(readMap(doc, sealer))).toEqual(['clinic'])
  visit(home, 'amara')
  read(home)
  expect(due(home, 'amara')).toBe(true)
})

test('a copy of a laptop, or a later state of it, is heard as another laptop is', () => {
  const clinic = laptop('clinic')
  mark(clinic, 'amara', 1)
  const copy = decodeRoomsMemory(encodeRoomsMemory(clinic, new Set()), 'relay room', 'clinic')
  for (const one of [clinic, copy]) visit(one, 'luis')
  publish(clinic)
  read(copy)
  mark(copy, 'luis', 1)
  publish(copy)
  read(clinic)
  expect(due(clinic, 'luis')).toBe(true)
  mark(clinic, 'amara', 2)
  publish(clinic)
  expect(readMap(doc, sealer).entries.get(clinic.life)?.marks.size).toBe(2)
})

test('a row of another relay, another id, or that cannot be read knows nothing', () => {
  const home = laptop('home')
  visit(home, 'amara')
  const row = encodeRoomsMemory(home, new Set(['amara']))
  expect(due(decodeRoomsMemory(row, 'relay room', 'home'), 'amara')).toBe(false)
  expect(due(decodeRoomsMemory(row, 'other room', 'home'), 'amara')).toBe(true)
  expect(due(decodeRoomsMemory(row, 'relay room', 'other'), 'amara')).toBe(true)
  expect(due(decodeRoomsMemory(row.slice(1), 'relay room', 'home'), 'amara')).toBe(true)
  // Of a record that was erased nothing is kept.
  expect(
    decodeRoomsMemory(encodeRoomsMemory(home, new Set()), 'relay room', 'home').lying.size,
  ).toBe(0)
})

test('what nobody of the vault wrote goes; a form of a later version stays and is said', () => {
  const home = laptop('home')
  const blobs = doc.getArray<Uint8Array>(BLOBS)
  blobs.push([new Uint8Array(40)])
  mark(home, 'amara', 1)
  publish(home)
  expect(blobs.length).toBe(1)
  blobs.push([sealer.seal(new Uint8Array([9, 1, 1]))])
  mark(home, 'luis', 1)
  publish(home)
  expect(readMap(doc, sealer).newer).toBe(true)
  expect(readMap(doc, sealer).entries.get(home.life)?.marks.size).toBe(2)
})

test('a year of marks in a session a day stays small, and so is each update of it', () => {
  const clinic = laptop('clinic')
  for (let record = 0; record < 300; record++) mark(clinic, `record-id-of-22-signs-${record}`, 1)
  publish(clinic)
  const sizes: number[] = []
  for (let day = 0; day < 365; day++) {
    const before = Y.encodeStateAsUpdate(doc)
    doc = new Y.Doc()
    Y.applyUpdate(doc, before)
    doc.on('update', (update: Uint8Array) => {
      expect(isEnvelopeUpdate(update)).toBe(true)
      sizes.push(update.length)
    })
    for (let edit = 0; edit < 2; edit++) {
      mark(clinic, `record-id-of-22-signs-${(day * 7 + edit * 150) % 300}`, day)
      publish(clinic)
    }
  }
  expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(20_000)
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(1500)
})
