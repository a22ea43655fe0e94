/** Updates from the first look to the start after: what the coach is asked, and what is never done. */
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import {
  FILE,
  home,
  LIST,
  leftIn,
  NAME,
  NEW,
  offer,
  openUpdates,
  server,
} from '../../tests/steps/updates'
import { openProfile } from '../disk/profile'

test('off without an address: nothing is ever asked', async () => {
  const { profile, answers, updates } = openUpdates()
  profile.set({ updatesFrom: null })
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
  await updates.begin()
  await vi.advanceTimersByTimeAsync(48 * 3600_000)
  vi.useRealTimers()
  await updates.end(true)
  expect(await answers.look()).toMatchObject({ step: 'off', why: 'no-address' })
  expect(server.asked).toEqual([])
})

test('off where the school says so, without a key, and where nothing can be replaced', async () => {
  for (const [more, why] of [
    [{ isForbidden: true }, 'by-school'],
    [{ keys: [] }, 'no-key'],
    [{ target: undefined }, 'not-installed'],
  ] as const)
    expect(await openUpdates(more).answers.look()).toMatchObject({ step: 'off', why })
  expect(server.asked).toEqual([])
})

test('offered, fetched when the coach says so, and installed at the quit, after a copy of the vault', async () => {
  offer()
  const { answers, updates, fetched, done, profile } = openUpdates()
  expect(await answers.look()).toMatchObject({
    step: 'offered',
    release: { version: '0.4.0', notes: 'What is new', bytes: NEW.length },
    askedAt: 1_000,
  })
  expect(server.asked).toEqual([LIST])
  expect(await fetched()).toMatchObject({ step: 'ready', problem: null })
  await updates.end(true)
  expect(done).toEqual(['offered', 'copied', 'installed true'])
  // Whether it worked shows at the next start: here the old version runs again, and there the new one.
  const again = openUpdates({ version: '0.3.0' })
  await again.updates.begin()
  expect((await again.answers.state()).problem).toBe('not-done')
  await again.updates.end(false)
  profile.set({ updating: { version: '0.4.0', problem: 'not-done' } })
  const newer = openUpdates({ version: '0.4.0' })
  await newer.updates.begin()
  expect((await newer.answers.state()).problem).toBeNull()
  await newer.updates.end(true)
  expect([leftIn(newer.folder), openProfile(home).get().updating]).toEqual([[], null])
})

test('never while something is unsaved, and never without a copy of the vault', async () => {
  offer()
  const unsaved = openUpdates()
  await unsaved.answers.look()
  await unsaved.fetched()
  await unsaved.updates.end(false)
  expect(unsaved.done).toEqual(['offered'])
  // What is here already is not fetched again.
  const refused = openUpdates({ copyVault: () => Promise.reject(new Error('the disk is full')) })
  expect(await refused.answers.look()).toMatchObject({ step: 'ready' })
  await expect(refused.updates.end(true)).rejects.toThrow()
  expect(refused.done).toEqual(['offered'])
  const next = openUpdates()
  await next.updates.begin()
  expect((await next.answers.state()).problem).toBe('no-copy')
  await next.updates.end(false)
})

test('what was altered on the disk since it was fetched is not installed', async () => {
  offer()
  const { answers, fetched, updates, done, folder } = openUpdates()
  await answers.look()
  await fetched()
  await writeFile(join(folder, NAME), randomBytes(NEW.length))
  await updates.end(true)
  expect(done).toEqual(['offered'])
})

test('taken back: what was fetched goes, also half of it', async () => {
  offer()
  const { answers, fetched, folder, step } = openUpdates()
  await answers.look()
  await fetched()
  expect(await answers.drop()).toMatchObject({ step: 'offered' })
  expect(leftIn(folder)).toEqual([])
  server.pages.set(FILE, (_request, response) => response.write(NEW.subarray(0, 1000)))
  await answers.fetch()
  await vi.waitFor(async () => expect(await answers.state()).toMatchObject({ received: 1000 }))
  await answers.drop()
  await vi.waitFor(() => expect(leftIn(folder)).toEqual([]))
  expect(await step()).toBe('offered')
})

test('another address: what the first one said and what came from it are gone', async () => {
  offer()
  const { answers, fetched, folder } = openUpdates()
  await answers.look()
  await fetched()
  server.pages.clear()
  expect(await answers.setAddress(`${server.address}/other`)).toMatchObject({
    step: 'rest',
    problem: 'unreachable',
    askedAt: null,
  })
  expect(leftIn(folder)).toEqual([])
  expect(await answers.setAddress(null)).toMatchObject({ step: 'off', why: 'no-address' })
})
