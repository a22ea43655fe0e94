/** Capture: a note to self in a moment, vault locked or not; filed from the inbox, on any device. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright/test'
import { openCapture } from '../../steps/capture-steps'
import { addMentee, expect, lock, openTab, sidebar, test, unlock } from '../../steps/device'

const isShown = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().endsWith('/capture.html'))
      ?.isVisible(),
  )

test('captured while locked, it waits sealed; after unlocking it is filed with one key', async ({
  vault: device,
}) => {
  const { app, page } = device
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
  await sidebar(page, /^Today/).click()
  const line = page.getByRole('article', { name: 'Ask how the shelf exam went' })
  await expect(line).toBeVisible()
  await line.getByLabel('Mentee').click()
  await page.getByRole('option', { name: 'Amara Osei' }).click()
  await line.getByRole('button', { name: 'Note', exact: true }).focus()
  await page.keyboard.press('a')
  await expect(page.getByText('Action item filed under Amara Osei')).toBeVisible()
  await expect(line).toBeHidden()
  // Taken back, it is filed again as if it had never been.
  await page.keyboard.press('Control+z')
  await expect(line.getByLabel('Mentee')).toHaveValue('Amara Osei')
  await line.getByRole('button', { name: 'Note', exact: true }).focus()
  await page.keyboard.press('a')
  await expect(line).toBeHidden()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await expect(page.getByRole('checkbox', { name: 'Ask how the shelf exam went' })).toBeVisible()
})

test('captured while open, it can say whom it is about, and is in the inbox at once', async ({
  vault: device,
}) => {
  const { app, page } = device
  await addMentee(page, 'Amara Osei')
  await sidebar(page, /^Today/).click()
  const capture = await openCapture(app)
  await capture.getByLabel('Note to self').fill('She laughed again today')
  // As much of a name as only one has.
  await capture.getByLabel('About').fill('osei')
  await capture.keyboard.press('Enter')
  await expect.poll(() => isShown(app)).toBe(false)
  await openCapture(app)
  await capture.getByLabel('Note to self').fill('Ask about choir')
  await capture.getByLabel('About').fill('Amira')
  await capture.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Ask about choir (Amira)' })).toBeVisible()
  const line = page.getByRole('article', { name: 'She laughed again today' })
  await expect(line.getByLabel('Mentee')).toHaveValue('Amara Osei')
  await line.getByRole('button', { name: 'Reflection' }).focus()
  await page.keyboard.press('r')
  // By keyboard the next one is at hand, to be said whom it is about.
  await expect(
    page.getByRole('article', { name: 'Ask about choir (Amira)' }).getByLabel('Mentee'),
  ).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await openTab(page, 'Reflections')
  await expect(page.getByLabel('Reflection', { exact: true })).toHaveValue(
    'She laughed again today',
  )
})

test('Enter twice keeps one, what is typed meanwhile is the next one, and after the lock no name is left in the window', async ({
  vault: device,
}) => {
  const { app, page } = device
  await addMentee(page, 'Amara Osei')
  await sidebar(page, /^Today/).click()
  const capture = await openCapture(app)
  const names = capture.locator('#mentees option')
  await expect(names).toHaveCount(1)
  const line = capture.getByLabel('Note to self')
  await line.fill('She laughed again today')
  // As a disk is slow: all of it before the first answer.
  await line.evaluate((field: HTMLInputElement) => {
    const enter = { key: 'Enter', bubbles: true }
    field.dispatchEvent(new KeyboardEvent('keydown', enter))
    field.dispatchEvent(new KeyboardEvent('keydown', enter))
    field.value = 'And slept'
  })
  await expect(page.getByRole('article', { name: 'She laughed again today' })).toHaveCount(1)
  await expect(line).toHaveValue('And slept')
  expect(await isShown(app)).toBe(true)
  await capture.keyboard.press('Enter')
  await expect.poll(() => isShown(app)).toBe(false)
  await expect(page.getByRole('article', { name: 'And slept' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'She laughed again today' })).toHaveCount(1)
  await lock(page)
  await expect(names).toHaveCount(0)
})

test('what was typed and left goes into the inbox with the lock, with Escape while locked, and with a quit', async ({
  vault: device,
  start,
  profile,
}) => {
  const { app, page } = device
  await addMentee(page, 'Amara Osei')
  const capture = await openCapture(app)
  const line = capture.getByLabel('Note to self')
  await expect(capture.locator('#mentees option')).toHaveCount(1)
  await line.fill('She cried in the stairwell')
  await capture.getByLabel('About').fill('amara')
  await capture.keyboard.press('Escape')
  await expect.poll(() => isShown(app)).toBe(false)
  // Left while the vault is open, it waits.
  await openCapture(app)
  await expect(line).toHaveValue('She cried in the stairwell')
  await lock(page)
  await expect.poll(() => isShown(app)).toBe(false)
  await openCapture(app)
  await capture.keyboard.press('Control+z')
  await expect(line).toHaveValue('')
  expect(await capture.content()).not.toContain('Amara')
  await line.fill('Ask about choir')
  await capture.keyboard.press('Escape')
  await expect.poll(() => isShown(app)).toBe(false)
  await openCapture(app)
  await expect(line).toHaveValue('')

  await unlock(page)
  await line.fill('Call the dean')
  await device.quit()
  const again = await start(profile)
  await unlock(again.page)
  for (const words of ['She cried in the stairwell', 'Ask about choir', 'Call the dean'])
    await expect(again.page.getByRole('article', { name: words })).toHaveCount(1)
  await expect(
    again.page.getByRole('article', { name: 'She cried in the stairwell' }).getByLabel('Mentee'),
  ).toHaveValue('Amara Osei')
})

test('the shortcut’s keys can be changed and turned off, and keys that are taken are said to be', async ({
  vault: device,
}) => {
  const { app, page } = device
  await page.getByRole('button', { name: 'Settings' }).click()
  const keys = page.getByLabel('Capture shortcut')
  await expect(keys).toHaveValue('Ctrl Shift Space')
  await app.evaluate(({ globalShortcut }) => {
    globalShortcut.register = () => false
  })
  await keys.focus()
  await page.keyboard.press('Control+Alt+K')
  await expect(keys).toHaveValue('Ctrl Alt K')
  await expect(page.getByText('Another app uses this shortcut')).toBeVisible()
  await page.getByRole('button', { name: 'Turn off shortcut' }).click()
  await expect(keys).toHaveValue('Off')
})

test('a key for captures that was changed from outside is said, put right and logged', async ({
  vault: device,
  start,
}) => {
  const { profile } = device
  await device.quit()
  const file = join(profile, 'confidant.json')
  const state = JSON.parse(await readFile(file, 'utf8')) as { letterBoxKey: string }
  const right = state.letterBoxKey
  expect(right).toMatch(/^[\w-]{43}$/)
  await writeFile(file, JSON.stringify({ ...state, letterBoxKey: 'A'.repeat(43) }))
  const again = await start(profile)
  await unlock(again.page)
  await expect(again.page.getByText('Your capture key was replaced')).toBeVisible()
  expect((JSON.parse(await readFile(file, 'utf8')) as { letterBoxKey: string }).letterBoxKey).toBe(
    right,
  )
  await again.page.getByRole('button', { name: 'Settings' }).click()
  await again.page.getByRole('button', { name: 'Access log' }).click()
  await expect(
    again.page.getByRole('cell', { name: 'Capture key replaced from outside Confidant' }),
  ).toBeVisible()
})
