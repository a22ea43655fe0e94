/** What the laptops of a vault tell each other of what has changed (hints.ts). */
import sodium from 'libsodium-wrappers-sumo'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createHints } from './hints'

await sodium.ready
const vaultKey = new Uint8Array(32).fill(7)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const laptop = (device: string, run: string) => {
  const awareness = new Awareness(new Y.Doc())
  const changed: string[] = []
  const twins: boolean[] = []
  const hints = createHints(vaultKey, device, run, {
    changed: (record) => changed.push(record),
    twin: (isForThisOne) => twins.push(isForThisOne),
  })
  hints.listen(awareness)
  return { awareness, changed, twins, hints }
}
type Laptop = ReturnType<typeof laptop>

const carry = (from: Laptop, to: Laptop): void =>
  applyAwarenessUpdate(
    to.awareness,
    encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]),
    'relay',
  )

test('whoever goes on writing is heard meanwhile, not only when they stop', () => {
  const [a, b] = [laptop('a', '1'), laptop('b', '2')]
  for (let edit = 0; edit < 20; edit++) {
    a.hints.tell('amara', 1)
    vi.advanceTimersByTime(100)
    carry(a, b)
  }
  expect(b.changed.length).toBeGreaterThan(3)
})

test('a message that was lost is made up for by the next, and one that comes twice tells nothing new', () => {
  const [a, b] = [laptop('a', '1'), laptop('b', '2')]
  carry(a, b)
  a.hints.tell('amara', 1)
  vi.advanceTimersByTime(500)
  a.hints.tell('luis', 1)
  vi.advanceTimersByTime(500)
  carry(a, b)
  carry(a, b)
  expect(b.changed.sort()).toEqual(['amara', 'luis'])
})

test('what was told is told again within seconds, for as long as it is news', () => {
  const a = laptop('a', '1')
  let sent = 0
  a.awareness.on('update', () => sent++)
  a.hints.tell('amara', 1)
  vi.advanceTimersByTime(20_000)
  expect(sent).toBeGreaterThanOrEqual(5)
  vi.advanceTimersByTime(60_000)
  sent = 0
  vi.advanceTimersByTime(10_000)
  expect(sent).toBe(0)
})

test('a run that repeats itself under this laptop’s id is a twin; one that left its last words is not', () => {
  const [a, twin] = [laptop('a', '1'), laptop('a', '2')]
  carry(twin, a)
  expect(a.twins).toEqual([])
  carry(a, twin)
  // As awareness does by itself every quarter of a minute.
  for (const one of [a, twin]) one.awareness.setLocalState(one.awareness.getLocalState())
  carry(twin, a)
  carry(a, twin)
  expect(a.twins).toEqual([false])
  expect(twin.twins).toEqual([true])
})
