/** What a coach does and undoes: editing, archiving, the bin, filters, a long caseload. */
import { writeBigCaseload } from '../../../pictures/big-caseload'
import {
  addGoal,
  addMentee,
  addReflection,
  expect,
  longWalk,
  moreActions,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { answerSave } from '../../steps/system-dialogs'

test('a mentee is edited, archived and brought back, binned and restored; each can be undone', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await moreActions(page, 'Edit details')
  const dialog = page.getByRole('dialog', { name: 'Edit details' })
  await dialog.getByLabel('Pronouns').fill('she/her')
  await dialog.getByLabel('Class (graduation year)').fill('2029')
  await dialog.getByLabel('Email').fill('not an address')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Enter a valid email address.')).toBeVisible()
  await dialog.getByLabel('Email').fill('amara@example.org')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^she\/her · MS\d/)).toBeVisible()
  await moreActions(page, 'Archive')
  await expect(page.getByText('Amara Osei archived')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await moreActions(page, 'Move to Bin')
  await expect(page.getByRole('heading', { name: 'Add your first mentee' })).toBeVisible()
  await sidebar(page, /^Bin/).click()
  await page.getByRole('button', { name: 'Restore Amara Osei' }).click()
  await expect(page.getByRole('heading', { name: 'The Bin is empty' })).toBeVisible()
  await openMentee(page, 'Amara Osei')
})

test('notes, goals and reflections go to the bin and come back whole', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Binned and back')
  await page.getByRole('button', { name: 'Delete note' }).click()
  await expect(page.getByRole('heading', { name: 'No notes yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(noteText(page)).toHaveText('Binned and back')
  await addGoal(page, 'Binned goal')
  await page.getByRole('button', { name: 'Add progress' }).click()
  await page.getByLabel('Progress, 0 to 10').fill('7')
  await page.getByLabel('Comment').fill('Going well')
  await page.getByRole('dialog').getByRole('button', { name: 'Add progress' }).click()
  await expect(page.getByText('7/10')).toBeVisible()
  await page.getByPlaceholder('Add a milestone').fill('With a milestone')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('checkbox', { name: 'With a milestone' }).check()
  // From then on the milestones say how far it is; the number that was given stays.
  await expect(page.getByRole('button', { name: 'Add progress' })).toBeHidden()
  await expect(page.getByText('7/10')).toBeVisible()
  await page.getByRole('button', { name: 'Delete Binned goal' }).click()
  // Undone by its key as well.
  await expect(page.getByRole('heading', { name: 'Binned goal' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Binned goal' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete Binned goal' }).click()
  await addReflection(page, 'Binned reflection')
  await page.getByRole('button', { name: 'Delete reflection' }).click()
  await sidebar(page, /^Bin/).click()
  await page.getByRole('button', { name: 'Restore Binned goal' }).click()
  await page.getByRole('button', { name: /^Restore What\? So what/ }).click()
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Goals')
  await expect(page.getByRole('checkbox', { name: 'With a milestone' })).toBeChecked()
  await expect(page.getByText('Going well')).toBeVisible()
  await openTab(page, 'Reflections')
  await expect(page.getByLabel('What?', { exact: true })).toHaveValue('Binned reflection')
})

test('a caseload of five hundred opens, filters without accents, sorts, and draws only what is in sight', async ({
  start,
}) => {
  longWalk('npm run bench -- scale')
  const profile = await newProfile()
  await writeBigCaseload(profile, 500)
  const { page } = await start(profile)
  await unlock(page)
  await sidebar(page, /^Mentees/).click()
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('500 mentees', {
    timeout: 60_000,
  })
  const table = page.getByRole('table', { name: 'Mentees' })
  expect(await table.getByRole('row').count()).toBeLessThan(80)
  await expect(table).toHaveAttribute('aria-rowcount', '501')
  await page.getByLabel('Filter mentees').fill('jose 499')
  await expect(page.getByRole('row', { name: 'José Núñez 499' })).toBeVisible()
  await page.getByLabel('Filter mentees').fill('nobody at all')
  await page.getByRole('button', { name: 'Show everyone' }).click()
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('José Núñez 499')
})

test('the window comes back at its last size, and the recovery sheet is saved as a PDF', async ({
  start,
  profile,
}) => {
  const first = await start(profile)
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.setSize(1111, 777),
  )
  await first.page.getByRole('button', { name: 'Create your vault' }).click()
  await first.page.getByLabel('Passphrase', { exact: true }).fill('harbour velvet onion thunder')
  await first.page.getByLabel('Repeat the passphrase').fill('harbour velvet onion thunder')
  await first.page.getByRole('button', { name: 'Create vault' }).click()
  const file = `${profile}-sheet.pdf`
  await answerSave(first.app, file)
  await first.page.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(first.page.getByText(/^Saved\. Print it/)).toBeVisible()
  const { readFile, rm } = await import('node:fs/promises')
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
  await rm(file)
  await first.quit()
  const second = await start(profile)
  expect(
    await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
        ?.getSize(),
    ),
  ).toEqual([1111, 777])
})
