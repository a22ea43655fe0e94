import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { writeWhole } from './save-file'

vi.mock('electron', () => ({ dialog: {} }))

test.skipIf(process.getuid?.() !== 0)(
  'a file that a full disk does not take leaves the one that stood there as it was, and nothing beside it',
  async () => {
    const disk = await mkdtemp(join(tmpdir(), 'confidant-save-'))
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status).toBe(0)
    try {
      const path = join(disk, 'hand-over.confidant')
      expect(await writeWhole(path, 'the only copy')).toEqual({ ok: true, value: true })
      expect(await writeWhole(path, new Uint8Array(2_000_000))).toEqual({
        ok: false,
        error: 'disk-full',
      })
      expect(await readFile(path, 'utf8')).toBe('the only copy')
      expect(await readdir(disk)).toEqual(['hand-over.confidant'])
    } finally {
      spawnSync('umount', ['-l', disk])
    }
  },
)

test.skipIf(process.platform === 'win32')(
  'a file that others could read is the coach’s alone once it was saved over',
  async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'confidant-save-')), 'roster.csv')
    await writeFile(path, 'name')
    await chmod(path, 0o644)
    await writeWhole(path, 'Amara Osei')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toBe('Amara Osei')
  },
)
