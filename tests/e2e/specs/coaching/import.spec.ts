import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, type Page } from 'playwright/test'
import { overlapping } from '../../../steps/hostile-archives'
import { wordFile } from '../../../steps/word-file'
import { addMentee, command, noteText, openMentee, openTab, test } from '../../steps/device'

/** As people have them: an Obsidian vault, a page of Notion, a Word file, and things that are no notes. */
const writeFolder = async (folder: string): Promise<void> => {
  await mkdir(join(folder, '.obsidian'), { recursive: true })
  await mkdir(join(folder, 'Amara Osei'), { recursive: true })
  await writeFile(join(folder, '.obsidian', 'app.json'), '{}')
  await writeFile(
    join(folder, 'Amara Osei', '2025-09-04 Anatomy.md'),
    '# Anatomy\n\n- [ ] Find a **study partner**\n- [x] Buy the atlas\n\nMore on *that* [[later]].\n\n<script>window.hacked = true</script><img src=x onerror="window.hacked = true">',
  )
  await writeFile(
    join(folder, 'Wei Zhang 1a2b3c4d5e6f70819203a4b5c6d7e8f9.html'),
    '<html><head><style>p{color:red}</style></head><body><header><h1 class="page-title">Fellowships</h1><table class="properties"><tr><th>Date</th><td>November 3, 2025</td></tr></table></header><p style="color:red">Wants <strong>research</strong>.</p><img src="data:image/png;base64,AAAA"></body></html>',
  )
  await writeFile(
    join(folder, 'Osei letter.docx'),
    wordFile('<w:p><w:r><w:t>Dear colleague, about Amara.</w:t></w:r></w:p>'),
  )
  await writeFile(
    join(folder, 'log.csv'),
    'Mentee,Date,Note\nWei Zhang,2025-05-06,Met in the corridor\n',
  )
  await writeFile(join(folder, 'Shopping.txt'), 'Milk')
  await writeFile(join(folder, 'photo.heic'), 'x')
  await writeFile(join(folder, 'broken Osei.docx'), 'not a zip')
}

const choose = async (
  page: Page,
  button: string,
  files: string | readonly string[],
): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles(files as string)
}

test('a folder of everything comes in as notes, matched by name, with what could not be read', async ({
  vault: { page },
  profile,
}) => {
  await addMentee(page, 'Amara Osei')
  await addMentee(page, 'Wei Zhang')
  const folder = join(profile, 'vault-of-notes')
  await writeFolder(folder)
  const importAll = async (): Promise<void> => {
    await choose(page, 'Choose folder', folder)
    await expect(
      page.getByText('2 files skipped because Confidant couldn’t read them'),
    ).toBeVisible()
    await expect(page.getByText(/photo\.heic: not a supported file type/)).toBeVisible()
    await expect(page.getByText(/broken Osei\.docx: damaged/)).toBeVisible()
    const table = page.getByRole('table', { name: 'Notes found' })
    await expect(table.getByRole('row')).toHaveCount(6)
    await expect(table.getByRole('row', { name: /Shopping/ }).getByRole('checkbox')).toBeDisabled()
    const take = page.getByRole('button', { name: 'Import 4 notes' })
    // Provenance is asked, and has no default.
    await expect(take).toBeDisabled()
    await page.getByRole('radio', { name: /^Me, for myself/ }).check()
    await take.click()
  }
  await command(page, 'Import notes')
  await importAll()
  await expect(page.getByText('4 notes imported.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Import more' }).click()
  await importAll()
  await expect(page.getByText('Already here and unchanged: 4 notes.')).toBeVisible()

  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Notes')
  await page
    .getByRole('navigation', { name: 'Notes' })
    .getByRole('button', { name: /Anatomy/ })
    .click()
  await expect(noteText(page).getByRole('checkbox')).toHaveCount(2)
  await expect(noteText(page).locator('strong')).toHaveText('study partner')
  await expect(noteText(page)).toContainText('More on that later.')
  await expect(noteText(page)).not.toContainText('hacked')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('Sep 4, 2025')
  // The title that it came with is the first line of its page: Enter goes on into the text.
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.click()
  await page.keyboard.press('End')
  await page.keyboard.type(', again')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Begun here. ')
  await expect(noteText(page)).toContainText(/^Begun here\. /)
  await expect(page.locator('nav[aria-label="Notes"] [data-open] b')).toHaveText(/, again$/)
  // Without one, its first line is what it is called.
  await title.fill('')
  await noteText(page).focus()
  await expect(title).toHaveCount(0)
  await expect(page.locator('nav[aria-label="Notes"] [data-open] b')).toHaveText(/^Begun here\. /)
  await expect(page.getByText('Private', { exact: true }).first()).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Notes' })
    .getByRole('button', { name: /letter/ })
    .click()
  await expect(noteText(page)).toContainText('Dear colleague, about Amara.')
  await openMentee(page, 'Wei Zhang')
  await openTab(page, 'Notes')
  await page
    .getByRole('navigation', { name: 'Notes' })
    .getByRole('button', { name: /Fellowships/ })
    .click()
  await expect(noteText(page)).toHaveText('Wants research.')
})

