/** On the vault's only laptop: a mentee of whom something is stored is never taken for one of whom nothing was. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { awaited, awaitedInVain } from '../../src-renderer/sync/awaited'
import { passing, startFakeTime, stopFakeTime } from './fake-time'
import { newDisk, newVault, openLaptop } from './laptop'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const DEVICE = 'h'.repeat(22)

test.each(['damaged', 'not read just now'])(
  'its file is %s, and the database is gone',
  async (how) => {
    const disk = newDisk()
    const vault = await newVault()
    const first = await passing(openLaptop(disk, vault(), { device: DEVICE }))
    const amara = (await passing(first!.session.addMentee({ name: 'Amara' }))) ?? ''
    await passing(first!.session.close())
    disk.indexedDB = new IDBFactory()
    if (how === 'damaged')
      disk.folder.set(
        amara,
        (disk.folder.get(amara) ?? []).map((blob) => blob.map((byte) => byte ^ 1)),
      )
    let reads = 0
    const again = await passing(
      openLaptop(disk, vault(), {
        device: DEVICE,
        // The vault's own record is the first that is read.
        faults: (call) =>
          how !== 'damaged' && call === 'folder.read' && ++reads > 1
            ? { fault: 'reject', late: 0 }
            : undefined,
      }),
    )
    const { session } = again!
    expect(awaited(session)).toEqual([amara])
    expect(awaitedInVain(session, undefined, undefined)).toEqual([])
    await passing(session.close())
  },
)
