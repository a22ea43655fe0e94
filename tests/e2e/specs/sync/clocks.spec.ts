/** Clocks that are wrong, in the real app: nothing goes by them alone. */
import { mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestRelay } from '../../../relay/relay-process'
import {
  addMentee,
  createVault,
  expect,
  lock,
  newProfile,
  openMentee,
  test,
  unlock,
} from '../../steps/device'
import { askToErase, pass, setClockWrong } from '../../steps/ending-steps'
import { connect, expectSynced, pair } from '../../steps/sync-steps'
import { answerFolder } from '../../steps/system-dialogs'

const YEARS = 1095

test('a second laptop whose clock is three years ahead erases nothing: it asks, and the coach says that it is wrong', async ({
  start,
}) => {
  const relay = await startTestRelay()
  const a = await start(await newProfile())
  await createVault(a.page)
  await addMentee(a.page, 'Amara Osei')
  await connect(a, relay.address)
  await expectSynced(a)
  const b = await start(await newProfile())
  await setClockWrong(b.page, YEARS)
  await pair(a, b, relay.address)
  await askToErase(a.page, 'Amara Osei')
  await expectSynced(a)
  await expect(b.page.getByText('1 record is due to be erased.')).toBeVisible()
  await lock(b.page)
  await unlock(b.page)
  await expect(b.page.getByText(/This laptop’s clock says .* 2029\. The last date/)).toBeVisible()
  await b.page.getByRole('button', { name: 'Review records' }).click()
  const dialog = b.page.getByRole('dialog', { name: 'Is the date right?' })
  await dialog.getByRole('button', { name: 'The date is wrong' }).click()
  await expect(dialog).toContainText('Nothing is erased.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  for (const { page } of [a, b]) {
    await openMentee(page, 'Amara Osei')
    await expect(page.getByText('This record will be erased')).toBeVisible()
  }
  // Put off for the day; on Today it stays.
  await expect(b.page.getByText('1 record is due to be erased.')).toBeHidden()
  await b.page.getByRole('button', { name: 'Today', exact: true }).click()
  await expect(b.page.getByText('1 record is due to be erased.')).toBeVisible()
  await expect(a.page.getByText('1 record is due to be erased.')).toBeHidden()
  await relay.stop()
})

test('once the coach says that the date is right, what is checked goes, and what is not stays', async ({
  vault: device,
}) => {
  const { page } = device
  for (const name of ['Amara Osei', 'Luis Fernández']) await addMentee(page, name)
  for (const name of ['Amara Osei', 'Luis Fernández']) await askToErase(page, name)
  await pass(page, YEARS)
  await lock(page)
  await unlock(page)
  await expect(page.getByText('2 records are due to be erased.')).toBeVisible()
  // By the keyboard alone; it is never left on something that is gone.
  await page.getByRole('button', { name: 'Review records' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'The date is right' }).press('Enter')
  await expect(page.getByText('This laptop’s clock says')).toBeHidden()
  const dialog = page.getByRole('dialog', { name: 'Erase for good' })
  await expect(dialog.getByRole('button', { name: 'Not now' })).toBeFocused()
  await dialog.getByRole('checkbox', { name: 'Luis Fernández' }).uncheck()
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByText('A record was erased')).toBeVisible()
  await expect(page.getByText('1 record is due to be erased.')).toBeVisible()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await expect(page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Amara Osei' })).toBeHidden()
  // The clock is put right: the vault, which was told that it is 2029, asks, and goes back.
  await page.clock.setFixedTime(new Date())
  await lock(page)
  await unlock(page)
  await expect(page.getByText(/but this vault was already open on .* 2029/)).toBeVisible()
  await page.getByRole('button', { name: 'The date is right' }).click()
  await expect(page.getByText('This laptop’s clock says')).toBeHidden()
  await expect(page.getByText('1 record is due to be erased.')).toBeHidden()
  await expect(page.locator('[data-scroller]')).toBeFocused()
})

test('backups: one dated years ahead makes none go and stands for none; many at once go only when the coach says so', async ({
  device,
}) => {
  const { app, page } = device
  const folder = await mkdtemp(join(tmpdir(), 'confidant-backups-'))
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await answerFolder(app, folder)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Choose folder' }).click()
  const finished = async (): Promise<string[]> =>
    (await readdir(folder)).filter((name) => !name.endsWith('.part'))
  const nameOf = (createdAt: string): string =>
    `Confidant backup ${createdAt.slice(0, 10)} 12-00-00`
  const ago = (days: number): string => new Date(Date.now() - days * 24 * 3600_000).toISOString()
  const date = async (name: string, createdAt: string): Promise<void> => {
    const manifest = join(folder, name, 'backup.json')
    const list = JSON.parse(await readFile(manifest, 'utf8'))
    await writeFile(manifest, JSON.stringify({ ...list, createdAt }))
    await rename(join(folder, name), join(folder, nameOf(createdAt)))
  }
  /** Resolves to the name of the new one. */
  const backUp = async (): Promise<string> => {
    const before = await finished()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect.poll(async () => (await finished()).length).toBe(before.length + 1)
    await expect(page.getByRole('progressbar')).toBeHidden()
    return (await finished()).find((name) => !before.includes(name)) ?? ''
  }
  // One from the future and one of each of three days, which are then dated years ago.
  for (const days of [-YEARS, 1, 2, 3]) await date(await backUp(), ago(days))
  for (const days of [1, 2, 3]) await date(nameOf(ago(days)), ago(800 + days))
  await backUp()
  expect(await readdir(folder)).toHaveLength(5)
  await expect(page.getByText('A backup is dated in the future')).toBeVisible()
  await expect(page.getByText('3 backups are older than you need to keep')).toBeVisible()
  await page.getByRole('button', { name: 'Remove old backups' }).click()
  await expect(page.getByText('3 backups are older than you need to keep')).toBeHidden()
  await expect.poll(async () => (await readdir(folder)).length).toBe(2)
})
