import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startTestRelay } from '../../../relay/relay-process'
import {
  addMentee,
  type Device,
  expect,
  expectSaved,
  lock,
  longWalk,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  prove,
  test,
  unlock,
} from '../../steps/device'
import { expectSynced, pair, settings, twoDevices, typeAt } from '../../steps/sync-steps'

const laptops = (device: Device) => device.page.getByRole('region', { name: 'Laptops' })

/** All laptops of the tests come with one name. */
const call = async (device: Device, name: string): Promise<void> => {
  await settings(device)
  const field = device.page.getByLabel('Laptop name')
  await field.fill(name)
  await field.press('Tab')
}

const remove = async (device: Device, name: string): Promise<void> => {
  await settings(device)
  await laptops(device)
    .getByRole('button', { name: `Remove ${name}` })
    .click({ timeout: 60_000 })
  const dialog = device.page.getByRole('dialog', { name: `Remove “${name}”` })
  await expect(dialog).toContainText('may still hold everything up to its last sync')
  await prove(device.page, 'Remove laptop')
  await expect(laptops(device).getByText(/^Removed on/)).toBeVisible({ timeout: 60_000 })
}

test('a laptop is removed: the others follow and go on, the removed one says so and gets nothing', async ({
  start,
}) => {
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, [await newProfile(), await newProfile()])
  const profile = await newProfile()
  const lost = await start(profile)
  await pair(a, lost, relay.address)
  await openMentee(lost.page, 'Amara Osei')
  await openTab(lost.page, 'Notes')
  await expect(noteText(lost.page)).toContainText('Begun together.')

  await call(lost, 'train')
  await openMentee(lost.page, 'Amara Osei')
  await openTab(lost.page, 'Notes')
  await remove(a, 'train')

  await expect(
    lost.page.getByRole('alert').filter({ hasText: 'This laptop was removed from your vault' }),
  ).toBeVisible({ timeout: 60_000 })

  // One laptop follows with the passphrase while it is open.
  const notice = b.page.getByRole('alert').filter({ hasText: 'Removed from your vault' })
  await expect(notice).toBeVisible({ timeout: 60_000 })
  await notice.getByRole('button', { name: 'Enter passphrase' }).click()
  await prove(b.page, 'Continue with the new keys')
  await expect(notice).toBeHidden({ timeout: 30_000 })

  await openMentee(a.page, 'Amara Osei')
  await openTab(a.page, 'Notes')
  await typeAt(a, 'End', ' Only for us.')
  await expectSaved(a.page)
  await expectSynced(a)
  await openMentee(b.page, 'Amara Osei')
  await openTab(b.page, 'Notes')
  await expect(noteText(b.page)).toContainText('Only for us.', { timeout: 60_000 })
  await expect(noteText(lost.page)).toHaveText('Begun together.')

  // It never loses what it has by itself; the coach can have it erased there.
  await lost.page.getByRole('button', { name: 'Erase the vault here' }).click()
  await prove(lost.page, 'Erase the vault here')
  await expect(lost.page.getByRole('button', { name: 'Set up from another laptop' })).toBeVisible({
    timeout: 30_000,
  })
  const left = await readdir(join(profile, 'sealed'), { recursive: true }).catch(() => [])
  expect(left.filter((name) => name.endsWith('.sealed') || name.endsWith('.json'))).toEqual([])

  // Until it is on paper, Today says that there is another sheet.
  await a.page.getByRole('button', { name: 'Today' }).first().click()
  await a.page.getByRole('button', { name: 'Print it now' }).click()
  await expect(a.page.getByRole('region', { name: 'Recovery sheet' })).toBeVisible()

  // And after a lock everything opens in the new epoch, with the same passphrase.
  await lock(b.page)
  await unlock(b.page)
  await expectSynced(b)
  await relay.stop()
})

test('a laptop that was locked follows at its next unlock, with what it wrote offline', async ({
  start,
}) => {
  longWalk('tests/faults/removal.test.ts')
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, [await newProfile(), await newProfile()])
  const lost = await start(await newProfile())
  await pair(a, lost, relay.address)
  await expectSynced(b)
  await call(lost, 'train')
  await lock(b.page)
  await remove(a, 'train')
  await addMentee(a.page, 'Luis Ortega')
  await newNote(a.page, 'After the removal.')
  await expectSaved(a.page)
  await expectSynced(a)

  // It hears of it once it is open; the next unlock follows by itself.
  await unlock(b.page)
  await expect(
    b.page.getByRole('alert').filter({ hasText: 'Removed from your vault' }),
  ).toBeVisible({ timeout: 60_000 })
  await lock(b.page)
  await unlock(b.page)
  await openMentee(b.page, 'Luis Ortega')
  await openTab(b.page, 'Notes')
  await expect(noteText(b.page)).toContainText('After the removal.', { timeout: 60_000 })
  await relay.stop()
})
