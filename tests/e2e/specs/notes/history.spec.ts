/** What a note, a goal and a reflection said before: seen in two clicks, restored whole or in part, and taken back. */
import { startTestRelay } from '../../../relay/relay-process'
import {
  addGoal,
  addMentee,
  addReflection,
  command,
  createVault,
  expect,
  expectSaved,
  longWalk,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  test,
} from '../../steps/device'
import { hoursLater } from '../../steps/ending-steps'
import { expectSynced, settings, twoDevices, typeAt } from '../../steps/sync-steps'

test('a note in two sittings: History shows the difference, a passage is restored, and Ctrl Z takes that back', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Sleeps by eleven.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Shelf exam in May.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Calls her mother.')
  await expectSaved(page)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'History' })).toContainText('No earlier versions')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'History', exact: true })).toBeFocused()

  await hoursLater(page, 2)
  await noteText(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Rarely ')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Every week.')
  await expectSaved(page)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'History' })
  const versions = dialog.getByRole('tab')
  await expect(versions).toHaveCount(1)
  await expect(versions).toBeFocused()
  await expect(versions).toContainText('before edits on this laptop')
  await expect(dialog.getByRole('insertion').filter({ hasText: 'Every week.' })).toBeVisible()
  await hoursLater(page, 3)
  await dialog.getByRole('button', { name: 'Restore “Sleeps by eleven.”' }).click()
  await expect(dialog.getByText('Rarely')).toBeHidden()
  await expect(page.getByText('Passage restored')).toBeVisible()
  // It replaced something, in the middle of a sitting: that is a version.
  await expect(versions).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(noteText(page)).toHaveText(
    'Sleeps by eleven.Shelf exam in May.Calls her mother. Every week.',
  )
  await noteText(page).click()
  await page.keyboard.press('Control+z')
  await expect(noteText(page)).toHaveText(
    'Rarely Sleeps by eleven.Shelf exam in May.Calls her mother. Every week.',
  )

  // Ctrl Z does not end where a note is left.
  await openTab(page, 'Goals')
  await openTab(page, 'Notes')
  await noteText(page).click()
  for (let steps = 0; steps < 2; steps++) await page.keyboard.press('Control+z')
  await expect(noteText(page)).toHaveText(
    'Rarely Sleeps by eleven.Shelf exam in May.Calls her mother.',
  )

  await command(page, 'History')
  await expect(versions).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(versions.last()).toBeFocused()
  await expect(versions.last()).toHaveAttribute('aria-selected', 'true')
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await expect(dialog).toContainText('says the same')
  await page
    .getByRole('alert')
    .filter({ hasText: 'Version restored' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await page.keyboard.press('Escape')
  await expect(noteText(page)).toHaveText(
    'Rarely Sleeps by eleven.Shelf exam in May.Calls her mother.',
  )
})

test('a goal and a reflection have a history, too; while the coach presents there is none', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await addGoal(page, 'Sleep more')
  await addReflection(page, 'The first call night.')
  await hoursLater(page, 2)
  await page.getByLabel('What?', { exact: true }).fill('The second call night.')
  await page.getByLabel('What?', { exact: true }).blur()
  await expectSaved(page)
  await command(page, 'History')
  const dialog = page.getByRole('dialog', { name: 'History' })
  await expect(dialog.getByRole('deletion').filter({ hasText: 'first' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('What?', { exact: true })).toHaveValue('The first call night.')

  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'Edit Sleep more' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: /^Goal/ }).fill('Sleep eight hours')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Sleep eight hours' })).toBeVisible()
  await page.getByRole('button', { name: 'More for Sleep eight hours' }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  await expect(dialog.getByRole('deletion').filter({ hasText: 'more' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Sleep more' })).toBeVisible()

  await command(page, 'Presenter mode')
  await page.getByRole('button', { name: /^More for Sleep/ }).click()
  await expect(page.getByRole('menuitem', { name: /^Revise/ })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'History' })).toHaveCount(0)
})

test('Ctrl Z goes on after a reflection was left, and takes back a goal whose form has closed', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await addGoal(page, 'Sleep more')
  await page.getByRole('button', { name: 'Edit Sleep more' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox', { name: /^Goal/ })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Sleep eight hours')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sleep eight hours' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Sleep more' })).toBeVisible()

  await addReflection(page, 'The first call night.')
  const text = page.getByLabel('What?', { exact: true })
  await expectSaved(page)
  await openTab(page, 'Goals')
  await openTab(page, 'Reflections')
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' It was long.')
  await expect(text).toHaveValue('The first call night. It was long.')
  await openTab(page, 'Goals')
  await openTab(page, 'Reflections')
  await text.click()
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue('The first call night.')
  await page.keyboard.press('Control+Shift+z')
  await expect(text).toHaveValue('The first call night. It was long.')
  // What is written now is taken back first, in the browser's own steps.
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Very.')
  await expect(async () => {
    await page.keyboard.press('Control+z')
    expect(await text.inputValue()).toBe('The first call night. It was long.')
  }).toPass()
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue('The first call night.')
})

test('a second laptop sees what the first one replaced, and on which laptop that was', async ({
  start,
}) => {
  longWalk('tests/faults/history.test.ts')
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, [await newProfile(), await newProfile()])
  await settings(a)
  await a.page.getByLabel('Laptop name').fill('the clinic laptop')
  await a.page.getByLabel('Laptop name').blur()
  await openMentee(a.page, 'Amara Osei')
  await openTab(a.page, 'Notes')
  await hoursLater(a.page, 1)
  await typeAt(a, 'End', ' And gone on with.')
  await expectSynced(a)
  await expect(noteText(b.page)).toHaveText('Begun together. And gone on with.')
  await b.page.getByRole('button', { name: 'History', exact: true }).click()
  const dialog = b.page.getByRole('dialog', { name: 'History' })
  await expect(dialog.getByRole('tab')).toContainText('the clinic laptop', { timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await expect(noteText(a.page)).toHaveText('Begun together.')
  await relay.stop()
})
