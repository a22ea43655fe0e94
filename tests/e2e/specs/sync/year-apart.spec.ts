/** What two laptops do apart to a class's days and to a round of feedback: one line for one thing, and no number that changes unsaid. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { academicYearEnd } from '../../../../shared/base/academic-year'
import { startTestRelay } from '../../../relay/relay-process'
import { choose, fillIn, press } from '../../steps/by-keyboard'
import { type Device, expect, newProfile, openMentee, test } from '../../steps/device'
import { expectSynced, sync, twoDevices } from '../../steps/sync-steps'

const today = new Date().toISOString().slice(0, 10)
/** The second years, whose graduation nobody knows yet. */
const CLASS = academicYearEnd(today) + 2
const calendarWith = (day: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:graduation',
    `SUMMARY:Graduation, Class of ${CLASS}`,
    `DTSTART;VALUE=DATE:${CLASS}05${day}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

test('two days for one graduation are one line with the other offered; a sheet that comes after its round changes no number', async ({
  start,
  profile,
}) => {
  test.setTimeout(300_000)
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, [await newProfile(), await newProfile()])
  const round = ({ page }: Device) => page.getByRole('article', { name: 'Spring' })
  const addSheet = async ({ page }: Device, key: string): Promise<void> => {
    await press(page, 'Add sheet: Spring')
    await page.keyboard.type(key.repeat(6))
    await expect(page.getByRole('dialog').getByRole('radio', { checked: true })).toHaveCount(6)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const importDay = async ({ page }: Device, day: string): Promise<void> => {
    const file = join(profile, `${day}.ics`)
    await writeFile(file, calendarWith(day))
    await press(page, 'Import the school’s calendar')
    const dialog = page.getByRole('dialog', { name: 'Import the school’s calendar' })
    const chooser = page.waitForEvent('filechooser')
    await expect(page.getByRole('button', { name: 'Choose file' })).toBeFocused()
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(file)
    await dialog.getByRole('checkbox', { name: /Graduation/ }).check()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
  }
  await openMentee(a.page, 'Amara Osei')
  await choose(a.page, 'Edit details')
  await fillIn(a.page, { 'Class (graduation year)': String(CLASS) })
  await a.page.keyboard.press('Control+8')
  await press(a.page, 'Start a round')
  await fillIn(a.page, { 'Name of the round': 'Spring' })
  for (let sheet = 1; sheet <= 5; sheet++) await addSheet(a, '4')
  await expectSynced(a)
  await b.page.keyboard.press('Control+8')
  await expect(round(b)).toContainText('5 sheets added')
  await expectSynced(b)
  await relay.stop()
  for (const laptop of [a, b]) await expect(sync(laptop)).toContainText('Offline')

  await press(a.page, 'Finish: Spring')
  await expect(a.page.getByRole('button', { name: 'Finish and show the answers' })).toBeFocused()
  await a.page.keyboard.press('Enter')
  await expect(round(a).getByRole('table')).toBeVisible()
  await addSheet(b, '1')
  await importDay(a, '10')
  await importDay(b, '17')

  const again = await startTestRelay({ data: relay.data, port: relay.port })
  for (const laptop of [a, b]) await expectSynced(laptop)
  for (const laptop of [a, b]) {
    await laptop.page.keyboard.press('Control+8')
    await expect(round(laptop)).toContainText(/^Spring5 sheets, finished/)
    await expect(round(laptop)).toContainText('1 sheet came from another laptop')
    await expect(round(laptop).getByRole('cell').first()).toHaveText('0')
  }
  await press(b.page, 'Start a round')
  await fillIn(b.page, { 'Name of the round': 'Fall' })
  await press(b.page, 'Move it to Fall')
  await expect(b.page.getByRole('article', { name: 'Fall' })).toContainText('1 sheet added')
  await expect(round(a)).not.toContainText('came from another laptop')

  for (const laptop of [a, b]) {
    await laptop.page.keyboard.press('Control+4')
    await press(laptop.page, 'Calendar')
    const path = laptop.page.getByRole('region', { name: `Path of the class of ${CLASS}` })
    await expect(path.getByRole('textbox', { name: 'Day of Graduation' })).toHaveCount(1)
  }
  await a.page.keyboard.press('Control+1')
  for (const day of ['May 10', 'May 17'])
    await expect(a.page.getByRole('button', { name: `Keep ${day}, ${CLASS}` })).toBeVisible()
  await press(a.page, `Keep May 17, ${CLASS}`)
  for (const { page } of [a, b]) {
    await page.keyboard.press('Control+4')
    await expect(page.getByRole('textbox', { name: 'Day of Graduation' })).toHaveValue(
      `May 17, ${CLASS}`,
    )
  }
  await again.stop()
})
