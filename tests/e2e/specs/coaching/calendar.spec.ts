import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { addMentee, command, moreActions, test } from '../../steps/device'
import { answerSave } from '../../steps/system-dialogs'

const DAY_MS = 86_400_000
const day = (offset: number): string => {
  const date = new Date(Date.now() + offset * DAY_MS)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}
const compact = (date: string): string => date.replaceAll('-', '')

const calendarFile = (time: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:with-amara',
    'SUMMARY:Coaching: Amara Osei',
    `DTSTART:${compact(day(1))}T${time}`,
    `DTEND:${compact(day(1))}T235900`,
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:lunch',
    'SUMMARY:Department lunch',
    `DTSTART:${compact(day(1))}T120000`,
    `DTEND:${compact(day(1))}T130000`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

test('sessions come in from a calendar, matched by name, once, and move when they moved there', async ({
  vault: { page },
  profile,
}) => {
  await addMentee(page, 'Amara Osei')
  const file = join(profile, 'work.ics')
  const takeIn = async (time: string, expected: RegExp): Promise<void> => {
    await writeFile(file, calendarFile(time))
    await command(page, 'Import sessions from a calendar')
    const dialog = page.getByRole('dialog', { name: 'Import sessions from a calendar' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choose calendar file' }).click()
    await (await chooser).setFiles(file)
    await expect(
      dialog.getByRole('row', { name: /Department lunch/ }).getByRole('checkbox'),
    ).toBeDisabled()
    await expect(dialog.getByRole('row', { name: expected })).toBeVisible()
    await dialog.getByRole('button', { name: 'Import 1 session' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await takeIn('140000', /Coaching: Amara Osei/)
  const section = page.getByRole('region', { name: /^(Sessions this week|Next session)$/ })
  await expect(section.getByText('2:00 PM')).toBeVisible()
  await takeIn('150000', /already imported/)
  await expect(section.getByText('3:00 PM')).toBeVisible()
  await expect(section.getByText('2:00 PM')).toHaveCount(0)
  await section.getByText('Week', { exact: true }).click()
  await expect(section.getByRole('region', { name: /\d{4}$/ })).toHaveCount(7)
  // Tomorrow may be in the next week already.
  const meeting = section.getByRole('button', { name: /3:00 PM.*Amara Osei.*Planned/s })
  await expect(async () => {
    if ((await meeting.count()) === 0)
      await section.getByRole('button', { name: 'Next week' }).click()
    await expect(meeting).toBeVisible({ timeout: 1000 })
  }).toPass()
})

test('a series is planned and cancelled; what goes to a calendar has initials, and no content', async ({
  vault: { app, page },
  profile,
}) => {
  await addMentee(page, 'Amara Osei')
  await command(page, 'Plan a session')
  const plan = page.getByRole('dialog', { name: 'Plan a session' })
  await plan.getByLabel('Place').fill('Secret garden')
  await plan.getByLabel('Repeat').click()
  await page.getByRole('option', { name: 'Every four weeks' }).click()
  await plan.getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(page.getByText('7 sessions planned')).toBeVisible()

  const target = join(profile, 'out.ics')
  await answerSave(app, target)
  await command(page, 'Export sessions to a calendar')
  const dialog = page.getByRole('dialog', { name: 'Export sessions to a calendar' })
  await expect(dialog.getByText('Coaching: A. O.').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Save file' }).click()
  await expect(dialog).toHaveCount(0)
  const text = await readFile(target, 'utf8')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(7)
  expect(text).toContain('SUMMARY:Coaching: A. O.')
  expect(text).not.toMatch(/Amara|Osei|Secret/)

  await page.keyboard.press('Control+2')
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await moreActions(page, 'Cancel the remaining sessions in this series (7)')
  await expect(page.getByText('7 planned sessions canceled')).toBeVisible()
})

test('a reminder names nobody, comes while the vault is locked too, and opens the brief', async ({
  vault: { app, page },
}) => {
  await addMentee(page, 'Amara Osei')
  // A stand-in at Electron's edge: there is no desktop here to show it.
  await app.evaluate(({ Notification }) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shown })
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this)
    }
  })
  // What is due within a minute is due at once: that much of the wait tells nothing.
  await app.evaluate(() => {
    const wait = setTimeout
    const sooner = (run: () => void, ms: number) => wait(run, ms > 6000 && ms < 75_000 ? 2000 : ms)
    Object.assign(globalThis, { setTimeout: sooner })
  })
  // The next whole minute that a reminder ten minutes earlier can still be set for.
  const soon = new Date(Math.ceil((Date.now() + 10 * 60_000 + 10_000) / 60_000) * 60_000)
  await command(page, 'Plan a session')
  const plan = page.getByRole('dialog', { name: 'Plan a session' })
  await plan
    .getByLabel('Time')
    .fill(
      `${String(soon.getHours()).padStart(2, '0')}:${String(soon.getMinutes()).padStart(2, '0')}`,
    )
  await plan.getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(plan).toHaveCount(0)
  await page.keyboard.press('Control+1')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
  const said = () =>
    app.evaluate(() =>
      (globalThis as unknown as { shown: { title: string; body: string }[] }).shown.map(
        ({ title, body }) => `${title}. ${body}`,
      ),
    )
  await expect.poll(said).toHaveLength(1)
  expect((await said())[0]).toMatch(
    /^Session at \d{1,2}:\d\d\s[AP]M\. Open your five-minute brief$/,
  )
  await app.evaluate(() =>
    (globalThis as unknown as { shown: { emit: (event: string) => void }[] }).shown[0]?.emit(
      'click',
    ),
  )
  await page.getByLabel('Passphrase', { exact: true }).fill('harbour velvet onion thunder')
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Osei' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What to ask' })).toBeVisible()
})
