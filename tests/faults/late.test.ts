/** What a relay keeps from a laptop is noticed, asked for and said, and arrives as soon as there is a way. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notes } from '../../shared/model/record/note'
import { startSync } from '../../src-renderer/sync/sync'
import { MOST_UNREAD_BYTES } from '../../src-renderer/sync/visit'
import { passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { newDisk, newVault, openLaptop } from './laptop'
import { addJunk, createTwoFacedRelay, forgeIds, keepBack, poison } from './two-faced-relay'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const vault = await newVault()

const openBoth = async () => {
  const relay = createTwoFacedRelay(['clinic.invalid', 'home.invalid'])
  vi.stubGlobal('WebSocket', relay.Socket)
  const open = async (place: string) => {
    const laptop = await passing(
      openLaptop(newDisk(), vault(), { device: place.padEnd(22, '-'), name: place }),
    )
    if (laptop === undefined) throw new Error('the vault does not open')
    const { session } = laptop
    const sync = startSync(session, `ws://${place}.invalid`)
    return {
      session,
      status: () => sync.status.getState(),
      titles: () =>
        Object.values(session.model.getState().records).flatMap(({ notes: all }) =>
          all.map(({ title }) => title),
        ),
      end: async () => {
        sync.destroy()
        await passing(session.close())
      },
    }
  }
  const clinic = await open('clinic')
  const home = await open('home')
  const record = await passing(clinic.session.addMentee({ name: 'Amara' }))
  if (record === undefined) throw new Error('no mentee')
  await passUntil(() => home.session.model.getState().records[record] !== undefined, 30_000)
  const write = (title: string) =>
    passing(clinic.session.run(record, (doc) => notes.add(doc, { title }), undefined))
  return { relay, clinic, home, record, write }
}

test.each([
  ['keeps changes back', keepBack],
  ['puts others under their ids', forgeIds],
])(
  'a relay that %s: said at once, and all laptops are equal once it is honest',
  async (_what, attack) => {
    const { relay, clinic, home, write } = await openBoth()
    await write('before')
    await passUntil(() => home.titles().includes('before'), 30_000)
    expect(home.titles()).toEqual(['before'])
    expect(home.status().late).toEqual([])

    relay.turn(attack)
    await write('kept back 1')
    await write('kept back 2')
    await passUntil(() => home.status().late[0]?.count === 2, 60_000)
    expect(home.status().late).toEqual([{ device: 'clinic'.padEnd(22, '-'), count: 2 }])
    expect(home.titles()).toEqual(['before'])

    relay.becomeHonest()
    await write('afterwards')
    await passUntil(() => home.titles().length === 4, 300_000)
    expect(home.titles().sort()).toEqual(['afterwards', 'before', 'kept back 1', 'kept back 2'])
    await passUntil(
      () => home.status().late.length === 0 && home.status().state === 'synced',
      60_000,
    )
    expect(home.status()).toMatchObject({ late: [], state: 'synced' })
    await clinic.end()
    await home.end()
  },
)

test('a relay that fills a room with junk: past the limit the record goes on without it', async () => {
  const { relay, clinic, home, record, write } = await openBoth()
  await passUntil(() => home.status().state === 'synced', 30_000)
  relay.turn(addJunk(MOST_UNREAD_BYTES / 2 + 1, 2, home.session.ring.room(record, 0)?.room))
  await write('one')
  await write('two')
  // Both see the same, so that nothing waits for anything: there is only too much of it.
  relay.becomeHonest()
  await passUntil(() => (home.session.headOf(record)?.generation ?? 0) > 0, 60_000)
  await passUntil(() => home.titles().length === 2 && home.status().state === 'synced', 60_000)
  expect(home.titles().sort()).toEqual(['one', 'two'])
  for (const { session } of [home, clinic]) {
    expect(session.headOf(record)?.generation).toBe(1)
    const unread = await passing(
      session.use(record, async ({ envelope }) => envelope.report().unreadBytes),
    )
    expect(unread).toBe(0)
  }
  await clinic.end()
  await home.end()
})

test('a relay that puts what is none of ours into a room: the record goes on in a fresh one', async () => {
  const { relay, clinic, home, record, write } = await openBoth()
  await passUntil(() => home.status().state === 'synced', 30_000)
  relay.turn(poison)
  await write('one')
  await passUntil(() => home.status().problem === 'garbage', 60_000)
  expect(home.status().problem).toBe('garbage')
  relay.becomeHonest()
  await write('two')
  // What was put there stays in the old room for ever, and keeps everything that comes with it out.
  await passUntil(() => home.titles().length === 2 && home.status().state === 'synced', 300_000)
  expect(home.titles().sort()).toEqual(['one', 'two'])
  for (const { session } of [home, clinic])
    expect(session.headOf(record)?.generation).toBeGreaterThan(0)
  // No socket is left behind in a room, neither by the move nor by what happens while it is made.
  for (const place of ['clinic', 'home']) {
    const rooms = relay.roomsOf(`${place}.invalid`)
    expect(rooms).toHaveLength(new Set(rooms).size)
  }
  await clinic.end()
  await home.end()
})
