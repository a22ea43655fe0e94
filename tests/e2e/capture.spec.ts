/** Capture: a note to self in a moment, vault locked or not; filed from the inbox, on any device. */
import type { ElectronApplication, Page } from 'playwright/test'
import { addMentee, createVault, expect, lock, openTab, test, unlock } from './device'

/** As the shortcut, the tray and the menu do it. */
const openCapture = async (app: ElectronApplication): Promise<Page> => {
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('capture')?.click())
  await expect.poll(() => app.windows().some((window) => window.url().endsWith('/capture.html'))).toBe(true)
  const page = app.windows().find((window) => window.url().endsWith('/capture.html'))
  if (page === undefined) throw new Error('no capture window')
  await page.waitForLoadState()
  await expect(page.getByLabel('Note to self')).toBeFocused()
  return page
}

const isShown = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().endsWith('/capture.html'))
      ?.isVisible(),
  )

test('captured while locked, it waits sealed; after unlocking it is filed with one key', async ({
  device,
}) => {
  const { app, page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await lock(page)
  const capture = await openCapture(app)
  await expect(capture.getByRole('status')).toContainText('locked')
  await expect(capture.getByLabel('About')).toBeHidden()
  await capture.getByLabel('Note to self').fill('Ask how the shelf exam went')
  await capture.keyboard.press('Enter')
  await expect.poll(() => isShown(app)).toBe(false)
  await expect(capture.getByLabel('Note to self')).toHaveValue('')

  await unlock(page)
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Today/ })
    .click()
  const line = page.getByRole('article', { name: 'Ask how the shelf exam went' })
  await expect(line).toBeVisible()
  await line.getByLabel('About').click()
  await page.getByRole('option', { name: 'Amara Osei' }).click()
  await line.getByRole('button', { name: 'Note', exact: true }).focus()
  await page.keyboard.press('a')
  await expect(page.getByText('Action item filed under Amara Osei.')).toBeVisible()
  await expect(line).toBeHidden()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await expect(page.getByRole('checkbox', { name: 'Ask how the shelf exam went' })).toBeVisible()
})

test('captured while open, it can say whom it is about, and is in the inbox at once', async ({ device }) => {
  const { app, page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Today/ })
    .click()
  const capture = await openCapture(app)
  await capture.getByLabel('Note to self').fill('She laughed again today')
  await capture.getByLabel('About').fill('Amara Osei')
  await capture.keyboard.press('Enter')
  await expect.poll(() => isShown(app)).toBe(false)
  const line = page.getByRole('article', { name: 'She laughed again today' })
  await expect(line.getByLabel('About')).toHaveValue('Amara Osei')
  await line.getByRole('button', { name: 'Reflection' }).click()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await openTab(page, 'Reflections')
  await expect(page.getByLabel('Reflection', { exact: true })).toHaveValue('She laughed again today')
})

test('the shortcut’s keys can be changed and turned off, and keys that are taken are said to be', async ({
  device,
}) => {
  const { app, page } = device
  await createVault(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  const keys = page.getByLabel('Shortcut for capturing a note')
  await expect(keys).toHaveValue('Ctrl Shift Space')
  await app.evaluate(({ globalShortcut }) => {
    globalShortcut.register = () => false
  })
  await keys.focus()
  await page.keyboard.press('Control+Alt+K')
  await expect(keys).toHaveValue('Ctrl Alt K')
  await expect(page.getByText('Another program has these keys')).toBeVisible()
  await page.getByRole('button', { name: 'Turn the shortcut off' }).click()
  await expect(keys).toHaveValue('Off')
})
