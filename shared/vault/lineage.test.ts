/** Which epoch a laptop belongs in, whatever was announced, and in whichever order it hears of it. */
import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { newKey } from './keys'
import { deriveLaptopKeys, newSeed } from './laptop-keys'
import { type Lineage, laptopStanding, removalsOn, stillIn } from './lineage'
import { announce, type Succession } from './succession'

beforeAll(() => sodium.ready)

const IDS = ['clinic', 'home', 'away', 'lost'] as const
type Id = (typeof IDS)[number]

/** Keys of epochs by their numbers: whoever announces from one has to have its key. */
const world = () => {
  const laptops = new Map(
    [...IDS, 'planted'].map((id) => [id, deriveLaptopKeys(newSeed())] as const),
  )
  const epochKeys = new Map<number, Uint8Array>([[0, newKey()]])
  const keysOf = (id: string) => {
    const found = laptops.get(id)
    if (found === undefined) throw new Error(id)
    return found
  }
  const remove = (
    by: Id | 'planted',
    removed: readonly Id[],
    from = 0,
    more: { readonly vaultKey?: Uint8Array; readonly signs?: string } = {},
  ): Succession => {
    const one = announce({
      vault: 'v',
      from,
      generation: 0,
      vaultKey: more.vaultKey ?? epochKeys.get(from) ?? newKey(),
      by,
      keys: keysOf(more.signs ?? by),
      at: '2026-11-27T10:00:00.000Z',
      removed,
      staying: Object.fromEntries(IDS.map((id) => [id, keysOf(id)])),
    })
    epochKeys.set(one.epoch, newKey())
    return one
  }
  const stand = (
    laptop: Id,
    announced: readonly Succession[],
    { known = [0], ...more }: Partial<Lineage> & { readonly known?: readonly number[] } = {},
  ) =>
    laptopStanding({
      vault: 'v',
      laptop,
      epoch: 0,
      keys: new Map(known.map((epoch) => [epoch, epochKeys.get(epoch) ?? newKey()])),
      chain: [],
      announced,
      signKeyOf: (id) => (id === 'planted' ? undefined : laptops.get(id)?.sign),
      chosen: new Set(),
      ...more,
    })
  return { remove, stand, keysOf, epochKeys }
}

test('with nothing announced, and in the epoch that was announced, a laptop is where it belongs', () => {
  const { remove, stand } = world()
  expect(stand('home', [])).toEqual({ kind: 'current' })
  const one = remove('clinic', ['lost'])
  const there = { epoch: one.epoch, known: [0, one.epoch], chain: [one] }
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
  const there = { epoch: low.epoch, known: [0, low.epoch], chain: [low] }
  expect(stand('away', pair, there)).toEqual({ kind: 'follow', steps: [high] })
  const further = remove('clinic', ['home'], low.epoch)
  expect(stand('away', [...pair, further], there)).toEqual({ kind: 'follow', steps: [further] })
})

test('if neither author stays for the other, each goes on, and the others ask', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  for (const other of [remove('lost', ['clinic']), remove('lost', ['clinic', 'away'])]) {
    expect(stand('home', [one, other]).kind).toBe('torn')
    expect(stand('clinic', [one, other])).toEqual({ kind: 'follow', steps: [one] })
    expect(stand('lost', [one, other])).toEqual({ kind: 'follow', steps: [other] })
    const chosen = new Set([one.epoch])
    expect(stand('home', [one, other], { chosen })).toEqual({ kind: 'follow', steps: [one] })
    const there = { epoch: one.epoch, known: [0, one.epoch], chain: [one] }
    expect(stand('home', [one, other], there)).toEqual({ kind: 'current' })
  }
})

test('what a laptop announced while another one removed it counts for nothing, and it hears that it was removed', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  const other = remove('lost', ['away'])
  for (const laptop of ['clinic', 'home', 'away'] as const)
    expect(stand(laptop, [other, one])).toEqual({ kind: 'follow', steps: [one] })
  expect(stand('lost', [other, one])).toMatchObject({ kind: 'removed', by: 'clinic' })
  // Also by whoever had followed it already, and however far that led.
  const further = remove('home', ['away'], other.epoch)
  const there = {
    epoch: further.epoch,
    known: [0, other.epoch, further.epoch],
    chain: [other, further],
  }
  expect(stand('home', [one, other, further], there)).toEqual({ kind: 'follow', steps: [one] })
  // A third that was made apart is one intention with it.
  const third = remove('home', ['away'])
  const best = third.epoch > one.epoch ? third : one
  expect(stand('clinic', [one, other, third])).toEqual({ kind: 'follow', steps: [best] })
})

