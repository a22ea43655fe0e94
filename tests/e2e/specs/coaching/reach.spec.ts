/** The REACH board by keyboard: marks for one and for everyone, faster than the app draws, and taken back. */
import type { Page } from 'playwright/test'
import {
  addMentee,
  expect,
  moreActions,
  openMentee,
  openTab,
  sidebar,
  test,
} from '../../steps/device'
import { setWindowSize } from '../../steps/window-size'

const openBoard = async (page: Page): Promise<void> => {
  await sidebar(page, /^REACH/).press('Enter')
  await page.getByRole('table', { name: 'REACH board' }).waitFor()
}
const marks = (page: Page, part: string) =>
  page.getByRole('table', { name: 'REACH board' }).getByRole('button', {
    name: new RegExp(`, ${part}: `),
  })
const states = (page: Page, part: string): Promise<readonly string[]> =>
  marks(page, part).evaluateAll((all) => all.map((one) => one.getAttribute('data-mark') ?? ''))

test('a REACH board by keyboard: no press is lost, a key marks everyone, and Ctrl Z takes each back', async ({
  start,
}) => {
  const device = await start(undefined, ['--demo'])
  const { page } = device
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
  await openBoard(page)
  const first = marks(page, 'Summary shared').first()
  await first.focus()
  await page.keyboard.press('Backspace')
  await expect(first).toHaveAttribute('data-mark', 'not-started')
  const before = await states(page, 'Summary shared')
  expect(before.length).toBeGreaterThanOrEqual(6)
  // Faster than any drawing: thirty steps of four marks end two further.
  await first.evaluate((one: HTMLElement) => {
    for (let press = 0; press < 30; press++) one.click()
  })
  await expect(first).toHaveAttribute('data-mark', 'done')
  for (let press = 0; press < 30; press++) await page.keyboard.press('Control+z')
  await page.keyboard.press('e')
  await expect(first).toHaveAttribute('data-mark', 'excused')
  // Onto the head, which stands for everyone; who is excused stays so.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('d')
  await expect
    .poll(() => states(page, 'Summary shared'))
    .toEqual(before.map((_mark, index) => (index === 0 ? 'excused' : 'done')))
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => states(page, 'Summary shared')).toEqual(before)

  // It opened with every class on one board; a class alone is fewer.
  const everyone = page.getByRole('table', { name: 'REACH board' }).getByRole('row')
  const ofAll = await everyone.count()
  const choose = async (name: RegExp): Promise<void> => {
    await page.getByRole('combobox', { name: 'Class' }).click()
    await page.getByRole('option', { name }).first().click()
  }
  await choose(/^\d{4}$/)
  await expect.poll(() => everyone.count()).toBeLessThan(ofAll)
  await choose(/^All$/)
  await expect.poll(() => everyone.count()).toBe(ofAll)

  // A week for all: times are proposed, one is changed by keyboard, and everyone’s session is planned at once.
  await page.getByRole('button', { name: 'Plan a week' }).click()
  const plan = page.getByRole('dialog', { name: 'Plan a week' })
  const times = plan.getByRole('combobox', { name: /^When: / })
  await expect(times.first()).not.toHaveValue('')
  await times.last().focus()
  await page.keyboard.press('Home')
  await expect(times.last()).toHaveValue('')
  await plan.getByRole('button', { name: /^Plan \d+ sessions?$/ }).click()
  await expect(page.getByRole('dialog', { name: 'Export sessions to a calendar' })).toBeVisible()
  await page.keyboard.press('Escape')
  // The one before it may still be fading.
  const planned = page.getByRole('alert').filter({ hasText: /sessions? planned/ })
  await planned.getByRole('button', { name: 'Undo' }).click()

  // All of its columns are in sight in a small window, too.
  await setWindowSize(device, 1000, 700)
  await expect
    .poll(() =>
      page
        .getByRole('table', { name: 'REACH board' })
        .evaluate((board) => board.scrollWidth - (board.parentElement?.clientWidth ?? 0)),
    )
    .toBeLessThanOrEqual(0)

  // On a mentee's own page each part has one control, with the same keys.
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'REACH')
  const own = page.getByRole('tabpanel')
  await expect(own.getByRole('combobox')).toHaveCount(0)
  const reflection = own.getByRole('button', { name: /^Reflection: / })
  const stood = (await reflection.getAttribute('data-mark')) ?? ''
  await reflection.focus()
  for (const key of ['p', 'e']) await page.keyboard.press(key)
  await expect(reflection).toHaveAttribute('data-mark', 'excused')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(reflection).toHaveAttribute('data-mark', stood)
})

