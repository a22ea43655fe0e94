/** What happens to a student, told where a coach looks: a leave and the return, an exam without its outcome, feedback. */

import { addDays } from '../../../../shared/base/day'
import {
  addMentee,
  command,
  expect,
  moreActions,
  noteText,
  openTab,
  sidebar,
  test,
} from '../../steps/device'
import { pass } from '../../steps/ending-steps'

/** As a calendar calls it, `28 November 2026`. */
const dayInCalendar = (date: Date): string =>
  `${date.getDate()} ${date.toLocaleDateString('en-US', { month: 'long' })} ${date.getFullYear()}`

test('a leave, the return, an exam and feedback that becomes a goal stand where a coach looks for them', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Dana Kowalski')
  const dialog = page.getByRole('dialog')
  const act = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await act('Leave of absence')
  await dialog.getByLabel('Contact they want').fill('One postcard')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const away = page.getByRole('alert').filter({ hasText: 'On leave since' })
  await expect(away).toContainText('Contact they want: One postcard')

  // Nothing of it before there is any, and then a card of its own.
  await openTab(page, 'Record')
  await expect(page.getByRole('region', { name: 'Exams' })).toBeHidden()
  await page.getByRole('button', { name: 'Add exam' }).click()
  await expect(dialog).toContainText('Scores and results have no place here')
  await dialog.getByRole('textbox', { name: 'Exam', exact: true }).fill('Step 1')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'Exams' })).toContainText('not booked yet')
  const enrolled = page.getByRole('region', { name: 'Enrollment' })
  await expect(enrolled).toContainText('On leave')

  await away.getByRole('button', { name: 'Return from leave' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(away).toBeHidden()
  await expect(enrolled).toContainText('Enrolled')

  await openTab(page, 'REACH')
  await page.getByRole('button', { name: 'Add feedback' }).click()
  await dialog.getByLabel('What was said, as they bring it').fill('Ready too soon')
  await dialog.getByLabel('One change').fill('One open question first')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Make it a goal' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Goal', exact: true })).toHaveValue(
    'One open question first',
  )
  await dialog.getByRole('button', { name: 'Make it a goal' }).click()
  await expect(page.getByRole('region', { name: 'Feedback they brought' })).toContainText(
    'Goal: One open question first (Active)',
  )
})

