/** The soak can fail: with a rule taken out, stories find it, and are made as short as they get. */
import './same-numbers'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type * as ReadModelModule from '../../src-renderer/store/session/read-model'
import { startFakeTime, stopFakeTime } from '../faults/fake-time'
import { play } from './play'
import { type Story, storyOf } from './story'

const rule = vi.hoisted(() => ({ isOut: false }))

vi.mock('../../src-renderer/store/session/read-model', async (importOriginal) => {
  const original = await importOriginal<typeof ReadModelModule>()
  return {
    ...original,
    totalsOf: (...given: Parameters<typeof original.totalsOf>) => ({
      ...original.totalsOf(...given),
      ...(rule.isOut ? { saving: 'saved' as const } : {}),
    }),
  }
})

/** Of few laptops and kinds of steps, so that it is quick. */
const stories = storyOf({
  laptops: 2,
  most: 8,
  ways: ['relay'],
  of: ['disk', 'kill', 'goal', 'copy'],
})
const PATIENCE_MS = 20_000

const played = async (story: Story): Promise<void> => void (await play(story, PATIENCE_MS))

test('if “saved” is shown before it is stored, a story ends badly, and at most two of its steps are left', async () => {
  rule.isOut = true
  const property = fc
    .asyncProperty(fc.noBias(stories), played)
    .beforeEach(startFakeTime)
    .afterEach(stopFakeTime)
  // Always the same story.
  const { failed, counterexample, errorInstance } = await fc.check(property, {
    numRuns: 1,
    seed: 3,
  })
  expect(failed).toBe(true)
  expect(String(errorInstance)).toContain('lost')
  const story = counterexample?.[0]
  expect(story?.steps.map((step) => step.do)).toContain('kill')
  expect(story?.steps.length).toBeLessThanOrEqual(2)
  rule.isOut = false
  startFakeTime()
  if (story !== undefined) await played(story)
  stopFakeTime()
})
