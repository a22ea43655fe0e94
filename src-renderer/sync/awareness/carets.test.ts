/** Where the other laptops are in open notes (carets.ts), over awareness as a relay carries it. */
import sodium from 'libsodium-wrappers-sumo'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createCarets, type OtherCaret } from './carets'

await sodium.ready
const vaultKey = new Uint8Array(32).fill(7)
const PLACE = new Uint8Array([1, 2, 3])

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const laptop = (device: string, key = vaultKey) => {
  const awareness = new Awareness(new Y.Doc())
  const carets = createCarets(key, device)
  carets.listen('amara', awareness)
  return { awareness, carets }
}
type Laptop = ReturnType<typeof laptop>

/** Whatever one says reaches the other; the bytes that passed. */
const join = (a: Laptop, b: Laptop) => {
  let bytes = 0
  const carry = (from: Laptop, to: Laptop): void => {
    const pass = (): void => {
      const update = encodeAwarenessUpdate(from.awareness, [from.awareness.clientID])
      bytes += update.length
      applyAwarenessUpdate(to.awareness, update, 'relay')
    }
    from.awareness.on('update', (_changes: unknown, origin: unknown) => {
      if (origin !== 'relay') pass()
    })
    pass()
  }
  carry(a, b)
  carry(b, a)
  return { bytes: () => bytes }
}

const openAt = ({ carets }: Laptop, note = 'note') => {
  const heard: (readonly OtherCaret[])[] = []
  const open = carets.open('amara', note, (others) => heard.push(others))
  return { open, now: () => heard.at(-1), times: () => heard.length }
}

test('the other laptop’s caret comes to whoever has the same note open, and goes with the note', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  join(clinic, home)
  const here = openAt(home)
  const there = openAt(clinic)
  there.open.moved(() => PLACE)
  vi.advanceTimersByTime(500)
  expect(here.now()).toEqual([{ device: 'clinic', at: PLACE }])
  there.open.leave()
  expect(here.now()).toEqual([])
})

test('in another note nobody is shown, and only that it is open is known of one that has not been written in', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  join(clinic, home)
  const here = openAt(home)
  openAt(clinic, 'another note').open.moved(() => PLACE)
  vi.advanceTimersByTime(500)
  expect(here.now()).toEqual([])
  openAt(clinic)
  vi.advanceTimersByTime(500)
  expect(here.now()).toEqual([{ device: 'clinic', at: undefined }])
})

test('alone in a note, nothing is sent however much is typed; whoever comes in learns where the caret is', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  const wire = join(clinic, home)
  openAt(home, 'another note')
  const there = openAt(clinic)
  const before = wire.bytes()
  for (let key = 0; key < 50; key++) {
    there.open.moved(() => PLACE)
    vi.advanceTimersByTime(100)
  }
  expect(wire.bytes()).toBe(before)
  const here = openAt(home)
  vi.advanceTimersByTime(500)
  expect(here.now()).toEqual([{ device: 'clinic', at: PLACE }])
})

test('it is told a few times a second at most, whoever goes on typing, and what did not move is not told again', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  join(clinic, home)
  const here = openAt(home)
  const there = openAt(clinic)
  vi.advanceTimersByTime(500)
  const before = here.times()
  let at = 0
  for (let key = 0; key < 100; key++) {
    there.open.moved(() => new Uint8Array([at]))
    if (key < 50) at++
    vi.advanceTimersByTime(20)
  }
  expect(here.times() - before).toBeGreaterThan(1)
  expect(here.times() - before).toBeLessThan(5)
})

test('a connection that ends takes them away, and one made anew brings them back', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  join(clinic, home)
  const here = openAt(home)
  openAt(clinic).open.moved(() => PLACE)
  vi.advanceTimersByTime(500)
  // As y-websocket does when its socket closes.
  removeAwarenessStates(home.awareness, [clinic.awareness.clientID], 'relay')
  expect(here.now()).toEqual([])
  const again = { carets: clinic.carets, awareness: new Awareness(new Y.Doc()) }
  clinic.carets.listen('amara', again.awareness)
  join(again, home)
  vi.advanceTimersByTime(500)
  expect(here.now()).toEqual([{ device: 'clinic', at: PLACE }])
})

test('neither names, notes nor places are readable on the way, and what another vault, record or hand wrote is nobody', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  join(clinic, home)
  const here = openAt(home)
  const stranger = laptop('clinic', new Uint8Array(32).fill(8))
  join(stranger, home)
  openAt(stranger)
  clinic.carets.listen('luis', clinic.awareness)
  clinic.carets.open('luis', 'note', () => undefined)
  const forger = new Awareness(new Y.Doc())
  for (const caret of ['!', 'AAAA', { device: 'clinic' }, 7]) {
    forger.setLocalStateField('caret', caret)
    applyAwarenessUpdate(home.awareness, encodeAwarenessUpdate(forger, [forger.clientID]), 'relay')
  }
  vi.advanceTimersByTime(500)
  expect(here.now()).toEqual([])
  const told = JSON.stringify([...home.awareness.getStates().values()])
  for (const word of ['clinic', 'home', 'note', 'amara']) expect(told).not.toContain(word)
})

test('a laptop is shown once, its own last words of before are not, and one that repeats itself changes nothing', () => {
  const [clinic, home] = [laptop('clinic'), laptop('home')]
  join(clinic, home)
  const earlier = laptop('home')
  join(earlier, home)
  openAt(earlier)
  const here = openAt(home)
  expect(here.now()).toEqual([])
  openAt(clinic)
  vi.advanceTimersByTime(500)
  const before = here.times()
  clinic.awareness.setLocalState(clinic.awareness.getLocalState())
  expect(here.times()).toBe(before)
  expect(here.now()).toHaveLength(1)
})