test('a season, a letter asked of the coach, a debrief and leaving the school stand where a coach looks for them', async ({
  vault: { page },
}) => {
  const dayFromNow = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await addMentee(page, 'Theo Lambert')
  const dialog = page.getByRole('dialog')
  const save = async (): Promise<void> => {
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
  }
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Add residency season' }).click()
  await dialog.getByRole('textbox', { name: 'Specialty' }).fill('Pediatrics')
  await dialog.getByLabel('Year of their Match').fill('2027')
  await save()
  const dates = page.getByRole('region', { name: 'Season dates, 2027' })
  await expect(dates.getByRole('button', { name: 'Match Day: checked today' })).toBeVisible()
  await dates.getByRole('button', { name: 'Match Day: checked today' }).click()
  await expect(dates.getByRole('button', { name: 'Match Day: checked today' })).toBeHidden()

  await page.getByRole('button', { name: 'They asked me for a letter' }).click()
  await expect(dialog).toContainText('Theo, thank you for asking me.')
  await save()
  await expect(page.getByRole('region', { name: 'Residency season' })).toContainText(
    'Kindly declined',
  )

  await page.getByRole('button', { name: 'Add rotation' }).click()
  await dialog.getByRole('textbox', { name: 'Rotation', exact: true }).fill('Surgery')
  await dialog.getByLabel('From').fill(dayFromNow(-40))
  await dialog.getByLabel('Until').fill(dayFromNow(-5))
  await page.keyboard.press('Tab')
  await save()
  await page.getByRole('button', { name: /^Today/ }).click()
  await page.getByRole('button', { name: 'Debrief Surgery with Theo Lambert' }).click()
  await expect(noteText(page)).toContainText('Surgery')
  await expect(page.getByRole('button', { name: /Debrief Surgery/ })).toBeHidden()

  await moreActions(page, 'Left the school')
  await dialog.getByRole('button', { name: 'End coaching' }).click()
  await expect(page.getByRole('dialog', { name: 'Support for you' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alert').filter({ hasText: 'An appeal or a request' })).toBeVisible()
})

test('a personal day comes round quietly: on Today and in the brief, from a week before until it is over', async ({
  vault: { page },
}) => {
  /** Days later the laptop wakes, which says so as this. */
  const wake = async (days: number): Promise<void> => {
    await pass(page, days)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
  }
  const today = new Date().toISOString().slice(0, 10)
  const [year, monthDay] = [Number(today.slice(0, 4)), addDays(today, 12).slice(4)]
  await addMentee(page, 'Noor Haddad')
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Add date' }).click()
  await page.keyboard.type('Her father’s funeral')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'Personal' }).click()
  await dialog.getByLabel('On', { exact: true }).fill(`${year - 2}${monthDay}`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const places = page.getByRole('navigation', { name: 'Main' })
  await places.getByRole('button', { name: /^Today/ }).click()
  const toDo = page.getByRole('region', { name: 'To do' })
  const line = toDo.getByRole('button', { name: /^Noor Haddad: 2 years since/ })
  await expect(toDo.getByText('funeral')).toBeHidden()
  await wake(9)
  await expect(line).toContainText('in 3 days')
  await line.click()
  await expect(page.getByRole('region', { name: 'What’s next' })).toContainText(
    '2 years since “Her father’s funeral”',
  )
  await wake(12)
  await places.getByRole('button', { name: /^Today/ }).click()
  await expect(line).toContainText('today')
  await wake(13)
  await expect(line).toBeHidden()
})

test('a leave takes what is planned along and gives it back, and Today has the days that were agreed', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Dana Kowalski')
  const dialog = page.getByRole('dialog')
  const next = page.getByRole('region', { name: 'What’s next' })
  // This week's: on a weekend a day was too pale to be read.
  const saturday = new Date()
  saturday.setDate(saturday.getDate() + 6 - saturday.getDay())
  const plan = async (): Promise<void> => {
    await command(page, 'Plan a session')
    await dialog.getByLabel('Date', { exact: true }).fill('in 9 days')
    await page.keyboard.press('Tab')
  }
  await plan()
  await dialog.getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(next).toContainText('in 9 days')
  const leave = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Leave of absence' }).click()
    await expect(dialog).toContainText('1 session is planned in it')
    await dialog.getByLabel('Cancel the sessions planned in it').check()
    await dialog.getByRole('button', { name: 'Days to be in touch' }).click()
    await page.getByRole('button', { name: dayInCalendar(saturday) }).click()
    await page.keyboard.press('Escape')
    // The days are a dialog, too.
    await expect(dialog).toHaveCount(1)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(next).toContainText('No session planned')
  }
  await leave()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(next).toContainText('in 9 days')
  await leave()

  const away = page.getByRole('alert').filter({ hasText: 'On leave since' })
  await away.getByLabel('Agree that they tell the dean’s office').focus()
  await page.keyboard.press('Space')
  await expect(away).toContainText('Telling the dean’s office: They do')
  await away.getByLabel('Ask whether housing goes on').click()
  await expect(away.getByLabel('Ask whether housing goes on')).toBeHidden()

  // What is planned since is said where it is planned, and can be canceled and planned again as what was there before.
  await plan()
  await expect(dialog.getByRole('status')).toContainText('Dana is on leave then, from')
  await dialog.getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(away).toContainText('1 session is planned during the leave')
  await openTab(page, 'Record')
  await page
    .getByRole('region', { name: 'Enrollment' })
    .getByRole('button', { name: 'Cancel it' })
    .click()
  await expect(away).not.toContainText('is planned during the leave')
  const canceled = page.getByText('1 session canceled', { exact: true })
  await page
    .getByRole('alert')
    .filter({ has: canceled })
    .getByRole('button', { name: 'Undo' })
    .click()
  await away.getByRole('button', { name: 'Cancel it' }).press('Enter')
  await expect(away).not.toContainText('is planned during the leave')
  await sidebar(page, /^Today/).click()
  const call = page.getByLabel('Be in touch with Dana Kowalski, who is on leave')
  await call.click()
  await expect(call).toBeHidden()
})
