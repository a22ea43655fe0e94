/** Single files of the folder through which laptops meet that the disk, or a program that holds them, does not give. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { lstat, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readWithin } from './backup-files'
import { openProfile } from './profile'
import { createSyncFolder } from './sync-folder'
import { createPatience } from './turns'

const PLACE = 'abcd2345'
let root = ''
let stick = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'confidant-held-'))
  stick = join(root, 'stick')
  mkdirSync(stick)
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(root, { recursive: true, force: true })
})

const refuse = (code: string): Promise<never> =>
  Promise.reject(Object.assign(new Error(code), { code }))

/** A laptop whose disk does with single files what the test says. */
const laptop = async (
  refusal: (call: string, name: string) => Promise<never> | undefined = () => undefined,
) => {
  const does =
    <T extends readonly [unknown, ...unknown[]], R>(
      call: string,
      real: (...given: T) => Promise<R>,
    ) =>
    (...given: T): Promise<R> =>
      refusal(call, basename(String(given[0]))) ?? real(...given)
  const folder = createSyncFolder(openProfile(join(root, 'profile')), async () => stick, {
    lstat: does('lstat', lstat) as typeof lstat,
    rename: does('rename', rename) as typeof rename,
    rm: does('rm', rm) as typeof rm,
    readWithin: does('read', readWithin),
  })
  await folder.choose()
  const write = async (text: string): Promise<string> => {
    const name = await folder.write(PLACE, new TextEncoder().encode(text))
    if (!name.ok) throw new Error(name.error)
    return name.value
  }
  return { folder, write }
}
const place = (): string => join(stick, `Confidant ${PLACE}`)

test('a file that the disk does not give is unreadable, and the others are read', async () => {
  const held = { name: '' }
  const { folder, write } = await laptop((call, name) =>
    call === 'read' && name === held.name ? refuse('EIO') : undefined,
  )
  held.name = await write('damaged')
  const other = await write('whole')
  expect(await folder.read(PLACE, held.name)).toEqual({ ok: false, error: 'unreadable' })
  expect((await folder.read(PLACE, other)).ok).toBe(true)
})

test('a file of which nothing is told is listed as being there, and keeps no other from the list', async () => {
  const held = { name: '' }
  const { folder, write } = await laptop((call, name) =>
    call === 'lstat' && name === held.name ? refuse('EACCES') : undefined,
  )
  held.name = await write('held')
  const other = await write('told of')
  expect(await folder.list(PLACE)).toMatchObject({
    ok: true,
    value: { there: true, files: [{ name: other }], untold: [held.name] },
  })
})

test('a file whose reading never ends is given up, and the folder goes on being read and written', async () => {
  const held = { name: '' }
  const { folder, write } = await laptop((call, name) =>
    call === 'read' && name === held.name ? new Promise<never>(() => undefined) : undefined,
  )
  held.name = await write('online only')
  const other = await write('here')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const reading = folder.read(PLACE, held.name)
  // The read begins behind real calls to the disk.
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await reading).toEqual({ ok: false, error: 'unreadable' })
  vi.useRealTimers()
  expect((await folder.read(PLACE, other)).ok).toBe(true)
  expect((await folder.list(PLACE)).ok).toBe(true)
  expect((await folder.write(PLACE, new Uint8Array(3))).ok).toBe(true)
  // Told at once: it still waits.
  expect(await folder.read(PLACE, held.name)).toEqual({ ok: false, error: 'unreadable' })
})

test('no more than two files are waited for, and one that comes after all makes room', async () => {
  const inTime = createPatience(20)
  let come: () => void = () => undefined
  let begun = 0
  const never = (): Promise<string> => {
    begun++
    return new Promise((resolve) => {
      come = () => resolve('late')
    })
  }
  for (const name of ['a', 'b', 'c', 'a']) expect(await inTime(name, never)).toBeUndefined()
  expect(begun).toBe(2)
  come()
  await expect.poll(() => inTime('d', async () => 'here')).toBe('here')
})

test('a file that a sync program does not let through is that file’s trouble, and leaves nothing behind', async () => {
  let isHeld = true
  const { folder, write } = await laptop((call) =>
    call === 'rename' && isHeld ? refuse('EBUSY') : undefined,
  )
  expect(await folder.write(PLACE, new Uint8Array(3))).toEqual({ ok: false, error: 'unwritable' })
  expect(readdirSync(place())).toEqual([])
  isHeld = false
  const name = await write('the next time')
  expect(readdirSync(place())).toEqual([name])
})

test('a disk that is full is so for every file', async () => {
  const { folder } = await laptop((call) => (call === 'rename' ? refuse('ENOSPC') : undefined))
  expect(await folder.write(PLACE, new Uint8Array(3))).toEqual({ ok: false, error: 'full' })
})

test('a file of this laptop’s that cannot be removed is counted, and keeps no other from being removed', async () => {
  let held = ''
  const { folder, write } = await laptop((call, name) =>
    call === 'rm' && name === held ? refuse('EPERM') : undefined,
  )
  held = await write('replaced, and held')
  const other = await write('replaced')
  const kept = await write('kept')
  expect(await folder.keep(PLACE, [kept])).toEqual({ ok: true, value: 1 })
  expect(existsSync(join(place(), other))).toBe(false)
  held = ''
  expect(await folder.keep(PLACE, [kept])).toEqual({ ok: true, value: 0 })
  expect(readdirSync(place())).toEqual([kept])
})