test('a class’s calendar offers its own year and the next quarter, and its button says what is missing', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await moreActions(page, 'Edit details')
  await page
    .getByLabel('Class (graduation year)')
    .fill(await page.evaluate(() => String(new Date().getFullYear() + 2)))
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await sidebar(page, /^REACH/).click()
  // Of a class that graduates in two years: the second year, or the third by now or by the next quarter.
  const year = page.getByLabel('Year in school')
  await expect(year).toHaveValue(/^[23]$/)
  const first = page.getByLabel('First week starts')
  const offered = await first.inputValue()
  expect(offered).not.toBe('')
  await first.fill('')
  await first.blur()
  await expect(page.getByRole('button', { name: 'Enter a year and a first day' })).toBeDisabled()
  await first.fill(offered)
  await first.blur()
  await page.getByRole('button', { name: /^Set up [1-4] REACH weeks?$/ }).click()
  await expect(
    page.getByRole('button', { name: `Year ${await year.inputValue()} is set up` }),
  ).toBeDisabled()
  const weeks = page.getByRole('table', { name: 'REACH weeks' })
  await expect(weeks).toBeVisible()

  // The program's own exercise, with its length and its questions.
  const dialog = page.getByRole('dialog')
  await weeks.getByRole('button', { name: /^Edit/ }).first().click()
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByLabel('Exercise', { exact: true }).fill('A letter')
  await dialog.getByLabel('Questions it ends in').fill('Who is it to?\nWhat stays unsaid?')
  await dialog.getByLabel('Minutes it takes').fill('35')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'REACH')
  await page
    .getByRole('button', { name: /, week \d: 0\/5/ })
    .first()
    .click()
  await expect(page.getByText('A letter · 35 minutes')).toBeVisible()
  await page.getByRole('button', { name: 'Write their reflection' }).click()
  await expect(page.getByText('Who is it to?').first()).toBeVisible()
})

test('from Today one key goes into the next session, and what is typed at once is in its note', async ({
  start,
}) => {
  const { page } = await start(undefined, ['--demo'])
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('Control+Shift+Enter')
  await page.keyboard.type('Typed at once')
  await expect(page.locator('.ProseMirror', { hasText: 'Typed at once' })).toBeFocused()
})

test('a group session’s plan begins from one of another group, by keyboard, and gives it back', async ({
  start,
}) => {
  const { page } = await start(undefined, ['--demo'])
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
  await openBoard(page)
  const begin = async (group: string): Promise<void> => {
    await sidebar(page, /^REACH/).click()
    await page.getByRole('combobox', { name: 'Group' }).click()
    await page.getByRole('option', { name: group, exact: true }).click()
    await page.getByRole('button', { name: 'New group session' }).click()
  }
  await begin('A')
  const parts = page.getByRole('textbox', { name: 'Parts', exact: true })
  const exercise = page.getByRole('combobox', { name: 'Exercise' })
  await exercise.fill('Letters to a patient')
  await parts.fill('10 Arrive\n50 Letters')
  await page.getByLabel('Notes').fill('Stays with group A')
  await begin('B')
  const ofWeek = await exercise.inputValue()
  const earlier = page.getByRole('combobox', { name: 'Begin from an earlier plan' })
  await earlier.focus()
  await page.keyboard.type('letters')
  await expect(page.getByRole('option', { name: /^Letters to a patient · Group A/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(parts).toHaveValue('10 Arrive\n50 Letters')
  await expect(exercise).toHaveValue('Letters to a patient')
  await expect(page.getByLabel('Notes')).toHaveValue('')
  await expect(earlier).toBeHidden()
  await expect(parts).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n5 Goodbye')
  await expect(page.getByText('65 of 90 minutes planned')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(exercise).toHaveValue(ofWeek)
  await expect(parts).toHaveValue('\n5 Goodbye')
})
