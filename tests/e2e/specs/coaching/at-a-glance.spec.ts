/** What is seen at a glance, and lists that are gone through by hand: today, mentees, an overview, goals, settings. */
import type { ElectronApplication, Page } from 'playwright/test'
import {
  addGoal,
  addMentee,
  command,
  expect,
  lock,
  openMentee,
  test,
  unlock,
} from '../../steps/device'
import { expectSeen } from '../../steps/seen'

const NAMES = ['Amara Osei', 'Luis Fernández', 'Wei Zhang'] as const

const start = async (page: Page): Promise<void> => {
  for (const name of NAMES) await addMentee(page, name)
}

const goTo = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()

const resize = async (app: ElectronApplication, page: Page, width: number, height: number) => {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
        ?.setContentSize(size.width, size.height),
    { width, height },
  )
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width)
}

const row = (page: Page, name: string) => page.getByRole('row', { name, exact: true })

test('the overview answers its five questions unscrolled, for every mentee of a full caseload', async ({
  start: startDevice,
}) => {
  const { app, page } = await startDevice(undefined, ['--demo'])
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible({
    timeout: 60_000,
  })
  await resize(app, page, 1280, 800)
  await goTo(page, 'Mentees')
  const names = await page
    .getByRole('table', { name: 'Mentees' })
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label') ?? ''))
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) {
    await goTo(page, 'Mentees')
    await row(page, name).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    for (const question of [
      /^(Since we last met|What we agreed)$/,
      'What they want',
      'How they are',
      'What’s next',
      'What to ask',
    ])
      await expectSeen(page.getByRole('region', { name: question }))
    expect(await page.locator('[data-scroller]').evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  }
})

test('four years are read above the timeline, and a band narrows it to its days, by keyboard', async ({
  start: startDevice,
}) => {
  const { page } = await startDevice(undefined, ['--demo'])
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 60_000 })
  await openMentee(page, 'Luis Fernández')
  const years = page.getByRole('group', { name: 'Four years' })
  const exam = years.getByRole('button', { name: /^Medicine clerkship exam, second sitting/ })
  // One stop of the Tab key, on what is under way, and from there in the order of the days.
  await expect(years.locator('[tabindex="0"]')).toHaveCount(1)
  await years.locator('[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  await expect(years.locator('[data-order="0"]')).toBeFocused()
  const before = Number(await exam.getAttribute('data-order'))
  expect(before).toBeGreaterThan(2)
  for (let press = 0; press <= before; press++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(exam).toBeFocused()
  await expectSeen(exam)
  await page.keyboard.press('Enter')
  await expect(exam).toHaveAttribute('aria-pressed', 'true')
  const timeline = page.getByRole('region', { name: 'Timeline' }).last()
  const said = page.getByRole('status').filter({ hasText: 'during Medicine clerkship exam' })
  await expect(said).toContainText(/^1 entry/)
  await expect(timeline.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(said).toBeHidden()
  await expect(timeline.getByText('Match Day')).toBeVisible()
})

test('a tag is not beside the name that a mentee looks at', async ({ vault: { page } }) => {
  await addMentee(page, 'Amara Osei')
  await command(page, 'Edit details')
  const dialog = page.getByRole('dialog', { name: 'Edit details' })
  await dialog.getByLabel('Tags').fill('remediation')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('remediation')).toHaveCount(0)
  await page.getByRole('tab', { name: 'Record' }).click()
  await expect(page.getByText('remediation')).toBeVisible()
})

test('today puts forward whoever was never met, and keeps what mentees promised apart', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await page.getByLabel('New action item').fill('Send the study plan')
  await page.getByRole('combobox', { name: 'Owner' }).click()
  await page.getByRole('option', { name: 'Me', exact: true }).click()
  await page.getByLabel('New action item').press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Send the study plan' })).toBeVisible()
  await goTo(page, 'Today')
  await expectSeen(page.getByRole('region', { name: 'Overdue for a meeting' }))
  await expect(page.getByRole('region', { name: 'Overdue for a meeting' })).toContainText(
    /Amara Osei\s*never met/,
  )
  await expect(
    page
      .getByRole('region', { name: 'To do' })
      .getByRole('checkbox', { name: 'Send the study plan' }),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'Promised by mentees' })).toHaveCount(0)
})

