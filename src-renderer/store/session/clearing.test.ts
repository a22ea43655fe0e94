/** What is cleared away when, with the store and the host stood in for: each step is done when the test says so. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClearing } from './clearing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const setUp = () => {
  const held = new Set<string>()
  const done: string[] = []
  let during = (): void => undefined
  const database = {
    transaction: async (...given: readonly unknown[]) => (given.at(-1) as () => unknown)(),
    envelopes: { where: () => ({ equals: () => ({ delete: async () => 0 }) }) },
    heads: { delete: async () => undefined },
    projections: { delete: async () => undefined },
  }
  const clearing = createClearing({
    host: {
      folder: {
        keepOwn: async () => void done.push('keys'),
        erase: async (record: string) => {
          if (held.has(record)) throw new Error('held by another program')
          done.push(record)
          during()
        },
      },
    },
    database,
    keys: { vaultRecord: 'vault' },
    model: { getState: () => ({ vault: { erasures: [] } }) },
    open: { drop: async () => undefined, using: async () => true },
    news: { forget: () => undefined, dropAll: () => undefined },
    standings: { forget: () => undefined },
    reconciling: { fromFolder: async () => undefined },
    closing: new AbortController().signal,
  } as unknown as Parameters<typeof createClearing>[0])
  return {
    clearing,
    held,
    done,
    once: (then: () => void) => {
      during = () => {
        during = () => undefined
        then()
      }
    },
  }
}

test('one that another program holds stands in nobody’s way, and costs the keys once', async () => {
  const { clearing, held, done } = setUp()
  held.add('amara')
  clearing.add(['amara', 'wei'])
  expect(await clearing.done()).toEqual({ cleared: false })
  expect(done).toEqual(['keys', 'wei'])
  held.clear()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await clearing.done()).toEqual({ cleared: true })
  expect(done).toEqual(['keys', 'wei', 'amara'])
})

test('one whose key comes back while it is cleared away is cleared away again, with its key', async () => {
  const { clearing, done, once } = setUp()
  once(() => clearing.add(['amara']))
  clearing.add(['amara'])
  await clearing.done()
  expect(await clearing.done()).toEqual({ cleared: true })
  expect(done).toEqual(['keys', 'amara', 'keys', 'amara'])
})
