/**
 * What every command of the project needs before it can run, each step quick when there is nothing to do:
 * dependencies (npm ci), system packages (Debian, as root), the build. Plain Node, no dependency.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** @param {string} text */
export const say = (text) => console.log(`confidant: ${text}`)
/** @type {(text: string) => never} Ends the process; the type says so, so that what follows may count on it. */
export const fail = (text) => {
  console.error(`confidant: ${text}`)
  process.exit(1)
}

/**
 * Runs a command with its output shown; resolves to its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    process.once('SIGINT', () => child.kill('SIGINT'))
    process.once('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 143)))
  })

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node ${process.versions.node} is too old: version 20.19 or newer is needed.`)
}

/** Installs node_modules when they are missing or older than the lock file. */
export const ensureDependencies = async () => {
  checkNode()
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = join(root, 'node_modules', '.confidant-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('installing dependencies (npm ci) …')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) fail('the dependencies could not be installed: is the npm registry reachable?')
  writeFileSync(stamp, lock)
}

const PACKAGES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
}

export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * Resolves to the exit code.
 * @param {readonly string[]} packages Debian's
 */
export const install = async (packages) => {
  say(`installing system packages: ${packages.join(' ')} …`)
  // In run level 1 no service is started that is installed.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  /** @type {import('node:child_process').SpawnOptions} */
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env }
  await run('apt-get', ['update', '-qq'], quiet)
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
}

/**
 * On Debian as root: installs the libraries that Electron needs, and Xvfb where there is no display.
 * @param {Readonly<Record<string, string>>} [commands] further commands, each with the package that brings it
 */
export const ensureSystemPackages = async (commands = {}) => {
  if (process.platform !== 'linux') return
  const known = spawnSync('ldconfig', ['-p'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  })
  const missing = Object.entries(PACKAGES).flatMap(([library, name]) =>
    known.stdout?.includes(library) ? [] : [name],
  )
  const wanted = { ...(process.env.DISPLAY ? {} : { Xvfb: 'xvfb' }), ...commands }
  for (const [command, name] of Object.entries(wanted))
    if (spawnSync('which', [command]).status !== 0) missing.push(name)
  if (missing.length === 0) return
  if (!canInstall())
    fail(`these system packages are missing: ${missing.join(' ')}. Install them and try again.`)
  if ((await install(missing)) !== 0) fail('the system packages could not be installed.')
}

/** What the tests of a school's relays start, each on a port of its own; Debian's own copies are not started. */
const SERVICES = { 'redis-server': 'redis-server', pg_lsclusters: 'postgresql', nginx: 'nginx' }

/** On Debian as root: installs Redis, PostgreSQL and nginx. Anywhere else those tests are left out, and say so. */
export const ensureServices = async () => {
  if (canInstall()) await ensureSystemPackages(SERVICES)
}

/** @type {(path: string) => number} */
const newestIn = (path) => {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

/** Builds the app into out/ when a source is newer than the last build. */
export const ensureBuild = async () => {
  const sources = [
    'shared',
    'src-main',
    'src-relay',
    'src-renderer',
    'scripts/licences.ts',
    'electron.vite.config.ts',
    'package-lock.json',
    'postcss.config.cjs',
  ]
  const built = join(root, 'out', '.built')
  const newest = Math.max(...sources.map((name) => newestIn(join(root, name))))
  if (existsSync(built) && statSync(built).mtimeMs > newest) return
  say('building the app …')
  const code = await run(process.execPath, [
    join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  if (code !== 0) fail('the app could not be built.')
  writeFileSync(built, '')
}
