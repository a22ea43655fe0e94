/** What leaves the vault whole: a mentee who is handed over or lent, the inspection packet, the export of everything. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { sealHandOver } from '../../../../shared/exchange/hand-over'
import {
  addGoal,
  addMentee,
  createVault,
  expect,
  expectSaved,
  lock,
  moreActions,
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
import { eraseWhatIsDue, pass } from '../../steps/ending-steps'
import { answerSave } from '../../steps/system-dialogs'

test('a mentee is handed over under a one-time code: goals and actions go, memory aids stay, both sides know', async ({
  device,
  start,
}) => {
  const { app, page } = device
  const file = join(await mkdtemp(join(tmpdir(), 'confidant-out-')), 'hand-over.json')
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await addGoal(page, 'Pass the shelf exam')
  await addGoal(page, 'Stays out')
  await newNote(page, 'For me alone')
  await expectSaved(page)
  await moreActions(page, 'Hand over')
  const dialog = page.getByRole('dialog', { name: 'Hand over' })
  await dialog.getByLabel('Recipient', { exact: true }).fill('Dr. Boateng')
  await dialog.getByLabel('Your name', { exact: true }).fill('Dr. Ruiz')
  await dialog.getByLabel('Summary for the next coach').fill('She works best in the morning.')
  await dialog.getByLabel('The mentee has read this summary and agrees').check()
  // Not even that there is a note.
  await expect(dialog.getByText(/^Not included/)).toBeHidden()
  await dialog.getByLabel('Goal: Stays out').uncheck()
  await answerSave(app, file)
  await dialog.getByRole('button', { name: 'Save encrypted file' }).click()
  await prove(page, 'Save encrypted file')
  const code = (await page.getByLabel('Hand-over code').textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()
  await openTab(page, 'Record')
  await expect(page.getByText('Dr. Boateng').first()).toBeVisible()
  const sealed = await readFile(file, 'utf8')
  expect(sealed).not.toMatch(/Amara|shelf|morning/)

  const next = await start(await newProfile())
  await createVault(next.page)
  await addMentee(next.page, 'Somebody Else')
  await sidebar(next.page, /^Mentees/).click()
  await next.page.getByRole('button', { name: 'Roster', exact: true }).click()
  await next.page.getByRole('menuitem', { name: 'Import a hand-over' }).click()
  const take = next.page.getByRole('dialog', { name: 'Import a hand-over' })
  await take.getByLabel('Hand-over file').setInputFiles(file)
  // The character that checks its group: any other one is a slip.
  await take
    .getByLabel('Code')
    .fill(code.replace(/^(.{6})(.)/, (_group, six, check) => `${six}${check === 'Z' ? 'Y' : 'Z'}`))
  await take.getByRole('button', { name: 'Open' }).click()
  await expect(take.getByRole('alert')).toContainText('There’s a typo in group 1')
  await take.getByLabel('Code').fill(code)
  await take.getByRole('button', { name: 'Open' }).click()
  await expect(take.getByText('Amara Osei')).toBeVisible()
  await take.getByRole('button', { name: 'Import this mentee' }).click()
  await openMentee(next.page, 'Amara Osei')
  await openTab(next.page, 'Goals')
  await expect(next.page.getByRole('heading', { name: 'Pass the shelf exam' })).toBeVisible()
  await expect(next.page.getByRole('heading', { name: 'Stays out' })).toBeHidden()
  await openTab(next.page, 'Record')
  await expect(next.page.getByText(/Dr\. Ruiz.*She works best in the morning/)).toBeVisible()
  await openTab(next.page, 'Notes')
  await expect(next.page.getByText('No notes yet')).toBeVisible()
})

test('a substitute holds what was lent until the day, and not after it', async ({ device }) => {
  const { page } = device
  await sodium.ready
  const { file, code } = sealHandOver({
    from: 'Dr. Ruiz',
    createdAt: new Date().toISOString(),
    until: new Date(Date.now() + 24 * 3600_000).toISOString().slice(0, 10),
    mentees: [
      {
        id: 'l'.repeat(22),
        mentee: { name: 'Lent Mentee' },
        archivedAt: null,
        createdAt: '2026-01-01T00:00:00.000Z',
        summary: '',
        items: [],
        texts: {},
        reachMarks: {},
      },
    ],
    staysBehind: {},
  })
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await sidebar(page, /^Mentees/).click()
  await page.getByRole('button', { name: 'Roster', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import a hand-over' }).click()
  await page
    .getByLabel('Hand-over file')
    .setInputFiles({ name: 'lent.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await page.getByLabel('Code').fill(code.join(' '))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByText('You’re the substitute until')).toBeVisible()
  await page.getByRole('button', { name: 'Import this mentee' }).click()
  await openMentee(page, 'Lent Mentee')
  await expect(page.getByText('Lent by Dr. Ruiz until')).toBeVisible()
  await pass(page, 3)
  await lock(page)
  await unlock(page)
  await sidebar(page, /^Mentees/).click()
  await expect(page.getByRole('row', { name: 'Lent Mentee' })).toBeVisible()
  await eraseWhatIsDue(page, 'Lent Mentee')
  await sidebar(page, /^Mentees/).click()
  await expect(page.getByRole('row', { name: 'Amara Osei' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Lent Mentee' })).toBeHidden()
})

test('the inspection packet shows what the mentee may see, says what was left out by class, and is disclosed', async ({
  device,
}) => {
  const { app, page } = device
  const file = join(await mkdtemp(join(tmpdir(), 'confidant-out-')), 'packet.md')
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await addGoal(page, 'Pass the shelf exam')
  await newNote(page, 'For me alone')
  await expectSaved(page)
  await moreActions(page, 'Inspection packet')
  const sheet = page.getByRole('dialog', { name: 'Inspection packet' })
  await expect(sheet.getByRole('article')).toContainText('Pass the shelf exam')
  await expect(sheet.getByRole('article')).toContainText(
    'Left out because it’s the coach’s own recollection: 1 note',
  )
  await expect(sheet.getByRole('article')).not.toContainText('For me alone')
  await answerSave(app, file)
  await sheet.getByRole('button', { name: 'Save as Markdown' }).click()
  await expect(page.getByText('added to the disclosure log')).toBeVisible()
  expect(await readFile(file, 'utf8')).not.toContain('For me alone')
})

test('the export asks for the passphrase, warns, and comes back whole into an empty vault', async ({
  device,
  start,
}) => {
  const { app, page } = device
  const file = join(await mkdtemp(join(tmpdir(), 'confidant-out-')), 'export.json')
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'A note to keep')
  await expectSaved(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Export everything' }).click()
  const ask = page.getByRole('dialog', { name: 'Export everything' })
  await expect(ask).toContainText('Anyone who has it can read every note')
  await ask.getByLabel('Your passphrase').fill('not this')
  await ask.getByRole('button', { name: 'Save export' }).click()
  await expect(ask.getByRole('alert')).toContainText('That passphrase isn’t right')
  await answerSave(app, file)
  await ask.getByLabel('Your passphrase').fill(PASSPHRASE)
  await ask.getByRole('button', { name: 'Save export' }).click()
  await expect(page.getByText('Export saved. It isn’t encrypted')).toBeVisible()

  const fresh = await start(await newProfile())
  await createVault(fresh.page)
  await fresh.page.getByRole('button', { name: 'Settings' }).click()
  await fresh.page.getByLabel('Export file').setInputFiles(file)
  await expect(fresh.page.getByText('1 mentee imported.')).toBeVisible()
  await openMentee(fresh.page, 'Amara Osei')
  await openTab(fresh.page, 'Notes')
  await expect(noteText(fresh.page)).toHaveText('A note to keep')
})
