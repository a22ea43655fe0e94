/** A hard day: check-ins and what a low one asks for, the urgent-help card, and the record of an escalation. */
import { readFile } from 'node:fs/promises'
import {
  addMentee,
  expect,
  lock,
  openMentee,
  openTab,
  PASSPHRASE,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { expectSeen } from '../../steps/seen'
import { setWindowSize } from '../../steps/window-size'

test('a hard day: what a low check-in asks for is one dialog that stays, and waits on Today until it was acted on', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Check-ins')
  await setWindowSize(device, 1000, 700)
  // Eight keys: the command, their yes, five answers, and that nothing is kept.
  await page.getByRole('button', { name: 'New check-in' }).press('Enter')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Check-in' })
  for (const question of [
    'I have felt cheerful and in good spirits',
    'I have felt calm and relaxed',
    'I have felt active and vigorous',
    'I woke up feeling fresh and rested',
    'My daily life has been filled with things that interest me',
  ])
    for (const answer of ['All of the time', 'At no time'])
      await expectSeen(
        form
          .getByRole('radiogroup', { name: question })
          .locator('label')
          .filter({ has: page.getByRole('radio', { name: answer }) }),
      )
  await page.keyboard.type('1111')
  await expect(page.getByRole('status', { name: 'Score' })).toHaveCount(0)
  await page.keyboard.type('0')
  await expect(page.getByRole('status', { name: 'Score' })).toHaveText('16 of 100')
  await expect(page.getByRole('radio', { name: 'Only that we talked' })).toBeChecked()
  await expectSeen(
    page.getByText('A score you keep can be asked for later. What isn’t kept can’t be.'),
  )
  await page.keyboard.press('Enter')
  // What to say, the numbers for urgent help and what can be done about it are in one dialog, which no key closes.
  const support = page.getByRole('dialog', { name: 'Support for Amara Osei' })
  await expectSeen(support.getByText('988'))
  await expectSeen(support.getByText(/Are you thinking about suicide/))
  await expectSeen(support.getByRole('button', { name: 'Write a referral' }))
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.mouse.click(5, 5)
  await expectSeen(support.getByText('988'))
  // A referral that is given up leads back to it.
  await support.getByRole('button', { name: 'Write a referral' }).click()
  await page.keyboard.press('Escape')
  await support.getByRole('button', { name: 'Keep it on Today' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('WHO-5 well-being: talked about, not recorded')).toBeVisible()
  await lock(page)
  await unlock(page)
  await sidebar(page, /^Today/).click()
  const owed = page.getByRole('button', { name: /^Offer support to Amara Osei/ })
  // No number, and not what it came from.
  await expect(owed).toHaveText('Offer support to Amara OseiSince today')
  await owed.click()
  await expectSeen(support.getByText('988'))
  await page.getByRole('button', { name: 'Write a referral' }).click()
  const referral = page.getByRole('dialog', { name: 'New referral' })
  const resource = referral.getByRole('combobox', { name: 'Resource' })
  await expect(resource).toHaveValue('Mental health counseling')
  // Typed over what is proposed, and back.
  await page.keyboard.type('Academic')
  await page.keyboard.press('Enter')
  await expect(resource).toHaveValue(/^Academic /)
  await resource.press('Control+a')
  await page.keyboard.type('mental health c')
  await page.keyboard.press('Enter')
  await expect(resource).toHaveValue('Mental health counseling')
  // What they ask first, where it is asked; Escape closes only that.
  await expectSeen(referral.getByText('They may ask who can see that they went'))
  await referral.getByRole('button', { name: /Who can see that I went/ }).press('Enter')
  const help = page.getByText(/^Many mentees ask this first/)
  await expectSeen(help)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await referral.getByRole('button', { name: 'Add referral' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(owed).toHaveCount(0)
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Referrals')
  await expect(page.getByRole('article', { name: 'Mental health counseling' })).toBeVisible()
})

test('a check-in whose score the mentee wants kept is kept, and says everywhere that it is shared with them', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Check-ins')
  await page.getByRole('button', { name: 'New check-in' }).click()
  const shared = /^Shared between you and your mentee/
  await expectSeen(page.getByRole('dialog').getByText(shared))
  await page.keyboard.press('Enter')
  await page.keyboard.type('44443')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectSeen(page.getByText('WHO-5 well-being: 76 of 100'))
  await expectSeen(page.getByText(shared))
  await expectSeen(page.getByTitle('Seen together with the mentee').first())
})

test('the support card opens with one key, locked too, shows what the coach filled in, and leaves no trace', async ({
  vault: device,
  start,
  profile,
}) => {
  const { page } = device
  await sidebar(page, /^Resources/).click()
  await page.getByRole('button', { name: 'Edit urgent-help card' }).click()
  await page.getByRole('textbox', { name: 'Contact details for Counseling' }).fill('Extension 4400')
  await page.getByRole('button', { name: 'Save card' }).click()
  await expect(page.getByRole('dialog', { name: 'Urgent-help card' })).toBeHidden()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Urgent help' })).toContainText('Extension 4400')
  await page.keyboard.press('Escape')
  await device.quit()
  const again = await start(profile)
  await again.page.getByRole('heading', { name: 'Unlock your vault' }).waitFor()
  const before = await readFile(`${profile}/confidant.json`, 'utf8')
  await again.page.keyboard.press('F1')
  await expect(again.page.getByRole('dialog', { name: 'Urgent help' })).toContainText(
    'Extension 4400',
  )
  await expect(again.page.getByRole('dialog', { name: 'Urgent help' })).toContainText('911')
  await again.page.keyboard.press('Escape')
  await again.page.getByRole('button', { name: 'Urgent help' }).click()
  await again.page.keyboard.press('Escape')
  expect(await readFile(`${profile}/confidant.json`, 'utf8')).toBe(before)
  await unlock(again.page, PASSPHRASE)
})

test('an escalation is kept apart: no list shows it, and after signing only dated additions follow', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Escalation' }).click()
  await page.getByRole('button', { name: 'New escalation record' }).click()
  const dialog = page.getByRole('dialog', { name: 'New escalation record' })
  await dialog.getByLabel('What I saw and heard').fill('Said “I cannot go on”.')
  await dialog.getByRole('button', { name: 'Add' }).click()
  const record = page.getByRole('article', { name: 'Other' })
  await record.getByRole('button', { name: 'Sign' }).click()
  await expect(record.getByText(/^Signed on/)).toBeVisible()
  await expect(record.getByRole('button', { name: 'Edit' })).toHaveCount(0)
  await record.getByLabel('Addition').fill('Called the family.')
  await record.getByRole('button', { name: 'Add with today’s date' }).click()
  await expect(record.getByText(/^Added .*Called the family\./)).toBeVisible()
  // What came afterward is no part of what was signed.
  await record.getByLabel(/^Be in touch the next day/).check()
  await expect(record.getByText(/^Done /)).toBeVisible()
  await openTab(page, 'Overview')
  await expect(page.getByText('I cannot go on')).toHaveCount(0)
  await sidebar(page, /^Today/).click()
  await expect(page.getByText('I cannot go on')).toHaveCount(0)
})
