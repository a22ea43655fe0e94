/** The count of writes, in the sealed folder and beside it (src-main/disk/write-count.ts). */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWriteCount } from './write-count'

const DEVICE = 'd'.repeat(22)
const newProfile = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'confidant-count-'))
  await mkdir(join(directory, 'sealed', DEVICE), { recursive: true })
  return directory
}
const open = (directory: string, epoch = '', device = DEVICE) =>
  openWriteCount(
    directory,
    () => device,
    async () => epoch,
  )

test('goes on where it was, and says nothing of an honest folder', async () => {
  const directory = await newProfile()
  const first = await open(directory)
  expect(first.atStart()).toEqual({ inFolder: 0, known: 0 })
  expect([first.next(), first.next()]).toEqual([1, 2])
  await first.flush()
  const second = await open(directory)
  expect(second.atStart()).toEqual({ inFolder: 2, known: 2 })
  expect(second.next()).toBe(3)
})

test('a folder that was put back to an older copy is behind; after a crash it never is', async () => {
  const directory = await newProfile()
  const count = await open(directory)
  count.next()
  await count.flush()
  const copy = join(directory, 'copy')
  await cp(join(directory, 'sealed'), copy, { recursive: true })
  count.next()
  await count.flush()
  // Killed between the two: the folder's own count is written first.
  count.next()
  const crashed = (await open(directory)).atStart()
  expect(crashed.known).toBe(2)
  expect(crashed.inFolder).toBeGreaterThanOrEqual(2)
  await rm(join(directory, 'sealed'), { recursive: true })
  await cp(copy, join(directory, 'sealed'), { recursive: true })
  const old = await open(directory)
  expect(old.atStart()).toEqual({ inFolder: 1, known: 2 })
  // It counts on from the later of the two, so that it is told once.
  expect(old.next()).toBe(3)
  await old.flush()
  expect((await open(directory)).atStart()).toEqual({ inFolder: 3, known: 3 })
})

test('a restore, another laptop’s profile, or a damaged count: nothing is known, and nothing is said', async () => {
  const directory = await newProfile()
  const count = await open(directory)
  count.next()
  await count.flush()
  expect((await open(directory, 'restored')).atStart().known).toBe(0)
  expect((await open(directory, '', 'e'.repeat(22))).atStart().known).toBe(0)
  expect(JSON.parse(await readFile(join(directory, 'written.json'), 'utf8'))).toEqual({
    device: DEVICE,
    epoch: '',
    count: 1,
  })
})
