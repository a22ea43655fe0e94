/** A laptop is removed where laptops meet in a folder alone: the others hear of it there. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeOf } from '../../src-renderer/sync/folder/folder-file'
import { startFakeTime, stopFakeTime } from './fake-time'
import { createLossyFolder } from './lossy-folder'
import { createWorld } from './removal-laptops'
import { agreedWithout, epochAt, followed, stateOf, until } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('through a folder the others follow, also one that was away, and the removed laptop is told and gets nothing new', async () => {
  const folder = createLossyFolder(Math.random)
  const world = await createWorld(['clinic', 'home', 'lost'], folder)
  const record = await world.meet()
  const [clinic, home, lost] = [world.get('clinic'), world.get('home'), world.get('lost')]
  await clinic.write(record, 'before')
  await until(() => home.titles().length === 1 && lost.titles().length === 1)
  await home.lock()
  await clinic.remove('lost')
  await clinic.write(record, 'after')
  await until(() => lost.standing().standing.kind === 'removed')

  await home.unlock({ online: false })
  await home.write(record, 'on the train')
  home.goOnline()
  await followed(home)
  await until(() => home.titles().length === 3 && clinic.titles().length === 3)
  expect(clinic.titles()).toEqual(['after', 'before', 'on the train'])
  expect(lost.titles()).toEqual(['before'])
  expect(epochAt(home, record)).toBe(clinic.session().ring.epoch)
  await until(() => stateOf(clinic, home) === 'here')
  await world.end()
})

test('an announcement that the removed laptop deletes from the folder is put there again', async () => {
  const folder = createLossyFolder(Math.random)
  const world = await createWorld(['clinic', 'home', 'lost'], folder)
  await world.meet()
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  const former = placeOf(clinic.session().opened.vaultKey)
  const there = async (): Promise<readonly string[]> => {
    const listing = await folder.copyOf('clinic').calls.list(former)
    return listing.ok ? listing.value.files.map(({ name }) => name) : []
  }
  await clinic.remove('lost')
  const before = new Set(await there())
  let own: string | undefined
  await until(() => {
    void there().then((names) => {
      own = names.find((name) => !before.has(name))
    })
    return own !== undefined
  })
  for (const name of await there()) folder.lose(name)
  await home.unlock()
  await followed(home)
  await world.end()
})

test('two that remove two laptops, apart, end in one epoch without either', async () => {
  const names = ['clinic', 'home', 'desk', 'lost', 'stolen']
  const world = await createWorld(names, createLossyFolder(Math.random))
  await world.meet()
  const [clinic, home, desk] = [world.get('clinic'), world.get('home'), world.get('desk')]
  await clinic.remove('lost')
  await home.remove('stolen')
  await agreedWithout([clinic, home, desk], [world.get('lost'), world.get('stolen')])
  await world.end()
})
