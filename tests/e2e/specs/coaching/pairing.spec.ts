/** From the pairing to an agreement that both said yes to: who was not met comes first, and no yes is written over. */
import { versionCode } from '../../../../shared/model/record/agreement'
import { newAgreement } from '../../../../shared/model/record/agreement-clauses'
import { addMentee, expect, openTab, sidebar, test } from '../../steps/device'
import { expectSeen } from '../../steps/seen'

test('a pairing is told until the first meeting, and the agreement keeps the words that the mentee said yes to', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Mateo Rivera')
  const dialog = page.getByRole('dialog')
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Add pairing' }).click()
  await page.keyboard.type('Office of Student Affairs')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const notMet = page.getByRole('alert').filter({ hasText: 'Paired today, not met yet' })
  await notMet.getByRole('button', { name: 'First message' }).click()
  await expect(dialog.getByLabel('Message')).toHaveValue(/^Hello Mateo,/)
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expectSeen(page.getByText('Message copied'))
  await dialog.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(notMet).toContainText('First message sent')

  await page.getByRole('button', { name: 'Create agreement' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  // What the mentee's own form saves.
  const version = versionCode(newAgreement())
  const answers = {
    ...{ format: 'confidant-prep', version: 1, date: '2026-11-20', progress: {} },
    ...{ wins: 'Slept', challenges: '', oneThing: '', feedback: '', avoid: '' },
    ...{ energy: null, stress: null, agreement: { version, name: 'Mateo R.' } },
  }
  const file = (name: string, content: object) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  })
  await openTab(page, 'Overview')
  await page.getByLabel('Prep form file').setInputFiles(file('prep.json', answers))
  await expectSeen(page.getByText('Your mentee acknowledged the agreement.'))
  await openTab(page, 'Record')
  const agreement = page.getByRole('region', { name: 'Agreement' })
  await expect(agreement).toContainText('by Mateo R., in their own form')

  await agreement.getByRole('button', { name: 'Review' }).click()
  await dialog.getByLabel('The mentee’s wishes').fill('Walking meetings')
  await expect(dialog.getByText(/saved as a new version/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(agreement).toContainText('Not yet acknowledged')
  await agreement.getByRole('button', { name: 'Earlier versions' }).click()
  await expectSeen(dialog.locator('ins', { hasText: 'Walking meetings' }))
  await expect(dialog).toContainText('Acknowledged: November 20, 2026')
  await page.keyboard.press('Escape')

  // A yes to the words before is none to these.
  await openTab(page, 'Overview')
  await page.getByLabel('Prep form file').setInputFiles(file('again.json', answers))
  await expectSeen(page.getByText('The agreement has changed since your mentee’s form was made'))

  await sidebar(page, /^Today/).click()
  await expect(page.getByRole('region', { name: 'Overdue for a meeting' })).toContainText(
    'paired today, not met yet',
  )
})