test('three that remove each other in a ring ask', () => {
  const { remove, stand } = world()
  const ring = [remove('clinic', ['home']), remove('home', ['lost']), remove('lost', ['clinic'])]
  expect(stand('away', ring).kind).toBe('torn')
})

test('whatever a removed laptop and those that it invents announce, nobody who has heard of its removal goes with it', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  const id = fc.constantFrom(...IDS)
  const forged = fc.tuple(
    fc.constantFrom('lost' as const, 'planted' as const),
    fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
  )
  const honest = fc.tuple(fc.constantFrom('home' as const, 'away' as const), id)
  fc.assert(
    fc.property(
      fc.array(forged, { maxLength: 4 }),
      fc.array(honest, { maxLength: 2 }),
      fc.constantFrom('home' as const, 'away' as const),
      (lies, others, laptop) => {
        const bad = lies.map(([by, removed]) => remove(by, removed))
        const good = others
          .filter(([by, gone]) => by !== gone && gone !== 'clinic')
          .map(([by, gone]) => remove(by, [gone]))
        const standing = stand(laptop, [...bad, ...good, one])
        const steps = standing.kind === 'follow' ? standing.steps : []
        expect(steps.filter((step) => bad.includes(step))).toEqual([])
        if (standing.kind === 'removed')
          expect(good.some(({ by }) => by === standing.by)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('a laptop that a removed one invents with the former key takes nobody along', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  for (const removed of [['clinic'], ['away']] as const) {
    const invented = remove('planted', removed)
    // One that would keep whoever removed it is not even asked about.
    expect(stand('home', [one, invented])).toEqual(
      removed[0] === 'clinic'
        ? { kind: 'torn', between: [one, invented].sort((a, b) => a.epoch - b.epoch) }
        : { kind: 'follow', steps: [one] },
    )
    // Nor out of an epoch that it has no key of.
    const deeper = remove('planted', removed, one.epoch, { vaultKey: newKey() })
    expect(stand('home', [one, deeper])).toEqual({ kind: 'follow', steps: [one] })
    const there = { epoch: one.epoch, known: [0, one.epoch], chain: [one] }
    expect(stand('home', [one, deeper], there)).toEqual({ kind: 'current' })
    expect(stand('home', [one, invented], there)).toEqual({ kind: 'current' })
  }
})

test('whoever signs in the name of one that stays, with a key of its own, takes nobody along', () => {
  const { remove, stand } = world()
  const one = remove('clinic', ['lost'])
  const signKeyOf = () => undefined
  const inItsName = remove('away', ['clinic'], 0, { signs: 'planted' })
  expect(stand('home', [one, inItsName], { signKeyOf }).kind).toBe('torn')
  const deeper = remove('away', ['clinic'], one.epoch, { signs: 'planted' })
  expect(stand('home', [one, deeper], { signKeyOf })).toEqual({ kind: 'follow', steps: [one] })
})

test('a laptop that signs with another key than it was first seen with is not believed', () => {
  const { remove, stand, keysOf } = world()
  const one = remove('clinic', ['lost'])
  expect(stand('home', [one], { signKeyOf: () => keysOf('away').sign })).toEqual({
    kind: 'current',
  })
  // One that was never seen is, if it had the key: a laptop that began from a backup.
  expect(stand('home', [one], { signKeyOf: () => undefined }).kind).toBe('follow')
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

test('whoever was removed in an epoch that was left, and has the key of the one that was taken, is still to be removed', () => {
  const { remove } = world()
  const [left, taken] = [remove('clinic', ['lost']), remove('home', ['away'])]
  expect(stillIn(taken.epoch, [left, taken])).toEqual(['lost'])
  expect([...removalsOn(taken.epoch, [left, taken]).keys()]).toEqual(['away'])
  const again = remove('clinic', ['lost'], taken.epoch)
  expect(stillIn(again.epoch, [left, taken, again])).toEqual([])
  expect([...removalsOn(again.epoch, [left, taken, again]).keys()].sort()).toEqual(['away', 'lost'])
})

test('nobody is to be removed who has no key of the epoch that was taken', () => {
  const { remove } = world()
  const [left, taken] = [remove('clinic', ['lost']), remove('home', ['lost', 'away'])]
  expect(stillIn(taken.epoch, [left, taken])).toEqual([])
  expect(stillIn(left.epoch, [left])).toEqual([])
  expect(stillIn(0, [])).toEqual([])
})
