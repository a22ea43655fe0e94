/** The database is lost, cut or overwritten between runs; the disk fills up while typing. */
import { randomBytes } from 'node:crypto'
import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSealedFolder } from '../../src-main/disk/sealed-folder'
import {
  addGoal,
  addMentee,
  createVault,
  expect,
  expectSaved,
  lock,
  newNote,
  noteText,
  openMentee,
  openTab,
  prove,
  test,
  unlock,
} from '../e2e/steps/device'
import { answerFolder } from '../e2e/steps/system-dialogs'
import { NO_SMALL_DISK, smallDisk } from '../steps/small-disk'
import { expectEverything, prepare } from './kept-vault'

const databaseFiles = async (profile: string): Promise<string[]> => {
  const folder = join(profile, 'IndexedDB')
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

const damages: Record<string, (profile: string) => Promise<void>> = {
  deleted: (profile) => rm(join(profile, 'IndexedDB'), { recursive: true }),
  truncated: async (profile) => {
    for (const file of await databaseFiles(profile))
      await truncate(file, Math.floor((await stat(file)).size / 2))
  },
  'filled with garbage': async (profile) => {
    for (const file of await databaseFiles(profile)) {
      const { length } = await readFile(file)
      await writeFile(file, crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536))))
    }
  },
}

for (const [name, damage] of Object.entries(damages)) {
  test(`IndexedDB ${name} between runs: everything is rebuilt from the sealed folder, and says so`, async ({
    start,
    profile,
  }) => {
    await prepare(await start(profile))
    await damage(profile)
    const again = await start(profile)
    await unlock(again.page)
    await expect(
      again.page.getByText('Restored from the sealed folder', { exact: true }),
    ).toBeVisible()
    await expectEverything(again)
    // And it goes on from there.
    await addGoal(again.page, 'After the repair')
    await again.quit()
    const third = await start(profile)
    await unlock(third.page)
    await expect(
      third.page.getByText('Restored from the sealed folder', { exact: true }),
    ).toBeHidden()
    await expectEverything(third)
    await expect(third.page.getByRole('heading', { name: 'After the repair' })).toBeVisible()
  })
}

test('the sealed folder is lost instead: the database has everything, and the folder is made again', async ({
  start,
  profile,
}) => {
  await prepare(await start(profile))
  const sealed = join(profile, 'sealed')
  const [deviceFolder = ''] = await readdir(sealed)
  for (const name of await readdir(join(sealed, deviceFolder)))
    if (name.endsWith('.sealed')) await rm(join(sealed, deviceFolder, name))
  const again = await start(profile)
  await unlock(again.page)
  await expectEverything(again)
  await again.quit()
  await rm(join(profile, 'IndexedDB'), { recursive: true })
  const third = await start(profile)
  await unlock(third.page)
  await expectEverything(third)
})

test('database and folder both put back to an older copy: said, and what is written next is kept', async ({
  start,
  profile,
}) => {
  await prepare(await start(profile))
  const parts = ['IndexedDB', 'sealed']
  for (const part of parts)
    await cp(join(profile, part), join(profile, `${part} then`), { recursive: true })
  const second = await start(profile)
  await unlock(second.page)
  await expect(second.page.getByText('This vault is older')).toBeHidden()
  await openMentee(second.page, 'Amara Osei')
  await addGoal(second.page, 'Written since')
  await second.quit()
  for (const part of parts) {
    await rm(join(profile, part), { recursive: true })
    await cp(join(profile, `${part} then`), join(profile, part), { recursive: true })
  }
  const third = await start(profile)
  await unlock(third.page)
  await expect(third.page.getByRole('alert', { name: /This vault is older/ })).toBeVisible()
  await expectEverything(third)
  await addGoal(third.page, 'Written after it')
  await third.quit()
  // Told once: it counts on from what it had written before.
  const fourth = await start(profile)
  await unlock(fourth.page)
  await openMentee(fourth.page, 'Amara Osei')
  await openTab(fourth.page, 'Goals')
  await expect(fourth.page.getByRole('heading', { name: 'Written after it' })).toBeVisible()
  await expect(fourth.page.getByText('This vault is older')).toBeHidden()
})

test('a header that is cut short is read from its copy; without one it is refused, and nothing is changed', async ({
  start,
  profile,
}) => {
  await prepare(await start(profile))
  const sealed = join(profile, 'sealed')
  const [deviceFolder = ''] = await readdir(sealed)
  const header = join(sealed, deviceFolder, 'vault.json')
  await truncate(header, 100)
  const again = await start(profile)
  await unlock(again.page)
  await expectEverything(again)
  await again.quit()
  expect(JSON.parse(await readFile(header, 'utf8'))).toHaveProperty('checksum')

  await truncate(header, 100)
  await rm(join(profile, 'IndexedDB'), { recursive: true })
  const third = await start(profile)
  await expect(third.page.getByRole('heading', { name: 'A vault file is damaged' })).toBeVisible()
  await third.quit()
  expect((await stat(header)).size).toBe(100)
})

