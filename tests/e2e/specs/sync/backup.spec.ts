/** Backups: written and opened again, merged, brought back, put in the vault's place, restored on a new machine. */
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import {
  addGoal,
  addMentee,
  createVault,
  expect,
  expectSaved,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  prove,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { answerFolder } from '../../steps/system-dialogs'

const backUp = async (app: ElectronApplication, page: Page, folder: string): Promise<void> => {
  await answerFolder(app, folder)
  await sidebar(page, 'Settings').click()
  await page
    .getByRole('button', { name: /^Choose (another )?folder$/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('row', { name: /^Open backup from/ }).first()).toBeVisible()
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'confidant-backups-'))

test('a backup is written, opened again, and holds no word; merging it brings back what is missing', async ({
  device,
}) => {
  const { app, page } = device
  const folder = await newFolder()
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Before the backup')
  await expectSaved(page)
  await backUp(app, page, folder)
  const [name = ''] = await readdir(folder)
  expect(name).toMatch(/^Confidant backup \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}$/)
  expect(await readdir(join(folder, name))).toContain('backup.json')

  // One mentee brought back stands beside the present one, whose later edits stay.
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Notes')
  await noteText(page).click()
  await page.keyboard.press('End')
  await page.keyboard.type(', and after it')
  await expectSaved(page)
  await sidebar(page, 'Settings').click()
  await page.getByRole('row', { name: /^Open backup from/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /Amara Osei/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore Amara Osei' }).click()
  await prove(page, 'Restore')
  await expect(
    page.getByRole('heading', { level: 1, name: /Amara Osei \(from the backup of/ }),
  ).toBeVisible()
  await openTab(page, 'Notes')
  await expect(noteText(page)).toHaveText('Before the backup')
  await sidebar(page, 'Settings').click()
  await page.getByRole('row', { name: /^Open backup from/ }).click()
  await page.getByRole('button', { name: 'Merge into vault' }).click()
  await prove(page, 'Merge into vault')
  await expect(page.getByText('Everything in this backup was already here')).toBeVisible()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('row', { name: 'Amara Osei' }).first().click()
  await openTab(page, 'Notes')
  await expect(noteText(page)).toHaveText('Before the backup, and after it')
})

test('replacing the vault goes back to that day; what was there is set aside and can be merged again', async ({
  device,
  start,
}) => {
  const { app, page, profile } = device
  const folder = await newFolder()
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await backUp(app, page, folder)
  await addMentee(page, 'Luis Fernández')
  await sidebar(page, 'Settings').click()
  await page.getByRole('row', { name: /^Open backup from/ }).click()
  await page.getByRole('button', { name: 'Replace vault' }).click()
  const goBack = page.getByRole('dialog', { name: /^Go back to/ })
  await goBack.getByLabel('Your passphrase').fill(PASSPHRASE)
  await goBack.getByRole('button', { name: 'Replace vault' }).click()
  await expect(page.getByText('Your backup is restored.')).toBeVisible()
  await unlock(page)
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await expect(page.getByRole('row', { name: 'Amara Osei' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Luis Fernández' })).toBeHidden()
  await sidebar(page, 'Settings').click()
  // What was set aside is the latest.
  await page
    .getByRole('row', { name: /^Open backup from/ })
    .first()
    .click()
  await expect(page.getByRole('dialog').getByRole('row', { name: /Luis Fernández/ })).toBeVisible()
  await page.getByRole('button', { name: 'Merge into vault' }).click()
  await prove(page, 'Merge into vault')
  await expect(page.getByText(/had something that was missing here/)).toBeVisible()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await expect(page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
  // A restore before does not make the database doubt itself when the sealed folder is lost.
  await device.quit()
  await rm(join(profile, 'sealed'), { recursive: true })
  const again = await start(profile)
  await unlock(again.page)
  await again.page.getByRole('button', { name: /^Mentees/ }).click()
  await expect(again.page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
})

test('a new machine: a backup becomes the vault, with the passphrase or with the recovery sheet', async ({
  device,
  start,
}) => {
  const folder = await newFolder()
  const groups = await createVault(device.page)
  await addMentee(device.page, 'Amara Osei')
  await addGoal(device.page, 'Carried over')
  await backUp(device.app, device.page, folder)
  await device.quit()
  for (const secret of [PASSPHRASE, groups.join(' ')]) {
    const { app, page } = await start(await newProfile())
    await page.getByRole('button', { name: 'Restore from a backup' }).click()
    await answerFolder(app, folder)
    await page.getByRole('button', { name: 'Choose backup' }).click()
    await page.getByLabel('Passphrase or recovery key').fill('not this one')
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('That passphrase isn’t right')
    await page.getByLabel('Passphrase or recovery key').fill(secret)
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await openMentee(page, 'Amara Osei')
    await openTab(page, 'Goals')
    await expect(page.getByRole('heading', { name: 'Carried over' })).toBeVisible()
  }
})

test('a damaged header is repaired from any backup and the recovery sheet; the notes stay as they are', async ({
  device,
  start,
}) => {
  const { app, page, profile } = device
  const folder = await newFolder()
  const groups = await createVault(page)
  await addMentee(page, 'Amara Osei')
  await backUp(app, page, folder)
  await addMentee(page, 'After The Backup')
  await device.quit()
  const [own = ''] = await readdir(join(profile, 'sealed'))
  await writeFile(join(profile, 'sealed', own, 'vault.json'), '{"header":')
  await rm(join(profile, 'IndexedDB'), { recursive: true, force: true })

  const again = await start(profile)
  await expect(again.page.getByRole('heading', { name: 'A vault file is damaged' })).toBeVisible()
  await answerFolder(again.app, folder)
  await again.page.getByRole('button', { name: 'Choose backup' }).click()
  await again.page.getByLabel('Passphrase or recovery key').fill(groups.join('-'))
  await again.page.getByRole('button', { name: 'Repair and open' }).click()
  await again.page.getByRole('button', { name: /^Mentees/ }).click()
  await expect(again.page.getByRole('row', { name: 'After The Backup' })).toBeVisible()
})

test('a missing folder is said and loses nothing; another vault’s backup is refused; a damaged file costs itself alone', async ({
  device,
  start,
}) => {
  const { app, page } = device
  const folder = await newFolder()
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await addMentee(page, 'Luis Fernández')
  await backUp(app, page, folder)
  const [name = ''] = await readdir(folder)
  const backup = join(folder, name)

  const other = await start(await newProfile())
  await createVault(other.page)
  await answerFolder(other.app, folder)
  await sidebar(other.page, 'Settings').click()
  await other.page.getByRole('button', { name: 'Open a backup from another folder' }).click()
  await other.page.getByRole('row', { name: /^Open backup from/ }).click()
  await expect(other.page.getByRole('alert')).toContainText('belongs to a different vault')

  // Every record's file is cut to half; the vault record's is found by trying.
  const copy = await newFolder()
  await cp(backup, join(copy, name), { recursive: true })
  const sizes = (await readdir(join(copy, name))).filter((file) => file.endsWith('.sealed'))
  const before = await page.getByRole('row', { name: /^Open backup from/ }).count()
  expect(before).toBe(1)
  let lost = 0
  for (const file of sizes) {
    const damaged = await newFolder()
    await cp(backup, join(damaged, name), { recursive: true })
    await writeFile(join(damaged, name, file), 'CONFSEAL nothing that can be read')
    await answerFolder(app, damaged)
    await page.getByRole('button', { name: 'Open a backup from another folder' }).click()
    await page.getByRole('row', { name: /^Open backup from/ }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(/can’t be read|too damaged|2 mentees/).first()).toBeVisible()
    if (await dialog.getByText(/1 record can’t be read/).isVisible()) {
      lost++
      await expect(dialog.getByRole('row')).toHaveCount(2)
    }
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('button', { name: 'Back to this laptop’s backups' }).click()
  }
  expect(lost).toBe(2)

  await rm(folder, { recursive: true })
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/can’t find your backup folder/).first()).toBeVisible()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await expect(page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
})