test('hundreds of files out of an archive, with progress, and cancelled half-way nothing is half a note', async ({
  vault: { page },
  profile,
}) => {
  await addMentee(page, 'Amara Osei')
  const archive = join(profile, 'export.zip')
  await writeFile(
    archive,
    zipSync(
      Object.fromEntries(
        Array.from({ length: 400 }, (_, index) => [
          `Amara Osei/note ${index}.md`,
          strToU8(`# Note ${index}\n\n${'A sentence about the week. '.repeat(40)}`),
        ]),
      ),
    ),
  )
  await command(page, 'Import notes')
  await choose(page, 'Choose files or a ZIP', archive)
  await page.getByRole('radio', { name: /^The mentee/ }).check({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Import 400 notes' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Canceled' })).toBeVisible()
  const said = await page
    .getByText(/notes? imported\./)
    .first()
    .textContent()
  const added = Number(said?.match(/\d+/)?.[0])
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThan(400)
  await openMentee(page, 'Amara Osei')
  await expect(page.getByRole('tab', { name: `Notes ${added}` })).toBeVisible()
})

test('files made to stop the app are put away, each with its reason, and the good one beside them comes in', async ({
  vault: { page },
  profile,
}) => {
  await addMentee(page, 'Amara Osei')
  const put = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(profile, name), content)
    return join(profile, name)
  }
  await command(page, 'Import notes')
  // Hours of work for the Markdown reader, and the window answers: cancelling ends it. Each file ends by itself after
  // ten seconds, so it takes several until a slow machine has come to the button.
  const stars: string[] = []
  for (let n = 0; n < 6; n++) stars.push(await put(`stars ${n}.md`, '*a '.repeat(200_000)))
  await choose(page, 'Choose files or a ZIP', stars)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await choose(page, 'Choose files or a ZIP', [
    await put('Amara Osei.md', 'A good week.'),
    await put('archive.zip', overlapping(20, 4 * 1024 * 1024, 0)),
    await put('letter.docx', wordFile('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(40_000))),
    await put('deep.html', '<div>'.repeat(40_000)),
  ])
  const table = page.getByRole('table', { name: 'Notes found' })
  await expect(table.getByRole('row', { name: /Amara Osei/ }).getByRole('checkbox')).toBeChecked({
    timeout: 60_000,
  })
  await expect(page.getByText(/archive\.zip\/note 19\.md: damaged/)).toBeAttached()
  await expect(page.getByText(/letter\.docx: too long for one note/)).toBeAttached()
  await expect(page.getByText(/deep\.html: too long for one note/)).toBeAttached()
  await expect(page.getByText(/stars \d\.md/)).toHaveCount(0)
})
