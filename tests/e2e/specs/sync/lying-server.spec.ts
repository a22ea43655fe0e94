/** A server that says nothing, or answers for other rooms, and is honest again: said, nothing lost, nothing at a standstill. */
import {
  expect,
  expectSaved,
  newProfile,
  noteText,
  openMentee,
  openTab,
  test,
} from '../../steps/device'
import { startLyingServer } from '../../steps/lying-server'
import { expectSynced, sync, twoDevices, typeAt } from '../../steps/sync-steps'

test('a server that lets everybody in and never answers is said to, and one that answers for other rooms is asked no faster for it; then all is there', async ({
  start,
}) => {
  const server = await startLyingServer()
  const { a, b } = await twoDevices(start, server, [await newProfile(), await newProfile()])
  await expectSynced(a, 'Sent')
  await expectSynced(b, 'Sent')

  server.be('silent')
  await typeAt(a, 'End', ' Into the silence.')
  await expectSaved(a.page)
  await sync(a).click()
  const silence = a.page
    .getByRole('alert')
    .filter({ hasText: 'accepts the connection but doesn’t' })
  await expect(silence).toBeVisible({ timeout: 60_000 })
  await expect(sync(a)).toHaveText(/^Syncing… \d+ changes? waiting to sync$/)
  server.be('honest')
  await expect(noteText(b.page)).toContainText('Into the silence.', { timeout: 60_000 })
  await expectSynced(a, 'Sent')
  await expect(silence).toBeHidden()

  server.be('mixed')
  await typeAt(b, 'End', ' Among strangers.')
  await expectSaved(b.page)
  const foreign = a.page.getByRole('alert').filter({ hasText: 'isn’t from Confidant' })
  await expect(foreign).toBeVisible({ timeout: 60_000 })
  // Two laptops with a handful of rooms each; before, they and the server went on as fast as they could.
  const [before, since] = [server.heard(), performance.now()]
  await expect.poll(() => performance.now() - since, { timeout: 20_000 }).toBeGreaterThan(5000)
  expect(server.heard() - before).toBeLessThan(500)
  server.be('honest')
  await openMentee(a.page, 'Amara Osei')
  await openTab(a.page, 'Notes')
  await expect(noteText(a.page)).toContainText('Among strangers.', { timeout: 60_000 })
  await expect(noteText(a.page)).toContainText('Into the silence.')
  await expectSynced(a, 'Sent')
  server.stop()
})
