/** The session screen: writing first, nothing private in sight, and what is typed becomes what was agreed. */
import { expect, type Page } from 'playwright/test'
import {
  addMentee,
  command,
  expectSaved,
  lock,
  openMentee,
  openTab,
  test,
  unlock,
} from '../../steps/device'
import { expectSeen } from '../../steps/seen'

const note = (page: Page) => page.getByRole('textbox', { name: 'Session note' })
const aid = (page: Page) => page.getByRole('textbox', { name: 'Memory aid' })
const agreed = (page: Page) => page.getByRole('region', { name: 'Agreed this time' })
/** On the overview: the one that was begun and is not over. */
const nextSession = (page: Page) => page.getByText(/^(Next session|Session under way)/)

const begin = async (page: Page, words = ''): Promise<void> => {
  await addMentee(page, 'Amara Osei')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.keyboard.type(words)
  await expect(note(page)).toBeFocused()
}

test('a key of the screen that is pressed before it is there is not lost, and what follows is the coach’s alone', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await page.getByRole('button', { name: 'Start session' }).press('Enter')
  await page.keyboard.press('Control+j')
  await page.keyboard.type('She seems worn out.')
  await expect(aid(page)).toHaveText('She seems worn out.')
  await expect(aid(page)).toBeFocused()
  await expect(note(page)).toHaveText('')
  await page.keyboard.press('Control+j')
  await page.keyboard.type('For both of us.')
  await expect(note(page)).toHaveText('For both of us.')
})

test('a line that is a task becomes an action item as it is written, and both are ticked as one', async ({
  vault: { page },
}) => {
  await begin(page, 'She is tired.\n[] Send the study plan\nCall the registrar')
  await expect(agreed(page).getByRole('checkbox')).toHaveCount(1)
  // The one that is being written becomes one when it is left, here by a click elsewhere.
  await page.getByRole('heading', { level: 1, name: 'Amara Osei' }).click()
  await expect(agreed(page).getByRole('checkbox')).toHaveCount(2)
  await note(page).getByRole('checkbox', { name: 'Send the study plan' }).check()
  await expect(agreed(page).getByRole('checkbox', { name: 'Send the study plan' })).toBeChecked()
  await agreed(page).getByRole('checkbox', { name: 'Send the study plan' }).uncheck()
  await expect(note(page).getByRole('checkbox', { name: 'Send the study plan' })).not.toBeChecked()
  // Its mark opens it; called otherwise, it still is the line's.
  const mark = note(page).getByRole('button', {
    name: 'Open the action item: Send the study plan',
  })
  await expectSeen(mark)
  await mark.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' by Friday')
  await page.keyboard.press('Control+Enter')
  await expect(
    agreed(page).getByRole('checkbox', { name: 'Send the study plan by Friday' }),
  ).toBeVisible()
  await expectSaved(page)
  await page.getByRole('button', { name: 'Back to Amara Osei' }).click()
  // What is done leaves the list.
  await page.getByRole('checkbox', { name: 'Send the study plan by Friday' }).click()
  await openTab(page, 'Notes')
  await expect(
    page.getByRole('textbox', { name: 'Note text' }).getByRole('checkbox', {
      name: 'Send the study plan',
    }),
  ).toBeChecked()
})

test('a day that an action item’s words say is its due date', async ({ vault: { page } }) => {
  await begin(page, '/action Send the paper tomorrow')
  await page.keyboard.press('Enter')
  await expectSeen(
    page.getByText('Action item: “Send the paper tomorrow”, due tomorrow.', { exact: false }),
  )
  await expectSeen(agreed(page).getByText('due tomorrow'))
  await page.keyboard.press('Enter')
  await page.keyboard.type('[] Call the registrar in two days\nAnd on it goes.')
  await expectSeen(agreed(page).getByText('due in 2 days'))
})

test('the mark behind such a line stands beside its last word, however narrow the text is', async ({
  vault: { page },
}) => {
  await begin(page, '[] Send the study plan\n')
  await expect(note(page).getByRole('button', { name: /^Open the action item/ })).toBeVisible()
  const alone = await note(page).evaluate((text) => {
    const mark = text.querySelector('.line-item')
    const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode()
    if (mark === null || words === null) return ['nothing to measure']
    const last = document.createRange()
    last.setStart(words, (words.textContent ?? '').length - 1)
    last.setEnd(words, (words.textContent ?? '').length)
    return Array.from({ length: 160 }, (_, step) => 120 + step).filter((width) => {
      text.style.width = `${width}px`
      return mark.getBoundingClientRect().top > last.getBoundingClientRect().bottom
    })
  })
  expect(alone).toEqual([])
})

test('a goal that is chosen in the menu before it is written is written then', async ({
  vault: { page },
}) => {
  await begin(page, 'She is tired.\n/goal')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Read an ECG alone')
  await page.keyboard.press('Enter')
  await expectSeen(page.getByText('Goal: “Read an ECG alone”', { exact: false }))
  await page.keyboard.type('And on it goes.')
  await expect(note(page)).toHaveText('She is tired.Read an ECG aloneAnd on it goes.')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Read an ECG alone' })).toBeVisible()
})

