/** A page to take home: one sheet of what the mentee may see anyway, and that it was given is logged. */

import { addGoal, addMentee, command, expect, openTab, test } from '../../steps/device'

test('a mentee’s page to take home has goals and help, and is opened by its command', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await addGoal(page, 'Sleep before call')
  await openTab(page, 'Overview')
  await command(page, 'Page to take home')
  const sheet = page.getByRole('dialog', { name: /To take home: Amara Osei/ })
  await expect(sheet.getByRole('heading', { name: 'My goals' })).toBeVisible()
  await expect(sheet).toContainText('Sleep before call')
  await expect(sheet).toContainText('988')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})
