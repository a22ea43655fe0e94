import { expect, type Page } from 'playwright/test'
import {
  addGoal,
  addMentee,
  expectSaved,
  newNote,
  noteText,
  openTab,
  test,
} from '../../steps/device'

const list = (page: Page, name: string) => page.getByRole('listbox', { name })

/** Pastes as another program would have it. */
const paste = (page: Page, html: string, files = false): Promise<void> =>
  noteText(page).evaluate(
    (element, { html, files }) => {
      const data = new DataTransfer()
      if (html !== '') {
        data.setData('text/html', html)
        data.setData('text/plain', 'words')
      }
      if (files) data.items.add(new File([new Uint8Array(4)], 'scan.png', { type: 'image/png' }))
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    { html, files },
  )

const WORD_LIST = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<p class=MsoNormal><b>Plan</b> for <span style='color:red;font-family:"Comic Sans MS"'>October</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Question blocks</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Sleep by eleven</p>
<img src="https://tracker.example/pixel.png"></body></html>`

test('templates fill in who and when, snippets come by their word, a checklist becomes action items', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await addGoal(page, 'Publish the poster')
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'New snippet' }).click()
  const dialog = page.getByRole('dialog', { name: 'New snippet' })
  await dialog.getByLabel('Word').fill('closing')
  await dialog.getByLabel('Text').fill('Goodbye, {mentee}.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)

  await page.keyboard.press('Control+2')
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await newNote(page, '/session')
  await page.keyboard.press('Enter')
  await expect(noteText(page)).toContainText('Successes and challenges')
  await expect(noteText(page)).toContainText('Publish the poster')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/closing')
  await page.keyboard.press('Enter')
  await expect(noteText(page)).toContainText('Goodbye, Amara Osei.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('[ ] Call the registrar')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Send the abstract tomorrow')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/checklist')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 action items added from the checklist')).toBeVisible()
  await page.keyboard.type('/checklist')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Every unchecked task is already an action item.')).toBeVisible()
  await openTab(page, 'Overview')
  await expect(page.getByRole('checkbox', { name: 'Call the registrar' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Send the abstract tomorrow' })).toBeVisible()
  await expect(page.getByText('due tomorrow', { exact: true })).toBeVisible()
})

test('a mention of a goal is a link that opens it, by mouse and by keyboard', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await addGoal(page, 'Publish the poster')
  await newNote(page, 'We talked about @publ')
  await expect(
    list(page, 'Mention').getByRole('option', { name: /Publish the poster/ }),
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('at length.')
  await expect(noteText(page).getByRole('link', { name: 'Publish the poster' })).toBeVisible()
  await expectSaved(page)
  for (let back = 0; back < 13; back++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'Publish the poster' })).toBeVisible()
  await openTab(page, 'Notes')
  await noteText(page).getByRole('link', { name: 'Publish the poster' }).click()
  await expect(page.getByRole('article', { name: 'Publish the poster' })).toBeVisible()
})

test('finds and replaces in a note, counts its words, and moves a line', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'The shelf exam comes.\nAfter the shelf exam, rest.\nLast line.')
  await expect(page.getByText('11 words')).toBeVisible()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(noteText(page).locator('p').nth(1)).toHaveText('Last line.')
  await page.keyboard.press('Control+h')
  await page.getByLabel('Find', { exact: true }).fill('shelf')
  const bar = page.getByRole('group', { name: 'Find and replace' })
  await expect(bar.getByRole('status')).toHaveText('2 places')
  await page.getByLabel('Replace with').fill('board')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(noteText(page)).toContainText('After the board exam, rest.')
  await expect(noteText(page)).not.toContainText('shelf')
  await page.getByLabel('Find', { exact: true }).press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(noteText(page)).toBeFocused()
  const undo = page.getByRole('button', { name: 'Undo in this text' })
  const redo = page.getByRole('button', { name: 'Redo in this text' })
  await expect(redo).toBeDisabled()
  await expect(undo).toHaveAttribute('title', 'Undo (Ctrl Z)')
  await undo.click()
  await expect(noteText(page)).toContainText('After the shelf exam, rest.')
  await redo.click()
  await expect(noteText(page)).not.toContainText('shelf')
  await expect(redo).toBeDisabled()
  await undo.press('Enter')
  await page.keyboard.type('!')
  await expect(noteText(page)).toContainText('!')
})

test('what is pasted from Word is words and structure; pictures are refused with a reason', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await newNote(page)
  await paste(page, WORD_LIST)
  await expect(noteText(page).getByRole('listitem')).toHaveText([
    'Question blocks',
    'Sleep by eleven',
  ])
  await expect(noteText(page).locator('strong')).toHaveText('Plan')
  await expect(noteText(page).locator('p').first()).toHaveText('Plan for October')
  expect(await noteText(page).innerHTML()).not.toMatch(/style=|class="Mso|<img|mso/i)
  await expect(page.getByText('The text was pasted without its pictures')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('The text was pasted without its pictures')).toHaveCount(0)
  const before = await noteText(page).innerHTML()
  await paste(page, '', true)
  await expect(page.getByText('The text was pasted without its pictures')).toBeVisible()
  expect(await noteText(page).innerHTML()).toBe(before)
})

test('misspelled words are marked, offered better ones offline, and learned', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Chidi Okonkwo')
  await newNote(page, 'Chidi will recieve feedback on the zzyzxq rotation. ')
  const marked = noteText(page).locator('.misspelled')
  await expect(marked).toHaveText(['recieve', 'zzyzxq'])
  await marked.first().click()
  await page.keyboard.press('Control+.')
  await expect(list(page, 'Spelling').getByRole('option').first()).toHaveText('receive')
  await page.keyboard.press('Enter')
  await expect(noteText(page)).toContainText('will receive feedback')
  await expect(marked).toHaveText(['zzyzxq'])
  await marked.first().click({ button: 'right' })
  await list(page, 'Spelling')
    .getByRole('option', { name: /is correct/ })
    .click()
  await expect(marked).toHaveCount(0)
})