test('the disk fills up while typing: the coach is told, typing is kept, what was saved is there', async ({
  start,
}) => {
  const disk = smallDisk(64)
  test.skip(disk === undefined, NO_SMALL_DISK)
  if (disk === undefined) return
  try {
    const device = await start(join(disk.path, 'profile'))
    await createVault(device.page)
    await addMentee(device.page, 'Amara Osei')
    await newNote(device.page, 'Saved before. ')
    await expectSaved(device.page)
    disk.fill()
    await noteText(device.page).pressSequentially('Typed on a full disk. ')
    // Enough that cannot be compressed to run over the last block of every file.
    await device.page.keyboard.insertText(randomBytes(24_000).toString('base64'))
    await expect(
      device.page.getByRole('alert').filter({ hasText: 'Your disk is full' }),
    ).toBeVisible()
    await expect(device.page.getByRole('status', { name: 'Saving' })).toHaveText('Not saved yet')
    // Room again: it is saved without a restart.
    disk.makeRoom()
    await expectSaved(device.page)
    await expect(
      device.page.getByRole('alert').filter({ hasText: 'Your disk is full' }),
    ).toBeHidden()
    // Full again, and this time the process dies.
    disk.fill()
    await device.page.keyboard.insertText(randomBytes(24_000).toString('base64'))
    await expect(
      device.page.getByRole('alert').filter({ hasText: 'Your disk is full' }),
    ).toBeVisible()
    await device.kill()
    disk.makeRoom()
    const again = await start(join(disk.path, 'profile'))
    await unlock(again.page)
    await openMentee(again.page, 'Amara Osei')
    await openTab(again.page, 'Notes')
    await expect(noteText(again.page)).toContainText('Saved before. Typed on a full disk. ')
    await again.quit()
  } finally {
    disk.remove()
  }
})

test('locking on a full disk: what was typed last is kept, sealed, is there after unlocking, and is written once there is room', async ({
  start,
}) => {
  const disk = smallDisk(64)
  test.skip(disk === undefined, NO_SMALL_DISK)
  if (disk === undefined) return
  try {
    const { page, quit } = await start(join(disk.path, 'profile'))
    await createVault(page)
    await addMentee(page, 'Amara Osei')
    await newNote(page, 'Saved before. ')
    await expectSaved(page)
    disk.fill()
    const long = randomBytes(24_000).toString('base64')
    await page.keyboard.insertText(`Typed on a full disk. ${long}`)
    await expect(page.getByRole('alert').filter({ hasText: 'Your disk is full' })).toBeVisible()
    await lock(page)
    await unlock(page)
    await expect(noteText(page)).toContainText('Saved before. Typed on a full disk. ')
    await expect(page.getByRole('alert').filter({ hasText: 'Your disk is full' })).toBeVisible()
    disk.makeRoom()
    await expectSaved(page)
    await quit()
    const again = await start(join(disk.path, 'profile'))
    await unlock(again.page)
    await openMentee(again.page, 'Amara Osei')
    await openTab(again.page, 'Notes')
    await expect(noteText(again.page)).toContainText('Saved before. Typed on a full disk. ')
    await again.quit()
  } finally {
    disk.remove()
  }
})

test('a backup onto a full disk is refused with a sentence; the one before stays, and so does the vault', async ({
  start,
}) => {
  const disk = smallDisk(1)
  test.skip(disk === undefined, NO_SMALL_DISK)
  if (disk === undefined) return
  try {
    const { app, page } = await start()
    await createVault(page)
    await addMentee(page, 'Amara Osei')
    await answerFolder(app, disk.path)
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Choose folder' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByRole('row', { name: /^Open backup from/ })).toBeVisible()
    disk.fill()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByRole('alert')).toContainText('Your backup disk is full')
    await page.getByRole('row', { name: /^Open backup from/ }).click()
    await expect(page.getByRole('dialog').getByRole('row', { name: /Amara Osei/ })).toBeVisible()
    await page.getByRole('button', { name: 'Merge into vault' }).click()
    await prove(page, 'Merge into vault')
    await expect(page.getByText('Everything in this backup was already here')).toBeVisible()
  } finally {
    disk.remove()
  }
})

test('rewriting a file on a full disk leaves the file as it was', async () => {
  const disk = smallDisk(1)
  test.skip(disk === undefined, NO_SMALL_DISK)
  if (disk === undefined) return
  try {
    const folder = createSealedFolder(disk.path, 'd'.repeat(22))
    const record = 'r'.repeat(22)
    const blob = (): Uint8Array => new Uint8Array(randomBytes(300_000))
    expect(await folder.append(record, [blob()])).toMatchObject({ ok: true })
    const [kept] = (await folder.read(record)).blobs
    expect(await folder.replace(record, [blob(), blob(), blob()])).toEqual({
      ok: false,
      error: 'disk-full',
    })
    expect((await folder.read(record)).blobs).toEqual([kept])
    expect(await folder.append(record, [new Uint8Array([1])])).toMatchObject({ ok: true })
    await folder.close()
  } finally {
    disk.remove()
  }
})
