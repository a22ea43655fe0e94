/**
 * The school's own calendar, by keyboard: what it has of REACH weeks and of a class's path comes in after a look at each
 * guess, and is taken back.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { academicYearEnd } from '../../../../shared/base/academic-year'
import { addDays } from '../../../../shared/base/day'
import { fillIn, goToMentee, press, tabTo } from '../../steps/by-keyboard'
import { expect, test } from '../../steps/device'

const today = new Date().toISOString().slice(0, 10)
/** The second years. */
const CLASS = academicYearEnd(today) + 2

const compact = (day: string): string => day.replaceAll('-', '')
const entry = (words: string, start: string, days = 5): string =>
  [
    'BEGIN:VEVENT',
    `UID:${words}`,
    `SUMMARY:${words}`,
    `DTSTART;VALUE=DATE:${compact(start)}`,
    `DTEND;VALUE=DATE:${compact(addDays(start, days))}`,
    'END:VEVENT',
  ].join('\r\n')
const calendar = (...entries: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries, 'END:VCALENDAR'].join('\r\n')

const told = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words })

const undo = async (page: Page, words: string): Promise<void> => {
  await tabTo(page, told(page, words).getByRole('button', { name: 'Undo' }))
  await page.keyboard.press('Enter')
}

const chooseFile = async (page: Page, file: string): Promise<void> => {
  await press(page, 'Import the school’s calendar')
  const chooser = page.waitForEvent('filechooser')
  await expect(page.getByRole('button', { name: 'Choose file' })).toBeFocused()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(file)
}

test('REACH weeks come in as guesses that are put right, once, move when the school moved them, and one undo takes all back', async ({
  vault: { page },
  profile,
}) => {
  await page.keyboard.press('Control+Shift+m')
  await fillIn(page, { Name: 'Amara Osei', 'Class (graduation year)': String(CLASS) })
  const file = join(profile, 'academic year.ics')
  const [first, second, moved] = [addDays(today, 20), addDays(today, 60), addDays(today, 67)]
  const week = (words: string, start: string): string => entry(`${words}, Class of ${CLASS}`, start)
  await writeFile(
    file,
    calendar(
      week('REACH week 2', first),
      week('REACH week 3', second),
      entry(`REACH week 1, Class of ${CLASS + 1}`, first),
      entry('Winter break', second, 14),
    ),
  )
  await chooseFile(page, file)
  const dialog = page.getByRole('dialog', { name: 'Import the school’s calendar' })
  const rows = dialog.getByRole('table', { name: 'REACH weeks in the file' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  // Of a class in which the coach has nobody it is there, and not proposed.
  const others = dialog.getByRole('checkbox', { name: new RegExp(`Class of ${CLASS + 1}`) })
  await expect(others).not.toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Import 2 REACH weeks' })).toBeEnabled()
  const quarter = dialog.getByRole('combobox', { name: /^Quarter for REACH week 3/ })
  await tabTo(page, quarter)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(quarter).toHaveValue('4')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(told(page, '2 REACH weeks imported')).toBeVisible()

  await press(page, 'Calendar')
  const weeks = page.getByRole('table', { name: 'REACH weeks', exact: true }).getByRole('row')
  await expect(weeks).toHaveCount(3)
  await expect(page.getByRole('button', { name: /^Edit week 4 of year/ })).toBeVisible()

  await writeFile(file, calendar(week('REACH week 2', first), week('REACH week 4', moved)))
  await chooseFile(page, file)
  await expect(dialog.getByRole('row', { name: /REACH week 2.*Already here/ })).toBeVisible()
  await expect(dialog.getByRole('row', { name: /REACH week 4.*→/ })).toBeVisible()
  const before = await weeks.allInnerTexts()
  await tabTo(page, dialog.getByRole('button', { name: 'Import 1 REACH week' }))
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(told(page, '1 REACH week imported')).toBeVisible()
  await expect(weeks).toHaveCount(3)
  await expect.poll(() => weeks.allInnerTexts()).not.toEqual(before)
  await undo(page, '1 REACH week imported')
  await expect.poll(() => weeks.allInnerTexts()).toEqual(before)
})

test('a class adopts the plan, a day of it comes in and is ahead for a mentee with its questions, and is taken back', async ({
  vault: { page },
  profile,
}) => {
  // The first years: their boards are most of a year ahead, and no month of the plan says them yet.
  const classYear = academicYearEnd(today) + 3
  await page.keyboard.press('Control+Shift+m')
  await fillIn(page, { Name: 'Amara Osei', 'Class (graduation year)': String(classYear) })
  await page.keyboard.press('Control+4')
  await press(page, 'Calendar')
  const path = page.getByRole('region', { name: `Path of the class of ${classYear}` })
  await tabTo(page, path.getByRole('button', { name: /^Set up \d+ class dates$/ }))
  await page.keyboard.press('Enter')
  await expect(told(page, `set up for the class of ${classYear}`)).toBeVisible()
  const boards = path.getByRole('textbox', { name: 'Day of Step 1' })
  await expect(boards).toHaveValue('')
  await expect(boards).toHaveAttribute('placeholder', /^around May \d{4}$/)
  // A day is typed in the table itself, one of the season, too; wherever its line goes, the cursor stays in it.
  for (const title of ['Match Day', 'Clerkships begin', 'Graduation']) {
    const field = path.getByRole('textbox', { name: `Day of ${title}` })
    await tabTo(page, field)
    await page.keyboard.type(`5/14/${classYear}`)
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue(`May 14, ${classYear}`)
  }

  const file = join(profile, 'academic year.ics')
  const day = addDays(today, 20)
  await writeFile(file, calendar(entry(`Step 1, Class of ${classYear}`, day, 1)))
  await chooseFile(page, file)
  const dialog = page.getByRole('dialog', { name: 'Import the school’s calendar' })
  await expect(dialog.getByRole('row', { name: /Step 1.*May \d{4} →/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(told(page, '1 class date imported')).toBeVisible()
  await expect(boards).not.toHaveValue('')

  const next = page.getByRole('region', { name: 'What’s next' })
  await goToMentee(page, 'Amara Osei')
  await expect(next).toContainText('Step 1')
  await expect(next).toContainText('What does a good study day look like for you?')
  await press(page, 'Today')
  const toDo = page.getByRole('region', { name: 'To do' })
  await expect(toDo).toContainText(`Class of ${classYear}: Step 1`)
  await undo(page, '1 class date imported')
  await expect(toDo).not.toContainText('Step 1')
  await goToMentee(page, 'Amara Osei')
  await expect(next).not.toContainText('Step 1')
})
