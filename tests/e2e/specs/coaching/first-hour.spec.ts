/** The first hour of an urgent day, and a committee that the coach sits on: what to do now, and what not to decide. */

import { addMentee, expect, openTab, sidebar, test } from '../../steps/device'
import { setWindowSize } from '../../steps/window-size'

test('an escalation says what to do first, and who is waiting for a call until it was made', async ({
  vault: { page },
}) => {
  await sidebar(page, 'Settings').click()
  await page.getByRole('button', { name: 'Reporting policy' }).click()
  await page.getByRole('button', { name: 'Edit policy' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('I report to').fill('Dean Ito')
  await dialog.getByLabel('Hours until then, for a reminder').fill('24')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()

  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Escalation' }).click()
  await page.getByRole('button', { name: 'New escalation record' }).click()
  await page.keyboard.type('Hazing')
  await page.keyboard.press('Enter')
  // The clock has begun: tomorrow, at this time.
  await expect(dialog.getByLabel('Pass it on by')).not.toHaveValue('')
  await dialog.getByLabel('What I saw and heard').fill('Said “they made us”.')
  await dialog.getByRole('button', { name: 'Add' }).click()
  const card = page.getByRole('article', { name: 'Hazing' })
  const steps = card.getByRole('group', { name: 'First steps' })
  await steps.getByLabel(/^Don’t investigate/).focus()
  await page.keyboard.press('Space')
  await expect(steps.getByText(/^Done /)).toBeVisible()

  // Whom, and by when. What it is about is told nowhere else.
  await openTab(page, 'Overview')
  await expect(
    page.getByText(/^There’s a call to make about them\. Due tomorrow, by /),
  ).toBeVisible()
  await expect(page.getByText(/Hazing|made us/)).toHaveCount(0)
  await sidebar(page, /^Today/).click()
  const call = page.getByRole('button', { name: /^Call to make: Amara Osei Due tomorrow, by / })
  await expect(page.getByText(/Hazing|made us/)).toHaveCount(0)
  await call.focus()
  await page.keyboard.press('Enter')
  await steps.getByLabel('Pass it on: Dean Ito').check()
  await sidebar(page, /^Today/).click()
  await expect(call).toBeHidden()
})

test('a coach who sits on the committee is told to recuse, on the page, in the session and on Today', async ({
  vault,
}) => {
  const { page } = vault
  await addMentee(page, 'Luis Ortega')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit details' }).click()
  await dialog.getByLabel(/committee/).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Add concern' }).click()
  await dialog.getByLabel('What it’s about').fill('Surgery shelf')
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByLabel('Formal process').click()
  await page.getByRole('option', { name: 'Before a committee' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()

  const recuse = page.getByRole('alert', { name: 'Recuse yourself from this decision' })
  await expect(recuse).toContainText('this is before it: Surgery shelf')
  await sidebar(page, /^Today/).click()
  await page.getByRole('button', { name: /^Recuse yourself: Luis Ortega/ }).click()
  await page.getByRole('button', { name: 'Start session' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Say this before anything' }),
  ).toBeVisible()
  // Here three notices are a line that opens: the note begins in the upper half of a small window.
  await setWindowSize(vault, 1000, 700)
  await expect(recuse).toBeHidden()
  const note = page.getByRole('textbox', { name: 'Session note' })
  expect((await note.boundingBox())?.y).toBeLessThan(350)
  await expect(note).toBeFocused()
  const limits = page.getByRole('alert', { name: 'Say the limits before you begin' })
  const fold = page.getByRole('button', { name: /^(Show|Hide) these notices/ })
  await expect(fold).toHaveAccessibleName(/: Say this before anything else · Recuse yourself/)
  await fold.press('Enter')
  await expect(limits).toBeVisible()
  await fold.press('Enter')
  await expect(limits).toBeHidden()
  await fold.press('Enter')
  await recuse.getByRole('button', { name: 'Write down my recusal' }).click()
  await page.keyboard.type('The chair leads it; I leave the room.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(recuse).toBeHidden()
})
