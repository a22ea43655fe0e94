/** A database that is older than the sealed folder: what only the folder has is merged before anything is written. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notes } from '../../shared/model/record/note'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { copyOfDisk, type Disk, newDisk } from './laptop'
import { open } from './open-session'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

/** The database as `undo` leaves it, the folder as it is now. */
const putDatabaseBack = async (disk: Disk, undo: () => Promise<void>): Promise<void> => {
  const { folder, written } = disk
  const now = new Map([...folder].map(([record, blobs]) => [record, [...blobs]]))
  await undo()
  folder.clear()
  for (const [record, blobs] of now) folder.set(record, blobs)
  disk.written = written
}

test('a database that is older than the folder, in the middle of a long sitting, takes no mentee with it', async () => {
  const disk = newDisk()
  const { session, mentee } = await open(disk)
  // More rows than opening leaves: it writes the folder anew.
  for (let edit = 0; edit < 280; edit++) {
    await passing(session.runOnVault((doc) => doc.getMap('settings').set('edit', edit), undefined))
    await pass(1500)
  }
  const undo = await copyOfDisk(disk)
  const zoe = await mentee('Zoe')
  await passing(session.close())
  await putDatabaseBack(disk, undo)
  const again = await open(disk)
  expect(again.session.model.getState().records[zoe]?.mentee.name).toBe('Zoe')
  expect(again.session.model.getState().restored).toBe(2)
  await passing(again.session.close())
})

test('a record whose folder could not be read at the unlock is merged with it before anything is written to it', async () => {
  const { session, disk, mentee } = await open()
  const amara = await mentee('Amara')
  const undo = await copyOfDisk(disk)
  await passing(session.run(amara, (doc) => notes.add(doc, { title: 'in the folder' }), undefined))
  await pass(2000)
  await passing(session.close())
  await putDatabaseBack(disk, undo)
  let reads = 0
  const again = await open(disk, (call) =>
    call === 'folder.read' && reads++ < 1 ? { fault: 'reject', late: 0 } : undefined,
  )
  expect(again.session.model.getState().unread).toEqual([amara])
  await passing(
    again.session.run(amara, (doc) => notes.add(doc, { title: 'written since' }), undefined),
  )
  await pass(2000)
  await passing(again.session.close())
  const third = await open(disk)
  const titles = third.session.model.getState().records[amara]?.notes.map(({ title }) => title)
  expect(titles?.sort()).toEqual(['in the folder', 'written since'])
})
