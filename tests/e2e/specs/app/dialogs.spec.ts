/** Dialogs, notices and first steps, with the keyboard: nothing is lost, covered or left without a caret. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { addMentee, command, openTab, PASSPHRASE, test } from '../../steps/device'
import { expectSeen } from '../../steps/seen'
import { setWindowSize } from '../../steps/window-size'

const dialogs = (page: Page) => page.getByRole('dialog')

test('first run by keys alone: the caret is in each field, and the key is asked for from paper', async ({
  device: { page },
}) => {
  await page.getByRole('button', { name: 'Create your vault' }).press('Enter')
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.keyboard.type(PASSPHRASE)
  await expect(page.getByLabel('Repeat the passphrase')).toHaveValue(PASSPHRASE)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Enter')
  const shown = page.getByTestId('recovery-group')
  await expectSeen(shown.first())
  const groups = await shown.allTextContents()
  await page.keyboard.press('Enter')
  await expect(shown).toHaveCount(0)
  const fields = page.getByRole('textbox', { name: /^Group \d+/ })
  await expect(fields).toHaveCount(2)
  await page.keyboard.type('WRONG')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^That doesn’t match group/)).toHaveCount(1)
  await page.getByRole('button', { name: 'Show the key again' }).click()
  await expectSeen(shown.first())
  await page.keyboard.press('Enter')
  for (const label of await page.getByText(/^Group \d+$/).allTextContents()) {
    await page.keyboard.type((groups[Number(label.match(/\d+/)?.[0]) - 1] ?? '').toLowerCase())
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
})

test('Escape in a filled form loses nothing and says so; what is said covers nothing, and is opened or undone', async ({
  vault: { page, app },
}) => {
  await addMentee(page, 'Amara Osei')
  await setWindowSize({ page, app }, 1000, 700)
  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'New goal' }).press('Enter')
  await page.keyboard.type('Sleep before exams')
  await page.keyboard.press('Escape')
  await expect(dialogs(page)).toHaveCount(0)
  await expectSeen(page.getByText('“New goal” isn’t saved yet. Open it again to keep typing.'))
  await page.getByRole('button', { name: 'New goal' }).press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Goal', { exact: true })).toHaveValue(
    'Sleep before exams',
  )
  await page.keyboard.press('Enter')
  const goal = page.getByRole('heading', { name: 'Sleep before exams' })
  await expectSeen(goal)
  await command(page, 'Mentees')
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'Delete Sleep before exams' }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expectSeen(undo)
  const notice = page.getByRole('alert').filter({ has: undo })
  // It moves in, and the content makes room for it.
  const overlap = async (): Promise<number> => {
    const above = await page.locator('[data-scroller]').boundingBox()
    const below = await notice.boundingBox()
    return above === null || below === null ? Number.NaN : above.y + above.height - below.y
  }
  await expect.poll(overlap).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: /^Bin/ }).click()
  await page.getByRole('button', { name: /^Restore/ }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expectSeen(goal)
})

test('a long menu fits a small window, and its last line is reached by keyboard', async ({
  vault: { page, app },
}) => {
  await addMentee(page, 'Amara Osei')
  await setWindowSize({ page, app }, 1000, 700)
  await page.getByRole('button', { name: 'More actions' }).press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  const last = page.getByRole('menuitem', { name: 'Erase' })
  await expect(last).toBeFocused()
  await expectSeen(last)
  const beyond = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  expect(beyond).toBeLessThanOrEqual(0)
})

test('a roster file is taken wherever in the window it is let go, and on other screens leaves the app alone', async ({
  vault: { page },
  profile,
}) => {
  const path = join(profile, 'roster.csv')
  await writeFile(path, 'Name,Class\nWei Zhang,2029\n')
  const hand = await page.context().newCDPSession(page)
  const letGo = async (x: number, y: number): Promise<void> => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await hand.send('Input.dispatchDragEvent', {
        type,
        x,
        y,
        data: { items: [], files: [path], dragOperationsMask: 1 },
      })
  }
  await letGo(600, 500)
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Import roster' }).click()
  await expectSeen(page.getByText(/^Or drop the file here/))
  await letGo(600, 600)
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expectSeen(page.getByRole('row', { name: 'Wei Zhang' }))
})

test('a roster is pasted from a spreadsheet; a mistyped email keeps the mentee; the sample file is there to save', async ({
  vault: { page, app },
}) => {
  await page.getByRole('button', { name: 'Import roster' }).click()
  await expectSeen(page.getByRole('button', { name: 'Save a sample file' }))
  await app.evaluate(({ clipboard }) =>
    clipboard.writeText('Name\tE-mail\tMeet every\nWei Zhang\twei at example\t6 weeks\n'),
  )
  await page.keyboard.press('Control+V')
  await expectSeen(page.getByText(/Left out: “wei at example”/))
  await expect(page.getByRole('combobox', { name: 'Weeks between sessions' })).toHaveValue(
    'Meet every',
  )
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expectSeen(page.getByRole('row', { name: 'Wei Zhang' }))
})
