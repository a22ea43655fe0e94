/** A disk that can really be full. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly path: string
  /** Until not a byte more goes on it. */
  readonly fill: () => void
  readonly makeRoom: () => void
  readonly remove: () => void
}

/** Nothing where mounting is not allowed. */
export const smallDisk = (megabytes: number): SmallDisk | undefined => {
  const path = mkdtempSync(join(tmpdir(), 'confidant-small-'))
  const filler = join(path, 'filler')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      stdio: 'ignore',
    })
  } catch {
    return undefined
  }
  return {
    path,
    fill: () =>
      void spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'], { stdio: 'ignore' }),
    makeRoom: () => rmSync(filler),
    remove: () => execFileSync('umount', ['-l', path]),
  }
}
export const NO_SMALL_DISK = 'mounting a small tmpfs is not allowed here'
