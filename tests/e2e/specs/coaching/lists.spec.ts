/** Lists, tasks and headings of a note, written by keys, and what assistive technology finds of them. */
import { expect, type Page } from 'playwright/test'
import { addMentee, expectSaved, newNote, noteText, test } from '../../steps/device'
import { expectSeen } from '../../steps/seen'

const start = async (page: Page, words: string): Promise<void> => {
  await addMentee(page, 'Amara Osei')
  await newNote(page, words)
}

const items = (page: Page) => noteText(page).getByRole('listitem')
const box = (page: Page, name: string) =>
  noteText(page).getByRole('checkbox', { name, exact: true })
const levels = (page: Page) =>
  items(page).evaluateAll((all) =>
    all.map((one) =>
      ['aria-level', 'aria-posinset', 'aria-setsize']
        .map((name) => one.getAttribute(name))
        .join(' '),
    ),
  )

/** Electron hands no drag to Playwright, so what the browser would say of one is said here. */
const drag = (page: Page, to: { x: number; y: number; width: number; height: number } | null) =>
  page.evaluate((box) => {
    const handle = document.querySelector('.note-handle')
    const text = document.querySelector('.ProseMirror')
    if (box === null || handle === null || text === null) throw new Error('nothing to drag')
    const dataTransfer = new DataTransfer()
    const [clientX, clientY] = [box.x + box.width - 4, box.y + box.height - 4]
    const say = (element: Element, type: string): void =>
      void element.dispatchEvent(
        new DragEvent(type, { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }),
      )
    say(handle, 'dragstart')
    say(text, 'dragover')
    say(text, 'drop')
    say(handle, 'dragend')
  }, to)

test('a list is indented and ended by keys, and says how deep and how long it is', async ({
  vault: { page },
}) => {
  await start(page, '- Sleep\nFood\nMove')
  await page.keyboard.press('Tab')
  await expect(noteText(page)).toBeFocused()
  await expect.poll(() => levels(page)).toEqual(['1 1 2', '1 2 2', '2 1 1'])
  // No deeper than one under the line above: Tab leaves the text there, as it leaves any field.
  await page.keyboard.press('Tab')
  await expect(noteText(page)).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(noteText(page)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => levels(page)).toEqual(['1 1 3', '1 2 3', '1 3 3'])
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(items(page)).toHaveCount(4)
  await page.keyboard.press('Enter')
  await expect(items(page)).toHaveCount(3)
  await page.keyboard.type('After the list')
  await expect(noteText(page).locator('p')).toHaveText('After the list')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await expect(items(page).last()).toHaveText('MoveAfter the list')
})

test('a task is ticked by mouse and by keyboard, and typing goes on where it was', async ({
  vault: { page },
}) => {
  await start(page, '[ ] Call the registrar\nSend the abstract')
  await box(page, 'Call the registrar').click()
  await expect(box(page, 'Call the registrar')).toBeChecked()
  await page.keyboard.type(' today')
  await expect(box(page, 'Send the abstract today')).not.toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(box(page, 'Send the abstract today')).toBeChecked()
  await box(page, 'Call the registrar').press('Space')
  await expect(box(page, 'Call the registrar')).not.toBeChecked()
  await noteText(page).locator('p, li').last().click()
  await page.keyboard.press('Control+z')
  await expect(box(page, 'Call the registrar')).toBeChecked()
  await expectSaved(page)
})

test('what is typed at a line’s start makes it something, and Undo or one Backspace takes that back', async ({
  vault: { page },
}) => {
  await start(page, '## Plan\n')
  await expect(noteText(page).getByRole('heading', { level: 2, name: 'Plan' })).toBeVisible()
  for (const [typed, made] of [
    ['# ', 'heading1'],
    ['### ', 'heading3'],
    ['* ', 'bullet'],
    ['1. ', 'number'],
    ['[x] ', 'task'],
    ['> ', 'quote'],
    ['``` ', 'code'],
    ['---', 'rule'],
  ] as const) {
    const last = noteText(page).locator('[data-line]').last()
    await page.keyboard.type(typed)
    await expect(last).toHaveAttribute('data-line', made)
    await page.keyboard.press('Control+z')
    await expect(last).toHaveAttribute('data-line', 'paragraph')
    await page.keyboard.press('Control+Shift+z')
    await expect(last).toHaveAttribute('data-line', made)
    await page.keyboard.press('Control+Alt+0')
    await page.keyboard.type(typed)
    await expect(last).toHaveAttribute('data-line', made)
    await page.keyboard.press('Backspace')
    await expect(last).toHaveAttribute('data-line', 'paragraph')
    await expect(last).toHaveText(typed.trim())
    for (let left = typed.length; left > 0; left--) await page.keyboard.press('Backspace')
  }
})

