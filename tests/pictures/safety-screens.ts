/**
 * The screens and dialogs of locking, capture, backups and endings, one after the other: looked at by axe, and by the
 * camera of npm run screenshots. `look` is called with each one open.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { openCapture } from '../e2e/steps/capture-steps'
import type { Device } from '../e2e/steps/device'
import { answerFolder } from '../e2e/steps/system-dialogs'

export const walkSafetyScreens = async (
  { app, page }: Device,
  mentee: string,
  look: (name: string, page: Page) => Promise<void>,
): Promise<void> => {
  const nav = page.getByRole('navigation', { name: 'Main' })
  const folder = await mkdtemp(join(tmpdir(), 'confidant-backups-'))
  await answerFolder(app, folder)
  const capture = await openCapture(app)
  await look('capture', capture)
  await capture.getByLabel('Note to self').fill('Ask how the shelf exam went')
  await capture.keyboard.press('Enter')
  await nav.getByRole('button', { name: /^Today/ }).click()
  await page.getByRole('article', { name: 'Ask how the shelf exam went' }).waitFor()
  await look('inbox', page)

  const section = (name: string): Promise<void> =>
    page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('button', { name, exact: true })
      .click()
  await nav.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Choose folder' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByRole('row', { name: /^Open backup from/ }).waitFor({ timeout: 60_000 })
  await section('Backups')
  await look('settings-backups', page)
  await page.getByRole('row', { name: /^Open backup from/ }).click()
  await page.getByRole('button', { name: 'Merge into vault' }).waitFor()
  await look('restore', page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Print again' }).click()
  await page.getByRole('dialog').waitFor()
  await look('ask-passphrase', page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Access log' }).click()
  await page.getByRole('table', { name: 'Access log' }).waitFor()
  await look('record-of-access', page)
  await page.keyboard.press('Escape')
  await section('Retention and closing records')
  await look('settings-ending', page)

  await nav.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('row', { name: mentee }).first().click()
  const more = async (entry: string): Promise<void> => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: entry, exact: true }).click()
    await page.getByRole('dialog').waitFor()
  }
  for (const [entry, name] of [
    ['Hand over', 'hand-over'],
    ['Inspection packet', 'inspection'],
    ['End coaching', 'close-out'],
    ['Erase', 'erase'],
  ] as const) {
    await more(entry)
    if (name === 'inspection')
      await page
        .getByRole('status', { name: 'Pages' })
        .getByText(/\d+ page/)
        .waitFor()
    await look(name, page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByRole('button', { name: 'Privacy', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Presenter mode' }).waitFor()
  await look('privacy-menu', page)
  await page.getByRole('menuitemcheckbox', { name: 'Presenter mode' }).click()
  await look('presenting', page)
  await page.getByRole('button', { name: 'Privacy: presenting' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Presenter mode' }).click()
}
