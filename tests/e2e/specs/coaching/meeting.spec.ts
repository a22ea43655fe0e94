/**
 * Around a meeting: the limits before it, a message after it, what was promised, and the record as the mentee would
 * read it.
 */
import { addMentee, command, expect, openTab, test } from '../../steps/device'

test('the limits are said, a message leaves by mail and is logged, and what is late stands first on Today', async ({
  vault: { page, app },
}) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
  const dialog = page.getByRole('dialog')
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Create agreement' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()

  await page.keyboard.press('Control+Shift+S')
  const limits = page.getByRole('alert').filter({ hasText: 'Say the limits before you begin' })
  await expect(limits).toContainText('I must answer a lawful order.')
  await page.keyboard.press('Control+Shift+L')
  await expect(limits).toBeHidden()
  await page.keyboard.type('/questions')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Find a question').fill('smallest')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('checkbox', { name: 'What is the smallest thing that would move this?' }),
  ).toBeVisible()

  await page.getByRole('button', { name: 'End session' }).click()
  const action = dialog.getByLabel('New action item')
  await action.fill('Send the study plan')
  await dialog.getByRole('combobox', { name: 'Owner' }).click()
  await page.getByRole('option', { name: 'Me', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Due' }).fill('1 Nov 2020')
  await action.press('Enter')
  await dialog.getByLabel('Mentee’s takeaway').fill('One free evening')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('alert')
    .filter({ hasText: 'Write to Amara' })
    .getByRole('button', { name: 'Open' })
    .click()
  await expect(dialog.getByLabel('Message')).toHaveValue(
    /One free evening[\s\S]*Send the study plan/,
  )
  await page.keyboard.type('You are on your way.')
  await dialog.getByRole('button', { name: 'Open in mail program' }).click()
  await expect(dialog).toBeHidden()
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  expect(opened).toHaveLength(1)
  expect(decodeURIComponent(opened[0] ?? '')).toMatch(/^mailto:\?subject=.*You are on your way\.$/s)
  const since = page.getByRole('region', { name: 'Since we last met' })
  await expect(since).toContainText('One free evening')
  await since.getByRole('button', { name: 'Write to Amara' }).click()
  await dialog.getByRole('button', { name: 'Copy message' }).click()
  await expect(dialog).toBeHidden()
  expect(await app.evaluate(async ({ clipboard }) => clipboard.readText())).toMatch(
    /^Hello Amara,[\s\S]*Send the study plan/,
  )

  await command(page, 'What would they read?')
  const reading = page.getByRole('region', { name: 'What Amara Osei would read' })
  await expect(reading).toContainText('You are on your way.')
  await reading.getByRole('button', { name: 'Back to the record' }).click()

  await page.keyboard.press('Control+1')
  const promised = page.getByRole('region', { name: 'You promised' })
  await promised.getByRole('button', { name: 'All my promises' }).click()
  await expect(page.getByRole('region', { name: 'November 2020' })).toContainText('0 of 1 kept')
})
