/** On paper there is the sheet, and nothing else that happens to be on the screen. */
import { groupSessions } from '../../../../shared/model/record/group-session'
import { createMentee } from '../../../../shared/model/record/mentee'
import { expect, PASSPHRASE, test, unlock } from '../../steps/device'
import { writeVault } from '../../steps/write-vault'

test('a notice that is on the screen is not on the sheet, whomever it names', async ({
  start,
  profile,
}) => {
  await writeVault(
    profile,
    PASSPHRASE,
    2,
    (record, place) =>
      createMentee(record, { name: ['Amara Osei', 'Wei Zhang'][place] ?? '', reachGroup: 'B' }),
    (vault) => groupSessions.add(vault, { group: 'B', date: new Date().toLocaleDateString('sv') }),
  )
  const { page } = await start(profile)
  await unlock(page)
  await page.getByRole('button', { name: /REACH group B/ }).click()
  await page.getByRole('button', { name: 'Everyone present' }).click()
  await expect(page.getByText('marked present')).toBeVisible()
  await page.getByRole('button', { name: 'Roll on paper' }).click()
  await page.getByRole('menuitem', { name: 'Print the roll' }).click()
  const sheet = page.locator('.print-sheet')
  await expect(sheet).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  await expect(sheet.getByText('Wei Zhang')).toBeVisible()
  // Where the notices stand, and menus: also when they have gone meanwhile.
  const others = await page.evaluate(() =>
    [...document.querySelectorAll('body > :not([aria-hidden="true"]), [data-portal] > *')]
      .filter((one) => one.querySelector('.print-sheet') === null)
      .filter((one) => getComputedStyle(one).display !== 'none')
      .map(({ className }) => className),
  )
  expect(others).toEqual([])
})
