/**
 * The disk as it is after a power cut: it has what was flushed, and of a folder the names that were flushed with it. At
 * each rename that makes a backup, or a restored folder, the one that counts, everything in it must be there.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBackupWriting } from './backup-writing'
import { installBackup } from './restore'
import { createSealedFolder } from './sealed-folder'

/** Paths that the disk has as they were last written, and each rename with what was lacking then. */
const disk = vi.hoisted(() => ({
  has: new Set<string>(),
  renames: [] as { readonly to: string; readonly lacking: readonly string[] }[],
}))

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  const within = async (path: string): Promise<readonly string[]> => [
    path,
    ...(await fs.readdir(path, { recursive: true })).map((name) => join(path, name)),
  ]
  return {
    ...fs,
    writeFile: async (...given: Parameters<typeof fs.writeFile>) => {
      disk.has.delete(String(given[0]))
      return fs.writeFile(...given)
    },
    open: async (...given: Parameters<typeof fs.open>) => {
      const handle = await fs.open(...given)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        await sync()
        disk.has.add(String(given[0]))
      }
      return handle
    },
    rename: async (from: string, to: string) => {
      const isFolder = (await fs.stat(from)).isDirectory()
      if (isFolder)
        disk.renames.push({
          to,
          lacking: (await within(from)).filter((path) => !disk.has.has(path)),
        })
      return fs.rename(from, to)
    },
  }
})

const DEVICE = 'd'.repeat(22)
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'confidant-power-'))
  disk.has.clear()
  disk.renames.length = 0
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('a backup gets its name when the disk has all of it', async () => {
  const folder = createSealedFolder(join(root, 'sealed'), DEVICE)
  for (const letter of ['a', 'b', 'c'])
    await folder.append(letter.repeat(22), [Buffer.from('what was sealed')])
  await folder.writeHeader('{}')
  const backups = join(root, 'backups')
  await mkdir(backups)
  const writing = createBackupWriting(folder)
  for (const record of await writing.begin(backups)) await writing.copy(record)
  const made = await writing.finish()
  expect(await readdir(made)).toHaveLength(5)
  expect(disk.renames).toEqual([{ to: made, lacking: [] }])
  expect(disk.has).toContain(dirname(made))
  await folder.close()
})

test('a restored folder takes the place of the former when the disk has all of it', async () => {
  const from = join(root, 'Confidant backup')
  await mkdir(from)
  await writeFile(join(from, 'vault.json'), '{}')
  for (const letter of ['a', 'b', 'c'])
    await writeFile(join(from, `${letter.repeat(22)}.sealed`), 'what was sealed')
  const folder = createSealedFolder(join(root, 'sealed'), DEVICE)
  await installBackup(from, root, DEVICE, folder)
  expect(disk.renames).toEqual([{ to: join(root, 'sealed'), lacking: [] }])
  expect(disk.has).toContain(root)
})
