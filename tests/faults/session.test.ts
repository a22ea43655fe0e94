/** One thing that goes wrong at a time: what a session does about it, and that everything else goes on. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { notes } from '../../shared/model/record/note'
import { lockVault } from '../../src-renderer/context/vault/locking'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { copyOfDisk, type Faults, newDisk } from './laptop'
import { open } from './open-session'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('a record that failed to open opens the next time, and the others flush and close meanwhile', async () => {
  let failing = ''
  const faults: Faults = (call) =>
    failing !== '' && call === failing ? { fault: 'reject', late: 0 } : undefined
  const { session, mentee } = await open(newDisk(), faults)
  const amara = await mentee('Amara')
  const luis = await mentee('Luis')
  failing = 'heads.get'
  await expect(session.acquire(amara)).rejects.toThrow('refused')
  await expect(session.run(amara, (doc) => notes.add(doc, {}), undefined)).rejects.toThrow(
    'refused',
  )
  failing = ''
  const lease = await passing(session.acquire(amara))
  expect(lease?.live.id).toBe(amara)
  await passing(session.run(luis, (doc) => notes.add(doc, { title: 'goes on' }), undefined))
  lease?.release()
  await pass(1000)
  failing = 'heads.get'
  const broken = session.acquire(amara)
  await expect(broken).rejects.toThrow('refused')
  let closed = false
  session.close().then(() => {
    closed = true
  })
  await passUntil(() => closed, 5000)
  expect(closed).toBe(true)
})

test('a lease that is given back twice takes nobody else’s', async () => {
  const { session, mentee } = await open()
  const amara = await mentee('Amara')
  const [mine, yours] = await Promise.all([
    passing(session.acquire(amara)),
    passing(session.acquire(amara)),
  ])
  mine?.release()
  mine?.release()
  await pass(2000)
  yours?.live.doc.getMap('meta').set('still', 'open')
  await pass(2000)
  expect(yours?.live.saving()).toBe('saved')
  yours?.release()
  await passing(session.close())
})

test('one record that cannot be read at the unlock is said, and the others are there', async () => {
  const { session, disk, mentee, database } = await open()
  const amara = await mentee('Amara')
  const luis = await mentee('Luis')
  await passing(session.close())
  expect(database).toBeDefined()
  // Its sealed copy is gone, so that the record itself has to be read; and the folder refuses that.
  const undo = await copyOfDisk(disk)
  await undo()
  disk.folder.get(amara)?.pop()
  let reads = 0
  const again = await open(disk, (call) =>
    call === 'folder.read' && reads++ < 1 ? { fault: 'reject', late: 0 } : undefined,
  )
  const { records, unread } = again.session.model.getState()
  expect(unread).toEqual([amara])
  expect(records[luis]?.mentee.name).toBe('Luis')
  await passing(again.session.close())
  const third = await open(disk)
  expect(third.session.model.getState().unread).toEqual([])
  expect(third.session.model.getState().records[amara]?.mentee.name).toBe('Amara')
})

test('what could not be cleared away is found at the next unlock, and stands in no lock’s way', async () => {
  let refusing = false
  const { session, disk, mentee } = await open(newDisk(), (call) =>
    refusing && call === 'folder.erase' ? { fault: 'reject', late: 0 } : undefined,
  )
  const amara = await mentee('Amara')
  refusing = true
  await passing(session.runOnVault((doc) => destroyKey(doc, amara), undefined))
  expect(await passing(session.whenCleared())).toEqual({ cleared: false })
  expect(disk.folder.has(amara)).toBe(true)
  let closed = false
  session.close().then(() => {
    closed = true
  })
  await passUntil(() => closed, 5000)
  expect(closed).toBe(true)
  const again = await open(disk)
  expect(await passing(again.session.whenCleared())).toEqual({ cleared: true })
  expect(disk.folder.has(amara)).toBe(false)
})

test('a record whose key was destroyed while somebody typed in it counts for nothing any more', async () => {
  const { session, mentee } = await open()
  const amara = await mentee('Amara')
  const lease = await passing(session.acquire(amara))
  lease?.live.doc.getText('words').insert(0, 'typed last')
  await passing(session.runOnVault((doc) => destroyKey(doc, amara), undefined))
  expect(await passing(session.whenCleared())).toEqual({ cleared: true })
  await pass(2000)
  expect(session.headOf(amara)).toBeUndefined()
  expect(session.model.getState().waiting).toBe(session.headOf(session.vaultRecordId)?.waiting)
  await passing(session.close())
})

test('a purge leaves the old words in no blob, also where they are all in one', async () => {
  const { session, disk } = await open()
  const lease = await passing(
    session.addMentee({ name: 'Amara' }).then((id) => session.acquire(id)),
  )
  const live = lease!.live
  const words = live.doc.getText('words')
  // With what the mentee was made of, 32 small updates: they become one blob, the deletion in it.
  for (let edit = 0; edit < 30; edit++) {
    words.insert(0, `secret ${edit} `)
    await passing(live.flush())
  }
  words.delete(0, words.length)
  await passing(live.flush())
  const before = live.envelope.blobs()
  expect(before).toHaveLength(1)
  expect(await passing(live.purge())).toBe(true)
  const after = disk.folder.get(live.id) ?? []
  expect(after).toHaveLength(1)
  expect(after).not.toContainEqual(before[0])
  lease?.release()
  await passing(session.close())
})

test('what the disk refuses is handed over by a lock, and is there after the next unlock', async () => {
  let full = false
  const { session, disk, host, mentee } = await open(newDisk(), (call) =>
    full && /^folder\.(append|replace)$/.test(call) ? { fault: 'reject', late: 0 } : undefined,
  )
  const amara = await mentee('Amara')
  const lease = await passing(session.acquire(amara))
  full = true
  session
    .run(amara, (doc) => notes.add(doc, { title: 'refused' }), undefined)
    .catch(() => undefined)
  await pass(1000)
  // Not even sealed when the vault locks.
  session
    .type(amara, (doc) => notes.add(doc, { title: 'typed last' }), undefined)
    .catch(() => undefined)
  await pass(25)
  let reloaded = false
  lockVault(
    host,
    { session, sync: undefined, search: { close: () => undefined } },
    { place: () => '', leave: () => undefined, reload: () => (reloaded = true) },
  ).catch(() => undefined)
  await passUntil(() => reloaded, 5000)
  expect(reloaded).toBe(true)
  expect(disk.owed.get(amara)?.length).toBeGreaterThan(0)
  lease?.release()
  full = false
  const again = await open(disk)
  const titles = again.session.model.getState().records[amara]?.notes.map(({ title }) => title)
  expect(titles).toEqual(expect.arrayContaining(['refused', 'typed last']))
  await passing(again.session.close())
})

test('what the room that was left has stored confirms nothing of the new one, whose frames it does not replace', async () => {
  const { session, disk, mentee } = await open()
  const amara = await mentee('Amara')
  const lease = await passing(session.acquire(amara))
  const { live } = lease!
  expect(live.head().waiting).toBeGreaterThan(0)
  const before = disk.folder.get(amara) ?? []
  const moved = live.moveTo(1)
  const confirmed = live.confirm(live.head().waiting)
  await passing(Promise.all([moved, confirmed]))
  expect(live.head()).toMatchObject({ generation: 1, moving: true })
  expect(live.head().waiting).toBeGreaterThan(0)
  expect(disk.folder.get(amara)).toEqual(expect.arrayContaining(before))
  // Once the relay has the new one, the old frames go.
  await passing(live.confirm(live.head().waiting))
  expect(live.head()).toMatchObject({ generation: 1, moving: false, waiting: 0 })
  expect(disk.folder.get(amara)).toHaveLength(1)
  lease?.release()
  await passing(session.close())
})

test('store and folder both rolled back: said, until the coach has read it; either alone is mended without a word', async () => {
  const { session, disk, mentee } = await open()
  await mentee('Amara')
  await passing(session.close())
  const rollBack = await copyOfDisk(disk)
  const second = await open(disk)
  expect(second.session.model.getState().older).toBe(false)
  await second.mentee('Luis')
  await passing(second.session.close())
  const folderThen = new Map(disk.folder)
  const writtenThen = disk.written

  await rollBack()
  const third = await open(disk)
  expect(third.session.model.getState().older).toBe(true)
  expect(Object.keys(third.session.model.getState().records)).toHaveLength(1)
  third.session.dismissOlder()
  expect(third.session.model.getState().older).toBe(false)
  await passing(third.session.close())

  // The folder alone is new again: the database is mended from it.
  for (const [record, blobs] of folderThen) disk.folder.set(record, blobs)
  disk.written = Math.max(writtenThen, disk.known)
  const fourth = await open(disk)
  expect(fourth.session.model.getState()).toMatchObject({ older: false })
  expect(Object.keys(fourth.session.model.getState().records)).toHaveLength(2)
  await passing(fourth.session.close())
})

test('what is typed into a field is stored in pauses, and a slow disk gets fewer, larger blobs', async () => {
  let appends = 0
  const { session, mentee } = await open(newDisk(), (call) => {
    if (call !== 'folder.append') return undefined
    appends++
    return { fault: 'late', late: 200 }
  })
  const amara = await mentee('Amara')
  const lease = await passing(session.acquire(amara))
  const type = async (way: 'type' | 'run'): Promise<number> => {
    appends = 0
    for (let key = 0; key < 50; key++) {
      session[way](amara, (doc) => notes.add(doc, { title: `${way} ${key}` }), undefined).catch(
        () => undefined,
      )
      await pass(50)
    }
    await pass(3000)
    return appends
  }
  expect(await type('type')).toBeLessThan(8)
  // Commands are stored at once, and still never more of them than the disk takes.
  expect(await type('run')).toBeLessThan(20)
  expect(session.model.getState().records[amara]?.notes).toHaveLength(100)
  lease?.release()
  await passing(session.close())
})
