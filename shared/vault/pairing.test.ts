/** Whoever saw the pairing code, or runs the relay: what they get, and what the coach sees of them. */

import sodium from 'libsodium-wrappers-sumo'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  type Asked,
  offerPairing,
  type PairingState,
  requestPairing,
} from '../../src-renderer/sync/pairing/pairing'
import { overRelay } from '../../src-renderer/sync/pairing/pairing-ways'
import { grant, newKeys } from '../../tests/steps/pairing'
import {
  createOffer,
  createRequest,
  openAnswer,
  PAIRING_MINUTES,
  type PairingGrant,
  type PairingKeys,
  sealNonce,
} from './pairing'
import { createSealer } from './seal'

/** A relay in memory: everybody in a room has what is in it at once. */
const rooms = vi.hoisted(() => new Map<string, { doc: Y.Doc; map: Y.Map<Uint8Array> }>())
vi.mock('y-websocket', async () => {
  const { Doc, applyUpdate, encodeStateAsUpdate } = await import('yjs')
  return {
    WebsocketProvider: class {
      readonly #doc: Y.Doc
      readonly #hub: Y.Doc
      readonly #up: (update: Uint8Array, origin: unknown) => void
      readonly #down: (update: Uint8Array, origin: unknown) => void
      constructor(_relay: string, room: string, doc: Y.Doc) {
        const hub = rooms.get(room)?.doc ?? new Doc()
        if (!rooms.has(room)) rooms.set(room, { doc: hub, map: hub.getMap('pairing') })
        this.#doc = doc
        this.#hub = hub
        this.#up = (update, origin) => origin !== this && applyUpdate(hub, update, this)
        this.#down = (update, origin) => origin !== this && applyUpdate(doc, update, this)
        doc.on('update', this.#up)
        hub.on('update', this.#down)
      }
      on(event: string, listener: (synced: boolean) => void): void {
        if (event !== 'sync') return
        queueMicrotask(() => {
          applyUpdate(this.#doc, encodeStateAsUpdate(this.#hub), this)
          listener(true)
        })
      }
      destroy(): void {
        this.#doc.off('update', this.#up)
        this.#hub.off('update', this.#down)
      }
    },
  }
})

beforeAll(() => sodium.ready)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  rooms.clear()
})

const passing = (): Promise<unknown> => vi.advanceTimersByTimeAsync(10)
const offer = async (keys: PairingKeys) => {
  const states: PairingState[] = []
  const asked: Asked[] = []
  const offered = offerPairing(
    overRelay('ws://relay'),
    keys,
    () => grant,
    (state) => states.push(state),
    (who) => asked.push(who),
  )
  await passing()
  const room = rooms.get(keys.room)
  if (room === undefined) throw new Error('no room')
  return { ...offered, states, asked, map: room.map }
}
const join = async (keys: PairingKeys, name: string) => {
  const states: PairingState[] = []
  const asked: Asked[] = []
  const granted: PairingGrant[] = []
  requestPairing(overRelay('ws://relay'), keys, name, {
    changed: (state) => states.push(state),
    asked: (who) => asked.push(who),
    granted: (value) => granted.push(value),
  })
  await passing()
  return { states, asked, granted }
}

test('nothing of the vault is sent before the coach says yes, whose screen shows the name and the number', async () => {
  const keys = newKeys()
  const first = await offer(keys)
  const second = await join(keys, 'Clinic laptop')
  expect(first.asked).toEqual([{ name: 'Clinic laptop', number: second.asked[0]?.number }])
  expect(first.map.has('answer')).toBe(false)
  expect(second.granted).toEqual([])
  first.answer(true)
  await passing()
  expect(second.granted).toEqual([grant])
  expect(first.states.at(-1)).toBe('done')
})

test('no: nothing is given, the other laptop is told, and the code is used up', async () => {
  const keys = newKeys()
  const first = await offer(keys)
  const second = await join(keys, 'Clinic laptop')
  first.answer(false)
  await passing()
  first.answer(true)
  await passing()
  expect(first.map.has('answer')).toBe(false)
  expect(second.states.at(-1)).toBe('declined')
  const late = await join(keys, 'Clinic laptop')
  expect(late.states.at(-1)).toBe('refused')
  expect(late.granted).toEqual([])
})

test('somebody who saw the code and was first is shown by their name and number; the coach’s own laptop is refused', async () => {
  const keys = newKeys()
  const first = await offer(keys)
  const thief = await join(keys, 'Somebody')
  const own = await join(keys, 'Clinic laptop')
  expect(first.asked.map(({ name }) => name)).toEqual(['Somebody'])
  expect(own.states.at(-1)).toBe('refused')
  expect(own.asked).toEqual([])
  expect(thief.granted).toEqual([])
})

test('one request alone is answered: one that takes its place while the coach looks gets nothing', async () => {
  const keys = newKeys()
  const first = await offer(keys)
  const own = await join(keys, 'Clinic laptop')
  const thief = createRequest(keys, 'Clinic laptop')
  first.map.set('request', thief.sealed)
  await passing()
  expect(first.asked).toHaveLength(1)
  first.answer(true)
  await passing()
  expect(own.granted).toEqual([grant])
  // And after the answer.
  const answers: Uint8Array[] = []
  first.map.observe(() => void answers.push(first.map.get('answer') ?? new Uint8Array()))
  first.map.set('request', createRequest(keys, 'Late').sealed)
  first.answer(true)
  await passing()
  for (const answer of answers) expect(openAnswer(keys, thief, answer).ok).toBe(false)
})

test('whoever plays the first laptop to the second cannot make its number the one that is shown there', async () => {
  const keys = newKeys()
  // With the code in hand, between the two, with a first part of their own that is changed once the key is known.
  const between = createOffer(keys)
  const doc = new Y.Doc()
  rooms.set(keys.room, { doc, map: doc.getMap('pairing') })
  const { map } = rooms.get(keys.room) ?? { map: doc.getMap<Uint8Array>('pairing') }
  map.set('offer', between.sealed)
  const second = await join(keys, 'Clinic laptop')
  expect(map.has('request')).toBe(true)
  map.set('nonce', sealNonce(keys, createOffer(keys)))
  await passing()
  expect(second.asked).toEqual([])
  expect(second.states.at(-1)).toBe('refused')
})

test('the code is good for ten minutes, also while the coach is being asked', async () => {
  const keys = newKeys()
  const first = await offer(keys)
  await join(keys, 'Clinic laptop')
  await vi.advanceTimersByTimeAsync(PAIRING_MINUTES * 60_000 - 1000)
  expect(first.states.at(-1)).toBe('asking')
  await vi.advanceTimersByTimeAsync(1000)
  expect(first.states.at(-1)).toBe('expired')
  first.answer(true)
  await passing()
  expect(first.states.at(-1)).toBe('expired')
  expect(first.map.has('answer')).toBe(false)
  const late = await offer(newKeys())
  await vi.advanceTimersByTimeAsync(PAIRING_MINUTES * 60_000)
  expect(late.states).toEqual(['waiting', 'expired'])
})

test('a laptop with version 0.2 is not answered, and the coach is told why', async () => {
  const keys = newKeys()
  const first = await offer(keys)
  first.map.set('request', createSealer(keys.key, 'pairing/request').seal(new Uint8Array(32)))
  await passing()
  expect(first.states.at(-1)).toBe('older')
  expect(first.asked).toEqual([])
  first.answer(true)
  expect(first.map.has('answer')).toBe(false)
})
