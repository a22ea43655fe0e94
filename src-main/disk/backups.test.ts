/** A backup from elsewhere: whatever its list names, and whatever lies under its names. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sha256 } from './backup-files'
import { createBackups } from './backups'
import { scanFrames, toFrame } from './frames'
import type { Profile } from './profile'
import { createSealedFolder } from './sealed-folder'

const dialogs = vi.hoisted(() => ({ folder: '' }))
vi.mock('electron', () => ({
  dialog: { showOpenDialog: async () => ({ canceled: false, filePaths: [dialogs.folder] }) },
}))

const DEVICE = 'd'.repeat(22)
const RECORD = 'r'.repeat(22)
const FILE = `${RECORD}.sealed`
let root: string
let backup: string

const listOf = (
  ...files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
) =>
  JSON.stringify({
    format: 'confidant-backup',
    version: 1,
    createdAt: '2026-11-24T10:00:00.000Z',
    vaultId: 'v'.repeat(22),
    files,
  })
const listed = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  sha256: sha256(bytes),
})

const chosen = async () => {
  const settings = { deviceId: DEVICE, backupFolder: null }
  const profile = { get: () => settings, set: () => undefined } as unknown as Profile
  const folder = createSealedFolder(join(root, 'sealed'), DEVICE)
  const backups = createBackups(root, profile, folder, () => undefined)
  const [summary] = (await backups.choose()) ?? []
  return { backups, id: summary?.id ?? '', summary }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'confidant-backup-'))
  backup = join(root, 'from elsewhere')
  dialogs.folder = backup
  await mkdir(backup)
  await writeFile(join(backup, 'vault.json'), '{}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('a backup from elsewhere', () => {
  test('is read by its list', async () => {
    const good = Buffer.from('what was sealed')
    await writeFile(join(backup, FILE), good)
    await writeFile(join(backup, `${'o'.repeat(22)}.sealed`), 'other')
    await writeFile(
      join(backup, 'backup.json'),
      listOf(listed(FILE, good), listed(`${'o'.repeat(22)}.sealed`, Buffer.from('OTHER'))),
    )
    const { backups, id } = await chosen()
    expect(await backups.open(id)).toEqual({
      header: '{}',
      records: expect.arrayContaining([RECORD, 'o'.repeat(22)]),
      damaged: ['o'.repeat(22)],
      complete: true,
    })
  })

  test('whose list leads out of its folder has no list', async () => {
    await writeFile(join(backup, FILE), 'x')
    for (const name of [
      '../../../../../../dev/zero',
      '/dev/zero',
      '..',
      `${'a'.repeat(22)}/../vault.json`,
    ]) {
      await writeFile(
        join(backup, 'backup.json'),
        listOf({ name, size: 1, sha256: '0'.repeat(64) }),
      )
      const { backups, id } = await chosen()
      expect(await backups.open(id)).toEqual({
        header: '{}',
        records: [RECORD],
        damaged: [],
        complete: false,
      })
    }
  })

  test('with a device, a pipe, a folder or a link under a record’s name waits for nobody and reads none of it', async () => {
    const outside = join(root, 'outside')
    await writeFile(outside, toFrame(Buffer.from('not of this backup')))
    const under: Readonly<Record<string, (path: string) => unknown>> = {
      device: (path) => symlink('/dev/zero', path),
      pipe: (path) => execFileSync('mkfifo', [path]),
      folder: (path) => mkdir(path),
      link: (path) => symlink(outside, path),
    }
    for (const make of Object.values(under)) {
      await rm(join(backup, FILE), { recursive: true, force: true })
      await make(join(backup, FILE))
      await writeFile(
        join(backup, 'backup.json'),
        listOf({ name: FILE, size: 1, sha256: '0'.repeat(64) }),
      )
      const { backups, id } = await chosen()
      expect((await backups.open(id))?.damaged).toEqual([RECORD])
      expect(await backups.read(id, RECORD)).toEqual({ blobs: [], damaged: 1 })
      expect(await backups.install(id)).toEqual({ ok: false, error: expect.any(String) })
    }
    expect(await readdir(root)).not.toContain('sealed')
  })

  test('whose header or list is a pipe, or larger than any, is one without', async () => {
    await writeFile(join(backup, FILE), 'x')
    await rm(join(backup, 'vault.json'))
    execFileSync('mkfifo', [join(backup, 'vault.json')])
    execFileSync('mkfifo', [join(backup, 'backup.json')])
    const pipes = await chosen()
    expect(await pipes.backups.open(pipes.id)).toMatchObject({ header: null, complete: false })
    for (const name of ['vault.json', 'backup.json']) {
      await rm(join(backup, name))
      await writeFile(join(backup, name), '{}')
      await truncate(join(backup, name), 64 * 1024 * 1024)
    }
    const large = await chosen()
    expect(await large.backups.open(large.id)).toMatchObject({ header: null, complete: false })
  })

  test('with a record of another size than listed, or of half a gigabyte, reads none of it', async () => {
    await writeFile(join(backup, FILE), 'x')
    await truncate(join(backup, FILE), 512 * 1024 * 1024 + 1)
    await writeFile(join(backup, 'backup.json'), listOf(listed(FILE, Buffer.from('x'))))
    const { backups, id } = await chosen()
    expect((await backups.open(id))?.damaged).toEqual([RECORD])
    expect(await backups.read(id, RECORD)).toEqual({ blobs: [], damaged: 1 })
  })
})

test('a record of nothing but markers, each claiming all that follows, is given up and not hashed for days', () => {
  const marker = toFrame(Buffer.alloc(0)).subarray(0, 16)
  const bytes = 1024 * 1024
  const hostile = Buffer.alloc(bytes)
  for (let at = 12; at + 16 <= bytes; at += 16) {
    marker.copy(hostile, at)
    hostile.writeUInt32LE(bytes - at - 16, at + 4)
    hostile.fill(0xff, at + 8, at + 16)
  }
  expect(scanFrames(hostile).blobs).toEqual([])
})

test('a record of frames without end is read until it is late, and the rest counts as damaged', () => {
  const frame = toFrame(Buffer.from('blob'))
  const file = Buffer.concat([Buffer.alloc(12), ...Array.from({ length: 30_000 }, () => frame)])
  let looks = 0
  const { blobs, damaged } = scanFrames(file, () => ++looks === 2)
  expect(blobs.length).toBeGreaterThan(10_000)
  expect(blobs.length).toBeLessThan(25_000)
  expect(damaged).toBe(1)
  expect(scanFrames(file).blobs).toHaveLength(30_000)
})
