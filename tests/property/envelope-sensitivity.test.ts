/** The property tests can fail: with a healing rule taken out, random histories find it. */
import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test, vi } from 'vitest'
import type * as ContentModule from '../../shared/envelope/content'

const rule = vi.hoisted(() => ({ covers: 'right' }))

vi.mock('../../shared/envelope/content', async (importOriginal) => {
  const original = await importOriginal<typeof ContentModule>()
  return {
    ...original,
    covers: (...[whole, part]: Parameters<typeof original.covers>) => {
      if (rule.covers === 'never heals') return true
      if (rule.covers === 'overlooks deletions')
        return original.covers(whole, { ...part, deletions: new Map() })
      return original.covers(whole, part)
    },
  }
})

beforeAll(() => sodium.ready)

test.each(['never heals', 'overlooks deletions'])(
  'a healing that %s loses an acknowledged edit',
  async (broken) => {
    const { hostileHistory } = await import('./envelope-histories')
    rule.covers = broken
    expect(
      fc.check(hostileHistory, { numRuns: 10_000, endOnFailure: true, seed: Number(process.env.SEED ?? 4) })
        .failed,
    ).toBe(true)
    rule.covers = 'right'
    expect(fc.check(hostileHistory, { numRuns: 100 }).failed).toBe(false)
  },
)
