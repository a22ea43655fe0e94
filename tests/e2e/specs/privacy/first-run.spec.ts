import {
  addGoal,
  addMentee,
  addReflection,
  confirmOnPaper,
  createVault,
  expect,
  expectSaved,
  launch,
  lock,
  newNote,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  test,
  unlock,
} from '../../steps/device'

test('a fresh profile: a vault, a mentee, a note, a goal and a reflection are all there after a restart', async ({
  device,
  profile,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, '## Shelf exam\nWorried about surgery, sleeping badly.')
  await expectSaved(page)
  await addGoal(page, 'Pass the surgery shelf')
  await addReflection(page, 'A patient thanked me by name')
  await expect(page.getByRole('navigation', { name: 'Reflections' })).toContainText(
    'A patient thanked me by name',
  )
  await device.quit()

  const again = await launch(profile)
  await unlock(again.page)
  await openMentee(again.page, 'Amara Osei')
  await openTab(again.page, 'Notes')
  await expect(noteText(again.page)).toContainText('Worried about surgery, sleeping badly.')
  await expect(noteText(again.page).getByRole('heading', { name: 'Shelf exam' })).toBeVisible()
  await openTab(again.page, 'Goals')
  await expect(again.page.getByRole('heading', { name: 'Pass the surgery shelf' })).toBeVisible()
  await openTab(again.page, 'Reflections')
  await expect(again.page.getByLabel('What?', { exact: true })).toHaveValue(
    'A patient thanked me by name',
  )
  await again.quit()
})

test('weak passphrases are refused with a reason; a wrong one opens nothing; the recovery key opens', async ({
  device,
}) => {
  const { page } = device
  await page.getByRole('button', { name: 'Create your vault' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill('password1')
  await page.getByLabel('Repeat the passphrase').fill('password1')
  await page.getByRole('button', { name: 'Create vault' }).click()
  await expect(page.getByRole('alert')).toContainText('is too easy to guess')
  await page.getByRole('button', { name: 'Back' }).click()
  const groups = await createVault(page)
  await lock(page)
  await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase')
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('That passphrase isn’t right')
  await page.getByRole('button', { name: 'Use recovery key' }).click()
  await page
    .getByLabel('Recovery key')
    .fill(groups.map((group, index) => (index === 2 ? '0000000' : group)).join(' '))
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('group 3')
  await page.getByLabel('Recovery key').fill(groups.join(' ').toLowerCase())
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
})

test('the passphrase can be changed: the new one opens, the old one does not', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  const next = 'copper lantern river biscuit'
  await page.getByLabel('Current passphrase', { exact: true }).fill('wrong')
  await page.getByLabel('New passphrase', { exact: true }).fill(next)
  await page.getByLabel('Repeat the new passphrase', { exact: true }).fill(next)
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await expect(page.getByRole('alert')).toContainText('That passphrase isn’t right')
  await page.getByLabel('Current passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await expect(page.getByText('Passphrase changed on this laptop')).toBeVisible()
  await lock(page)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('That passphrase isn’t right')
  await unlock(page, next)
})

test('the recovery sheet is printed again after the passphrase, and replaced: the old key opens nothing, the new one does', async ({
  device,
}) => {
  const { page } = device
  const first = await createVault(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Print again' }).click()
  const again = page.getByRole('dialog', { name: 'Print recovery sheet again' })
  await again.getByLabel('Your passphrase').fill('wrong')
  await again.getByRole('button', { name: 'Show sheet' }).click()
  await expect(again.getByRole('alert')).toContainText('That passphrase isn’t right')
  await again.getByLabel('Your passphrase').fill(PASSPHRASE)
  await again.getByRole('button', { name: 'Show sheet' }).click()
  const groups = () => page.getByTestId('recovery-group').allTextContents()
  await expect.poll(groups).toEqual(first)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Replace' }).click()
  const replace = page.getByRole('dialog', { name: 'Replace recovery sheet' })
  await replace.getByLabel('Your passphrase').fill(PASSPHRASE)
  await replace.getByRole('button', { name: 'Create new sheet' }).click()
  await expect.poll(async () => (await groups()).length).toBe(first.length)
  const second = await groups()
  expect(second).not.toEqual(first)
  await page.keyboard.press('Enter')
  const check = page.getByRole('dialog', { name: 'Check your paper' })
  await check.getByRole('textbox').nth(1).waitFor()
  await page.keyboard.type('WRONG')
  await page.keyboard.press('Enter')
  await expect(check.getByText(/^That doesn’t match group/)).toHaveCount(1)
  await check.getByRole('button', { name: 'Show the key again' }).click()
  await confirmOnPaper(page, second)
  await expect(check).toHaveCount(0)
  await expect(page.getByText(/^The only other way .* You last confirmed/)).toBeVisible()
  await lock(page)
  await page.getByRole('button', { name: 'Use recovery key' }).click()
  await page.getByLabel('Recovery key').fill(first.join(' '))
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('is for a different vault')
  await page.getByLabel('Recovery key').fill(second.join(' '))
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByText('Choose a new passphrase', { exact: true })).toBeVisible()
  // The recovery key stands in for the forgotten passphrase.
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  const next = 'copper lantern river biscuit'
  await page.getByLabel('Current passphrase', { exact: true }).fill(second.join(' '))
  await page.getByLabel('New passphrase', { exact: true }).fill(next)
  await page.getByLabel('Repeat the new passphrase', { exact: true }).fill(next)
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await expect(page.getByText('Passphrase changed on this laptop')).toBeVisible()
  await lock(page)
  await unlock(page, next)
})
