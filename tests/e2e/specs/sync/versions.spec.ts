/** Every stored thing has a version: an older one opens, a newer one is refused and left as it is. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import type { Page } from 'playwright/test'
import { createMentee } from '../../../../shared/model/record/mentee'
import { notes } from '../../../../shared/model/record/note'
import { textForWriting } from '../../../../shared/model/record/note-text'
import { type Header, headerToText } from '../../../../shared/vault/header'
import { fragmentOf, makeFormer, paragraph } from '../../../steps/former-note'
import {
  addMentee,
  createVault,
  expect,
  expectSaved,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  test,
  unlock,
} from '../../steps/device'
import { writeVault } from '../../steps/write-vault'

test('the vault that version 0.1.0 wrote opens, with everything in it', async ({
  start,
  profile,
}) => {
  await cp('tests/fixtures/vault-0.1.0', profile, { recursive: true })
  const device = await start(profile)
  await unlock(device.page)
  await openMentee(device.page, 'Fixture Mentee')
  await openTab(device.page, 'Notes')
  await expect(noteText(device.page)).toContainText('Written by version 0.1.0.')
  await openTab(device.page, 'Goals')
  await expect(
    device.page.getByRole('heading', { name: 'A goal from version 0.1.0' }),
  ).toBeVisible()
  await openTab(device.page, 'Reflections')
  await expect(device.page.getByLabel('What?', { exact: true })).toHaveValue(
    'A reflection from version 0.1.0',
  )
})

test('the vault that version 0.2.0 wrote opens; its note is carried over with the first edit, and nothing of it is lost', async ({
  start,
  profile,
}) => {
  await cp('tests/fixtures/vault-0.2.0', profile, { recursive: true })
  const written = [
    'heading1 A heading',
    'paragraph Written by version 0.2.0.',
    'paragraph With bold and slanted words.',
    'bullet A point',
    'bullet another',
    'task To be done',
    'task also',
    'quote Said by somebody',
    'number First',
    'number second',
  ]
  const lines = (page: Page) =>
    noteText(page)
      .locator('[data-line]')
      .evaluateAll((found) =>
        found
          .map((line) => `${line.getAttribute('data-line')} ${line.textContent}`)
          .filter((line) => line !== 'paragraph '),
      )
  const openNote = async (page: Page): Promise<void> => {
    await openMentee(page, 'Fixture Mentee')
    await openTab(page, 'Notes')
  }
  const device = await start(profile)
  await unlock(device.page)
  await openNote(device.page)
  await expect.poll(() => lines(device.page)).toEqual(written)
  await expect(noteText(device.page).locator('strong')).toHaveText('bold')
  await noteText(device.page).click()
  await device.page.keyboard.press('Control+Home')
  await device.page.keyboard.press('End')
  await device.page.keyboard.type(', carried over')
  await expectSaved(device.page)
  await device.quit()
  const again = await start(profile)
  await unlock(again.page)
  await openNote(again.page)
  await expect
    .poll(() => lines(again.page))
    .toEqual(['heading1 A heading, carried over', ...written.slice(1)])
})

test('what an older version wrote into a note meanwhile is shown under it, found by search, and taken in or left out', async ({
  start,
  profile,
}) => {
  await writeVault(profile, PASSPHRASE, 1, (record) => {
    createMentee(record, { name: 'Amara Osei' })
    for (const title of ['Taken in', 'Left out']) {
      const id = notes.add(record, { title, date: '2026-11-20' })
      makeFormer(record, id, 'Begun together.')
      textForWriting(record, id)?.insert(15, ' Here.', {})
      fragmentOf(record, id).insert(1, [paragraph(`Quinoa, written late: ${title}.`)])
    }
  })
  const { page } = await start(profile)
  await unlock(page)
  for (const [title, button, left] of [
    [
      'Taken in',
      'Add them below',
      'Begun together. Here.Begun together.Quinoa, written late: Taken in.',
    ],
    ['Left out', 'Leave them out', 'Begun together. Here.'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(`quinoa ${title}`)
    await page
      .getByRole('option', { name: new RegExp(title) })
      .first()
      .click()
    const other = page.getByRole('alert').filter({ hasText: 'Another version of this note' })
    await expect(other).toContainText(`Quinoa, written late: ${title}.`)
    await expect(noteText(page)).toHaveText('Begun together. Here.')
    await other.getByRole('button', { name: button }).click()
    await expect(other).toHaveCount(0)
    await expect(noteText(page)).toHaveText(left)
  }
})

test('a header of a newer version is refused with a sentence, and stays as it is', async ({
  start,
  profile,
}) => {
  await cp('tests/fixtures/vault-0.1.0', profile, { recursive: true })
  const [deviceFolder = ''] = await readdir(join(profile, 'sealed'))
  const path = join(profile, 'sealed', deviceFolder, 'vault.json')
  await sodium.ready
  const { header } = JSON.parse(await readFile(path, 'utf8')) as { header: Header }
  const newer = headerToText({ ...header, version: 3 } as unknown as Header)
  await writeFile(path, newer)
  const device = await start(profile)
  await expect(
    device.page.getByRole('heading', { name: 'This vault needs a newer version of Confidant' }),
  ).toBeVisible()
  await device.quit()
  expect(await readFile(path, 'utf8')).toBe(newer)
})

test('a database of a newer version is refused with a sentence, and stays as it is', async ({
  start,
  profile,
}) => {
  const first = await start(profile)
  await createVault(first.page)
  await addMentee(first.page, 'Amara Osei')
  await first.quit()
  const second = await start(profile)
  const schema = (value?: number) =>
    second.page.evaluate(
      (wanted) =>
        new Promise<unknown>((resolve) => {
          const request = indexedDB.open('confidant')
          request.onsuccess = () => {
            const meta = request.result.transaction('meta', 'readwrite').objectStore('meta')
            const answer =
              wanted === undefined ? meta.get('schema') : meta.put({ key: 'schema', value: wanted })
            answer.onsuccess = () => {
              resolve(answer.result)
              request.result.close()
            }
          }
        }),
      value,
    )
  await schema(99)
  await second.page.reload()
  await expect(
    second.page.getByRole('heading', {
      name: 'This vault was last used by a newer version of Confidant',
    }),
  ).toBeVisible()
  expect(await schema()).toEqual({ key: 'schema', value: 99 })
})
