/** What happens to a student, told where a coach looks: a leave and the return, an exam without its outcome, feedback. */
import { addMentee, expect, openTab, test } from '../../steps/device'

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
