/** The packaged app: its fuses read back, that it starts, and that it has all that its own relay needs. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, linkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { freePort } from '../../../relay/free-port'
import { expect, newProfile, test } from '../../steps/device'

test('npm run package flips the fuses, and refuses the fallback runtime outside tests', async () => {
  test.setTimeout(300_000)
  const { fallback } = JSON.parse(process.env.CONFIDANT_ELECTRON ?? '{}') as {
    readonly fallback?: boolean
  }
  if (fallback === true) {
    const refused = spawnSync(process.execPath, ['scripts/package.mjs'], { encoding: 'utf8' })
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('must not be given to anyone')
  }
  const packaged = spawnSync(process.execPath, ['scripts/package.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, CONFIDANT_PACKAGE_FOR_TESTS: '1' },
  })
  expect(packaged.status, packaged.stderr).toBe(0)
  const folder = join('dist', 'test-only', 'linux-unpacked')
  const executable = join(folder, 'confidant')
  expect(existsSync(join(folder, 'resources', 'app.asar'))).toBe(true)
  const wire = await getCurrentFuseWire(executable)
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    cookies: wire[FuseV1Options.EnableCookieEncryption],
    integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
  }).toEqual({
    runAsNode: FuseState.DISABLE,
    nodeOptions: FuseState.DISABLE,
    inspect: FuseState.DISABLE,
    cookies: FuseState.ENABLE,
    integrity: FuseState.ENABLE,
    onlyAsar: FuseState.ENABLE,
  })
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const startWith = (program: string, profile: string, ...given: string[]) =>
    spawnSync(program, [...flags, `--user-data-dir=${profile}`, ...given], {
      encoding: 'utf8',
      timeout: 8000,
    })
  // Asked to let itself be looked into, it says that it does not, and makes nothing; also under Electron's own name.
  const renamed = join(folder, 'electron')
  rmSync(renamed, { force: true })
  linkSync(executable, renamed)
  for (const program of [executable, renamed]) {
    const looked = await newProfile()
    const log = join(looked, 'net-log.json')
    const given = [
      '--inspect=0',
      '--remote-debugging-port=0',
      `--log-net-log=${log}`,
      '--managed-settings=/x',
    ]
    const refused = startWith(program, looked, ...given)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain(
      '--inspect, --remote-debugging-port, --log-net-log, --managed-settings',
    )
    expect(refused.stderr).not.toMatch(/(Debugger|DevTools) listening/)
    expect([existsSync(log), existsSync(join(looked, 'confidant.json'))]).toEqual([false, false])
  }
  // It starts and makes its profile.
  const profile = await newProfile()
  startWith(executable, profile)
  expect(existsSync(join(profile, 'confidant.json'))).toBe(true)
  // Its own relay runs, whose store is native and lies beside the asar.
  const [sharing, port, secret] = [await newProfile(), await freePort(), 's'.repeat(27)]
  const own = { relay: `ws://127.0.0.1:${port}#${secret}`, share: { port, secret } }
  writeFileSync(
    join(sharing, 'confidant.json'),
    JSON.stringify({ deviceId: 'x'.repeat(22), ...own }),
  )
  const running = spawn(executable, [...flags, `--user-data-dir=${sharing}`], { stdio: 'ignore' })
  const page = (): Promise<string> =>
    fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.text(),
      () => '',
    )
  await expect.poll(page, { timeout: 30_000 }).toBe('Confidant relay\n')
  running.kill('SIGKILL')
  await expect.poll(page).toBe('')
})
