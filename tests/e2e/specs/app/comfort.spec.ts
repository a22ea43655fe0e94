import { cp } from 'node:fs/promises'
import { expect } from 'playwright/test'
import {
  addMentee,
  command,
  createVault,
  openTab,
  PASSPHRASE,
  test,
  unlock,
} from '../../steps/device'
import { expectSeen } from '../../steps/seen'
import { setWindowSize } from '../../steps/window-size'

test('the tour of the first run: four steps, left at any of them, and taken again', async ({
  device: { page },
}) => {
  await createVault(page)
  const tour = page.getByRole('region', { name: 'Quick tour' })
  for (const step of [
    'Search everything',
    'In a meeting',
    'On the go',
    'When others can see your screen',
  ]) {
    await expect(tour.getByRole('heading', { name: step })).toBeVisible()
    await tour.getByRole('button', { name: /^(Next|Done)$/ }).press('Enter')
  }
  await expect(tour).toHaveCount(0)
  await command(page, 'Quick tour')
  await tour.getByRole('button', { name: 'Skip' }).press('Enter')
  await expect(tour).toHaveCount(0)
  await expect(page.getByText('Confidant was updated')).toHaveCount(0)
})

test('after an update the news are said once, and can be read again', async ({
  start,
  profile,
}) => {
  await cp('tests/fixtures/vault-0.1.0', profile, { recursive: true })
  const { page, quit } = await start(profile)
  await unlock(page)
  await page.getByRole('button', { name: 'See what’s new' }).click()
  const news = page.getByRole('dialog', { name: 'What’s new' })
  await expect(news.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Confidant was updated')).toHaveCount(0)
  await command(page, 'What’s new')
  await expect(news).toBeVisible()
  await quit()
})

test('comfort: size, density, zoom, language of dates, and the word for mentees, all kept', async ({
  start,
  profile,
}) => {
  const first = await start(profile)
  const { page } = first
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await page.keyboard.press('Control+,')
  const html = page.locator('html')
  await page.getByLabel('Text size').selectOption('large')
  await expect(html).toHaveAttribute('data-text-size', 'large')
  await page.getByText('Compact', { exact: true }).click()
  await expect(html).toHaveAttribute('data-density', 'compact')
  await page.getByLabel('Date language').selectOption('fr')
  await page.keyboard.press('Control+1')
  await expect(
    page.getByText(
      /janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre/,
    ),
  ).toBeVisible()
  const factor = () =>
    first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
        ?.webContents.getZoomFactor(),
    )
  await page.keyboard.press('Control+=')
  await expect.poll(factor).toBeCloseTo(1.1)
  await page.keyboard.press('Control+,')
  // The page is loaded anew for other words; the vault stays open.
  await page.getByLabel('What do you call the people you coach?').selectOption('student')
  await expect(page.getByRole('button', { name: /^Students/ })).toBeVisible({ timeout: 30_000 })
  await first.quit()
  const again = await start(profile)
  await unlock(again.page, PASSPHRASE)
  await expect(again.page.getByRole('button', { name: /^Students/ })).toBeVisible()
  await expect(again.page.locator('html')).toHaveAttribute('data-text-size', 'large')
  // A day is typed in the order of the language of dates, and its calendar speaks it.
  await again.page.getByRole('button', { name: /^Students/ }).click()
  await again.page.getByRole('row', { name: 'Amara Osei' }).click()
  await openTab(again.page, 'Goals')
  await again.page.getByRole('button', { name: 'New goal' }).click()
  const goal = again.page.getByRole('dialog', { name: 'New goal' })
  await goal.getByLabel('Goal', { exact: true }).fill('Read an ECG alone')
  const due = goal.getByRole('textbox', { name: 'Target date' })
  await due.fill('3/4/2027')
  await expect(again.page.getByRole('button', { name: 'avril 2027', exact: true })).toBeVisible()
  await due.press('Tab')
  await expect(due).toHaveValue('3 avr. 2027')
  await due.press('Control+Enter')
  await expect(goal).toBeHidden()
  await expect(again.page.getByText('Read an ECG alone')).toBeVisible()
})

test('a day may be typed in words, and is saved by the very next key', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'New goal' }).click()
  await page.keyboard.type('Read an ECG alone')
  const due = page.getByRole('dialog').getByRole('textbox', { name: 'Target date' })
  await due.fill('in 2 weeks')
  await due.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Edit Read an ECG alone' }).click()
  await expect(due).toHaveValue(/^\w{3} \d+, \d{4}$/)
})

test('in the system’s own few colors, what is chosen still shows', async ({ vault: { page } }) => {
  await addMentee(page, 'Amara Osei')
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(page.getByRole('tab', { name: 'Overview' })).toHaveCSS('outline-style', 'solid')
  await expect(page.getByRole('tab', { name: 'Notes' })).toHaveCSS('outline-style', 'none')
  await page.keyboard.press('Control+2')
  const label = (words: string) => page.locator('label').filter({ hasText: words })
  await expect(label('Current')).toHaveCSS('outline-style', 'solid')
  await expect(label('Archived')).toHaveCSS('outline-style', 'none')
})

test('at twice the size a caseload still says who is in it', async ({ vault: { page, app } }) => {
  await setWindowSize({ page, app }, 1280, 800)
  await addMentee(page, 'Amara Osei')
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+=')
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(640)
  await page.keyboard.press('Control+2')
  const row = page.getByRole('row', { name: 'Amara Osei' })
  await row.scrollIntoViewIfNeeded()
  await expectSeen(row.getByText('Amara Osei'))
  await expect
    .poll(() => row.getByText('Amara Osei').evaluate((name) => name.clientWidth))
    .toBeGreaterThan(100)
  await expectSeen(row.getByText('Not met yet'))
})

test('in a window as a small laptop has it at 150 %, no name in the caseload is cut off', async ({
  vault,
}) => {
  const { page } = vault
  await addMentee(page, 'Emeka Adeyemi-Balogun')
  await setWindowSize(vault, 911, 512)
  await page.keyboard.press('Control+2')
  const name = page.getByRole('row').locator('b', { hasText: 'Emeka' })
  await expectSeen(name)
  expect(await name.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})

test('help stands where it is needed, with its sources', async ({ device: { page } }) => {
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await page.getByRole('tab', { name: 'Goals' }).click()
  await page.getByRole('button', { name: 'Help: What makes a good goal' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Sources' })).toContainText('Whitmore')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('list', { name: 'Sources' })).toHaveCount(0)
})