test('the memory aid is open by one key and when asked, and never while others look', async ({
  vault: { page },
}) => {
  await begin(page, 'For both of us. ')
  await expect(aid(page)).toHaveCount(0)
  await page.keyboard.press('Control+j')
  await page.keyboard.type('She seems worn out.')
  await expect(aid(page)).toHaveText('She seems worn out.')
  // What becomes of its lines is the coach's alone, and said to be.
  await page.keyboard.type('\n/goal Ask about the brother')
  await page.keyboard.press('Enter')
  await expectSeen(page.getByText('Private to you.', { exact: false }))
  await expectSeen(page.getByRole('button', { name: 'Open', exact: true }))
  await page.keyboard.press('Control+j')
  await page.keyboard.type('And on it goes.')
  await expect(note(page)).toHaveText('For both of us. And on it goes.')
  await page.keyboard.press('Control+j')
  await expect(aid(page)).toBeFocused()
  await command(page, 'Presenter mode')
  await expect(aid(page)).toHaveCount(0)
  expect(await page.evaluate(() => document.body.textContent)).not.toContain('worn out')
  // What was said of it goes, too, long before it would by itself.
  await expect(page.getByText(/Ask about the brother/)).toHaveCount(0, { timeout: 3_000 })
  await page.keyboard.press('Control+j')
  await expect(page.getByText(/^Not while you’re presenting/)).toBeVisible()
  await expect(aid(page)).toHaveCount(0)
  await command(page, 'Presenter mode')
  await expect(note(page)).toBeVisible()
  await expect(aid(page)).toHaveCount(0)
})

test('what becomes of the memory aid’s checklist is the coach’s alone, as the aid is', async ({
  vault: { page },
}) => {
  await begin(page)
  await page.keyboard.press('Control+j')
  await expect(aid(page)).toBeFocused()
  await page.keyboard.type('[] Ask about the brother /checklist')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('1 action item added from the checklist. Private to you.'),
  ).toBeVisible()
  await expect(agreed(page).getByText('Ask about the brother')).toBeVisible()
  await page.keyboard.press('Control+j')
  await expect(aid(page)).toHaveCount(0)
  await expect(page.getByText('Ask about the brother')).toHaveCount(0)
})

test('the end, by one key, proposes takeaway, next day and follow-up from what was typed, each by one key', async ({
  vault: { page },
}) => {
  await begin(
    page,
    'Nights are long. She will ask for help before midnight.\nFollow up on the dean’s letter in 3 days.\nWe meet again in two weeks.',
  )
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'End session' })
  for (const name of [/^Use “She will ask/, /: “in two weeks”/, /: “Follow up on/])
    await expectSeen(dialog.getByRole('button', { name }))
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Alt+3')
  await expect(dialog.getByLabel('Mentee’s takeaway')).toHaveValue(
    'She will ask for help before midnight.',
  )
  await expect(dialog.getByLabel('What to follow up on')).toHaveValue(
    'Follow up on the dean’s letter in 3 days.',
  )
  await expect(dialog.getByRole('button', { name: /^Use / })).toHaveCount(0)
  await expect(dialog.getByLabel('Next session')).not.toHaveValue('')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('tab', { name: 'Overview' }).waitFor()
  await expect(page.getByText(/^Next session in 14 days|^Next session in 2 weeks/)).toBeVisible()
})

test('a session left with nothing is none, also after a lock; one with a word, or half an agenda, stays', async ({
  vault: { page },
}) => {
  await begin(page)
  await expect(note(page)).toBeFocused()
  await lock(page)
  await unlock(page)
  await expect(note(page)).toBeVisible()
  await page.getByRole('button', { name: 'Back to Amara Osei' }).click()
  await expect(page.getByRole('heading', { name: 'What we agreed' })).toBeVisible()
  await expect(nextSession(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Bin', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The Bin is empty' })).toBeVisible()
  await openMentee(page, 'Amara Osei')
  await page.getByRole('button', { name: 'Start session' }).click()
  await expect(note(page)).toBeFocused()
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('Half a thought')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to Amara Osei' }).click()
  await expect(nextSession(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Continue session' }).click()
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('textbox', { name: 'Add' })).toHaveValue('Half a thought')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to Amara Osei' }).click()
  // Gone before its text was there: the words stay.
  await page.keyboard.press('Control+Shift+S')
  await page.keyboard.type('A word.')
  await page.keyboard.press('Control+1')
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Notes')
  await expect(page.getByRole('navigation', { name: 'Notes' }).getByRole('button')).toHaveText([
    /A word\./,
  ])
})

test('the screen has one scroll bar, and all of its controls in the window, at three sizes', async ({
  vault: { page, app },
}) => {
  await begin(page)
  for (let paragraph = 0; paragraph < 4; paragraph++) {
    await page.keyboard.insertText('A line of a long session note. '.repeat(30))
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+j')
  await page.keyboard.type('Private. ')
  for (const [width, height] of [
    [1280, 800],
    [1000, 700],
    [1600, 1000],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
          ?.setContentSize(size.width, size.height),
      { width, height },
    )
    await page.waitForFunction((wanted) => window.innerWidth === wanted, width)
    await page.evaluate(() => document.querySelector('[data-scroller]')?.scrollTo(0, 0))
    for (const name of ['Prep and goals', 'Memory aid', 'More about this session', 'End session'])
      await expectSeen(page.getByRole('button', { name, exact: true }).first())
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter(
            (one) =>
              one.scrollHeight > one.clientHeight + 1 &&
              one.clientHeight > 0 &&
              /auto|scroll/.test(getComputedStyle(one).overflowY),
          ).length,
      ),
    ).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})
