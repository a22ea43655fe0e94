/** Typing that is more than keys: emoji of several code points, and an input method while the other laptop writes. */
import { startTestRelay } from '../../../relay/relay-process'
import {
  addMentee,
  type Device,
  expect,
  expectSaved,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  test,
} from '../../steps/device'
import { expectSynced, twoDevices } from '../../steps/sync-steps'

const lines = ({ page }: Device): Promise<readonly string[]> =>
  noteText(page)
    .locator('[data-line]')
    .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''))

/** What is stored: the note in an editor that is made anew. */
const storedLines = async (device: Device): Promise<readonly string[]> => {
  await expectSaved(device.page)
  await openTab(device.page, 'Goals')
  await expect(noteText(device.page)).toHaveCount(0)
  await openTab(device.page, 'Notes')
  await expect(noteText(device.page)).toBeVisible()
  return lines(device)
}

test('emoji of several code points go in, and go away, whole', async ({ vault: device }) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Mood ')
  for (const emoji of ['👩🏽‍⚕️', '🇨🇭', '👍', '👨‍👩‍👧']) {
    await page.keyboard.insertText(emoji)
    await page.keyboard.type('!')
    expect(await lines(device)).toEqual([`Mood ${emoji}!`])
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect.poll(() => lines(device)).toEqual(['Mood '])
  }
  // One that shares its first half with the one that it comes in the place of.
  await page.keyboard.insertText('👍')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.insertText('👎')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('cafe\u0301')
  await page.keyboard.type(' 👩🏽‍⚕️🇨🇭')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('x')
  expect(await lines(device)).toEqual(['Mood 👎', 'cafe\u0301 👩🏽‍⚕️x🇨🇭'])
  expect(await storedLines(device)).toEqual(['Mood 👎', 'cafe\u0301 👩🏽‍⚕️x🇨🇭'])
})

test('an input method composes a word while the other laptop writes before it, behind it and elsewhere', async ({
  start,
}) => {
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, [await newProfile(), await newProfile()])
  for (const device of [a, b]) {
    await openMentee(device.page, 'Amara Osei')
    await openTab(device.page, 'Notes')
  }
  await noteText(a.page).click()
  await a.page.keyboard.press('Control+End')
  await a.page.keyboard.type('\nlast')
  await expectSynced(a)
  await expect.poll(() => lines(b)).toEqual(['Begun together.', 'last'])

  const session = await a.page.context().newCDPSession(a.page)
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await noteText(a.page).click()
  await a.page.keyboard.press('Control+Home')
  await a.page.keyboard.press('End')
  await compose('に')
  await compose('にほ')
  // Elsewhere, in the same line before it, and a whole line before it.
  await noteText(b.page).click()
  await b.page.keyboard.press('Control+End')
  await b.page.keyboard.type(' there')
  await expect.poll(() => lines(a)).toEqual(['Begun together.にほ', 'last there'])
  await compose('にほん')
  await b.page.keyboard.press('Control+Home')
  await b.page.keyboard.type('Well ')
  await expect.poll(async () => (await lines(a)).at(0)).toContain('Well Begun together.')
  await compose('にほんご')
  await session.send('Input.insertText', { text: '日本語' })
  await a.page.keyboard.type(' ok')
  await expectSaved(a.page)
  for (const device of [a, b]) {
    await expectSynced(device)
    await expect.poll(() => lines(device)).toEqual(['Well Begun together.日本語 ok', 'last there'])
  }
  expect(await storedLines(a)).toEqual(['Well Begun together.日本語 ok', 'last there'])
  await relay.stop()
})
