/** Eyes in the room: what someone who leans over, or sits in a shared call, gets to see. */
import {
  addMentee,
  createVault,
  expect,
  expectSaved,
  lock,
  newNote,
  noteText,
  openTab,
  test,
  unlock,
} from './device'

test('the privacy screen hides every word but the text that is being written, at once and by key', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Only this stays readable')
  await page.keyboard.press('Control+Shift+H')
  const paint = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).webkitTextFillColor)
  expect(await paint('h1')).toBe('rgba(0, 0, 0, 0)')
  expect(await paint('nav[aria-label="Notes"] b')).toBe('rgba(0, 0, 0, 0)')
  expect(await paint('.ProseMirror p')).not.toBe('rgba(0, 0, 0, 0)')
  await expect(page.getByText('Privacy screen is on')).toBeVisible()
  await page.keyboard.type(', and I go on writing')
  await expect(noteText(page)).toHaveText('Only this stays readable, and I go on writing')
  await page.keyboard.press('Control+Shift+H')
  expect(await paint('h1')).not.toBe('rgba(0, 0, 0, 0)')
})

test('presenter mode: initials for names and no memory aid on any screen, until it is turned off', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'For me alone')
  await expectSaved(page)
  await page.getByRole('button', { name: 'Privacy', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Presenter mode' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A. O.' })).toBeVisible()
  const words = () => page.evaluate(() => document.body.textContent ?? '')
  for (const go of [
    () => openTab(page, 'Overview'),
    () => openTab(page, 'Notes'),
    () => openTab(page, 'Record'),
    () => page.getByRole('button', { name: /^Mentees/ }).click(),
    () => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Today' }).click(),
    () => page.getByRole('button', { name: 'Bin' }).click(),
  ]) {
    await go()
    expect(await words()).not.toMatch(/Amara|Osei|For me alone/)
  }
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByLabel('Filter').fill('Amara')
  await expect(page.getByRole('row', { name: 'A. O.' })).toBeHidden()
  // Nor does the search know a name or a memory aid, or a command say one.
  for (const typed of ['alone', 'amara', '>']) {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Search or do anything' })
    await field.fill(typed)
    if (typed !== '>') await expect(page.getByText('Nothing found.')).toBeVisible()
    else await expect(page.getByRole('group', { name: 'On this screen' })).toBeVisible()
    expect(await words()).not.toMatch(/Amara|Osei|For me alone/)
    await page.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Privacy: presenting' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Presenter mode' }).click()
  await expect(page.getByRole('row', { name: 'Amara Osei' })).toBeVisible()
})

test('what was copied leaves the clipboard when the vault locks; what another program copied since stays', async ({
  device,
}) => {
  const { app, page } = device
  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText())
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Copied in confidence')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await expect.poll(clipboard).toBe('Copied in confidence')
  await lock(page)
  await expect.poll(clipboard).toBe('')
  await unlock(page)
  await noteText(page).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await expect.poll(clipboard).toBe('Copied in confidence')
  // The app reads back what it copied after a moment (src-main/clipboard.ts); a person takes longer to copy again.
  await page.waitForTimeout(500)
  await app.evaluate(({ clipboard: board }) => board.writeText('A shopping list'))
  await lock(page)
  expect(await clipboard()).toBe('A shopping list')
})

test('the window asks to be left out of screenshots from the start, and can be shown for a demo', async ({
  device,
}) => {
  const { app, page } = device
  await createVault(page)
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/index.html'),
    )
    if (window !== undefined)
      window.setContentProtection = (hidden) => Object.assign(globalThis, { hiddenFromScreens: hidden })
  })
  await page.getByRole('button', { name: 'Privacy', exact: true }).click()
  // Linux cannot hide a window, and the app says so.
  await expect(page.getByText('This system cannot do that: use the privacy screen')).toBeVisible()
  await page.getByRole('menuitemcheckbox', { name: 'Hidden from screen sharing' }).click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as { hiddenFromScreens?: boolean }).hiddenFromScreens))
    .toBe(true)
})
