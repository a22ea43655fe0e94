/** What a coach finds when two laptops meet after a long absence (docs/merging.md). */
import { startTestRelay } from '../../../relay/relay-process'
import {
  addGoal,
  expect,
  expectSaved,
  newProfile,
  noteText,
  openMentee,
  openTab,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { expectSynced, nameLaptop, sync, twoDevices, typeAt } from '../../steps/sync-steps'

test('after an absence the app says what came in, from which laptop, what was edited on both, and what to choose', async ({
  start,
}) => {
  const profiles = [await newProfile(), await newProfile()] as const
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, profiles)
  await nameLaptop(b, 'the clinic laptop')
  await openMentee(a.page, 'Amara Osei')
  await addGoal(a.page, 'Deleted here, edited there')
  await addGoal(a.page, 'Moved on both')
  await expectSynced(a)
  await openMentee(b.page, 'Amara Osei')
  await openTab(b.page, 'Goals')
  await expect(b.page.getByRole('heading', { name: 'Moved on both' })).toBeVisible()
  await expectSynced(b)
  await sidebar(a.page, /^Today/).click()
  if (await a.page.getByRole('button', { name: 'Got it' }).isVisible())
    await a.page.getByRole('button', { name: 'Got it' }).click()
  await relay.stop()
  await expect(sync(a)).toContainText('Offline')
  await expect(sync(b)).toContainText('Offline')

  await openMentee(a.page, 'Amara Osei')
  await openTab(a.page, 'Goals')
  await a.page.getByRole('button', { name: 'Delete Deleted here, edited there' }).click()
  await a.page.getByRole('combobox', { name: 'Status of Moved on both' }).selectOption('Achieved')
  await openTab(a.page, 'Notes')
  await typeAt(a, 'End', ' At home.')
  await expectSaved(a.page)

  await b.page
    .getByRole('article', { name: 'Deleted here, edited there' })
    .getByPlaceholder('Add a milestone')
    .fill('One step')
  await b.page.keyboard.press('Enter')
  await expect(b.page.getByRole('checkbox', { name: 'One step' })).toBeVisible()
  await b.page.getByRole('combobox', { name: 'Status of Moved on both' }).selectOption('On hold')
  await openTab(b.page, 'Notes')
  await typeAt(b, 'Home', 'In the clinic. ')
  await expectSaved(b.page)
  // The first laptop is closed and opened again in between: what was edited here is not forgotten.
  await a.quit()
  const again = await startTestRelay({ data: relay.data, port: relay.port })
  // Whoever comes back last learns what was edited on both.
  await expectSynced(b)
  const a2 = await start(profiles[0])
  await unlock(a2.page)
  await expectSynced(a2)

  const came = a2.page.getByRole('status').filter({ hasText: 'New from your other laptops' })
  await expect(came).toContainText(/\d+ changes? from the clinic laptop/)
  await expect(came).toContainText('1 note')
  await expect(came).toContainText('Edited on both:')
  await came.getByText('Amara Osei: note, edited on both').click()
  await expect(noteText(a2.page)).toHaveText('In the clinic. Begun together. At home.')

  const notice = a2.page.getByRole('alert').filter({ hasText: 'Edited on two laptops' })
  await expect(notice).toContainText(
    '“Deleted here, edited there” was deleted on one laptop and edited on another',
  )
  await notice.getByRole('button', { name: 'Keep it' }).click()
  await expect(notice).toContainText('Goal “Moved on both”, status')
  await notice.getByRole('button', { name: 'Keep “Achieved”' }).click()
  await expect(notice).toBeHidden()
  await openTab(a2.page, 'Goals')
  await expect(a2.page.getByRole('checkbox', { name: 'One step' })).toBeVisible()
  await a2.page.getByRole('button', { name: 'Show Moved on both' }).click()
  await expect(a2.page.getByRole('combobox', { name: 'Status of Moved on both' })).toHaveValue(
    'achieved',
  )
  await openTab(b.page, 'Goals')
  await expect(b.page.getByRole('article', { name: 'Moved on both' })).toContainText('Achieved')
  await sidebar(a2.page, /^Today/).click()
  await a2.page.getByRole('button', { name: 'Got it' }).click()
  await expect(came).toBeHidden()
  await again.stop()
})
