/**
 * Random histories of two to four laptops over a folder that a bad sync program keeps: files late, cut, twice, gone for a
 * while, old ones back, the folder away, laptops ended in the middle of a write. Once the folder is honest again all laptops
 * come to the same, everything that was shown as saved is there, and they say so.
 * FOLDER_RUNS sets how many; fast-check prints seed and path of a failure.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { numbersFrom, pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { createLaptops, type FolderLaptop, rest } from './folder-laptops'
import type { Faults } from './laptop'
import { createLossyFolder } from './lossy-folder'

const RUNS = Number(process.env.FOLDER_RUNS ?? 8)

/** As many as are asked for. */
const TIMEOUT_MS = 60_000 + RUNS * 10_000

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const who = fc.nat(3)
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('write' as const), who, mentee: fc.nat(9) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mentee' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(30_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('away' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lock' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), who, mentee: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('erase' as const), who, mentee: fc.nat(9) }),
  },
)
const history = fc.record({
  seed: fc.nat(),
  laptops: fc.integer({ min: 2, max: 4 }),
  events: fc.array(event, { minLength: 5, maxLength: 30 }),
})

const NAMES = ['clinic', 'home', 'tablet', 'spare']

test(
  'whatever happens to the folder, all laptops come to the same, and nothing that was saved is lost',
  async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ seed, laptops: count, events }) => {
        const random = numbersFrom(seed)
        const folder = createLossyFolder(random)
        const { open } = await createLaptops(folder)
        /** A write may be left without an answer, before or after it was carried out. */
        const faults: Faults = (call) => {
          if (!folder.lossy || !call.startsWith('syncFolder.') || random() > 0.04) return undefined
          return { fault: random() < 0.5 ? 'reject' : 'reject-after', late: 0 }
        }
        const laptops: FolderLaptop[] = []
        for (const name of NAMES.slice(0, count)) laptops.push(await open(name, { faults }))
        const saved = new Map<string, string>()
        const erased = new Set<string>()
        const at = (index: number): FolderLaptop => {
          const found = laptops[index % count]
          if (found === undefined) throw new Error('no laptop')
          return found
        }
        await passing(at(0).session.addMentee({ name: 'Amara' }))
        folder.lossy = true
        const reopen = async (index: number): Promise<void> => {
          const { name, disk } = at(index)
          laptops[index % count] = await open(name, { disk, faults })
        }
        let written = 0
        for (const one of events) {
          if (one.do === 'wait') await pass(one.ms)
          else if (one.do === 'write') {
            const known = Object.keys(at(one.who).session.model.getState().records)
            const mentee = known[one.mentee % Math.max(1, known.length)]
            const title = `note ${written++}`
            if (mentee !== undefined && (await at(one.who).write(mentee, title)))
              saved.set(title, mentee)
          } else if (one.do === 'mentee') {
            await passing(at(one.who).session.addMentee({ name: `M ${written++}` }))
          } else if (one.do === 'crash') {
            at(one.who).crash()
            await reopen(one.who)
          } else if (one.do === 'lock') {
            await at(one.who).close()
            await reopen(one.who)
          } else if (one.do === 'erase') {
            const { session } = at(one.who)
            const { id } = session.entries()[one.mentee] ?? {}
            if (id === undefined) continue
            erased.add(id)
            await passing(session.runOnVault((doc) => destroyKey(doc, id), undefined))
          } else if (one.do === 'move') {
            const { session } = at(one.who)
            const { id } =
              session.entries()[one.mentee % Math.max(1, session.entries().length)] ?? {}
            if (id !== undefined)
              await passing(session.use(id, (live) => live.moveTo(live.generation() + 1)))
          } else folder.copyOf(at(one.who).name).problem = one.do === 'away' ? 'gone' : null
        }
        folder.settle()
        await rest(...laptops)
        const [reference] = laptops
        for (const laptop of laptops) {
          expect(laptop.sync.status.getState()).toMatchObject({ state: 'agreed', problem: null })
          expect(laptop.titles()).toEqual(reference?.titles())
          for (const [title, mentee] of saved)
            if (!erased.has(mentee)) expect(laptop.titles()).toContain(title)
          expect(Object.keys(laptop.session.model.getState().records).sort()).toEqual(
            Object.keys(reference?.session.model.getState().records ?? {}).sort(),
          )
        }
        await pass(2000)
        for (const laptop of laptops) {
          expect(laptop.session.model.getState().waiting).toBe(0)
          await laptop.close()
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  TIMEOUT_MS,
)
