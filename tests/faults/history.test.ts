/**
 * The history over real sessions: what is kept when, on which laptop, that it merges, and that nothing of it is left once
 * its record's key is destroyed: no row, no file, nothing in its rooms.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { destroyKey } from '../../shared/crdt/vault-record'
import { setSettings } from '../../shared/model/caseload/caseload'
import { stampDay } from '../../shared/model/caseload/seen-day'
import { putBack } from '../../shared/model/history/put-back'
import { goals } from '../../shared/model/record/goal'
import { notes } from '../../shared/model/record/note'
import { deriveRoom } from '../../shared/vault/keys'
import { bringBackMentee, mergeBackup } from '../../src-renderer/store/backup/restore'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { startSync } from '../../src-renderer/sync/sync'
import { createFakeRelay } from './fake-relay'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import {
  aNote,
  companionOf,
  DAY_MS,
  HOUR_MS,
  kept,
  later,
  openAt,
  textOf,
  write,
} from './kept-history'
import { newDisk } from './laptop'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('what is written in one sitting costs nothing; the next sitting keeps what it said before, once', async () => {
  const { session, disk } = await openAt('clinic')
  const { record, item } = await aNote(session)
  await write(session, record, item, 'Better ')
  expect(await kept(session, record)).toEqual([])
  expect([...disk.folder.keys()]).not.toContain(companionOf(session, record))
  expect(session.entries().map(({ id }) => id)).toEqual([record])
  later(HOUR_MS)
  await write(session, record, item, 'Much ')
  later(HOUR_MS / 3)
  await write(session, record, item, 'Very ')
  expect(await kept(session, record)).toEqual([{ words: 'Better Sleep', device: 'clinic' }])
  // What is no text has no history, and begins no sitting.
  later(HOUR_MS)
  await passing(
    session.run(
      record,
      (doc) => notes.edit(doc, { id: item.id, next: { date: '2026-11-23' } }),
      undefined,
    ),
  )
  expect(await kept(session, record)).toHaveLength(1)
  expect(session.model.getState().records[companionOf(session, record)]).toBeUndefined()
  expect(session.model.getState().incoming).toEqual([])
  await passing(session.close())
})

test('what is put back in the middle of a sitting keeps what it replaces, and taking that back keeps nothing', async () => {
  const { session } = await openAt('clinic')
  const record = (await passing(session.addMentee({ name: 'Amara' }))) ?? ''
  const id =
    (await passing(
      session.run(record, (doc) => goals.add(doc, { title: 'Sleep', why: 'Tired' }), undefined),
    )) ?? ''
  const item = { kind: 'goals', id } as const
  later(HOUR_MS)
  const change = (command: (doc: Y.Doc) => unknown) =>
    passing(session.run(record, command, undefined))
  await change((doc) => goals.edit(doc, { id, next: { why: 'Exams' } }))
  const [first] = (await passing(session.history.read(record))) ?? []
  expect(first?.said).toEqual({ title: 'Sleep', why: 'Tired' })
  const after = first?.said ?? {}
  await change((doc) => putBack(doc, { item, said: after }))
  await passing(session.history.settled())
  const [second, ...others] = (await passing(session.history.read(record))) ?? []
  expect(second?.said).toEqual({ title: 'Sleep', why: 'Exams' })
  expect(others).toEqual([first])
  await change((doc) => putBack(doc, { item, said: second?.said ?? {}, after }))
  await passing(session.history.settled())
  expect(await passing(session.history.read(record))).toHaveLength(2)
  expect(session.model.getState().records[record]?.goals[0]?.why).toBe('Exams')
  await passing(session.close())
})

test('two laptops keep what each replaced, and both have it all once they met', async () => {
  vi.stubGlobal('WebSocket', createFakeRelay(() => 'well').Socket)
  const [clinic, home] = [await openAt('clinic'), await openAt('home')]
  const { record, item } = await aNote(clinic.session)
  const syncs = [clinic, home].map(({ session }) => startSync(session, 'ws://relay.invalid'))
  const arrive = async (session: VaultSession, words: string) => {
    for (let tries = 0; tries < 60; tries++) {
      if ((await textOf(session, record, item)) === words) break
      await pass(500)
    }
    expect(await textOf(session, record, item)).toBe(words)
  }
  // The leap of the clocks ends the hints that would tell them to look.
  for (const sync of syncs) sync.pin(record)
  await arrive(home.session, 'Sleep')
  later(HOUR_MS)
  await write(home.session, record, item, 'Home ')
  await arrive(clinic.session, 'Home Sleep')
  // A change that came in ends a sitting.
  later(HOUR_MS / 6)
  await write(clinic.session, record, item, 'Clinic ')
  await arrive(home.session, 'Clinic Home Sleep')
  const all = [
    { words: 'Home Sleep', device: 'clinic' },
    { words: 'Sleep', device: 'home' },
  ]
  // The next sweep brings what no hint told of.
  await pass(6 * 60_000)
  for (const { session } of [clinic, home]) expect(await kept(session, record)).toEqual(all)
  for (const sync of syncs)
    expect(sync.status.getState()).toMatchObject({ state: 'synced', missing: 0 })
  // The note is news; its history is not.
  for (const { session } of [clinic, home])
    expect(session.model.getState().incoming.map((one) => one.record)).not.toContain(
      companionOf(session, record),
    )
  for (const sync of syncs) sync.destroy()
  for (const { session } of [clinic, home]) await passing(session.close())
})

test('with its record’s key a history is gone: its rows, its file, and what lay in its room on the relay', async () => {
  const relay = createFakeRelay(() => 'well')
  vi.stubGlobal('WebSocket', relay.Socket)
  const { session, database, disk } = await openAt('clinic')
  const { record, item } = await aNote(session)
  later(HOUR_MS)
  await write(session, record, item, 'Better ')
  expect(await kept(session, record)).toHaveLength(1)
  const companion = companionOf(session, record)
  const { room } = deriveRoom(session.opened.vaultKey, companion, 0)
  const sync = startSync(session, 'ws://relay.invalid')
  const inRoom = (): number =>
    [...relay.rooms].find(([name]) => name.includes(room))?.[1].getArray('blobs').length ?? 0
  await passUntil(() => inRoom() > 0, 30_000)
  expect(inRoom()).toBeGreaterThan(0)
  expect(disk.folder.has(companion)).toBe(true)
  await passing(session.runOnVault(destroyKey, record))
  await passing(session.whenCleared())
  expect(session.keyOf(companion)).toBeUndefined()
  expect(disk.folder.has(companion)).toBe(false)
  expect(await database.envelopes.where('record').equals(companion).count()).toBe(0)
  await passUntil(() => inRoom() === 0, 30_000)
  expect(inRoom()).toBe(0)
  sync.destroy()
  await passing(session.close())
})

test('what a crash left of a destroyed history is cleared at the next unlock', async () => {
  const { session, disk } = await openAt('clinic')
  const { record, item } = await aNote(session)
  later(HOUR_MS)
  await write(session, record, item, 'Better ')
  await passing(session.history.settled())
  const companion = companionOf(session, record)
  const left = disk.folder.get(companion) ?? []
  await passing(session.runOnVault(destroyKey, record))
  await passing(session.whenCleared())
  await passing(session.close())
  disk.folder.set(companion, left)
  const again = await openAt('clinic', disk)
  await passing(again.session.whenCleared())
  expect(disk.folder.has(companion)).toBe(false)
  await passing(again.session.close())
})

test('a history whose store was lost is mended from the sealed folder, and no mentee is said to be restored', async () => {
  const { session, disk, database } = await openAt('clinic')
  const { record, item } = await aNote(session)
  later(HOUR_MS)
  await write(session, record, item, 'Better ')
  expect(await kept(session, record)).toHaveLength(1)
  const companion = companionOf(session, record)
  await database.envelopes.where('record').equals(companion).delete()
  await database.heads.delete(companion)
  await passing(session.close())
  const again = await openAt('clinic', disk)
  expect(await kept(again.session, record)).toEqual([{ words: 'Sleep', device: 'clinic' }])
  expect(again.session.model.getState()).toMatchObject({ restored: 0, unread: [] })
  await passing(again.session.close())
})

test('what is older than is kept goes with the vault’s day, out of every sealed blob; with none kept, all of it', async () => {
  const { session, disk } = await openAt('clinic')
  const { record, item } = await aNote(session)
  later(HOUR_MS)
  await write(session, record, item, 'Better ')
  expect(await kept(session, record)).toHaveLength(1)
  const pastDays = async (days: number): Promise<void> => {
    for (let day = 0; day < days; day++) {
      later(DAY_MS)
      const today = new Date(Date.now()).toISOString().slice(0, 10)
      await passing(session.runOnVault(stampDay, { device: session.device, today }))
    }
    await pass(1000)
    await passing(session.history.tend('now'))
  }
  const blobs = (): number => disk.folder.get(companionOf(session, record))?.length ?? 0
  // A clock alone, years ahead, takes nothing.
  later(3000 * DAY_MS)
  await passing(session.history.tend('now'))
  later(-3000 * DAY_MS)
  expect(await kept(session, record)).toHaveLength(1)
  await pastDays(40)
  expect(await kept(session, record)).toHaveLength(1)
  await passing(session.runOnVault(setSettings, { historyDays: 30 }))
  await pass(1000)
  await passing(session.history.tend('now'))
  expect(await kept(session, record)).toEqual([])
  expect(blobs()).toBe(1)
  await write(session, record, item, 'Still ')
  expect(await kept(session, record)).toHaveLength(1)
  await passing(session.runOnVault(setSettings, { historyDays: 0 }))
  await pass(1000)
  await passing(session.history.tend('now'))
  later(HOUR_MS)
  await write(session, record, item, 'And ')
  expect(await kept(session, record)).toEqual([])
  await passing(session.close())
}, 60_000)

test('a backup brings a history back: merged, and with one mentee beside what is there', async () => {
  const { session, disk } = await openAt('clinic')
  const { record, item } = await aNote(session)
  later(HOUR_MS)
  await write(session, record, item, 'Better ')
  const before = [{ words: 'Sleep', device: 'clinic' }]
  expect(await kept(session, record)).toEqual(before)
  await passing(session.close())
  const summary = {
    id: 'backup',
    name: 'backup',
    createdAt: '2026-11-24T10:00:00.000Z',
    vaultId: 'vault',
    header: null,
    records: disk.folder.size,
    complete: true,
  }
  const { session: again, host } = await openAt('home', newDisk(), {
    calls: {
      backups: {
        open: async () => ({
          header: null,
          records: [...disk.folder.keys()],
          damaged: [],
          complete: true,
        }),
        read: async (_id, file) => ({ blobs: disk.folder.get(file) ?? [], damaged: 0 }),
      },
    },
  })
  await passing(mergeBackup(host, again, summary, () => undefined))
  expect(await kept(again, record)).toEqual(before)
  const beside = await passing(bringBackMentee(host, again, summary, record))
  expect(beside?.ok && (await kept(again, beside.value))).toEqual(before)
  await passing(again.close())
})
