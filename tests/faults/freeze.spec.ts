/** A page that hangs: it must not stay readable because it cannot be asked to lock. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import {
  addMentee,
  createVault,
  type Device,
  expect,
  expectSaved,
  newNote,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  test,
  unlock,
} from '../e2e/steps/device'

const prepare = async ({ page }: Device): Promise<void> => {
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page)
  await noteText(page).pressSequentially('Written before it hung.')
  await expectSaved(page)
}

/** The page never answers anything again. */
const freeze = (page: Page): Promise<void> =>
  page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0)
  })

/** What the window shows, asked of the main process: the page that hung is gone for Playwright. */
const shown = ({ app }: Device): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/index.html'),
    )
    const answer = window?.webContents.executeJavaScript('document.body.textContent') ?? ''
    const late = new Promise<string>((resolve) => setTimeout(() => resolve('it hangs'), 500))
    return Promise.race([answer as Promise<string>, late])
  })

const expectLocked = async (
  device: Device,
  profile: string,
  start: (profile: string) => Promise<Device>,
) => {
  await expect.poll(() => shown(device), { timeout: 20_000 }).toContain('Unlock your vault')
  expect(await shown(device)).not.toContain('Written before it hung.')
  expect(await shown(device)).toContain('stopped responding')
  await device.quit()
  const again = await start(profile)
  await unlock(again.page)
  await openMentee(again.page, 'Amara Osei')
  await openTab(again.page, 'Notes')
  await expect(noteText(again.page)).toHaveText('Written before it hung.')
}

test('a page that hangs when the lid is closed is ended, and begins anew locked', async ({
  start,
  profile,
}) => {
  const device = await start(profile)
  await prepare(device)
  await freeze(device.page)
  await device.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expectLocked(device, profile, start)
})

test('a page that hangs is locked after the coach’s idle time as well', async ({
  start,
  profile,
}) => {
  const first = await start(profile)
  await prepare(first)
  await first.quit()
  // Three seconds instead of ten minutes.
  const file = join(profile, 'confidant.json')
  const settings = JSON.parse(await readFile(file, 'utf8')) as {
    settings: { autoLockMinutes: number }
  }
  settings.settings.autoLockMinutes = 0.05
  await writeFile(file, JSON.stringify(settings))
  const device = await start(profile)
  await device.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await device.page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(device.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await freeze(device.page)
  await expect.poll(() => shown(device), { timeout: 20_000 }).toContain('Unlock your vault')
})

test('closed again and again while the page hangs, it asks once; a quit that is taken back still closes into the tray', async ({
  start,
  profile,
}) => {
  const device = await start(profile)
  await prepare(device)
  await device.page.evaluate(() =>
    window.host.app
      .environment()
      .then(({ settings }) => window.host.laptop.setSettings({ ...settings, staysInTray: true })),
  )
  await freeze(device.page)
  const asked = await device.app.evaluate(async ({ app, BrowserWindow, dialog }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/index.html'),
    )
    let questions = 0
    const answered = new Promise<void>((resolve) => {
      const keepOpen = async () => {
        questions++
        resolve()
        return { response: 0, checkboxChecked: false }
      }
      Object.assign(dialog, { showMessageBox: keepOpen })
    })
    app.quit()
    window?.close()
    window?.close()
    await answered
    // Whatever else was asked of the page has no answer by now, either.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    window?.close()
    return { questions, isVisible: window?.isVisible() }
  })
  expect(asked).toEqual({ questions: 1, isVisible: false })
})