test('mentees are gone through by arrows, opened by Enter, and found again by Alt and left', async ({
  vault: { page },
}) => {
  await start(page)
  await goTo(page, 'Mentees')
  await page.getByLabel('Filter mentees').press('ArrowDown')
  await expect(row(page, NAMES[0])).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(row(page, NAMES[2])).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: NAMES[1] })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(row(page, NAMES[1])).toBeFocused()
  await page.keyboard.press('End')
  await expect(row(page, NAMES[2])).toBeFocused()
})

test('the order and the columns of the mentees stay as they were chosen, over a lock', async ({
  vault: { page },
}) => {
  await start(page)
  await goTo(page, 'Mentees')
  const head = (name: string) => page.getByRole('columnheader', { name })
  await head('Name').getByRole('button').click()
  await expect(head('Name')).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'REACH', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(head('REACH')).toHaveCount(0)
  await lock(page)
  await unlock(page)
  await goTo(page, 'Mentees')
  await expect(head('Name')).toHaveAttribute('aria-sort', 'descending')
  await expect(head('REACH')).toHaveCount(0)
  await expect(page.locator('[data-row]').first()).toHaveAccessibleName(NAMES[2])
})

test('Enter takes the only match of a name, and New session on a page is with that mentee', async ({
  vault: { page },
}) => {
  await start(page)
  await goTo(page, 'Today')
  await page.keyboard.press('Control+Shift+S')
  await page.keyboard.type('wei')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Wei Zhang/ }).first()).toBeVisible()
  await openMentee(page, NAMES[0])
  await page.getByRole('button', { name: 'New session' }).click()
  await page.keyboard.type('We spoke of the exam')
  await expect(page.getByRole('heading', { name: /Amara Osei/ }).first()).toBeVisible()
  await expect(page.getByText('We spoke of the exam').first()).toBeVisible()
})

test('goals of all mentees are a table that its heads sort, and a row opens by Enter', async ({
  vault: { page },
}) => {
  await start(page)
  await addGoal(page, 'Read an ECG')
  await openMentee(page, NAMES[0])
  await addGoal(page, 'Ask for feedback')
  await goTo(page, 'Goals')
  await page.getByText('List', { exact: true }).click()
  const goals = page.getByRole('table', { name: 'Goals' })
  await goals.getByRole('columnheader', { name: 'Mentee' }).getByRole('button').click()
  await goals.getByRole('columnheader', { name: 'Mentee' }).getByRole('button').click()
  await expect(goals.getByRole('columnheader', { name: 'Mentee' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  const first = goals.locator('[data-row]').first()
  await expect(first).toHaveAccessibleName('Read an ECG, Wei Zhang')
  await first.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: NAMES[0] })).toBeVisible()
})

test('a setting is found by the list, by a word and by the palette, and the section is remembered', async ({
  vault: { page },
}) => {
  await page.keyboard.press('Control+,')
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await sections.getByRole('button', { name: 'Backups' }).click()
  await expectSeen(page.getByRole('heading', { name: 'Backups' }))
  await goTo(page, 'Today')
  await page.keyboard.press('Control+,')
  await expect(sections.getByRole('button', { name: 'Backups' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expectSeen(page.getByRole('heading', { name: 'Backups' }))
  await page.getByLabel('Search settings').fill('keychain')
  await expect(sections.getByRole('button')).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeHidden()
  await goTo(page, 'Today')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>snippets')
  await expect(page.getByRole('option', { name: 'Snippets Settings' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expectSeen(page.getByRole('heading', { name: 'Snippets' }))
})

test('the palette begins with whom the coach was with, and not with itself', async ({
  vault: { page },
}) => {
  await start(page)
  await goTo(page, 'Today')
  await page.keyboard.press('Control+k')
  const recent = page.getByRole('group', { name: 'Recent mentees' })
  await expect(recent.getByRole('option').first()).toHaveText(NAMES[2])
  await expect(page.getByRole('option', { name: 'Search or run a command' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: NAMES[2] })).toBeVisible()
})

test('what is undone is undone by a button that can be seen, in a narrow window, too', async ({
  vault: { app, page },
}) => {
  await start(page)
  await resize(app, page, 1000, 700)
  await goTo(page, 'Mentees')
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expectSeen(undo)
  await undo.click()
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('3 mentees')
})
