/** A case without names goes to a coach with a vault of their own, who replies; the file and its code are all that travels. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import {
  addMentee,
  createVault,
  expect,
  moreActions,
  newNote,
  newProfile,
  openTab,
  prove,
  sidebar,
  test,
} from '../../steps/device'
import { wordsBelow } from '../../steps/search-bytes'
import { answerSave } from '../../steps/system-dialogs'

const readCase = async (page: Page, file: string, code: string): Promise<void> => {
  await sidebar(page, /^Mentees/).click()
  await page.getByRole('button', { name: 'Roster', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Read a colleague’s case' }).click()
  const read = page.getByRole('dialog', { name: 'Read a colleague’s case' })
  await read.getByLabel('Case file').setInputFiles(file)
  await read.getByLabel('Code').fill(code)
  await read.getByRole('button', { name: 'Open' }).click()
}

test('a coach in another vault reads the case without a name, replies, and the reply is read beside it', async ({
  device: asking,
  start,
}) => {
  test.setTimeout(240_000)
  const { app, page } = asking
  const folder = await mkdtemp(join(tmpdir(), 'confidant-consult-'))
  const file = (name: string): string => join(folder, name)
  await createVault(page)
  await addMentee(page, 'Dana Kowalski')
  await newNote(page, 'Dana stopped sleeping on March 3. Twice they left before we had sat down.')
  await moreActions(page, 'Ask a colleague')
  const ask = page.getByRole('dialog', { name: 'Ask a colleague, without names' })
  await expect(ask.getByLabel('Colleague', { exact: true })).toBeFocused()
  await page.keyboard.type('Dr. Ruiz')
  await ask.getByLabel('Your name', { exact: true }).fill('Dr. Boateng')
  await ask.getByLabel('Your question').fill('How would you begin with Dana?')
  await ask.getByRole('checkbox').check()
  await ask.getByRole('button', { name: 'Remove names and preview' }).click()
  await expect(ask.getByLabel('Exactly this leaves')).toHaveValue(
    /How would you begin with the student\?/,
  )
  await answerSave(app, file('case.json'))
  await ask.getByRole('button', { name: 'Save encrypted file' }).click()
  await prove(page, 'Save encrypted file')
  const code = (await page.getByLabel('Code for this file').last().textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()
  await openTab(page, 'Record')
  const cases = page.getByRole('region', { name: 'Cases for colleagues' })
  await expect(cases).toContainText('Dr. Ruiz')

  const asked = await start(await newProfile())
  await createVault(asked.page, 'another passphrase entirely 7')
  await readCase(asked.page, file('case.json'), code)
  const answer = asked.page.getByRole('dialog', { name: 'A colleague’s case' })
  const article = answer.getByRole('article')
  await expect(article).toContainText('The student stopped sleeping')
  await expect(answer).toContainText('Dr. Boateng')
  await expect(answer).not.toContainText(/Dana|Kowalski|March/)
  await expect(answer.getByLabel('Your reply')).toBeFocused()
  await asked.page.keyboard.type('Ask what the nights are like.\nThen wait.')
  await answer.getByLabel('Your name').fill('Dr. Ruiz')
  await answerSave(asked.app, file('reply.json'))
  await answer.getByRole('button', { name: 'Save encrypted reply' }).click()
  await expect(answer).toBeHidden()
  // A second reading of the same file makes no mentee, and keeps nothing.
  await expect(asked.page.getByRole('row', { name: /student/ })).toHaveCount(0)
  for (const name of ['case.json', 'reply.json'])
    expect(await readFile(file(name), 'utf8')).not.toMatch(/sleeping|nights|Dana|Ruiz|Boateng/)
  expect(await wordsBelow(asked.profile, ['stopped sleeping', 'the nights are like'])).toEqual([])

  await cases.getByLabel('Reply file').setInputFiles(file('case.json'))
  await expect(cases.getByRole('alert')).toBeVisible()

  await cases.getByLabel('Reply file').setInputFiles(file('reply.json'))
  await expect(cases).toContainText('reply of')
  await expect(cases.getByRole('alert')).toBeHidden()
  await cases.getByRole('button', { name: 'Read the case for Dr. Ruiz' }).click()
  const reply = page.getByRole('region', { name: 'Reply' })
  await expect(reply).toContainText('Ask what the nights are like.')
  await expect(reply).toContainText('Then wait.')
})
