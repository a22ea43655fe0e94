/** The record of access against whoever has the disk and not the key, and against crashes. */
import sodium from 'libsodium-wrappers-sumo'
import { beforeEach, describe, expect, test } from 'vitest'
import { err, ok } from '../../../shared/base/result'
import type { Host } from '../../../shared/bridge/host'
import { deriveBytes } from '../../../shared/vault/keys'
import { createSealer } from '../../../shared/vault/seal'
import { createAccessLog } from './access-log'
import { ACCESS_END, type Database, type MetaRow } from './database'

const MOST = 20
const KEY = new Uint8Array(32).fill(3)
const at = (n: number): string => new Date(Date.UTC(2026, 10, 1, 8, n)).toISOString()

/** A laptop's disk: the file's frames, and the database's row; both as an attacker could change them. */
interface Disk {
  frames: Uint8Array[]
  meta: Map<string, MetaRow['value']>
  /** What is written is refused; 'after' it was written. */
  refuses: boolean | 'after'
}
const newDisk = (): Disk => ({ frames: [], meta: new Map(), refuses: false })
let disk = newDisk()

const openLog = (on = disk) => {
  const folder: Pick<Host['folder'], 'read' | 'append' | 'replace'> = {
    read: async () => ({ blobs: [...on.frames], damaged: 0 }),
    append: async (_file, blobs) => {
      if (on.refuses !== true) on.frames.push(...blobs)
      if (on.refuses !== false) return err('disk-full')
      return ok({ tail: '', written: 0 })
    },
    replace: async (_file, blobs) => {
      on.frames = [...blobs]
      return ok({ tail: '', written: 0 })
    },
  }
  const meta = {
    get: async (key: string) => (on.meta.has(key) ? { key, value: on.meta.get(key) } : undefined),
    put: async ({ key, value }: MetaRow) => {
      if (on.refuses !== false) throw new Error('no room')
      on.meta.set(key, value)
    },
  }
  return createAccessLog({ folder }, { meta } as unknown as Pick<Database, 'meta'>, KEY, MOST)
}

/** As a version before the chain wrote it. */
const unchained = (n: number): Uint8Array =>
  createSealer(deriveBytes(KEY, 'access-log-key'), 'access-log').seal(
    new TextEncoder().encode(JSON.stringify({ at: at(n), kind: 'unlocked', detail: `${n}` })),
  )

const write = async (from: number, to: number, on = disk): Promise<void> => {
  const log = openLog(on)
  for (let n = from; n <= to; n++) await log.add('unlocked', `${n}`, at(n))
}
const details = async () => (await openLog().read()).map(({ detail }) => detail).reverse()

beforeEach(async () => {
  await sodium.ready
  disk = newDisk()
})

describe('a record as it was written', () => {
  test('has no gap, over restarts, and with two additions at once', async () => {
    await write(1, 3)
    const log = openLog()
    await Promise.all([log.add('backup', '4', at(4)), log.add('exported', '5', at(5))])
    expect(await log.gaps()).toEqual([])
    expect(await details()).toEqual(['1', '2', '3', '4', '5'])
  })

  test('entries from before the chain are read, and their loss is noticed, too', async () => {
    disk.frames = [unchained(1), unchained(2), unchained(3)]
    await write(4, 5)
    expect(await openLog().gaps()).toEqual([])
    expect(await details()).toEqual(['1', '2', '3', '4', '5'])
    disk.frames.splice(1, 1)
    expect(await openLog().gaps()).toEqual([{ since: at(3), until: at(4), missing: 1 }])
  })

  test('a crash between an entry and the note of the end is no gap, and neither is a note that was refused', async () => {
    await write(1, 3)
    const before = disk.meta.get(ACCESS_END) as Uint8Array
    await write(4, 4)
    disk.meta.set(ACCESS_END, before)
    expect(await openLog().gaps()).toEqual([])
    await write(5, 5)
    expect(await openLog().gaps()).toEqual([])
  })

  test('an entry that the disk refused is not counted', async () => {
    await write(1, 2)
    const log = openLog()
    await log.add('unlocked', '3', at(3))
    disk.refuses = true
    await log.add('unlocked', 'refused', at(4))
    disk.refuses = false
    await log.add('unlocked', '5', at(5))
    expect(await log.gaps()).toEqual([])
    expect(await details()).toEqual(['1', '2', '3', '5'])
    // It says that it refused, and has written all the same.
    disk.refuses = 'after'
    await log.add('unlocked', '6', at(6))
    disk.refuses = false
    await log.add('unlocked', '7', at(7))
    expect(await log.gaps()).toEqual([])
    expect(await details()).toEqual(['1', '2', '3', '5', '6', '7'])
  })

  test('the oldest of many go, which is no gap; rubbish in the file pushes none of them out', async () => {
    disk.frames = Array.from({ length: MOST + 3 }, (_, n) => unchained(n))
    await write(50, 51)
    expect(await openLog().read()).toHaveLength(MOST)
    expect(disk.frames).toHaveLength(MOST)
    expect(await openLog().gaps()).toEqual([])
    await write(60, 60 + MOST)
    expect(await openLog().read()).toHaveLength(MOST)
    expect(await openLog().gaps()).toEqual([])
    disk = newDisk()
    await write(1, 3)
    disk.frames.push(...Array.from({ length: 2 * MOST }, () => new Uint8Array(80)))
    expect(await details()).toEqual(['1', '2', '3'])
    expect(await openLog().gaps()).toEqual([])
  })
})

