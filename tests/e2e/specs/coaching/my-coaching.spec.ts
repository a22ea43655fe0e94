/** My coaching: the coach's own page, by keyboard; and what mentees say on paper without a name. */
import type { Locator, Page } from 'playwright/test'
import { fillIn, press, tabTo } from '../../steps/by-keyboard'
import { addMentee, expect, openTab, test } from '../../steps/device'
import { boxesMarked, type Photograph, photographOf } from '../../steps/paper-steps'
import { expectSeen } from '../../steps/seen'

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'My coaching' })
const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-US')

test('a goal of the coach’s own is set, kept in mind before a session, looked back at, and reached; a session ends with it or without', async ({
  vault: { page },
}) => {
  const { keyboard } = page
  await addMentee(page, 'Amara Osei')
  await press(page, 'New goal for my coaching')
  await expect(heading(page)).toBeVisible()
  await fillIn(page, {
    'What I want to do better': 'Ask one more question',
    'First step': 'Count to five',
    'Look back on': dayAfter(0),
  })
  await expectSeen(page.getByText('First step: Count to five'))
  // It waits on Today.
  await keyboard.press('Control+1')
  await tabTo(page, page.getByRole('button', { name: /^Look back: Ask one more question/ }))
  await keyboard.press('Enter')
  await expect(heading(page)).toBeVisible()
  await press(page, 'Look back: Ask one more question')
  await keyboard.type('Twice. The third time I gave advice.')
  await keyboard.press('Control+Enter')
  await expectSeen(
    page
      .getByRole('article', { name: 'Ask one more question' })
      .getByText(/Twice\. The third time I gave advice\.$/),
  )
  await keyboard.press('Control+2')
  await page.getByRole('row', { name: 'Amara Osei' }).press('Enter')
  // Ending a session asks for nothing of it.
  await press(page, 'Start session')
  await keyboard.type('We talked.')
  await keyboard.press('Control+Shift+P')
  const preparation = page.getByRole('dialog', { name: 'Prep and goals' })
  await expectSeen(preparation.getByText('Working on: Ask one more question'))
  await keyboard.press('Escape')
  await expect(preparation).toBeHidden()
  await press(page, 'End session')
  const ending = page.getByRole('dialog', { name: 'End session' })
  await expect(ending.getByRole('radiogroup')).toHaveCount(0)
  await tabTo(page, ending.getByRole('button', { name: 'How did I coach?' }))
  await keyboard.press('Enter')
  await expectSeen(ending.getByText('Working on: Ask one more question'))
  await keyboard.press('Tab')
  await keyboard.press('ArrowRight')
  await expect(
    ending
      .getByRole('radiogroup', { name: 'Asked or told' })
      .getByRole('radio', { name: 'Mostly asked' }),
  ).toBeChecked()
  await tabTo(page, ending.getByLabel('One thing to try'))
  await keyboard.type('Wait longer')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  // Of the coach alone: nothing on the mentee's page says it.
  await expect(page.getByText('Wait longer')).toHaveCount(0)
  await openTab(page, 'Record')
  await expect(page.getByText('Wait longer')).toHaveCount(0)
  await keyboard.press('Control+8')
  const months = page.getByRole('table', { name: 'How I coached' })
  await expect(months.getByRole('cell')).toHaveText(['1', '0', '0', '0', '0', '0'])
  await press(page, 'Make it a goal: Wait longer')
  await expect(page.getByRole('textbox', { name: 'What I want to do better' })).toHaveValue(
    'Wait longer',
  )
  await keyboard.press('Control+Enter')
  await press(page, 'Look back: Ask one more question')
  await fillIn(page, { 'How it went': 'It is a habit.', Status: 'Achieved' })
  await expectSeen(page.getByRole('button', { name: 'Show the one you closed' }))
  await expect(page.getByText('Count to five')).toHaveCount(0)
})

