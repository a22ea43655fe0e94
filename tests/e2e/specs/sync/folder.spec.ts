/** A folder is enough: two laptops that meet in one, with no server. */
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  addGoal,
  addMentee,
  createVault,
  expect,
  expectSaved,
  newNote,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  test,
} from '../../steps/device'
import { chooseFolder, expectAgreed, newFolder, pairThroughFolder } from '../../steps/folder-steps'
import { sync, typeAt } from '../../steps/sync-steps'

/** Every file below a folder, by its path in it. */
const filesIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder, { recursive: true })
  const stats = await Promise.all(names.map((name) => stat(join(folder, name))))
  return names.filter((_name, at) => stats[at]?.isFile())
}

test('two laptops pair through a folder, write on both sides, and both have everything; the folder goes away and returns', async ({
  start,
}) => {
  const folder = await newFolder()
  const a = await start()
  const b = await start()
  await createVault(a.page)
  await addMentee(a.page, 'Amara Osei')
  await newNote(a.page, 'Begun together.')
  await expectSaved(a.page)
  await chooseFolder(a, folder)
  await expect(sync(a)).toHaveText('In the folder')
  await pairThroughFolder(a, b, folder)
  await expect(b.page.getByRole('button', { name: /^Mentees/ }).first()).toContainText('1', {
    timeout: 60_000,
  })
  await openMentee(b.page, 'Amara Osei')
  await openTab(b.page, 'Notes')
  await expect(noteText(b.page)).toContainText('Begun together.')
  await expectAgreed(a)
  await expectAgreed(b)
  // What the pairing put there is gone.
  await expect.poll(async () => (await readdir(folder)).length, { timeout: 30_000 }).toBe(1)

  await openMentee(a.page, 'Amara Osei')
  await openTab(a.page, 'Notes')
  await typeAt(a, 'End', ' From A.')
  await typeAt(b, 'Home', 'From B. ')
  for (const { page } of [a, b])
    await expect(noteText(page)).toHaveText('From B. Begun together. From A.', { timeout: 60_000 })
  await expectAgreed(a)

  const away = `${folder} away`
  await rename(folder, away)
  await expect(sync(a)).toContainText('Folder not reached', { timeout: 30_000 })
  await addGoal(a.page, 'Written while it was away')
  await expect(sync(a)).toContainText('changes waiting')
  await rename(away, folder)
  await openTab(b.page, 'Goals')
  await expect(b.page.getByRole('heading', { name: 'Written while it was away' })).toBeVisible({
    timeout: 60_000,
  })
  await expectAgreed(a)
  await rm(folder, { recursive: true, force: true })
})

test('neither names nor bytes in the folder hold a word, and a caseload of one has as many files as a whole sample', async ({
  start,
}) => {
  const counts: number[] = []
  for (const way of ['Create your vault', 'Explore a sample caseload'] as const) {
    const folder = await newFolder()
    const device = await start()
    await createVault(device.page, PASSPHRASE, way)
    await addMentee(device.page, 'Quillfeather')
    await chooseFolder(device, folder)
    const files = await filesIn(folder)
    counts.push(files.length)
    for (const file of files) {
      expect(file).toMatch(/^Confidant [a-z2-7]{8}\/[\da-f]{32}\.sealed$/)
      const bytes = await readFile(join(folder, file))
      for (const word of ['Quillfeather', 'mentee', 'records', 'laptop'])
        expect(bytes.includes(word), word).toBe(false)
    }
    await device.quit()
    await rm(folder, { recursive: true, force: true })
  }
  expect(counts[0]).toBe(counts[1])
})
