/** The security baseline of the design, a test for each line of it; what it says of the network is in network.spec.ts. */
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { callNames } from '../../../../shared/bridge/host'
import { createVault, expect, test } from '../../steps/device'

test('the window is sandboxed and isolated, and served from the app’s own scheme', async ({
  device,
}) => {
  const { app, page } = device
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has the call and not its type.
      const known = contents as unknown as {
        readonly getLastWebPreferences: () => Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } =
        known.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag }
    }),
  )
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
  ])
  const seen = await page.evaluate(() => ({
    origin: location.origin,
    secure: isSecureContext,
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
  }))
  expect(seen).toEqual({
    origin: 'app://confidant',
    secure: true,
    node: ['undefined', 'undefined'],
  })
})

test('the bridge has the named calls of the contract and nothing else', async ({ device }) => {
  const seen = await device.page.evaluate(() =>
    Object.entries(window.host).flatMap(([scope, calls]) =>
      typeof calls === 'function' ? [scope] : Object.keys(calls).map((name) => `${scope}.${name}`),
    ),
  )
  expect(seen.sort()).toEqual([...callNames, 'onCommand'].sort())
})

test('every response carries the strict policy; eval does not run; paths stay inside', async ({
  device,
}) => {
  const { page } = device
  const policy = await page.evaluate(async () =>
    (await fetch('app://confidant/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(policy).toContain("connect-src 'self';")
  expect(policy).not.toContain("'unsafe-eval'")
  const evalRan = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "ran"; Function("document.title = \'eval\'")()'
    document.head.append(script)
    return document.title
  })
  expect(evalRan).toBe('Confidant')
  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '//etc/passwd',
  ])
    expect(
      await page.evaluate(async (wanted) => (await fetch(`app://confidant${wanted}`)).status, path),
    ).toBe(404)
})

test('every permission is denied', async ({ device }) => {
  const answers = await device.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
    ] as PermissionName[]
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name })).state),
    )
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    )
    return [...states, await Notification.requestPermission(), media]
  })
  expect(new Set(answers)).toEqual(new Set(['denied']))
})

test('navigation and new windows are refused', async ({ device }) => {
  const { app, page } = device
  await expect(page.getByRole('button', { name: 'Create your vault' })).toBeVisible()
  expect(await page.evaluate(() => window.open('https://example.org') === null)).toBe(true)
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'file:///etc/passwd'
    document.body.append(link)
    link.click()
  })
  // Asked of Electron: Playwright would wait for the navigation that never comes.
  const windows = await app.evaluate(({ webContents }) =>
    Promise.all(
      webContents
        .getAllWebContents()
        .map(async (contents) => [
          contents.getURL(),
          await contents.executeJavaScript('document.body.innerText'),
        ]),
    ),
  )
  expect(windows).toEqual([
    ['app://confidant/index.html', expect.stringContaining('Create your vault')],
  ])
})

test('calls with wrong arguments are refused by name, whoever makes them', async ({ device }) => {
  const refused = await device.page.evaluate(async () => {
    const host = window.host as unknown as Record<
      string,
      Record<string, (...args: unknown[]) => Promise<unknown>>
    >
    const wrong: [scope: string, call: string, args: unknown[]][] = [
      ['folder', 'append', ['../../evil', [new Uint8Array(1)]]],
      ['folder', 'append', ['A'.repeat(22), ['text']]],
      ['folder', 'read', ['/etc/passwd']],
      ['header', 'write', [42]],
      ['laptop', 'setRelay', ['http://example.org']],
      ['laptop', 'setRelay', ["ws://x; script-src 'unsafe-eval'"]],
      ['recoverySheet', 'save', [{ groups: ['<script>'], vaultId: 'x', createdAt: 'y' }]],
      ['app', 'environment', ['extra']],
    ]
    return Promise.all(
      wrong.map(([scope, call, args]) =>
        host[scope]?.[call]?.(...args).then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      ),
    )
  })
  for (const message of refused) expect(message).toContain('refused: wrong arguments')
})

test('what the school has set holds, whatever the page asks for', async ({ start, profile }) => {
  const file = join(profile, 'managed.json')
  await writeFile(file, JSON.stringify({ longestAutoLockMinutes: 5, relay: 'ws://127.0.0.1:9' }))
  const { page } = await start(profile, [`--managed-settings=${file}`])
  const held = await page.evaluate(async () => {
    const { host } = window
    const { settings } = await host.app.environment()
    await host.laptop.setSettings({ ...settings, autoLockMinutes: 0 })
    const said = await host.laptop.setRelay('ws://127.0.0.1:10').then(
      () => 'taken',
      (error: Error) => error.message,
    )
    await host.laptop.setRelay('ws://127.0.0.1:9')
    const after = await host.app.environment()
    const policy = (await fetch('app://confidant/index.html')).headers.get(
      'content-security-policy',
    )
    return { minutes: after.settings.autoLockMinutes, relay: after.relay, said, policy }
  })
  expect(held).toEqual({
    minutes: 5,
    relay: 'ws://127.0.0.1:9',
    said: expect.stringContaining('refused: the school has set the relay'),
    policy: expect.stringContaining("connect-src 'self' ws://127.0.0.1:9;"),
  })
})

test('a second instance on the same profile gives way to the first', async ({
  device,
  profile,
}) => {
  const electron = JSON.parse(process.env.CONFIDANT_ELECTRON ?? '{}') as {
    executable: string
    args: string[]
  }
  const second = spawn(electron.executable, [...electron.args, `--user-data-dir=${profile}`], {
    stdio: 'ignore',
  })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  await expect(device.page.getByRole('button', { name: 'Create your vault' })).toBeVisible()
})

test('a Chromium older than the last one is refused with a sentence, and touches nothing', async ({
  start,
  profile,
}) => {
  const first = await start(profile)
  await createVault(first.page)
  await first.quit()
  const file = join(profile, 'confidant.json')
  const state = JSON.parse(await readFile(file, 'utf8')) as object
  await writeFile(file, JSON.stringify({ ...state, highestChromium: 999 }))
  const older = await start(profile)
  await expect(
    older.page.getByRole('heading', { name: 'This is an older version of Confidant' }),
  ).toBeVisible()
  expect(
    await older.page.evaluate(async () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('vault-actions')),
    ),
  ).toBe(false)
})