test('what is selected has a bar at its side, in sight and reached by keys, that makes it something', async ({
  vault: { page },
}) => {
  await start(page, 'Sleep by eleven')
  const bar = page.getByRole('toolbar', { name: 'Formatting' })
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('Shift+Home')
  await expectSeen(bar)
  for (const name of [
    'Heading',
    'Subheading',
    'Bullet list',
    'Numbered list',
    'Task list',
    'Quote',
  ]) {
    const button = bar.getByRole('button', { name, exact: true })
    await expect(button).not.toHaveAttribute('aria-pressed', 'true')
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await expect(noteText(page)).toBeFocused()
  }
  await bar.getByRole('button', { name: 'Quote' }).click()
  await expect(noteText(page).locator('p')).toHaveText('Sleep by eleven')
  // By keys: Tab goes on into it, Escape back; in a list, where Tab indents, Alt F10 does.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(bar.getByRole('button', { name: 'Bold' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(noteText(page).locator('strong')).toHaveText('Sleep by eleven')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+Shift+8')
  await page.keyboard.press('Alt+F10')
  await expect(bar.getByRole('button', { name: 'Bold' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(noteText(page)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('Control+Alt+1')
  await expect(noteText(page).getByRole('heading', { level: 1 })).toHaveText('Sleep by eleven')
  await page.keyboard.press('Control+Shift+9')
  await expect(box(page, 'Sleep by eleven')).toBeVisible()
  // Without a selection, the slash menu has the same.
  await page.keyboard.type(' /sub')
  await page.keyboard.press('Enter')
  await expect(noteText(page).getByRole('heading', { level: 3 })).toHaveText('Sleep by eleven')
})

test('what is copied is pasted as it was, and in other programs as text with its signs', async ({
  vault: { app, page },
}) => {
  await start(page, '1. One\nTwo\n\n[x] Three')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('1. One\n2. Two\n[x] Three')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+v')
  await expect(items(page)).toHaveText(['One', 'Two', 'Three', 'One', 'Two', 'Three'])
  await expect(noteText(page).getByRole('checkbox', { name: 'Three' }).last()).toBeChecked()
})

test('a line is dragged by its handle, with the deeper ones under it', async ({
  vault: { page },
}) => {
  await start(page, '- One\nTwo\nThree')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await items(page).first().hover()
  await drag(page, await items(page).last().boundingBox())
  await expect(items(page)).toHaveText(['Three', 'One', 'Two'])
  await expect.poll(() => levels(page)).toEqual(['1 1 2', '1 2 2', '2 1 1'])
  await page.keyboard.type(' too')
  await expect(items(page).last()).toHaveText('Two too')
})

test('the caret goes through tasks and lines across the page as through any text', async ({
  vault: { page },
}) => {
  await start(page, 'ab\n[ ] cd\n\n---ef')
  const at = async (key: string): Promise<string> => {
    await page.keyboard.press(key)
    return page.evaluate(() => {
      const { anchorNode, anchorOffset } = window.getSelection() ?? {}
      const words = anchorNode?.textContent ?? ''
      return `${words.slice(0, anchorOffset)}|${words.slice(anchorOffset)}`
    })
  }
  // Straight up, where the task’s words begin.
  expect(await at('ArrowUp')).toBe('|cd')
  expect(await at('ArrowLeft')).toBe('ab|')
  expect(await at('ArrowRight')).toBe('|cd')
  expect(await at('End')).toBe('cd|')
  expect(await at('ArrowRight')).toBe('|ef')
  expect(await at('ArrowLeft')).toBe('cd|')
  expect(await at('ArrowDown')).toBe('ef|')
})
