/** Files of the profile that are lost, or that the system does not let be read. */
import { cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, unlock } from '../e2e/steps/device'
import { expectEverything, prepare } from './kept-vault'

test('confidant.json and the database are lost together: the vault is found in the sealed folder', async ({
  start,
  profile,
}) => {
  await prepare(await start(profile))
  await writeFile(join(profile, 'confidant.json'), '')
  await rm(join(profile, 'IndexedDB'), { recursive: true })
  const again = await start(profile)
  await unlock(again.page)
  await expectEverything(again)
})

test('records without a header, here or in the database, are no place for a first vault', async ({
  start,
  profile,
}) => {
  await prepare(await start(profile))
  const sealed = join(profile, 'sealed')
  const [deviceFolder = ''] = await readdir(sealed)
  await rm(join(sealed, deviceFolder, 'vault.json'))
  await rm(join(profile, 'IndexedDB'), { recursive: true })
  const { page } = await start(profile)
  await expect(page.getByRole('heading', { name: 'A vault file is damaged' })).toBeVisible()
})

test('a sealed folder that cannot be read is said, and nothing is changed', async ({
  start,
  profile,
}) => {
  await prepare(await start(profile))
  const [deviceFolder = ''] = await readdir(join(profile, 'sealed'))
  const header = join(profile, 'sealed', deviceFolder, 'vault.json')
  const aside = join(profile, 'aside.json')
  await cp(header, aside)
  await rm(header)
  await mkdir(header)
  const again = await start(profile)
  await expect(
    again.page.getByRole('heading', { name: 'Confidant can’t read its own folder' }),
  ).toBeVisible()
  await again.quit()
  await rm(header, { recursive: true })
  await cp(aside, header)
  const third = await start(profile)
  await unlock(third.page)
  await expectEverything(third)
})

test('a sealed folder that is a link to a disk that is not there is said before any passphrase, and nothing is changed', async ({
  start,
  profile,
}) => {
  await prepare(await start(profile))
  const [sealed, disk] = [join(profile, 'sealed'), join(profile, 'disk')]
  await rename(sealed, `${disk}-away`)
  await symlink(disk, sealed)
  const again = await start(profile)
  await expect(
    again.page.getByRole('heading', { name: 'Confidant can’t read its own folder' }),
  ).toBeVisible()
  await again.quit()
  await rename(`${disk}-away`, disk)
  const third = await start(profile)
  await unlock(third.page)
  await expectEverything(third)
})