test('feedback on paper is read from pictures into its round, and says nothing before five sheets, nor before the round is finished', async ({
  vault: { page },
}) => {
  test.setTimeout(300_000)
  const { keyboard } = page
  await keyboard.press('Control+8')
  const start = async (title: string): Promise<void> => {
    await press(page, 'Start a round')
    await fillIn(page, { 'Name of the round': title })
    await expectSeen(page.getByRole('article', { name: title }))
  }
  const printed = async (round: string, marks: readonly (number | null)[]): Promise<Photograph> => {
    await press(page, `Print the form: ${round}`)
    const dialog = page.getByRole('dialog', { name: 'How is your coaching going?' })
    const taken = await photographOf(dialog, boxesMarked({ arranged: 'grid' }, 4, marks), {
      width: 1500,
      height: 1800,
    })
    await expect(dialog.getByText(round)).toHaveCount(0)
    await keyboard.press('Escape')
    return taken
  }
  const read = async (round: string, { png }: Photograph): Promise<Locator> => {
    await press(page, `Add sheet: ${round}`)
    await tabTo(page, page.getByRole('button', { name: 'Read a paper sheet' }))
    await keyboard.press('Enter')
    const reading = page.getByRole('dialog', { name: 'Read a paper sheet' })
    await reading
      .locator('input[type=file]')
      .setInputFiles({ name: 'sheet.png', mimeType: 'image/png', buffer: png })
    return reading
  }
  await start('Spring 2027')
  const round = page.getByRole('article', { name: 'Spring 2027' })
  const sheet = await printed('Spring 2027', [3, 2, 3, 0, null, 1])
  const reading = await read('Spring 2027', sheet)
  const row = (name: string) => reading.getByRole('combobox', { name })
  await expect(row('My coach listens before giving advice.')).toHaveValue('Always')
  await expect(row('After we meet, I know my next step.')).toHaveValue('Rarely')
  await expect(row('I can say what is hard without being judged.')).toHaveValue('')
  await reading.getByRole('button', { name: 'Use these answers' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Add sheet: Spring 2027' })
  await expect(
    form
      .getByRole('radiogroup', { name: 'My coach listens before giving advice.' })
      .getByRole('radio', { name: 'Always' }),
  ).toBeChecked()
  await expect(page.locator('canvas, video')).toHaveCount(0)
  // What was written by hand is typed.
  await tabTo(page, form.getByLabel('What should your coach keep doing?'))
  await keyboard.type('Walking while we talk')
  await keyboard.press('Control+Enter')
  await expectSeen(round.getByText(/^1 sheet added\. At least 5 are needed/))
  // The others by keys alone, a key a row; the last row leads to the lines.
  const byKeys = async (keys: string, words: string): Promise<void> => {
    await press(page, 'Add sheet: Spring 2027')
    await keyboard.type(keys)
    await keyboard.type(words)
    await expect(form.getByRole('radio', { checked: true })).toHaveCount(keys.length)
    await keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
  }
  await byKeys('434243', 'Asking first')
  await byKeys('343324', '')
  await byKeys('434443', '')
  await expectSeen(round.getByText(/^4 sheets added\. At least 5 are needed/))
  const silent = async (): Promise<void> => {
    await expect(round.getByRole('table')).toHaveCount(0)
    await expect(page.getByText('Walking while we talk')).toHaveCount(0)
    await expect(page.getByText('Asking first')).toHaveCount(0)
  }
  await silent()
  await expect(page.getByRole('button', { name: 'Finish: Spring 2027' })).toHaveCount(0)
  // A sheet of this round is refused in another one.
  await start('Fall 2027')
  const refused = await read('Fall 2027', sheet)
  await expect(refused.getByRole('status')).toHaveText(/^This sheet belongs to another round/)
  await keyboard.press('Escape')
  await keyboard.press('Escape')
  await byKeys('444444', '')
  await silent()
  await press(page, 'Finish: Spring 2027')
  // It asks, and what is asked is not answered with keys from before.
  await expect(page.getByRole('button', { name: 'Finish and show the answers' })).toBeFocused()
  await keyboard.press('Enter')
  const tally = round.getByRole('table', { name: 'Spring 2027' })
  const counts = (asked: string) =>
    tally.getByRole('row').filter({ hasText: asked }).getByRole('cell')
  await expect(counts('My coach listens before giving advice.')).toHaveText(['0', '0', '1', '4'])
  await expect(counts('I can say what is hard without being judged.')).toHaveText(['fewer than 5'])
  for (const words of ['Walking while we talk', 'Asking first'])
    await expect(round.getByRole('listitem').filter({ hasText: words })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add sheet: Spring 2027' })).toHaveCount(0)
})
