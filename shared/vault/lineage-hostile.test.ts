/** Announcements whose epochs are not drawn, as ours are, but chosen by whoever makes them. */
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test, vi } from 'vitest'
import * as epochs from './epochs'
import { newKey } from './keys'
import { deriveLaptopKeys, newSeed } from './laptop-keys'
import { laptopStanding } from './lineage'
import { announce, type Succession } from './succession'

vi.mock('./epochs', { spy: true })
beforeAll(() => sodium.ready)

const RANKS = 100_000_000
const LAYERS = 40

test('a hundred ways that part and meet again are each gone once, not as often as there are ways through all', () => {
  const [hostile, here] = [deriveLaptopKeys(newSeed()), deriveLaptopKeys(newSeed())]
  const first = newKey()
  const to = (from: number, epoch: number): Succession => {
    vi.mocked(epochs.epochAfter).mockReturnValueOnce(epoch)
    return announce({
      vault: 'v',
      from,
      generation: 0,
      vaultKey: first,
      by: 'hostile',
      keys: hostile,
      at: '2026-11-27T10:00:00.000Z',
      removed: ['nobody'],
      staying: { hostile, here },
    })
  }
  const layer = (depth: number): readonly number[] =>
    depth === 0 ? [0] : [depth * RANKS + 1, depth * RANKS + 2]
  const announced = Array.from({ length: LAYERS }, (_, depth) =>
    layer(depth).flatMap((from) => layer(depth + 1).map((epoch) => to(from, epoch))),
  ).flat()
  const standing = laptopStanding({
    vault: 'v',
    laptop: 'here',
    epoch: 0,
    keys: new Map([[0, first]]),
    chain: [],
    announced,
    signKeyOf: () => undefined,
    chosen: new Set(),
  })
  expect(standing.kind === 'follow' && standing.steps).toHaveLength(LAYERS)
})
