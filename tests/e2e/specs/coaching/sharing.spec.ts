/** What goes out to the mentee and comes back: the prep form, a copy that is shared, a sheet that is printed. */
import { readFile } from 'node:fs/promises'
import { addMentee, expect, openTab, test } from '../../steps/device'
import { expectSeen } from '../../steps/seen'
import { answerSave } from '../../steps/system-dialogs'

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

test('the mentee’s prep form goes out as a file and comes back in; a foreign file is refused with a reason', async ({
  vault: device,
  profile,
}) => {
  const { app, page } = device
  await addMentee(page, 'Amara Osei')
  await page.getByLabel('Prep form file').setInputFiles(file('x.json', '{"hello":1}'))
  await expect(page.getByRole('alert')).toContainText('This isn’t a prep form')
  const out = `${profile}-prep.html`
  await answerSave(app, out)
  await page.getByRole('button', { name: 'Prep form', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save a form to send' }).click()
  await expect.poll(() => readFile(out, 'utf8').catch(() => '')).toContain('Before our meeting')
  const answers = {
    format: 'confidant-prep',
    version: 1,
    date: '2026-11-20',
    progress: {},
    wins: '',
    challenges: '',
    oneThing: 'How to say no',
    feedback: '',
    avoid: 'Home',
    energy: 4,
    stress: null,
  }
  await page.getByLabel('Prep form file').setInputFiles(file('prep.json', JSON.stringify(answers)))
  await expect(page.getByText('How to say no')).toBeVisible()
  await expect(page.getByText('Topics to avoid: Home')).toBeVisible()
  await openTab(page, 'Record')
  await expect(page.getByRole('table', { name: 'Disclosure log' })).toContainText('Prep form')
})

test('sharing is a copy with a preview: the private note stays, and the disclosure log says what went to whom', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.getByRole('textbox', { name: 'Session note' }).click()
  await page.keyboard.type('For both of us.')
  await expect(page.getByRole('button', { name: 'Share a copy' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Share a copy' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share a copy' })
  await expect(dialog.getByLabel('What will be shared')).toHaveValue('For both of us.')
  await dialog.getByLabel('What will be shared').fill('For both of us, shortened.')
  await dialog.getByLabel('Why').fill('She asked')
  await dialog.getByRole('button', { name: 'Share copy' }).click()
  // It was only written down: here it is given, or shown.
  const recorded = page.getByRole('dialog', { name: 'Shared copy recorded' })
  await expectSeen(recorded.getByText(/^Nothing has been sent/))
  await expectSeen(recorded.getByRole('button', { name: 'Print', exact: true }))
  await expectSeen(recorded.getByRole('button', { name: 'Save as PDF' }))
  await recorded.getByRole('button', { name: 'Show on screen' }).click()
  await expectSeen(page.getByRole('dialog').getByText('For both of us, shortened.'))
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await recorded.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectSeen(page.getByText('Copy shared with Amara Osei').first())
  await expect(page.getByRole('textbox', { name: 'Session note' })).toHaveText('For both of us.')
  await page.getByRole('button', { name: 'Why is this a memory aid?' }).first().click()
  await expect(page.getByText(/^A copy was shared with Amara Osei/)).toBeVisible()
  await page
    .getByRole('textbox', { name: 'I showed this to someone or used it in a decision' })
    .fill('The dean')
  await page.getByRole('button', { name: 'Record this' }).click()
  await expect(page.getByText(/^Shown to The dean/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to Amara Osei' }).click()
  await openTab(page, 'Record')
  const log = page.getByRole('table', { name: 'Disclosure log' })
  await expect(log.getByRole('row', { name: /Amara Osei.*She asked.*Shared copy/ })).toBeVisible()
  await expect(log.getByRole('row', { name: /The dean.*Told or shown/ })).toBeVisible()
  await expect(page.getByText('For both of us, shortened.')).toBeVisible()
})

test('what is printed is the sheet that was previewed, and nothing else of the app', async ({
  vault: device,
}) => {
  const { app, page } = device
  await addMentee(page, 'Amara Osei')
  await page.getByLabel('New action item').fill('Send the study plan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Send the study plan' })).toBeVisible()
  await page.getByRole('button', { name: 'Print brief' }).click()
  const sheet = page.getByRole('dialog', { name: 'Brief: Amara Osei' }).getByRole('article')
  await expect(sheet).toContainText('Send the study plan')
  await page.emulateMedia({ media: 'print' })
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  const pages = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.webContents.printToPDF({})
    return pdf?.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  })
  expect(pages).toBe(1)
  // No printer here: the dialog says that nothing was printed.
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was printed')
})
