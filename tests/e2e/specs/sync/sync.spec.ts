import { rm } from 'node:fs/promises'
import { newDataFolder, startTestRelay } from '../../../relay/relay-process'
import {
  addGoal,
  addReflection,
  expect,
  expectSaved,
  newProfile,
  noteText,
  openMentee,
  openTab,
  test,
  unlock,
} from '../../steps/device'
import {
  expectSynced,
  nameLaptop,
  pair,
  settings,
  sync,
  twoDevices,
  typeAt,
} from '../../steps/sync-steps'

test('two devices on one note see each other within a second, and where the other one is', async ({
  start,
}) => {
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, [await newProfile(), await newProfile()])
  await nameLaptop(b, 'the clinic laptop')
  await openMentee(b.page, 'Amara Osei')
  await openTab(b.page, 'Notes')
  await typeAt(a, 'End', ' From A.')
  await expect(noteText(b.page)).toContainText('From A.', { timeout: 3000 })
  const caret = noteText(a.page).locator('[data-name="the clinic laptop"]')
  await expect(a.page.getByText('Also open on the clinic laptop')).toBeVisible()
  await typeAt(b, 'Home', 'From B. ')
  await expect(noteText(a.page)).toContainText('From B. Begun together. From A.', { timeout: 3000 })
  await expect(a.page.getByText('Changed on the clinic laptop just now')).toBeVisible()
  await expect(caret).toBeVisible()
  // It stands behind what was typed there, and goes on with it when something is typed in front of it here.
  const behind = () =>
    caret.evaluate((bar) => {
      const before = document.createRange()
      before.selectNodeContents(bar.closest('p') ?? bar)
      before.setEndBefore(bar)
      return before.toString()
    })
  await expect.poll(behind).toBe('From B. ')
  // Undo takes back only what was typed here, a word at a time.
  await noteText(a.page).click()
  await a.page.keyboard.press('Control+z')
  await expect(noteText(a.page)).toHaveText('From B. Begun together. From')
  await a.page.keyboard.press('Control+z')
  await expect(noteText(a.page)).toHaveText('From B. Begun together.')
  await openTab(b.page, 'Goals')
  await expect(caret).toBeHidden()
  await addGoal(b.page, 'Agreed in the clinic')
  await openTab(a.page, 'Goals')
  await expect(
    a.page
      .getByRole('article', { name: 'Agreed in the clinic' })
      .getByText('Changed on the clinic laptop just now'),
  ).toBeVisible()
  await expectSynced(a)
  await expectSynced(b)
  await settings(a)
  const have = a.page.getByRole('list', { name: 'What your other laptops have' })
  await expect(have).toHaveText(/^The clinic laptop has everything, as of [\d:]+ [AP]M\.$/, {
    timeout: 120_000,
  })
  await expect(a.page.getByText(/^All laptops last had the same notes/)).toBeVisible()
  await relay.stop()
})

test('both write offline, one is killed, and back online both have everything', async ({
  start,
}) => {
  const profiles = [await newProfile(), await newProfile()] as const
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, profiles)
  await expectSynced(a)
  await expectSynced(b)
  await relay.stop()
  await expect(sync(a)).toContainText('Offline')
  await typeAt(a, 'End', ' Written on the laptop at work.')
  await expectSaved(a.page)
  await addGoal(a.page, 'Goal from work')
  await typeAt(b, 'Home', 'Written on the laptop at home. ')
  await expectSaved(b.page)
  await addGoal(b.page, 'Goal from home')
  await expect(sync(a)).toHaveText(/Offline · \d+ changes waiting/)
  await b.kill()

  const again = await startTestRelay({ data: relay.data, port: relay.port })
  const b2 = await start(profiles[1])
  await unlock(b2.page)
  for (const device of [a, b2]) {
    await expectSynced(device)
    await openMentee(device.page, 'Amara Osei')
    await openTab(device.page, 'Notes')
    await expect(noteText(device.page)).toHaveText(
      'Written on the laptop at home. Begun together. Written on the laptop at work.',
    )
    await openTab(device.page, 'Goals')
    await expect(device.page.getByRole('heading', { name: 'Goal from work' })).toBeVisible()
    await expect(device.page.getByRole('heading', { name: 'Goal from home' })).toBeVisible()
  }
  await again.stop()
})

test('the relay’s data is deleted while both are away: a third device still gets everything, and the one that was told the relay’s secret fills it again', async ({
  start,
}) => {
  const profiles = [await newProfile(), await newProfile()] as const
  const secret = 'correct-horse-battery-staple'
  const relay = await startTestRelay({ secret })
  const { a, b } = await twoDevices(start, { ...relay, secret }, profiles)
  await addReflection(a.page, 'Kept through the wipe')
  await expectSynced(a)
  await expectSynced(b)
  await a.quit()
  await b.quit()
  await relay.stop()
  await rm(relay.data, { recursive: true })

  const fresh = await startTestRelay({ data: await newDataFolder(), port: relay.port, secret })
  const b2 = await start(profiles[1])
  await unlock(b2.page)
  await expectSynced(b2)
  const c = await start()
  await pair(b2, c, fresh.address)
  await openMentee(c.page, 'Amara Osei')
  await openTab(c.page, 'Notes')
  await expect(noteText(c.page)).toHaveText('Begun together.')
  await openTab(c.page, 'Reflections')
  await expect(c.page.getByLabel('What?', { exact: true })).toHaveValue('Kept through the wipe')
  await expectSynced(c)
  await fresh.stop()
})
