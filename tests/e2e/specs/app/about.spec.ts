/** What this Confidant is, what it tells whoever helps, and a newer version of it. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileNamed, listOf, newKey, signedList, startServer } from '../../../steps/update-server'
import { addMentee, createVault, expect, newNote, PASSPHRASE, test } from '../../steps/device'
import { answerSave } from '../../steps/system-dialogs'

const SECRET = 'correct-horse-battery-staple'

test('a diagnosis is shown first and has nothing of the vault; updates are off until an address is set', async ({
  start,
  profile,
}) => {
  const server = await startServer()
  const makers = newKey()
  const { page, app } = await start(profile, [`--release-key=${makers.key}`])
  const groups = await createVault(page)
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Anatomy retake worries her')
  await page.evaluate(
    (secret) => window.host.laptop.setRelay(`ws://127.0.0.1:9/#${secret}`),
    SECRET,
  )

  await page.keyboard.press('Control+,')
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await sections.getByRole('button', { name: 'About' }).click()
  const about = page.getByRole('region', { name: 'About' })
  await expect(about.getByText(profile)).toBeVisible()
  await about.getByRole('button', { name: 'Licenses' }).click()
  const licences = page.getByRole('dialog', { name: 'Licenses' })
  await licences.getByRole('textbox', { name: 'Find a package' }).fill('libsodium')
  await licences.getByText('libsodium-wrappers-sumo').click()
  await expect(licences.getByText(/Permission to use, copy/).last()).toBeVisible()
  await page.keyboard.press('Escape')
  await about.getByRole('button', { name: 'Diagnosis' }).click()
  const shown = page.getByRole('dialog', { name: 'Diagnosis for support' })
  await expect(shown.getByText(/mentees: 1\n/)).toBeVisible()
  const path = join(profile, 'diagnosis.txt')
  await answerSave(app, path)
  await shown.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Diagnosis saved')).toBeVisible()
  const text = await readFile(path, 'utf8')
  expect(await shown.getByRole('document').textContent()).toBe(text)
  expect(text).toMatch(/Chromium: \d+[\s\S]*relay: near[\s\S]*failures/)
  const planted = ['Amara', 'Osei', 'Anatomy', ...PASSPHRASE.split(' '), SECRET, '127.0.0.1']
  for (const word of [
    ...planted,
    ...groups,
    profile,
    '/tmp',
    hostname(),
    `/${userInfo().username}`,
  ])
    expect(text).not.toContain(word)
  await page.keyboard.press('Escape')

  await sections.getByRole('button', { name: 'Updates' }).click()
  const updates = page.getByRole('region', { name: 'Updates' })
  await expect(updates.getByText(/^Off\. Confidant never looks/)).toBeVisible()
  expect(server.asked).toEqual([])
  const file = randomBytes(3_000_000)
  const name = 'confidant_9.0.0_amd64.deb'
  const list = listOf('9.0.0', [fileNamed(name, file)], 'Notes open faster.')
  server.pages.set('/confidant/releases.json', signedList(list, newKey().privateKey))
  server.pages.set(`/confidant/${name}`, file)
  await updates.getByLabel('Update address').fill(server.address)
  await updates.getByRole('button', { name: 'Look for updates' }).click()
  await expect(updates.getByRole('alert')).toContainText('isn’t signed by Confidant’s makers')
  server.pages.set('/confidant/releases.json', signedList(list, makers.privateKey))
  await updates.getByRole('button', { name: 'Check now' }).click()
  await expect(updates.getByText('Notes open faster.')).toBeVisible()
  expect(server.asked).not.toContain(`/confidant/${name}`)
  await updates.getByRole('button', { name: 'Download' }).click()
  await expect(updates.getByText(/9\.0\.0 is ready/)).toBeVisible()
  await server.close()
})
