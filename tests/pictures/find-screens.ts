/**
 * The screens and dialogs of search, calendar, reports, insights, imports and comfort, one after the other: looked at by
 * axe, and by the camera of npm run screenshots. `look` is called with each one open.
 */
import type { Page } from 'playwright/test'
import { command, type Device, newNote, noteText } from '../e2e/steps/device'

export const walkFindScreens = async (
  { page }: Device,
  mentee: string,
  look: (name: string) => Promise<void>,
): Promise<void> => {
  const { keyboard } = page
  const closeDialog = async (): Promise<void> => {
    await keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  const palette = page.getByRole('combobox', { name: 'Search or run a command' })
  await keyboard.press('Control+1')
  await keyboard.press('Control+k')
  await palette.waitFor()
  await look('palette')
  await keyboard.type('sleep')
  await page.getByRole('option').first().waitFor()
  await look('palette-found')
  await palette.fill(`mentee:${mentee.split(' ')[0]} kind:goal `)
  await page.getByRole('option').first().waitFor()
  await look('palette-narrowed')
  await palette.fill('>')
  await page.getByRole('group', { name: 'On this screen' }).waitFor()
  await look('palette-commands')
  await closeDialog()
  await keyboard.press('Control+/')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await look('shortcuts')
  await closeDialog()

  await page.getByText('Week', { exact: true }).click()
  await look('today-week')
  await page.getByText('List', { exact: true }).click()
  await command(page, 'Export sessions to a calendar')
  await page.getByRole('dialog', { name: 'Export sessions to a calendar' }).waitFor()
  await look('calendar-export')
  await closeDialog()
  await command(page, 'Import sessions from a calendar')
  await page.getByRole('dialog', { name: 'Import sessions from a calendar' }).waitFor()
  await look('calendar-import')
  await closeDialog()

  const nextYear = new Date().getFullYear() + 1
  await command(page, 'Import the school’s calendar')
  await page.getByRole('dialog', { name: 'Import the school’s calendar' }).waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'academic-year.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Event,Start,End\nREACH week 4,5/3/${nextYear},5/7/${nextYear}\nCommencement,5/14/${nextYear},\n`,
    ),
  })
  await page.getByRole('table', { name: 'Class dates in the file' }).waitFor()
  await look('school-calendar')
  await closeDialog()
  // That the file which was read waits there is said for a moment.
  await page.getByText('isn’t saved yet').waitFor({ state: 'hidden' })

  await keyboard.press('Control+6')
  await page.getByRole('table', { name: 'Sessions by month' }).waitFor()
  await look('insights')
  await page.getByRole('region', { name: 'Goals by category' }).scrollIntoViewIfNeeded()
  await look('insights-charts')
  await keyboard.press('Control+8')
  await page.getByRole('heading', { level: 1, name: 'My coaching' }).waitFor()
  await look('my-coaching')
  await page.getByRole('button', { name: /^Add sheet/ }).click()
  await page.getByRole('dialog', { name: /^Add sheet/ }).waitFor()
  await look('feedback-sheet')
  await closeDialog()
  await keyboard.press('Control+7')
  await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
  await look('reports')
  await command(page, 'Program report')
  await page
    .getByRole('status', { name: 'Pages' })
    .getByText(/\d+ page/)
    .waitFor()
  await look('program-report')
  await closeDialog()

  await keyboard.press('Control+2')
  await page.getByRole('row', { name: mentee }).first().click()
  await command(page, 'Progress summary')
  await page
    .getByRole('status', { name: 'Pages' })
    .getByText(/\d+ page/)
    .waitFor()
  await look('progress-summary')
  await closeDialog()
  await newNote(page, 'She will recieve feedback on the shelf exam. ')
  await noteText(page).locator('.misspelled').waitFor()
  await noteText(page).locator('.misspelled').click()
  await keyboard.press('Control+.')
  await page.getByRole('listbox', { name: 'Spelling' }).waitFor()
  await look('note-spelling')
  await keyboard.press('Escape')
  await keyboard.press('Control+h')
  await page.getByLabel('Find', { exact: true }).fill('feedback')
  await look('note-find')
  await page.getByLabel('Find', { exact: true }).press('Escape')

  await command(page, 'Import notes')
  await page.getByRole('button', { name: 'Choose folder' }).waitFor()
  await look('import-notes')
  await page.getByLabel('Files', { exact: true }).setInputFiles(
    ['2026-03-02', '2026-04-11'].map((day) => ({
      name: `${day} ${mentee}.md`,
      mimeType: 'text/markdown',
      buffer: Buffer.from(`# Talk of ${day}\n\nWords.`),
    })),
  )
  await page.getByRole('table', { name: 'Notes found' }).waitFor()
  await look('import-notes-check')
  await command(page, 'What’s new')
  await page.getByRole('dialog', { name: 'What’s new' }).waitFor()
  await look('whats-new')
  await closeDialog()
  await command(page, 'Quick tour')
  await page.getByRole('region', { name: 'Quick tour' }).waitFor()
  await look('tour')
  await page.getByRole('button', { name: 'Skip' }).click()
  await keyboard.press('Control+,')
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: 'Appearance and language' })
    .click()
  await look('settings-comfort')
}

/** A few screens that need no words to find, for another language or another size. */
export const walkByKeys = async (
  page: Page,
  look: (name: string) => Promise<void>,
): Promise<void> => {
  const { keyboard } = page
  for (const [key, name] of [
    ['1', 'today'],
    ['2', 'mentees'],
    ['4', 'reach'],
    ['6', 'insights'],
    ['7', 'reports'],
    [',', 'settings'],
  ] as const) {
    await keyboard.press(`Control+${key}`)
    await page.locator('main h1').waitFor()
    if (key === '6') await page.locator('main table').first().waitFor()
    await look(name)
  }
  await keyboard.press('Control+2')
  await page
    .locator('main tbody [role="row"], main tbody tr, main [role="row"][tabindex]')
    .nth(1)
    .click()
  await page.getByRole('tab').first().waitFor()
  await look('mentee')
  await page.getByRole('tab').nth(2).click()
  await look('mentee-goals')
  await keyboard.press('Control+k')
  await page.locator('#palette-list [data-action]').first().waitFor()
  await look('palette')
  await keyboard.press('Escape')
}
