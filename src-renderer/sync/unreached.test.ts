/** When the page asks why the relay is not reached, and what it makes of the answer. */
import { expect, test } from 'vitest'
import type { Unreached } from '../../shared/bridge/network'
import { createWhyUnreached } from './unreached'

const CONNECTED = { connected: true, silent: false }
const SILENT = { connected: false, silent: true }
const BETWEEN = { connected: false, silent: false }

const world = (answers: Unreached[]) => {
  let asked = 0
  const why = createWhyUnreached(
    async () => answers[asked++] ?? 'silent',
    () => undefined,
  )
  return {
    why,
    asked: () => asked,
    look: async (standing: typeof SILENT, now: number) => {
      why.look(standing, now)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('it asks at once when the relay is silent, and then once a minute', async () => {
  const { why, asked, look } = world(['nothing-there', 'portal'])
  await look(BETWEEN, 0)
  expect(asked()).toBe(0)
  await look(SILENT, 3000)
  expect([asked(), why.now()]).toEqual([1, 'nothing-there'])
  await look(SILENT, 62_000)
  expect(asked()).toBe(1)
  await look(SILENT, 63_000)
  expect([asked(), why.now()]).toEqual([2, 'portal'])
})

test('once connected it asks once, for the clocks; whatever else was known is over', async () => {
  const { why, asked, look } = world(['nothing-there', 'answers', 'gateway'])
  await look(SILENT, 0)
  await look(CONNECTED, 1000)
  await look(CONNECTED, 2000)
  expect([asked(), why.now()]).toEqual([2, null])
  await look(SILENT, 3000)
  expect([asked(), why.now()]).toEqual([3, 'gateway'])
})

test('clocks that are apart stay said while it is connected', async () => {
  const { why, look } = world(['clock'])
  await look(CONNECTED, 0)
  await look(CONNECTED, 70_000)
  expect(why.now()).toBe('clock')
})
