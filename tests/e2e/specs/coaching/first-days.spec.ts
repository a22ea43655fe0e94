/** The first days with it: a roster comes in, or a sample caseload is looked at before anything of one’s own. */
import { readFile } from 'node:fs/promises'
import {
  addMentee,
  confirmOnPaper,
  expect,
  expectSaved,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { answerSave } from '../../steps/system-dialogs'

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

test('first run: a roster comes in from CSV with a preview, is undone, and goes out again', async ({
  vault: device,
  profile,
}) => {
  const { app, page } = device
  await page.getByRole('button', { name: 'Import roster' }).click()
  await page.getByLabel('Roster file').setInputFiles(file('roster.csv', 'Name\n"Amara'))
  await expect(page.getByRole('alert')).toContainText('quotation mark')
  await page
    .getByLabel('Roster file')
    .setInputFiles(
      file(
        'roster.csv',
        'Student ID,Name,E-mail,Class,REACH group\nS1,Amara Osei,amara@example.edu,2029,B\nS2,Luis Fernández,luis@example.edu,2029,B\nS3,Wei Zhang,not an address,2029,B\nS1,Amara Again,,2029,B\n',
      ),
    )
  await expect(page.getByRole('status', { name: 'Import summary' })).toHaveText(
    '3 new mentees, 0 updates, 1 skipped',
  )
  const rows = page.getByRole('table', { name: 'Rows in the file' })
  await expect(rows.getByRole('row', { name: /Wei Zhang/ })).toContainText(
    'The email address isn’t valid. Left out: “not an address”.',
  )
  await expect(rows.getByRole('row', { name: /Amara Again/ })).toContainText(
    'Same person as row 2.',
  )
  // Another that cannot be read does not stand over the rows of this one.
  await page.getByLabel('Roster file').setInputFiles(file('other.csv', 'Name\n"Amara'))
  await expect(page.getByRole('alert')).toContainText('quotation mark')
  await expect(rows).toBeHidden()
  await page
    .getByLabel('Roster file')
    .setInputFiles(
      file(
        'roster.csv',
        'Student ID,Last name,First name,E-mail\nS1,Osei,Amara,amara@example.edu\nS2,Fernández,Luis,\nS3,Zhang,Wei,\n',
      ),
    )
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Add your first mentee' })).toBeVisible()
  await page.getByRole('button', { name: 'Import roster' }).click()
  await page
    .getByLabel('Roster file')
    .setInputFiles(file('roster.csv', 'Name,Class\nAmara Osei,2029\nLuis Fernández,2028\n'))
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await page.getByLabel('REACH group for selected mentees').fill('C')
  await page.getByRole('button', { name: 'Assign group' }).click()
  await expect(page.getByText('2 mentees moved to group C')).toBeVisible()
  const out = `${profile}-roster.csv`
  await answerSave(app, out)
  await page.getByRole('button', { name: 'Roster', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export roster (CSV)' }).click()
  await expect(page.getByText(/^Roster saved/)).toBeVisible()
  expect(await readFile(out, 'utf8')).toMatch(/Luis Fernández.*2028.*,C,/)
})

test('with Shift all mentees in between are selected, by mouse and by keys', async ({
  vault: { page },
}) => {
  await page.getByRole('button', { name: 'Import roster' }).click()
  await page
    .getByLabel('Roster file')
    .setInputFiles(file('roster.csv', 'Name\nAmara\nDana\nLuis\nWei\n'))
  await page.getByRole('button', { name: 'Import 4 rows' }).click()
  await page.getByRole('checkbox', { name: 'Select Dana' }).click()
  await page.getByRole('checkbox', { name: 'Select Wei' }).click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('row', { name: 'Luis' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+Space')
  await expect(page.getByText('3 selected')).toBeVisible()
})

test('the sample caseload: explored on the first run, marked as such, and removed for good once that is confirmed', async ({
  start,
}) => {
  const profile = await newProfile()
  const device = await start(profile)
  const { page } = device
  await page.getByRole('button', { name: 'Explore a sample caseload' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Explore a sample caseload' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create vault' }).click()
  await page.getByTestId('recovery-group').first().waitFor()
  await confirmOnPaper(page, await page.getByTestId('recovery-group').allTextContents())
  await expect(page.getByRole('note', { name: 'Sample caseload' })).toBeVisible({ timeout: 60_000 })
  await addMentee(page, 'My Own Mentee')
  await newNote(page, 'The first of my own.')
  await expectSaved(page)
  await sidebar(page, /^Mentees/).click()
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('14 mentees')
  await page.getByRole('button', { name: 'Remove sample caseload' }).click()
  const asked = page.getByRole('dialog', { name: 'Remove the sample caseload?' })
  await expect(asked).toContainText('anything you wrote about them')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('note', { name: 'Sample caseload' })).toBeHidden()
  await sidebar(page, /^Mentees/).click()
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('1 mentee')
  await device.quit()
  const again = await start(profile)
  await unlock(again.page)
  await sidebar(again.page, /^Mentees/).click()
  await expect(again.page.getByRole('status', { name: 'Shown' })).toHaveText('1 mentee')
  await openMentee(again.page, 'My Own Mentee')
  await openTab(again.page, 'Notes')
  await expect(noteText(again.page)).toHaveText('The first of my own.')
})
