/**
 * Installed like any app: the .deb goes in by apt, starts from its menu entry on a vault that is there, replaces itself by a
 * newer one at a quit, and is purged; the vault is the same, byte for byte, at each step. Really installs, so only on a
 * machine for tests: as root, on Debian, on request.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileNamed, listOf, newKey, signedList, startServer } from '../../../steps/update-server'
import { expect, newProfile, noteText, openMentee, openTab, test, unlock } from '../../steps/device'

const isPossible =
  process.env.CONFIDANT_LONG === '1' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
const ENTRY = '/usr/share/applications/confidant.desktop'
const STARTED_MS = 60_000
/** It asks a minute after its start (src-main/updates/updates.ts). */
const ASKED_MS = 180_000

const packed = (version: string, key: string): string => {
  execFileSync(process.execPath, ['scripts/package.mjs'], {
    env: {
      ...process.env,
      CONFIDANT_PACKAGE_FOR_TESTS: '1',
      CONFIDANT_TEST_DEB: '1',
      CONFIDANT_TEST_VERSION: version,
      CONFIDANT_TEST_KEY: key,
    },
    stdio: 'pipe',
  })
  return join(process.cwd(), 'dist', 'test-only', `confidant_${version}_amd64.deb`)
}

const apt = (...args: string[]): void => {
  execFileSync('apt-get', ['-y', '-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'pipe',
  })
}
const installed = (): string => {
  const status = execFileSync('dpkg', ['-s', 'confidant'], { encoding: 'utf8' })
  return [/^Status: (.*)$/m, /^Version: (.*)$/m].map((line) => line.exec(status)?.[1]).join(' ')
}

/** Every file below a folder, by its bytes. */
const bytesOf = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .join('\n')

/** As the menu starts it; as root it needs one switch more. */
const startFromMenu = (home: string) => {
  const exec = /^Exec=(\S+)$/m.exec(readFileSync(ENTRY, 'utf8'))?.[1] ?? ''
  const config = join(home, '.config')
  const app = spawn(exec, ['--no-sandbox'], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: config },
    stdio: 'ignore',
  })
  const gone = new Promise<void>((resolve) => app.once('exit', () => resolve()))
  return { quit: () => void app.kill('SIGTERM'), gone }
}

test('a .deb is installed, started from the menu, updated at a quit and purged; the vault stays as it was, and what is in it is found again', async ({
  start,
}) => {
  test.skip(!isPossible, 'needs CONFIDANT_LONG=1, root and apt')
  test.setTimeout(1_800_000)
  const makers = newKey()
  const [before, after] = [packed('9.1.0', makers.key), packed('9.2.0', makers.key)]
  const server = await startServer()
  const home = await newProfile()
  const profile = join(home, '.config', 'confidant')
  const sealed = join(profile, 'sealed')
  const settings = () =>
    JSON.parse(readFileSync(join(profile, 'confidant.json'), 'utf8')) as Record<string, unknown>
  cpSync('tests/fixtures/vault-0.2.0', profile, { recursive: true })
  writeFileSync(
    join(profile, 'confidant.json'),
    JSON.stringify({ ...settings(), updatesFrom: server.address }),
  )
  const vault = bytesOf(sealed)
  try {
    apt('install', before)
    expect(installed()).toBe('install ok installed 9.1.0')
    expect(execFileSync('dpkg', ['--verify', 'confidant'], { encoding: 'utf8' })).toBe('')
    // Fetched before, as if it had been ended without a quit: nothing but the quit is left to do.
    const file = readFileSync(after)
    const name = 'confidant_9.2.0_amd64.deb'
    mkdirSync(join(profile, 'updates'))
    writeFileSync(join(profile, 'updates', name), file)
    const list = signedList(listOf('9.2.0', [fileNamed(name, file)]), makers.privateKey)
    server.pages.set('/confidant/releases.json', list)

    const old = startFromMenu(home)
    await expect
      .poll(() => server.asked, { timeout: ASKED_MS })
      .toEqual(['/confidant/releases.json'])
    expect(bytesOf(sealed)).toBe(vault)
    // It checks the file before it is ready for the quit.
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    old.quit()
    await old.gone
    expect(installed()).toBe('install ok installed 9.2.0')
    expect(bytesOf(sealed)).toBe(vault)
    const [copy = ''] = readdirSync(join(profile, 'sealed before update'))
    expect(existsSync(join(profile, 'sealed before update', copy, 'backup.json'))).toBe(true)
    expect(settings().updating).toMatchObject({ version: '9.2.0' })

    const newer = startFromMenu(home)
    await expect.poll(() => settings().updating, { timeout: STARTED_MS }).toBeNull()
    expect(existsSync(join(profile, 'updates'))).toBe(false)
    newer.quit()
    await newer.gone
    apt('purge', 'confidant')
    expect([existsSync('/opt/Confidant'), existsSync(ENTRY)]).toEqual([false, false])
    expect(bytesOf(sealed)).toBe(vault)
    // What is installed lets nobody look into it (package.spec.ts): its profile is opened by the same app, unpackaged.
    const { page } = await start(profile)
    await unlock(page)
    await openMentee(page, 'Fixture Mentee')
    await openTab(page, 'Notes')
    await expect(noteText(page)).toContainText('Written by version 0.2.0.')
  } finally {
    if (existsSync('/opt/Confidant')) apt('purge', 'confidant')
    await server.close()
  }
})
