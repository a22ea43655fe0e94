/**
 * What is written for other eyes: a letter to a later self that the vault cannot read, and a case for a colleague
 * without names.
 */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import {
  addMentee,
  expect,
  lock,
  moreActions,
  newNote,
  openMentee,
  openTab,
  prove,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { pass } from '../../steps/ending-steps'
import { wordsBelow } from '../../steps/search-bytes'
import { answerSave } from '../../steps/system-dialogs'

const SECRET = 'I was afraid of the wards'
const WORDS = 'Heron lantern tuesday river'

const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3600_000).toLocaleDateString('en-US')

const answerLetter = async (page: Page, words: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: 'Open the letter' })
  await dialog.getByLabel('Your words', { exact: true }).fill(words)
  await dialog.getByRole('button', { name: 'Open letter' }).click()
}

test('a letter is in no draft, waits locked for its day and opens with its words; a case leaves without names and its reply comes back', async ({
  vault: { app, page },
  profile,
}) => {
  await addMentee(page, 'Dana Kowalski')
  await openTab(page, 'Record')
  const write = page.getByRole('dialog', { name: 'A letter to my future self' })
  await page.getByRole('button', { name: 'Add future-self letter' }).click()
  await expect(write.getByLabel('Dear future me')).toBeFocused()
  await page.keyboard.type(SECRET)
  await page.keyboard.press('Control+l')
  await unlock(page)
  await expect(page.getByText('What you typed')).toBeHidden()
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Add future-self letter' }).click()
  await expect(write.getByLabel('Dear future me')).toHaveValue('')
  await write.getByLabel('Dear future me').fill(SECRET)
  await write.getByLabel('Open from').fill(inDays(3))
  await write.getByLabel('Your words', { exact: true }).fill(WORDS)
  await write.getByLabel('Your words again', { exact: true }).fill(WORDS)
  await write.getByRole('button', { name: 'Lock letter' }).click()
  await expect(write).toBeHidden()
  const letters = page.getByRole('region', { name: 'Letters to my future self' })
  await expect(letters).toContainText('3 days left')
  await expect(letters.getByRole('button', { name: 'Open letter' })).toBeHidden()

  await newNote(page, 'Dana stopped sleeping on March 3, says Dr. Boateng.')
  await moreActions(page, 'Ask a colleague')
  const ask = page.getByRole('dialog', { name: 'Ask a colleague, without names' })
  await ask.getByLabel('Colleague', { exact: true }).fill('Dr. Ruiz')
  await ask.getByLabel('Your question').fill('What would you ask Dana?')
  await ask.getByRole('checkbox').check()
  await expect(ask.getByText('A memory aid that someone else reads')).toBeVisible()
  await ask.getByRole('button', { name: 'Remove names and preview' }).click()
  await expect(ask.getByLabel('Exactly this leaves')).toHaveValue(
    /What would you ask the student\?[\s\S]*The student stopped sleeping on \[date\], says \[name\]\./,
  )
  const folder = await mkdtemp(join(tmpdir(), 'confidant-case-'))
  const save = (name: string): Promise<void> => answerSave(app, join(folder, name))
  await save('case.json')
  await ask.getByRole('button', { name: 'Save encrypted file' }).click()
  await prove(page, 'Save encrypted file')
  const code = (await page.getByLabel('Code for this file').last().textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()
  expect(await readFile(join(folder, 'case.json'), 'utf8')).not.toMatch(/sleeping|student/)

  await sidebar(page, /^Mentees/).click()
  await page.getByRole('button', { name: 'Roster', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Read a colleague’s case' }).click()
  const read = page.getByRole('dialog', { name: 'Read a colleague’s case' })
  await read.getByLabel('Case file').setInputFiles(join(folder, 'case.json'))
  await read.getByLabel('Code').fill(code)
  await read.getByRole('button', { name: 'Open' }).click()
  const answer = page.getByRole('dialog', { name: 'A colleague’s case' })
  await expect(answer.getByRole('article')).toContainText('The student stopped sleeping')
  await answer.getByLabel('Your reply').fill('Ask what the nights are like.')
  await save('reply.json')
  await answer.getByRole('button', { name: 'Save encrypted reply' }).click()
  await expect(answer).toBeHidden()

  await openMentee(page, 'Dana Kowalski')
  await openTab(page, 'Record')
  const cases = page.getByRole('region', { name: 'Cases for colleagues' })
  await cases.getByLabel('Reply file').setInputFiles(join(folder, 'reply.json'))
  await expect(cases).toContainText('reply of')
  await cases.getByRole('button', { name: 'Read the case for Dr. Ruiz' }).click()
  await expect(page.getByRole('region', { name: 'Reply' })).toContainText(
    'what the nights are like',
  )
  await page.keyboard.press('Escape')

  await pass(page, 4)
  await lock(page)
  await unlock(page)
  await sidebar(page, /^Today/).click()
  await page.getByRole('button', { name: /Dana Kowalski’s letter to their future self/ }).click()
  await letters.getByRole('button', { name: 'Open letter' }).click()
  await answerLetter(page, 'heron lantern')
  await expect(page.getByRole('alert')).toContainText('Those words don’t open this letter')
  await answerLetter(page, WORDS.toUpperCase())
  await expect(page.getByText(SECRET)).toBeVisible()
  await page.getByRole('button', { name: 'Close letter' }).click()
  await expect(page.getByText(SECRET)).toBeHidden()
  await expect(letters).toContainText('first opened')
  expect(await wordsBelow(profile, [SECRET, WORDS])).toEqual([])
})
