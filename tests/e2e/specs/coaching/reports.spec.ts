import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { command, launch, newProfile, test } from '../../steps/device'
import { answerSave } from '../../steps/system-dialogs'

/** The sample caseload: four years of everything. */
const demo = async () => {
  const device = await launch(await newProfile(), ['--demo'])
  await device.page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
  return device
}

/** The fallback runtime's Chromium 114 cannot tag a PDF. */
const TAGGED_SINCE = 119

const pagesShown = (page: Page) => page.getByRole('status', { name: 'Pages' })

test('a progress summary is previewed as its pages, saved as a PDF with its fonts, and holds nothing private', async () => {
  const { app, page, profile, quit } = await demo()
  await page.keyboard.press('Control+2')
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await command(page, 'Progress summary')
  const dialog = page.getByRole('dialog', { name: /^Progress summary/ })
  await expect(pagesShown(page)).toHaveText(/^\d+ pages?$/)
  await expect(dialog.locator('canvas').first()).toBeVisible()
  const sheet = dialog.getByRole('article')
  await expect(sheet).toContainText('Goals')
  await expect(sheet).toContainText('Left out, by visibility: private')

  const pdf = join(profile, 'summary.pdf')
  await answerSave(app, pdf)
  await dialog.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('added to the disclosure log').first()).toBeVisible()
  const bytes = (await readFile(pdf)).toString('latin1')
  // Source Sans is a variable font, which Chromium embeds as Type 3; none is left to the reader's computer.
  expect(bytes).toMatch(/\/Subtype\s*\/Type3/)
  expect(bytes).not.toMatch(/\/BaseFont\s*\/(Helvetica|Times|Arial)/)
  const chromium = await app.evaluate(() => Number.parseInt(process.versions.chrome, 10))
  if (chromium >= TAGGED_SINCE) expect(bytes).toContain('/StructTreeRoot')
  expect(`${bytes.match(/\/Type\s*\/Page\b/g)?.length} page`).toBe(
    (await pagesShown(page).textContent())?.replace(/s$/, ''),
  )

  const markdown = join(profile, 'summary.md')
  await answerSave(app, markdown)
  await dialog.getByRole('button', { name: 'Save as Markdown' }).click()
  await expect
    .poll(() => readFile(markdown, 'utf8').catch(() => ''))
    .toContain('# Progress summary: Amara Osei')
  const said = await readFile(markdown, 'utf8')
  expect(said).not.toMatch(/WHO-5|[Ee]scalation|Session note/)
  await quit()
})

test('the program gets a report by name of what was done; few mentees are not counted, and a text of theirs stops it', async () => {
  const { app, page, profile, quit } = await demo()
  await command(page, 'Program report')
  const dialog = page.getByRole('dialog', { name: 'Program report' })
  await expect(dialog.getByText(/^Checked: nothing from your notes/)).toBeVisible()
  await expect(dialog.getByRole('radio', { name: /^Counts only/ })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /^Agreement/ }).uncheck()
  const file = join(profile, 'program.md')
  await answerSave(app, file)
  await dialog.getByRole('button', { name: 'Save as Markdown' }).click()
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('Mentees coached')
  const said = await readFile(file, 'utf8')
  expect(said).not.toContain('Agreement in place')
  expect(said).toMatch(/\| Amara Osei \| Yes \| \d+ of \d+ \|/)
  await quit()
})

test('the other reports open from the keyboard: REACH quarter, my year, growth book', async () => {
  const { page, quit } = await demo()
  await page.keyboard.press('Control+7')
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible()
  await page.getByLabel('At the top of every report').fill('Dr. Ada Stone\nOffice of Coaching')
  await page.getByRole('combobox', { name: 'Group and quarter' }).focus()
  await page.keyboard.type('Group A')
  await expect(page.getByRole('option', { name: /^Group A/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'REACH quarter sheet' })).toBeEnabled()
  await command(page, 'REACH quarter sheet')
  const sheet = page.getByRole('article')
  await expect(sheet.getByRole('table').first()).toContainText('Coaching')
  await expect(sheet).not.toContainText('Health and well-being')
  await expect(sheet).toContainText('Dr. Ada Stone')
  await page.keyboard.press('Escape')
  await command(page, 'My year')
  await expect(page.getByRole('article')).toContainText('Sessions held')
  await expect(pagesShown(page)).toHaveText('1 page')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Mentee', exact: true }).focus()
  await page.keyboard.type('Amara')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Growth book' }).press('Enter')
  await expect(page.getByRole('article')).toContainText('They’re yours to keep.')
  await quit()
})

test('insights: charts with their tables, a filter, and the mentees behind a number', async () => {
  const { page, quit } = await demo()
  await page.keyboard.press('Control+6')
  await expect(page.getByRole('table', { name: 'Sessions by month' })).toContainText('Amara Osei')
  const goals = page.getByRole('region', { name: 'Goals by category' })
  await goals.getByText('Table', { exact: true }).click()
  await expect(goals.getByRole('table')).toContainText('Clinical skills')
  await expect(page.getByRole('main')).not.toContainText('WHO-5')

  await goals.getByRole('button', { name: /Show mentees/ }).click()
  await page.getByRole('menuitem', { name: /^Active/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mentees' })).toBeVisible()
  await expect(page.getByText('Goals by category: Active')).toBeVisible()
  await page.getByRole('button', { name: 'Show everyone' }).click()
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('13 mentees')
  await quit()
})
