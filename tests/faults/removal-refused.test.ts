/** What a removed laptop goes on writing where the vault was before: nothing of it is taken, and it is counted by laptop. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BLOBS } from '../../shared/envelope/foreign'
import { deriveRoom } from '../../shared/vault/keys'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { createLossyFolder } from './lossy-folder'
import { createWorld, type TestLaptop } from './removal-laptops'
import { until, worldOf } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const removeAndRest = async (clinic: TestLaptop): Promise<void> => {
  await clinic.remove('lost')
  await until(
    () => clinic.standing().standing.kind === 'current' && clinic.standing().moving === undefined,
  )
}

test('what a removed laptop goes on writing of a mentee in the old room is counted before that is emptied, and again after', async () => {
  const { relay, vault, get, record, end } = await worldOf('clinic', 'lost')
  const [clinic, lost] = [get('clinic'), get('lost')]
  await lost.write(record, 'before')
  await until(() => clinic.titles().length === 1)
  await lost.lock()
  // As the app does not: it would stop at hearing of the removal.
  await lost.unlock({ online: false })
  const room = relay.shownTo('clinic.invalid', deriveRoom(vault().vaultKey, record, 0).room)
  const send = async (): Promise<void> => {
    const written = await passing(
      lost.session().use(record, async ({ envelope }) => Y.encodeStateAsUpdate(envelope.doc)),
    )
    Y.applyUpdate(room, written ?? new Uint8Array())
  }
  await lost.write(record, 'one')
  await lost.write(record, 'two')
  await clinic.remove('lost')
  await send()
  await until(() => clinic.standing().refused[lost.id] === 2)
  await until(() => room.getArray(BLOBS).length === 0)
  await until(() => clinic.session().emptiedRooms.isEpochEmpty(0))

  // What is counted is remembered: where it lay is empty.
  await clinic.lock()
  await clinic.unlock({ online: false })
  await until(() => clinic.standing().refused[lost.id] === 2)
  clinic.goOnline()
  await lost.write(record, 'three')
  await send()
  await until(() => clinic.standing().refused[lost.id] === 3, 60 * 60_000)
  await until(() => room.getArray(BLOBS).length === 0)
  expect(clinic.titles()).toEqual(['before'])
  await end()
})

test('what a laptop had written before its removal, and another one has, is not held against it for long', async () => {
  const { get, record, end } = await worldOf('clinic', 'home', 'lost')
  const [clinic, home, lost] = [get('clinic'), get('home'), get('lost')]
  await home.lock()
  await lost.write(record, 'before')
  await until(() => clinic.titles().length === 1)
  await lost.lock()
  await removeAndRest(clinic)
  await home.unlock()
  await until(() => home.standing().standing.kind === 'follow' || home.titles().length === 1)
  if (home.standing().standing.kind === 'follow') await home.follow()
  await until(() => home.titles().length === 1)
  await pass(60 * 60_000)
  for (const one of [clinic, home]) expect(one.standing().refused).toEqual({})
  await end()
})

test('what it goes on writing into the old place of a folder is counted, and read once', async () => {
  const folder = createLossyFolder(Math.random)
  const world = await createWorld(['clinic', 'lost'], folder)
  const record = await world.meet()
  const [clinic, lost] = [world.get('clinic'), world.get('lost')]
  await lost.write(record, 'before')
  await until(() => clinic.titles().length === 1)
  // It is on its own: nothing of the folder reaches it any more.
  const { calls } = folder.copyOf('lost')
  const { list } = calls
  Object.assign(calls, {
    list: async (place: string) => {
      const listing = await list(place)
      const isOwn = ({ name }: { readonly name: string }): boolean => name.startsWith('lost')
      return listing.ok
        ? { ...listing, value: { ...listing.value, files: listing.value.files.filter(isOwn) } }
        : listing
    },
  })
  await removeAndRest(clinic)
  await lost.write(record, 'one')
  await lost.write(record, 'two')
  await until(() => clinic.standing().refused[lost.id] === 2, 60 * 60_000)
  expect(clinic.titles()).toEqual(['before'])

  let reads = 0
  const copy = folder.copyOf('clinic').calls
  const { read } = copy
  Object.assign(copy, {
    read: (place: string, name: string) => {
      reads++
      return read(place, name)
    },
  })
  await clinic.lock()
  await clinic.unlock()
  await pass(20 * 60_000)
  expect(clinic.standing().refused[lost.id]).toBe(2)
  expect(reads).toBe(0)
  await lost.write(record, 'three')
  await until(() => clinic.standing().refused[lost.id] === 3, 60 * 60_000)
  expect(clinic.titles()).toEqual(['before'])
  await world.end()
})
