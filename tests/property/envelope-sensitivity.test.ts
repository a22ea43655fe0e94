/** The property tests can fail: with a rule of the envelope taken out, random histories find it. */
import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test, vi } from 'vitest'
import type * as ContentModule from '../../shared/envelope/content'
import type * as NumberingModule from '../../shared/envelope/numbering'
import type * as PieceModule from '../../shared/envelope/piece'

const rule = vi.hoisted(() => ({ out: 'none' }))

vi.mock('../../shared/envelope/content', async (importOriginal) => {
  const original = await importOriginal<typeof ContentModule>()
  return {
    ...original,
    covers: (...[whole, part]: Parameters<typeof original.covers>) => {
      if (rule.out === 'what is deleted is put back') return true
      if (rule.out === 'deletions are content as well')
        return original.covers(whole, { ...part, deletions: new Map() })
      return original.covers(whole, part)
    },
  }
})

vi.mock('../../shared/envelope/numbering', async (importOriginal) => {
  const original = await importOriginal<typeof NumberingModule>()
  return {
    ...original,
    createNumbering: (device: string) => {
      const numbering = original.createNumbering(device)
      return {
        ...numbering,
        missing: () =>
          rule.out === 'what has not arrived is noticed' ? new Map() : numbering.missing(),
      }
    },
  }
})

vi.mock('../../shared/envelope/piece', async (importOriginal) => {
  const original = await importOriginal<typeof PieceModule>()
  return {
    ...original,
    decodePiece: (bytes: Uint8Array) => {
      const piece = original.decodePiece(bytes)
      if (rule.out === 'a piece that cannot be read is kept by itself' && !piece.ok)
        throw new Error('unreadable')
      return piece
    },
  }
})

beforeAll(() => sodium.ready)

const LOSING = ['drop', 'rollback', 'wipe'] as const

test.each([
  ['what is deleted is put back', LOSING],
  ['deletions are content as well', LOSING],
  ['what has not arrived is noticed', ['forge-ids', 'withhold', 'split']],
  ['a piece that cannot be read is kept by itself', ['forge']],
] as const)('without “%s” an acknowledged edit is lost', async (out, hostile) => {
  const { hostileHistoryOf } = await import('./envelope-histories')
  /** Always the same histories. */
  const found = (numRuns: number): boolean =>
    fc.check(hostileHistoryOf(hostile), {
      numRuns,
      endOnFailure: true,
      seed: Number(process.env.SEED ?? 4),
    }).failed
  rule.out = out
  expect(found(10_000)).toBe(true)
  rule.out = 'none'
  expect(found(20)).toBe(false)
})