test('once the oldest have gone, what is lost later is counted, and what went is not', async () => {
  await write(1, MOST + 9)
  await openLog().read()
  expect(await openLog().gaps()).toEqual([])
  const whole = [...disk.frames]
  disk.frames = whole.filter((_, place) => place !== 7)
  expect(await openLog().gaps()).toEqual([{ since: at(16), until: at(18), missing: 1 }])
  disk.frames = whole.slice(3)
  expect(await openLog().gaps()).toEqual([{ until: at(13), missing: 3 }])
  disk.frames = whole.slice(0, -2)
  expect(await openLog().gaps()).toEqual([{ since: at(MOST + 7), missing: 2 }])
})

describe('what is noticed', () => {
  beforeEach(() => write(1, 8))

  test('entries cut out of the middle', async () => {
    disk.frames.splice(3, 3)
    expect(await openLog().gaps()).toEqual([{ since: at(3), until: at(7), missing: 3 }])
    // It stays noticed.
    await write(9, 9)
    expect(await openLog().gaps()).toEqual([{ since: at(3), until: at(7), missing: 3 }])
  })

  test('the beginning cut off', async () => {
    disk.frames.splice(0, 2)
    expect(await openLog().gaps()).toEqual([{ until: at(3), missing: 2 }])
  })

  test('the end cut off, also once the record goes on', async () => {
    disk.frames.splice(6)
    expect(await openLog().gaps()).toEqual([{ since: at(6), missing: 2 }])
    await write(9, 10)
    expect(await openLog().gaps()).toEqual([{ since: at(6), until: at(9), missing: 2 }])
  })

  test('the whole file taken away', async () => {
    disk.frames = []
    expect(await openLog().gaps()).toEqual([{ missing: 8 }])
    await write(9, 9)
    expect(await openLog().gaps()).toEqual([{ until: at(9), missing: 8 }])
  })

  test('an entry that was damaged', async () => {
    const fourth = disk.frames[3] as Uint8Array
    fourth[60] = (fourth[60] ?? 0) ^ 1
    expect(await openLog().gaps()).toEqual([{ since: at(3), until: at(5), missing: 1 }])
  })

  test('entries in another order are put back into theirs, and one that stands twice is one', async () => {
    disk.frames = [...disk.frames.reverse(), disk.frames[2] as Uint8Array]
    expect(await openLog().gaps()).toEqual([])
    expect(await details()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    await write(9, 9)
    expect(await openLog().gaps()).toEqual([])
  })

  test('two histories mixed: what went on from an older copy does not pass for what was there', async () => {
    disk = newDisk()
    await write(1, 5)
    // A copy of the whole disk, which goes on by itself under the same numbers.
    const copy = { ...newDisk(), frames: [...disk.frames], meta: new Map(disk.meta) }
    await write(20, 22, copy)
    await write(6, 8)
    const written = [...disk.frames]
    disk.frames = written.map((frame, place) =>
      place === 5 ? (copy.frames[5] as Uint8Array) : frame,
    )
    expect(await openLog().gaps()).toEqual([{ since: at(20), until: at(7), missing: 0 }])
    disk.frames = [...written, copy.frames[5] as Uint8Array]
    expect((await openLog().gaps()).length).toBeGreaterThan(0)
    disk.frames = copy.frames
    expect(await openLog().gaps()).toEqual([{ since: at(22), missing: 0 }])
  })

  test('a record whose end is known to nobody says so once it goes on: a lost database, a restore', async () => {
    for (const lost of [undefined, 'rubbish', new Uint8Array(90)]) {
      disk = newDisk()
      await write(1, 3)
      if (lost === undefined) disk.meta.clear()
      else disk.meta.set(ACCESS_END, lost)
      disk.frames.splice(2)
      await write(4, 5)
      expect((await openLog().read()).map(({ kind }) => kind)).toEqual([
        'unlocked',
        'unlocked',
        'taken-up',
        'unlocked',
        'unlocked',
      ])
      expect(await openLog().gaps()).toEqual([])
    }
  })
})
