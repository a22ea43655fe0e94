/** Main's part of the folder through which laptops meet, over real directories: what is there, and whose it is. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../../shared/base/result'
import { openProfile } from './profile'
import { createSyncFolder } from './sync-folder'
import { createTurns } from './turns'

const chosen = { path: '' }
const pick = async () => (chosen.path === '' ? undefined : chosen.path)
const PLACE = 'abcd2345'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'confidant-sync-folder-'))
  chosen.path = join(root, 'stick')
  mkdirSync(chosen.path)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const laptop = async (name: string) => {
  const profile = openProfile(join(root, name))
  const folder = createSyncFolder(profile, pick)
  await folder.choose()
  return { profile, folder }
}
const place = (): string => join(chosen.path, `Confidant ${PLACE}`)
const written = async (folder: Awaited<ReturnType<typeof laptop>>['folder'], text: string) => {
  const name = await folder.write(PLACE, bytes(text))
  if (!name.ok) throw new Error(name.error)
  return name.value
}

test('what one laptop wrote is listed and read by the other, under a name that says nothing', async () => {
  const a = await laptop('a')
  const b = await laptop('b')
  expect(await b.folder.list(PLACE)).toEqual({
    ok: true,
    value: { there: false, files: [], untold: [] },
  })
  const name = await written(a.folder, 'sealed')
  expect(name).toMatch(/^[\da-f]{32}\.sealed$/)
  expect(await b.folder.list(PLACE)).toMatchObject({
    ok: true,
    value: { there: true, files: [{ name, size: 6 }] },
  })
  const read = await b.folder.read(PLACE, name)
  expect(read.ok && Buffer.from(read.value).toString()).toBe('sealed')
  expect(readdirSync(place())).toEqual([name])
})

test('nothing that this laptop has not written is removed, rewritten or touched, whatever the page asks', async () => {
  const a = await laptop('a')
  const b = await laptop('b')
  const others = await written(a.folder, 'of the other laptop')
  writeFileSync(join(place(), 'holiday.jpg'), 'not ours at all')
  writeFileSync(join(chosen.path, 'thesis.doc'), 'beside it')
  const before = [others, 'holiday.jpg', '../thesis.doc'].map((name) => ({
    name,
    text: readFileSync(join(place(), name), 'utf8'),
    time: statSync(join(place(), name)).mtimeMs,
  }))
  const own = await written(b.folder, 'of this laptop')
  const older = await written(b.folder, 'of this laptop, replaced')
  expect(await b.folder.keep(PLACE, [own])).toEqual({ ok: true, value: 0 })
  expect(existsSync(join(place(), own))).toBe(true)
  expect(existsSync(join(place(), older))).toBe(false)
  expect(await b.folder.keep(PLACE, [])).toEqual({ ok: true, value: 0 })
  expect(existsSync(join(place(), own))).toBe(false)
  for (const { name, text, time } of before) {
    expect(readFileSync(join(place(), name), 'utf8')).toBe(text)
    expect(statSync(join(place(), name)).mtimeMs).toBe(time)
  }
})

test('what is this laptop’s own is known after a restart, and goes also when a sync program brings it back', async () => {
  const a = await laptop('a')
  const name = await written(a.folder, 'replaced')
  const kept = await written(a.folder, 'kept')
  await a.folder.keep(PLACE, [kept])
  writeFileSync(join(place(), name), 'replaced')
  const again = createSyncFolder(openProfile(join(root, 'a')), pick)
  await again.keep(PLACE, [kept])
  expect(readdirSync(place())).toEqual([kept])
})

test('a crash in the middle of a write leaves a part that nobody lists, and that goes with the next tidying', async () => {
  const a = await laptop('a')
  const kept = await written(a.folder, 'whole')
  const half = await written(a.folder, 'half written')
  renameSync(join(place(), half), join(place(), `.${half}.part`))
  truncateSync(join(place(), `.${half}.part`), 4)
  const listed = await a.folder.list(PLACE)
  expect(listed.ok && listed.value.files.map(({ name }) => name)).toEqual([kept])
  await a.folder.keep(PLACE, [kept])
  expect(readdirSync(place())).toEqual([kept])
})

test('no link leads out of the folder: not a file’s, and not the place’s own', async () => {
  const a = await laptop('a')
  const name = await written(a.folder, 'sealed')
  const secret = join(root, 'secret')
  writeFileSync(secret, 'elsewhere')
  symlinkSync(secret, join(place(), 'link.sealed'))
  const listed = await a.folder.list(PLACE)
  expect(listed.ok && listed.value.files.map((file) => file.name)).toEqual([name])
  expect(await a.folder.read(PLACE, 'link.sealed')).toEqual({ ok: false, error: 'unreadable' })
  expect(await a.folder.read(PLACE, '..')).toEqual({ ok: false, error: 'unreadable' })
  rmSync(place(), { recursive: true })
  mkdirSync(join(root, 'elsewhere'))
  symlinkSync(join(root, 'elsewhere'), place())
  expect(await a.folder.list(PLACE)).toEqual({
    ok: true,
    value: { there: false, files: [], untold: [] },
  })
  expect((await a.folder.write(PLACE, bytes('x'))).ok).toBe(false)
  expect(readdirSync(join(root, 'elsewhere'))).toEqual([])
})

test('a file larger than any of ours is not read', async () => {
  const a = await laptop('a')
  const name = await written(a.folder, 'sealed')
  truncateSync(join(place(), name), 65 * 1024 * 1024)
  expect(await a.folder.read(PLACE, name)).toEqual({ ok: false, error: 'unreadable' })
})

test('a folder that is away is gone, also for writing, and is made by nobody; back again, it is as before', async () => {
  const a = await laptop('a')
  const name = await written(a.folder, 'sealed')
  renameSync(chosen.path, join(root, 'pulled out'))
  expect(await a.folder.list(PLACE)).toEqual({ ok: false, error: 'gone' })
  expect(await a.folder.write(PLACE, bytes('x'))).toEqual({ ok: false, error: 'gone' })
  expect(await a.folder.read(PLACE, name)).toEqual({ ok: false, error: 'gone' })
  expect(existsSync(chosen.path)).toBe(false)
  renameSync(join(root, 'pulled out'), chosen.path)
  expect((await a.folder.read(PLACE, name)).ok).toBe(true)
})

test('without a folder, or after it was left, nothing is read or written', async () => {
  const a = await laptop('a')
  await a.folder.leave()
  expect(await a.folder.list(PLACE)).toEqual({ ok: false, error: 'no-folder' })
  expect(await a.folder.write(PLACE, bytes('x'))).toEqual({ ok: false, error: 'no-folder' })
  chosen.path = ''
  expect(await a.folder.choose()).toBeNull()
})

// Nobody keeps root from writing.
test.skipIf(process.getuid?.() === 0)(
  'a folder that takes no files says so, and is read',
  async () => {
    const a = await laptop('a')
    const name = await written(a.folder, 'sealed')
    chmodSync(place(), 0o500)
    expect(await a.folder.write(PLACE, bytes('x'))).toEqual({ ok: false, error: 'refused' })
    expect((await a.folder.read(PLACE, name)).ok).toBe(true)
    chmodSync(place(), 0o700)
  },
)

test('what a pairing left is removed once it is over, with its place; one under way is not', async () => {
  const a = await laptop('a')
  await a.folder.write('pairing abcd2345', bytes('old'))
  const old = join(chosen.path, 'Confidant pairing abcd2345')
  const now = Date.now()
  await a.folder.list(PLACE)
  expect(existsSync(old)).toBe(true)
  vi.spyOn(Date, 'now').mockReturnValue(now + 11 * 60_000)
  await a.folder.list(PLACE)
  vi.restoreAllMocks()
  expect(existsSync(old)).toBe(false)
})

test('a share that does not answer holds one call: every other one is told so at once, and is heard again afterwards', async () => {
  const inTurn = createTurns(50)
  let answer: (text: string) => void = () => undefined
  let calls = 0
  const hanging = inTurn(async () => {
    calls++
    return ok(
      await new Promise<string>((resolve) => {
        answer = resolve
      }),
    )
  })
  expect(await hanging).toEqual({ ok: false, error: 'slow' })
  for (let more = 0; more < 5; more++)
    expect(
      await Promise.race([
        inTurn(async () => {
          calls++
          return ok('')
        }),
        new Promise((resolve) => setTimeout(resolve, 20, 'waits')),
      ]),
    ).toEqual({ ok: false, error: 'slow' })
  expect(calls).toBe(1)
  answer('at last')
  await expect.poll(() => inTurn(async () => ok('again'))).toEqual({ ok: true, value: 'again' })
})
