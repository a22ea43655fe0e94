/** The student of the four years, where a coach looks for her, and what is done with her more than once. */
import type { Locator, Page } from 'playwright/test'
import { fillIn, goToMentee, press } from '../../../steps/by-keyboard'
import { expect, expectSaved } from '../../../steps/device'

export const INES = 'Ines Duarte'

export const region = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('region', { name })
export const toDo = (page: Page): Locator => region(page, 'To do')
export const main = (page: Page): Locator => page.getByRole('main')

/** A mark of the REACH board, which has one line as long as there is one mentee. */
export const markOf = (page: Page, part: string): Locator =>
  page.getByRole('table', { name: 'REACH board' }).getByRole('button', { name: `${INES}, ${part}` })

/** Beside the board: where a class's weeks are laid out. */
export const goToCalendar = async (page: Page): Promise<void> => {
  await press(page, 'Calendar')
  await expect(page.getByRole('tab', { name: 'Calendar', selected: true })).toBeVisible()
}

/** A meeting from its first word to its end. */
export const meet = async (page: Page, words: string, takeaway: string): Promise<void> => {
  await goToMentee(page, INES)
  await page.keyboard.press('Control+Shift+s')
  await page.keyboard.type(words)
  await expectSaved(page)
  await press(page, 'End session')
  await fillIn(page, { 'Mentee’s takeaway': takeaway })
}

export const note = async (page: Page, words: string): Promise<void> => {
  await goToMentee(page, INES)
  await page.keyboard.press('Control+Shift+n')
  await page.keyboard.type(words)
  await expectSaved(page)
}
