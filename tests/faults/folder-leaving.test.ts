/** Laptops that meet in a folder and do not stay: one that leaves, one that is copied, one that locks, one beside a relay. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notes } from '../../shared/model/record/note'
import { closeVault } from '../../src-renderer/context/vault/locking'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { beginFolder, rest } from './folder-laptops'
import { createTwoFacedRelay } from './two-faced-relay'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('a laptop that stops leaves its files or takes them along, and nobody waits for it any longer', async () => {
  for (const remove of [true, false]) {
    const { folder, open } = await beginFolder()
    const clinic = await open('clinic')
    const home = await open('home')
    const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
    await rest(clinic, home)
    await home.write(amara, 'the last words')
    await rest(clinic, home)
    await passing(home.sync.leave(remove))
    const own = [...folder.copyOf('home').files.keys()].filter((name) => name.startsWith('home'))
    expect(own.length > 0).toBe(!remove)
    await pass(120_000)
    expect(clinic.sync.status.getState().laptops).toEqual([])
    // A third laptop gets all of it from the one that is left.
    for (const [name] of folder.copyOf('clinic').files)
      if (name.startsWith('home')) folder.copyOf('clinic').files.delete(name)
    const third = await open('third')
    await rest(clinic, third)
    expect(third.titles()).toEqual(['the last words'])
    await third.close()
    await clinic.close()
  }
})

test('two laptops under one id are noticed in the folder, and the same one of them is to take another', async () => {
  const { open } = await beginFolder()
  const clinic = await open('clinic')
  await passing(clinic.session.addMentee({ name: 'Amara' }))
  await pass(10_000)
  const copy = await open('clinic 2', { device: 'clinic'.padEnd(22, '-') })
  await pass(60_000)
  await passing(clinic.session.addMentee({ name: 'Luis' }))
  await pass(30_000)
  await passing(copy.session.addMentee({ name: 'Jonas' }))
  await pass(30_000)
  const twins = [clinic, copy].map(({ sync }) => sync.status.getState().twin)
  expect(twins.sort()).toEqual(['other', 'this'])
  await clinic.close()
  await copy.close()
})

test('a lock writes what was typed last into the folder, and waits for no folder that does not answer', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  const home = await open('home')
  await rest(clinic, home)
  await passing(
    clinic.session.type(amara, (doc) => notes.add(doc, { title: 'typed last' }), undefined),
  )
  const lock = (at: typeof clinic) =>
    closeVault({
      session: at.session,
      sync: undefined,
      folder: at.sync,
      search: { close: () => undefined },
    })
  await passing(lock(clinic))
  await passUntil(() => home.titles().includes('typed last'), 20_000)
  expect(home.titles()).toEqual(['typed last'])
  Object.assign(folder.copyOf('home').calls, { write: () => new Promise(() => undefined) })
  await home.write(amara, 'kept here')
  let locked = false
  void lock(home).then(() => {
    locked = true
  })
  expect(await passUntil(() => locked, 10_000)).toBeLessThan(4000)
})

test('beside a relay, what one way brings goes on by the other within seconds', async () => {
  vi.stubGlobal('WebSocket', createTwoFacedRelay(['both.invalid', 'relay.invalid']).Socket)
  const { folder, open } = await beginFolder()
  const both = await open('both', { relay: 'ws://both.invalid' })
  const amara = (await passing(both.session.addMentee({ name: 'Amara' }))) ?? ''
  const inFolder = await open('folder')
  const onRelay = await open('relay', { relay: 'ws://relay.invalid' })
  folder.copyOf('relay').problem = 'gone'
  const all = [both, inFolder, onRelay]
  const arrives = (title: string) => () => all.every((one) => one.titles().includes(title))
  await passUntil(() => all.every((one) => one.session.headOf(amara) !== undefined), 60_000)
  await pass(20_000)
  await inFolder.write(amara, 'by folder')
  expect(await passUntil(arrives('by folder'), 10 * 60_000)).toBeLessThan(30_000)
  await onRelay.write(amara, 'by relay')
  expect(await passUntil(arrives('by relay'), 10 * 60_000)).toBeLessThan(30_000)
  for (const one of all) await one.close()
})

test('a file that somebody deleted while its laptop was away is made up for by those that had read it', async () => {
  const { folder, open } = await beginFolder()
  const clinic = await open('clinic')
  const home = await open('home')
  const amara = (await passing(clinic.session.addMentee({ name: 'Amara' }))) ?? ''
  await rest(clinic, home)
  const early = new Set(folder.copyOf('home').files.keys())
  await clinic.write(amara, 'only there')
  await rest(clinic, home)
  await clinic.close()
  const [level] = [...folder.copyOf('home').files.keys()].filter(
    (name) => name.startsWith('clinic') && !early.has(name),
  )
  folder.lose(level ?? '')
  await pass(150_000)
  const third = await open('third')
  await passUntil(() => third.titles().length > 0, 60_000)
  expect(third.titles()).toEqual(['only there'])
  await third.close()
  await home.close()
})
