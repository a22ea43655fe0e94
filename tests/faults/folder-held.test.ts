/** Laptops that meet in a folder of which single files are held: what is done about those, and that the rest goes on. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err } from '../../shared/base/result'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { beginFolder, rest } from './folder-laptops'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const begin = async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const home = await open('home')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await rest(clinic, home)
  const copy = folder.copyOf('home')
  const close = async (): Promise<void> => {
    await clinic.close()
    await home.close()
  }
  return { open, clinic, home, amara, copy, close }
}

test('a file that is not given is counted and tried ever more rarely; what else is there is read, and nothing is written anew', async () => {
  const { open, clinic, home, amara, copy, close } = await begin()
  const ward = await open('ward')
  await rest(clinic, home, ward)
  const before = new Set(copy.files.keys())
  let held = ''
  const asked: number[] = []
  copy.isHeld = (name) => {
    if (before.has(name) || !name.startsWith('clinic')) return false
    if (held === '') held = name
    if (held === name) asked.push(Date.now())
    return held === name
  }
  await clinic.write(amara, 'held')
  await pass(30_000)
  expect(home.sync.status.getState()).toMatchObject({ problem: null, unreadable: 1, unopened: 0 })
  await ward.write(amara, 'from the ward')
  await home.write(amara, 'from home')
  await passUntil(() => clinic.titles().includes('from home'), 60_000)
  await passUntil(() => home.titles().includes('from the ward'), 60_000)
  await pass(30_000)
  const { write } = copy.calls
  let writes = 0
  Object.assign(copy.calls, {
    write: (place: string, bytes: Uint8Array) => {
      writes++
      return write(place, bytes)
    },
  })
  await pass(10 * 60_000)
  expect(writes).toBe(0)
  expect(home.sync.status.getState().unreadable).toBe(1)
  const later = asked.filter((at) => at > Date.now() - 5 * 60_000)
  expect(later.length).toBeGreaterThan(0)
  expect(later.length).toBeLessThanOrEqual(2)
  held = 'none'
  await passUntil(() => home.titles().includes('held'), 10 * 60_000)
  await rest(clinic, home, ward)
  expect(home.titles()).toEqual(['from home', 'from the ward', 'held'])
  expect(home.sync.status.getState().unreadable).toBe(0)
  await ward.close()
  await close()
})

test('files of which not even the size is told are not taken for gone: nobody leaves the list, and nothing is written anew', async () => {
  const { clinic, home, copy, close } = await begin()
  const files = [...copy.files.keys()].sort()
  copy.isUntold = () => true
  await pass(3 * 60_000)
  expect(home.sync.status.getState()).toMatchObject({
    problem: null,
    unreadable: files.length,
    laptops: [{ name: 'clinic', isRead: true }],
  })
  expect([...copy.files.keys()].sort()).toEqual(files)
  copy.isUntold = () => false
  await rest(clinic, home)
  await close()
})

test('a file of one’s own that is held stays, is said, and makes nobody write again and again', async () => {
  const { clinic, home, amara, copy, close } = await begin()
  const held = [...copy.files.keys()].filter((name) => name.startsWith('home'))
  copy.isHeld = (name, call) => call === 'remove' && held.includes(name)
  let writes = 0
  const { write } = copy.calls
  Object.assign(copy.calls, {
    write: (place: string, bytes: Uint8Array) => {
      writes++
      return write(place, bytes)
    },
  })
  await home.write(amara, 'from home')
  await passUntil(() => clinic.titles().includes('from home'), 60_000)
  await rest(clinic, home)
  const before = writes
  await pass(10 * 60_000)
  expect(writes).toBe(before)
  expect(home.sync.status.getState().unwritable).toBeGreaterThan(0)
  copy.isHeld = () => false
  await pass(2 * 60_000)
  expect(home.sync.status.getState().unwritable).toBe(0)
  expect(held.filter((name) => copy.files.has(name)).length).toBeLessThan(held.length)
  await close()
})

test('what is not let through is tried ever more rarely and said; the others’ files are read meanwhile', async () => {
  const { clinic, home, amara, copy, close } = await begin()
  const { write } = copy.calls
  const said = new Set<string>()
  home.sync.status.subscribe(({ state }) => said.add(state))
  let tries = 0
  Object.assign(copy.calls, {
    write: async () => {
      tries++
      return err('unwritable' as const)
    },
  })
  await home.write(amara, 'from home')
  await clinic.write(amara, 'from the clinic')
  await pass(60_000)
  expect(home.titles()).toContain('from the clinic')
  expect(home.sync.status.getState()).toMatchObject({
    state: 'writing',
    problem: null,
    unwritable: 1,
  })
  tries = 0
  await pass(10 * 60_000)
  expect(tries).toBeLessThanOrEqual(2 * 11)
  expect([...said]).not.toContain('unreachable')
  Object.assign(copy.calls, { write })
  await rest(clinic, home)
  expect(clinic.titles()).toContain('from home')
  expect(home.sync.status.getState().unwritable).toBe(0)
  await close()
})
