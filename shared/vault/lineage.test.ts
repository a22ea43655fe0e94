/** Which epoch a laptop belongs in, whatever was announced, and in whichever order it hears of it. */
import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test } from 'vitest'
import { newKey } from './keys'
import { deriveLaptopKeys, newSeed } from './laptop-keys'
import { type Lineage, standingOf } from './lineage'
import { announce, type Succession } from './succession'

beforeAll(() => sodium.ready)

const IDS = ['clinic', 'home', 'away', 'lost'] as const
type Id = (typeof IDS)[number]

const world = () => {
  const keys = new Map(IDS.map((id) => [id as string, deriveLaptopKeys(newSeed())] as const))
  const keysOf = (id: string) => {
    const found = keys.get(id)
    if (found === undefined) throw new Error(id)
    return found
  }
  const remove = (by: Id, removed: readonly Id[], from = 0): Succession =>
    announce({
      vault: 'v',
      from,
      generation: 0,
      vaultKey: newKey(),
      by,
      keys: keysOf(by),
      at: '2026-11-27T10:00:00.000Z',
      removed,
      staying: Object.fromEntries(IDS.map((id) => [id, keysOf(id).box])),
    })
  const stand = (laptop: Id, announced: readonly Succession[], more: Partial<Lineage> = {}) =>
    standingOf({
      vault: 'v',
      laptop,
      epoch: 0,
      known: new Set([more.epoch ?? 0]),
      chain: [],
      announced,
      signKeyOf: (id) => keys.get(id)?.sign,
      chosen: new Set(),
      ...more,
    })
  return { remove, stand }
}

test('with nothing announced, and in the epoch that was announced, a laptop is where it belongs', () => {
  const { remove, stand } = world()
  expect(stand('home', [])).toEqual({ kind: 'current' })
  const one = remove('clinic', ['lost'])
  const there = { epoch: one.epoch, known: new Set([0, one.epoch]), chain: [one] }
  expect(stand('home', [one], there)).toEqual({ kind: 'current' })
})

test('who stays follows, who is removed hears by whom and when', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  expect(stand('home', [one])).toEqual({ kind: 'follow', steps: [one] })
  expect(stand('lost', [one])).toEqual({ kind: 'removed', by: 'clinic', at: one.at })
})

test('several removals are followed at once, and a box is needed for each', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  const two = remove('home', ['away'], one.epoch)
  expect(stand('clinic', [two, one])).toEqual({ kind: 'follow', steps: [one, two] })
  expect(stand('away', [two, one])).toMatchObject({ kind: 'removed', by: 'home' })
})

test('what a removed laptop announces from the new epoch, whose number it knows, counts for nothing', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  const forged = remove('lost', ['clinic'], one.epoch)
  expect(stand('home', [one, forged])).toEqual({ kind: 'follow', steps: [one] })
})

test('of two made apart the one that leads furthest wins', () => {
  const { remove, stand } = world()
  const pair = [remove('clinic', ['lost']), remove('home', ['lost'])]
  const [low, high] = pair.sort((a, b) => a.epoch - b.epoch) as [Succession, Succession]
  expect(stand('away', pair)).toEqual({ kind: 'follow', steps: [high] })
  // In the other one meanwhile: it is left, unless it has led on.
  const there = { epoch: low.epoch, known: new Set([0, low.epoch]), chain: [low] }
  expect(stand('away', pair, there)).toEqual({ kind: 'follow', steps: [high] })
  const further = remove('clinic', ['home'], low.epoch)
  expect(stand('away', [...pair, further], there)).toEqual({ kind: 'follow', steps: [further] })
})

test('one whose author another removes counts for nothing, unless it removes that author in turn', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  const other = remove('lost', ['away'])
  expect(stand('away', [one, other])).toEqual({ kind: 'follow', steps: [one] })
  const mutual = remove('lost', ['clinic'])
  expect(stand('home', [one, mutual]).kind).toBe('torn')
  expect(stand('clinic', [one, mutual])).toEqual({ kind: 'follow', steps: [one] })
  expect(stand('lost', [one, mutual])).toEqual({ kind: 'follow', steps: [mutual] })
  expect(stand('home', [one, mutual], { chosen: new Set([one.epoch]) })).toEqual({
    kind: 'follow',
    steps: [one],
  })
})

describe('announcements by', () => {
  test('a laptop that this one has never seen count for nothing', () => {
    const { remove, stand } = world()
    const one = remove('clinic', ['lost'])
    expect(stand('home', [one], { signKeyOf: () => undefined })).toEqual({ kind: 'current' })
  })
})

test('any announcements, in any order, come to the same', () => {
  const { remove, stand } = world()
  const id = fc.constantFrom(...IDS)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(id, id, fc.nat({ max: 3 })), { maxLength: 5 }),
      id,
      fc.infiniteStream(fc.nat({ max: 1000 })),
      (made, laptop, order) => {
        const all: Succession[] = []
        for (const [by, gone, from] of made)
          if (by !== gone)
            all.push(remove(by, [gone], from === 0 ? 0 : (all[from - 1]?.epoch ?? 0)))
        const shuffled = all
          .map((one) => ({ one, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(stand(laptop, shuffled)).toEqual(stand(laptop, all))
      },
    ),
    { numRuns: 200 },
  )
})
