import { expect, type Page } from 'playwright/test'
import { startTestRelay } from '../../../relay/relay-process'
import {
  addGoal,
  addMentee,
  expectSaved,
  lock,
  newNote,
  newProfile,
  noteText,
  openTab,
  test,
  unlock,
} from '../../steps/device'
import { twoDevices, typeAt } from '../../steps/sync-steps'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search or run a command' })

const search = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await field(page).fill(typed)
}
const found = (page: Page, name: RegExp) =>
  page.getByRole('listbox', { name: 'Results' }).getByRole('option', { name })

const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, index) => `Paragraph ${index} about nothing in particular.`,
)

test('finds words deep in a note, and opens the note at the place', async ({ vault: { page } }) => {
  await addMentee(page, 'José Núñez')
  await newNote(page)
  for (const line of PARAGRAPHS) await page.keyboard.insertText(`${line}\n`)
  await page.keyboard.insertText('The zebrafish abstract is due soon.')
  await expectSaved(page)
  await page.keyboard.press('Control+1')

  await search(page, 'zebrafsh')
  await expect(found(page, /zebrafish|Note/).first()).toContainText('zebrafish')
  await page.keyboard.press('Enter')
  await expect(noteText(page).getByText('The zebrafish abstract')).toBeInViewport()
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('found')?.size)).toBe(1)

  // Edited, it is found by its new words at once and not by the old ones; folded, phrases, operators.
  await noteText(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Axolotl regeneration.')
  await expectSaved(page)
  await expect(async () => {
    await search(page, '"axolotl regen" mentee:nunez kind:note')
    await expect(found(page, /Note/)).toHaveCount(1, { timeout: 2000 })
  }).toPass()
})

test('words that the list beside a note shows, too, are marked in the note', async ({
  vault: { page },
}) => {
  await addMentee(page, 'José Núñez')
  await newNote(page, 'A zebrafish abstract, due soon.')
  await expectSaved(page)
  await page.keyboard.press('Control+1')
  // The page is new: the list is there before the editor is.
  await lock(page)
  await unlock(page)
  await search(page, 'zebrafish')
  await expect(found(page, /Note/).first()).toContainText('zebrafish')
  await page.keyboard.press('Enter')
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map(
        (range) => (range as Range).startContainer.parentElement?.closest('.ProseMirror') !== null,
      ),
    )
  await expect.poll(marked).toEqual([true])
})

test('is gone when the vault locks and there again when it opens; saved searches stay', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Wei Zhang')
  await addGoal(page, 'Publish the poster')
  await search(page, 'poster kind:goal')
  await expect(found(page, /Publish the poster/)).toHaveCount(1)
  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.keyboard.press('Escape')
  expect(page.workers().length).toBeGreaterThan(0)
  await lock(page)
  // The index was in a worker's memory, and the worker is gone.
  expect(page.workers()).toHaveLength(0)
  await page.keyboard.press('Control+k')
  await expect(field(page)).toHaveCount(0)
  await unlock(page)
  await page.keyboard.press('Control+f')
  await found(page, /^poster kind:goal/).click()
  await expect(found(page, /Publish the poster/)).toHaveCount(1)
})

test('an escalation is never found', async ({ vault: { page } }) => {
  await addMentee(page, 'Dana Kim')
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Escalation' }).click()
  await page.getByRole('button', { name: 'New escalation record' }).click()
  const dialog = page.getByRole('dialog', { name: 'New escalation record' })
  await dialog.getByLabel('What I saw and heard').fill('quokkaword was said')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('quokkaword').first()).toBeVisible()
  await search(page, 'quokkaword')
  await expect(page.getByText('No results.')).toBeVisible()
})

test('what another laptop writes is found here, down in a note that is not open', async ({
  start,
}) => {
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, [await newProfile(), await newProfile()])
  await b.page.keyboard.press('Control+1')
  await typeAt(a, 'End', ' The axolotl regenerates.')
  await expectSaved(a.page)
  await expect(async () => {
    await search(b.page, 'axolotl')
    await expect(found(b.page, /axolotl/)).toHaveCount(1, { timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await b.page.keyboard.press('Enter')
  await expect(noteText(b.page)).toContainText('The axolotl regenerates.')
  await relay.stop()
})

test('a template that was found is shown in its list, also when the settings are open already', async ({
  vault: { page },
}) => {
  for (const title of ['End-of-year review', 'First message']) {
    await search(page, title)
    await expect(found(page, new RegExp(title)).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.locator('main [data-item]').getByText(title)).toBeInViewport()
  }
})
