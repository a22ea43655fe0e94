/** What turns a student's year: a note to start from, and a reminder to ask again that says who and never what. */

import { addMentee, command, expect, noteText, openTab, sidebar, test } from '../../steps/device'

test('a guided note begins with its questions, and asks again by who and how long ago alone', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await command(page, 'Guided note')
  const dialog = page.getByRole('dialog', { name: 'Guided note: Amara Osei' })
  await expect(dialog).toContainText('You assess nothing here')
  await page.keyboard.type('death')
  await page.keyboard.press('Enter')
  await dialog.getByLabel(/^Ask again in 12 weeks/).uncheck()
  await dialog.getByRole('button', { name: 'Start note' }).click()
  await expect(noteText(page)).toContainText('Days that will be hard')
  await page.keyboard.type('Her grandmother. ')
  await expect(noteText(page)).toContainText('Her grandmother.')

  await openTab(page, 'Overview')
  const promised = page.getByRole('region', { name: 'You said you would' })
  await expect(promised.getByRole('checkbox')).toHaveCount(2)
  await expect(promised).toContainText('Ask how they are, 4 weeks on')
  await expect(promised).not.toContainText(/loss|grandmother/)
  await sidebar(page, /^Today/).click()
  await expect(page.getByText(/loss|grandmother/)).toHaveCount(0)
})
