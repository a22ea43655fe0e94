/**
 * A record that moves to a new generation, is purged, rewritten or merged from the safety copy while somebody types, on
 * slow disks, and a crash at any moment: after the restart everything is there that was shown as saved. MOVE_RUNS sets
 * how many histories.
 */
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notes } from '../../shared/model/record/note'
import { numbersFrom, pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { type Faults, newDisk, newVault, openLaptop } from './laptop'

const RUNS = Number(process.env.MOVE_RUNS ?? 100)

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const vault = await newVault()

const history = fc.record({
  seed: fc.integer(),
  /** The longest that a write takes, in milliseconds: a good disk, a slow one, one that is nearly worn out. */
  slow: fc.constantFrom(0, 30, 90, 1000),
  way: fc.constantFrom('run', 'type'),
  edits: fc.integer({ min: 5, max: 40 }),
  /** After which edits something happens to the record, and how long after. */
  events: fc.array(
    fc.record({
      what: fc.constantFrom('move', 'move', 'move', 'purge', 'reconcile', 'confirm'),
      after: fc.nat(39),
      later: fc.nat(120),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  crashAfter: fc.nat(3000),
})

test('an edit that was shown as saved is there after a move and a crash, whatever their timing', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(history, async ({ seed, slow, way, edits, events, crashAfter }) => {
      const next = numbersFrom(seed)
      let gone = false
      let begun = false
      const faults: Faults = (call) => {
        if (gone) return { fault: 'hang', late: 0 }
        if (!begun || slow === 0 || !/folder|transaction|put|update/.test(call)) return undefined
        return { fault: 'late', late: next() * slow }
      }
      const disk = newDisk()
      const device = 'd'.repeat(22)
      const laptop = await passing(openLaptop(disk, vault(), { faults, device }))
      if (laptop === undefined) throw new Error('the vault does not open')
      const { session, host } = laptop
      const record = await passing(session.addMentee({ name: 'M' }))
      if (record === undefined) throw new Error('no mentee')
      const lease = await passing(session.acquire(record))
      begun = true

      const typed = new Set<string>()
      const saved = new Set<string>()
      session.model.subscribe(({ saving }) => {
        if (saving === 'saved') for (const token of typed) saved.add(token)
      })
      const happen = async (what: string): Promise<void> => {
        if (lease === undefined) return
        const { live } = lease
        if (what === 'move') {
          moved++
          await live.moveTo(live.generation() + 1)
        } else if (what === 'purge') await live.purge()
        else if (what === 'reconcile')
          await session.mergeIn(record, (await host.folder.read(record)).blobs)
        else await session.confirm(record, live.head().waiting)
      }
      for (let edit = 0; edit < edits; edit++) {
        const token = `token ${edit}`
        session[way](
          record,
          (doc) => {
            typed.add(token)
            notes.add(doc, { title: token })
          },
          undefined,
        ).catch(() => undefined)
        for (const { what, after, later } of events)
          if (after === edit) setTimeout(() => happen(what).catch(() => undefined), later)
        await pass(60 + Math.floor(next() * 60))
      }
      await pass(crashAfter)
      gone = true
      await pass(2000)

      const again = await passing(openLaptop(disk, vault(), { device }))
      const found = new Set(
        Object.values(again?.session.model.getState().records ?? {}).flatMap(({ notes: all }) =>
          all.map(({ title }) => title),
        ),
      )
      for (const token of saved) expect([...found]).toContain(token)
      // And what is typed next stands on whole ground.
      if (again !== undefined)
        await passing(
          again.session.run(record, (doc) => notes.add(doc, { title: 'afterwards' }), undefined),
        )
      await passing(again?.session.close() ?? Promise.resolve())
      const third = await passing(openLaptop(disk, vault(), { device }))
      const last = third?.session.model.getState().records[record]?.notes.map(({ title }) => title)
      expect(last).toContain('afterwards')
      for (const token of saved) expect(last).toContain(token)
      await passing(third?.session.close() ?? Promise.resolve())
    }),
    { numRuns: RUNS },
  )
  // Some seventy of a hundred, give or take ten: so many that the rest says something.
  expect(moved).toBeGreaterThan(RUNS / 4)
})

test('whoever has a record move that is moving already waits until that is stored', async () => {
  let slow = false
  const faults: Faults = (call) =>
    slow && /folder|transaction/.test(call) ? { fault: 'late', late: 500 } : undefined
  const laptop = await passing(openLaptop(newDisk(), vault(), { faults, device: 'd'.repeat(22) }))
  if (laptop === undefined) throw new Error('the vault does not open')
  const { session } = laptop
  const record = (await passing(session.addMentee({ name: 'M' }))) ?? ''
  slow = true
  const stored = await passing(
    session.use(record, async (live) => {
      const first = live.moveTo(1)
      await live.moveTo(1)
      const now = live.head().generation
      await first
      return now
    }),
  )
  expect(stored).toBe(1)
  slow = false
  await passing(session.close())
})
