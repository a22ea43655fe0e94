/** Capture, locking, backup and restore, each beside the least that the same machine needs for it. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import {
  createVault,
  expect,
  launch,
  lock,
  newProfile,
  PASSPHRASE,
  unlock,
} from '../e2e/steps/device'
import { answerFolder } from '../e2e/steps/system-dialogs'
import { writeBigVault } from './big-vault'
import { type Figure, figure, median } from './figure'

const CAPTURES = 7
const LOCKS = 5
const ROUNDS = Number(process.env.ROUNDS ?? 200)

const captureWindow = (app: ElectronApplication): Page | undefined =>
  app.windows().find((window) => window.url().endsWith('/capture.html'))

/** From the shortcut's handler to the caret in the line, in ms: warm, and beside it a bare window that is made and focused. */
const measureCapture = async (): Promise<Figure[]> => {
  const device = await launch(await newProfile())
  const { app, page } = device
  await createVault(page)
  await expect.poll(() => captureWindow(app) !== undefined, { timeout: 30_000 }).toBe(true)
  const capture = captureWindow(app) as Page
  await capture.waitForLoadState()
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < CAPTURES; round++) {
    const from = await app.evaluate(({ Menu }) => {
      const at = Date.now()
      Menu.getApplicationMenu()?.getMenuItemById('capture')?.click()
      return at
    })
    // Painted with the caret in its line; the figure holds the way to the page and back.
    const painted = await capture.evaluate(
      () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now()))),
        ),
    )
    ours.push(painted - from)
    await expect(capture.getByLabel('Note to self')).toBeFocused()
    await capture.keyboard.press('Escape')
    bare.push(
      await app.evaluate(async ({ BrowserWindow }) => {
        const at = Date.now()
        const window = new BrowserWindow({ width: 520, height: 180, show: false })
        await window.loadURL('data:text/html,<input autofocus>')
        window.show()
        window.focus()
        const took = Date.now() - at
        window.destroy()
        return took
      }),
    )
  }
  await device.quit()
  return [
    figure(
      'capture: from the shortcut to the caret, over a bare window made for it',
      'ms',
      median(ours),
      median(bare),
      '< 333 ms',
    ),
  ]
}

/** From the lock button to a page in which nothing can be read, over a bare reload of the locked page. */
const measureLock = async (profile: string): Promise<Figure[]> => {
  const device = await launch(profile)
  const { page } = device
  const ours: number[] = []
  const reloads: number[] = []
  for (let round = 0; round < LOCKS; round++) {
    await unlock(page)
    const from = performance.now()
    await lock(page)
    ours.push(performance.now() - from)
    const again = performance.now()
    await page.reload()
    await page.getByRole('heading', { name: 'Unlock your vault' }).waitFor()
    reloads.push(performance.now() - again)
  }
  await device.quit()
  return [
    figure(
      'lock: 30 mentees × 100 notes, until nothing is readable, over reloading a locked page',
      'ms',
      median(ours),
      median(reloads),
    ),
  ]
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** A backup with every copy opened, and restoring it on a new machine, over copying the same files. */
const measureBackup = async (profile: string): Promise<Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'confidant-backups-'))
  const device = await launch(profile)
  const { app, page } = device
  await unlock(page)
  await answerFolder(app, folder)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Choose folder' }).click()
  const backup = await timed(async () => {
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page
      .getByRole('row', { name: /^Open backup from/ })
      .first()
      .waitFor({ timeout: 120_000 })
  })
  await device.quit()
  const [name = ''] = readdirSync(folder)
  const copy = await mkdtemp(join(tmpdir(), 'confidant-copy-'))
  const copied = await timed(async () => {
    for (const file of readdirSync(join(folder, name)))
      writeFileSync(join(copy, file), readFileSync(join(folder, name, file)), { flush: true })
  })
  const bytes = readdirSync(join(folder, name)).reduce(
    (sum, file) => sum + statSync(join(folder, name, file)).size,
    0,
  )

  const fresh = await launch(await newProfile())
  await answerFolder(fresh.app, folder)
  await fresh.page.getByRole('button', { name: 'Restore from a backup' }).click()
  await fresh.page.getByRole('button', { name: 'Choose backup' }).click()
  await fresh.page.getByLabel('Passphrase or recovery key').fill(PASSPHRASE)
  const restore = await timed(async () => {
    await fresh.page.getByRole('button', { name: 'Restore', exact: true }).click()
    await fresh.page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 120_000 })
  })
  await fresh.quit()
  rmSync(copy, { recursive: true })
  return [
    figure(
      `backup: ${Math.round(bytes / 1024)} kB of 30 mentees × 100 notes, each copy opened, over copying and flushing the files`,
      'ms',
      backup,
      copied,
      '≤ 5',
    ),
    figure(
      'restore: the same on a new machine, key derivation included, over copying and flushing the files',
      'ms',
      restore,
      copied,
      '≤ 8',
    ),
  ]
}

/** Working sets of all processes, in MB. */
const memory = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ app: electron }) =>
      electron
        .getAppMetrics()
        .reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0) / 1024,
  )

const measureRounds = async (): Promise<Figure[]> => {
  const device = await launch(await newProfile())
  const { app, page } = device
  await createVault(page)
  let early = 0
  for (let round = 0; round < ROUNDS; round++) {
    await lock(page)
    await unlock(page)
    if (round === Math.floor(ROUNDS / 10)) early = await memory(app)
  }
  const late = await memory(app)
  await device.quit()
  return [
    figure(
      `memory: all processes after ${ROUNDS} rounds of lock and unlock, over a tenth of them`,
      'MB',
      late,
      early,
      '≤ 1.1',
    ),
  ]
}

export const measureSafety = async (): Promise<Figure[]> => {
  const profile = await newProfile()
  await writeBigVault(profile, PASSPHRASE, 1)
  return [
    ...(await measureCapture()),
    ...(await measureLock(profile)),
    ...(await measureBackup(profile)),
    ...(await measureRounds()),
  ]
}
