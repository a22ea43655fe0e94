/** Laptops that meet in a folder alone: what happens to it, and that all of them come to the same. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { createLaptops, rest } from './folder-laptops'
import { createLossyFolder } from './lossy-folder'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const begin = async () => {
  const folder = createLossyFolder(Math.random)
  const { open } = await createLaptops(folder)
  return { folder, open }
}

test('two laptops write through a folder, and both have everything and say so', async () => {
  const { open } = await begin()
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
