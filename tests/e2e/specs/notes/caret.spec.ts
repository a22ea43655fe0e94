/** Whoever types at once loses nothing: every "New …" has its caret before the first key, and leaves no stray note. */
import { expect, type Page } from 'playwright/test'
import {
  addGoal,
  addMentee,
  addReflection,
  command,
  lock,
  newNote,
  noteText,
  openMentee,
  openTab,
  test,
  unlock,
} from '../../steps/device'
import { expectSeen } from '../../steps/seen'

const WORDS = 'Every single key of it, from the first.'
const notesListed = (page: Page) =>
  page.getByRole('navigation', { name: 'Notes' }).getByRole('button')

const start = async (page: Page): Promise<void> => {
  await addMentee(page, 'Amara Osei')
}

test('a new note has every key from the first one, however it is asked for', async ({
  vault: { page },
}) => {
  await start(page)
  // The empty state's button, by the mouse.
  await newNote(page, `${WORDS} One.`)
  await expect(noteText(page)).toHaveText(`${WORDS} One.`)
  // The button above the list, by the keyboard.
  await page.getByRole('button', { name: 'New note' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(`${WORDS} Two.`)
  await expect(noteText(page)).toHaveText(`${WORDS} Two.`)
  await page.getByRole('button', { name: 'New note' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.type(`${WORDS} Three.`)
  await expect(noteText(page)).toHaveText(`${WORDS} Three.`)
  // The shortcut, here and from another tab.
  await page.keyboard.press('Control+Shift+N')
  await page.keyboard.type(`${WORDS} Four.`)
  await expect(noteText(page)).toHaveText(`${WORDS} Four.`)
  await openTab(page, 'Overview')
  await page.keyboard.press('Control+Shift+N')
  await page.keyboard.type(`${WORDS} Five.`)
  await expect(noteText(page)).toHaveText(`${WORDS} Five.`)
  await command(page, 'New note')
  await page.keyboard.type(`${WORDS} Six.`)
  await expect(noteText(page)).toHaveText(`${WORDS} Six.`)
  await expect(notesListed(page)).toHaveCount(6)
  // What is typed ahead is typed: a heading's sign makes a heading, a new line a line.
  await page.keyboard.press('Control+Shift+N')
  await page.keyboard.type('## Plan\nRest')
  await expect(noteText(page).getByRole('heading', { name: 'Plan' })).toBeVisible()
  await expect(noteText(page).locator('p').first()).toHaveText('Rest')
})

test('a note that stays blank is one note while it is open, and none once it is left', async ({
  vault: { page },
}) => {
  await start(page)
  await newNote(page, 'The one that is kept.')
  for (let times = 0; times < 3; times++)
    await page.getByRole('button', { name: 'New note' }).click()
  await page.keyboard.type('   ')
  await expect(notesListed(page)).toHaveCount(2)
  await page.keyboard.press('Control+1')
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Notes')
  await expect(notesListed(page)).toHaveCount(1)
  await newNote(page)
  await notesListed(page).last().click()
  await expect(notesListed(page)).toHaveCount(1)
  await newNote(page)
  await lock(page)
  await unlock(page)
  await expect(notesListed(page)).toHaveCount(1)
  // Gone before its text is there: the words stay.
  await page.getByRole('button', { name: 'New note' }).click()
  await page.keyboard.type('No longer blank.')
  await page.keyboard.press('Control+1')
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Notes')
  await expect(notesListed(page)).toHaveText([/No longer blank/, /The one that is kept/])
  await page.getByRole('button', { name: 'Bin', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The Bin is empty' })).toBeVisible()
})

test('reflections, goals, mentees and a session’s texts have every key from the first one', async ({
  vault: { page },
}) => {
  await start(page)
  await addReflection(page, WORDS)
  await command(page, 'New reflection')
  await page.getByRole('menuitem', { name: /^What\? So what/ }).press('Enter')
  await page.keyboard.type(WORDS)
  await expect(page.getByLabel('What?', { exact: true })).toHaveValue(WORDS)
  await addGoal(page, 'Publish the poster')
  await openTab(page, 'Overview')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.keyboard.type(WORDS)
  await expect(page.getByRole('textbox', { name: 'Session note' })).toHaveText(WORDS)
})

test('the menus at the caret are seen at their line, in the window, in both texts and at 200 %', async ({
  vault: { page, app },
}) => {
  await start(page)
  await addGoal(page, 'Publish the poster')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.keyboard.type('Both texts are open. ')
  await page.keyboard.press('Control+j')
  await page.keyboard.type('Here, too. ')
  const list = (name: string) => page.getByRole('listbox', { name })
  const atItsLine = async (name: string): Promise<void> => {
    await expectSeen(list(name))
    const caret = await page.evaluate(() => {
      const range = window.getSelection()?.getRangeAt(0)
      const { top, bottom, left } = range?.getClientRects()[0] ?? new DOMRect()
      return { top, bottom, left }
    })
    const box = await list(name).boundingBox()
    if (box === null) throw new Error('no box')
    const gap = Math.max(box.y - caret.bottom, caret.top - (box.y + box.height))
    expect(gap).toBeLessThan(24)
    expect(gap).toBeGreaterThan(-8)
  }
  for (const [name, zoom] of [
    ['Session note', 1],
    ['Memory aid', 1],
    ['Memory aid', 2],
    ['Session note', 2],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, factor) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
          ?.webContents.setZoomFactor(factor),
      zoom,
    )
    await page.waitForFunction((factor) => window.devicePixelRatio === factor, zoom)
    const text = page.getByRole('textbox', { name })
    await text.click()
    await page.keyboard.press('Control+End')
    for (const [key, menu] of [
      ['/', 'Insert'],
      ['@', 'Mention'],
    ] as const) {
      await page.keyboard.type(` ${key}`)
      await atItsLine(menu)
      await expectSeen(list(menu).getByRole('option').first())
      await page.keyboard.press('Escape')
      await page.keyboard.press('Backspace')
    }
    // Near the bottom of the window.
    for (let line = 0; line < 14; line++) await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await atItsLine('Insert')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    // At the right edge of the text.
    await page.keyboard.type('a line that goes to the right edge and beyond /gr')
    await atItsLine('Insert')
    await page.keyboard.press('Enter')
    await expect(text.getByRole('heading', { name: 'Goal' }).first()).toBeVisible()
  }
})

test('a key brings the caret back into sight, and leaves the page where it is while it is there', async ({
  vault: { page },
}) => {
  await start(page)
  await newNote(page)
  for (let line = 0; line < 60; line++) {
    await page.keyboard.insertText(`Line ${line}`)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('Last')
  const scroller = page.locator('[data-scroller]')
  const isInSight = (): Promise<boolean> =>
    scroller.evaluate((box) => {
      const caret = getSelection()?.getRangeAt(0).getBoundingClientRect()
      const seen = box.getBoundingClientRect()
      return caret !== undefined && caret.top >= seen.top && caret.bottom <= seen.bottom
    })
  await expect.poll(isInSight).toBe(true)
  await scroller.evaluate((box) => box.scrollTo(0, 0))
  await expect.poll(isInSight).toBe(false)
  await page.keyboard.type('!')
  await expect.poll(isInSight).toBe(true)
  for (let line = 0; line < 8; line++) await page.keyboard.press('ArrowUp')
  const before = await scroller.evaluate((box) => {
    box.scrollTop -= 40
    return box.scrollTop
  })
  await page.keyboard.type('?')
  await expect(noteText(page)).toContainText('?')
  expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(before)
})
