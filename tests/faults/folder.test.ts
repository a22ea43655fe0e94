/** Laptops that meet in a folder alone: what happens to it, and that all of them come to the same. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '../../shared/base/result'
import { destroyKey } from '../../shared/crdt/vault-record'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { beginFolder, rest } from './folder-laptops'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('two laptops write through a folder, and both have everything and say so', async () => {
  const { open } = await beginFolder()
  const clinic = await open('clinic')
  const amara = await passing(clinic.session.addMentee({ name: 'Amara' }))
  await clinic.write(amara ?? '', 'from the clinic')
  const home = await open('home')
  await passUntil(() => home.titles().length > 0, 60_000)
  expect(home.titles()).toEqual(['from the clinic'])
  await home.write(amara ?? '', 'from home')
  await clinic.write(amara ?? '', 'from the clinic, too')
  const took = await rest(clinic, home)
  expect(took).toBeLessThan(60_000)
  const all = ['from home', 'from the clinic', 'from the clinic, too']
  expect(clinic.titles()).toEqual(all)
  expect(home.titles()).toEqual(all)
  await pass(2000)
  expect(clinic.session.model.getState().waiting).toBe(0)
  expect(clinic.sync.status.getState().laptops).toMatchObject([
    { name: 'home', isRead: true, hasAll: true, late: 0 },
  ])
  await clinic.close()
  await home.close()
})

test('a vault of one mentee and one of thirty make as many files, before and after each is written in', async () => {
  const counts: number[][] = []
  for (const mentees of [1, 30]) {
    const { folder, open } = await beginFolder()
    const laptop = await open('clinic')
    const records: string[] = []
    for (let number = 0; number < mentees; number++)
      records.push((await passing(laptop.session.addMentee({ name: `M ${number}` }))) ?? '')
    await pass(20_000)
    laptop.sync.writeAnew()
    await pass(20_000)
    const before = folder.copyOf('clinic').files.size
    for (const record of records) await laptop.write(record, 'a note')
    await pass(20_000)
    counts.push([before, folder.copyOf('clinic').files.size])
    await laptop.close()
  }
  expect(counts[0]).toEqual(counts[1])
})

test('a record whose changes are all here already is not opened, also after an unlock', async () => {
  const { open } = await beginFolder()
  const clinic = await open('clinic')
  const records: string[] = []
  for (let number = 0; number < 6; number++)
    records.push((await passing(clinic.session.addMentee({ name: `M ${number}` }))) ?? '')
  const home = await open('home')
  await rest(clinic, home)
  const { disk } = home
  await home.close()
  await clinic.write(records[3] ?? '', 'new')
  await pass(10_000)
  const opened: string[] = []
  const again = await open('home', { disk })
  const { use } = again.session
  Object.assign(again.session, {
    use: (record: string, ...given: [never]) => {
      opened.push(record)
      return use(record, ...given)
    },
  })
  await rest(clinic, again)
  expect(again.titles()).toEqual(['new'])
  expect([...new Set(opened)].filter((one) => one !== again.session.vaultRecordId)).toEqual([
    records[3],
  ])
  await again.close()
  await clinic.close()
})

test('“synced” is not said before the other laptop has read what was written', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await pass(10_000)
  expect(clinic.sync.status.getState()).toMatchObject({ state: 'written', laptops: [] })
  const home = await open('home')
  await rest(clinic, home)
  folder.copyOf('home').problem = 'gone'
  await clinic.write(amara, 'unread')
  expect(clinic.sync.status.getState().state).toBe('writing')
  await pass(30_000)
  expect(clinic.sync.status.getState()).toMatchObject({
    state: 'written',
    waiting: 0,
    laptops: [{ name: 'home', hasAll: false }],
  })
  expect(clinic.session.model.getState().waiting).toBeGreaterThan(0)
  expect(home.sync.status.getState()).toMatchObject({ state: 'unreachable', problem: 'gone' })
  folder.copyOf('home').problem = null
  await rest(clinic, home)
  await clinic.close()
  await home.close()
})

test('files that are said to be there and do not come are missed by name, and nothing is called synced', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const home = await open('home')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await rest(clinic, home)
  const { calls, files } = folder.copyOf('home')
  const { read } = calls
  const before = new Set(files.keys())
  let hidden: string | undefined = ''
  // Online only, and it does not come: of what is new, what is written first is not the head.
  Object.assign(calls, {
    read: async (place: string, name: string) => {
      if (hidden === '' && !before.has(name)) hidden = name
      return name === hidden ? err('unreadable') : read(place, name)
    },
  })
  await clinic.write(amara, 'on its way')
  await pass(120_000)
  expect(home.sync.status.getState()).toMatchObject({
    state: 'late',
    laptops: [{ name: 'clinic', isRead: false }],
  })
  expect(home.sync.status.getState().laptops[0]?.late).toBeGreaterThan(0)
  hidden = undefined
  await passUntil(() => home.titles().length > 0, 10 * 60_000)
  await rest(clinic, home)
  await clinic.close()
  await home.close()
})

test('the place is gone from a folder that is there: nothing is written until the coach says that it is the right one', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await pass(10_000)
  const { files } = folder.copyOf('clinic')
  const kept = [...files]
  files.clear()
  await pass(10_000)
  expect(clinic.sync.status.getState()).toMatchObject({ state: 'unreachable', problem: 'emptied' })
  await clinic.write(amara, 'meanwhile')
  await pass(60_000)
  expect(files.size).toBe(0)
  clinic.sync.writeAnew()
  await passUntil(() => clinic.sync.status.getState().state === 'written', 60_000)
  expect(files.size).toBeGreaterThan(0)
  expect(kept.length).toBeGreaterThan(0)
  const home = await open('home')
  await rest(clinic, home)
  expect(home.titles()).toEqual(['meanwhile'])
  await clinic.close()
  await home.close()
})

test('what was erased is in no file that this laptop keeps in the folder', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await passing(clinic.session.addMentee({ name: 'Luis' }))
  await pass(10_000)
  const before = new Set([...folder.copyOf('clinic').files.values()].map(({ bytes }) => bytes))
  await passing(clinic.session.runOnVault((doc) => destroyKey(doc, amara), undefined))
  await pass(60_000)
  const after = [...folder.copyOf('clinic').files.values()]
  expect(after.length).toBeGreaterThan(0)
  for (const { bytes } of after) expect(before.has(bytes)).toBe(false)
  await clinic.close()
})

test('an update that follows on a file that is still on its way waits for it, and is not lost', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await pass(10_000)
  const home = await open('home')
  await rest(clinic, home)
  const { disk } = home
  await home.close()
  // Enough to be written into a level of its own, then a little behind it.
  for (let note = 0; note < 12; note++)
    await clinic.write(amara, [...crypto.getRandomValues(new Uint8Array(4000))].join(''))
  await pass(20_000)
  const { calls, files } = folder.copyOf('home')
  const { list } = calls
  const early = new Set((await list('')).ok ? files.keys() : [])
  const largest = [...files].sort(([, a], [, b]) => b.bytes.length - a.bytes.length)[0]?.[0]
  await clinic.write(amara, 'behind it')
  await pass(10_000)
  let hidden = true
  Object.assign(calls, {
    list: async (place: string) => {
      const found = await list(place)
      return hidden && found.ok
        ? ok({ ...found.value, files: found.value.files.filter(({ name }) => name !== largest) })
        : found
    },
  })
  expect(early.size).toBeGreaterThan(0)
  const again = await open('home', { disk })
  await pass(90_000)
  expect(again.titles()).not.toContain('behind it')
  expect(again.sync.status.getState().state).toBe('late')
  hidden = false
  await rest(clinic, again)
  expect(again.titles()).toContain('behind it')
  expect(again.titles()).toEqual(clinic.titles())
  await again.close()
  await clinic.close()
})

test('a file that a crash made this laptop forget is taken in, written anew, and only then removed', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await pass(10_000)
  const { calls } = folder.copyOf('clinic')
  const { write } = calls
  const { disk } = clinic
  // Written and flushed; the answer finds nobody.
  Object.assign(calls, {
    write: async (place: string, bytes: Uint8Array) => {
      await write(place, bytes)
      clinic.crash()
      return err('slow')
    },
  })
  await clinic.write(amara, 'before the crash')
  await pass(10_000)
  Object.assign(calls, { write })
  const again = await open('clinic', { disk })
  await pass(30_000)
  const home = await open('home')
  await rest(again, home)
  expect(home.titles()).toEqual(['before the crash'])
  await again.close()
  await home.close()
})
