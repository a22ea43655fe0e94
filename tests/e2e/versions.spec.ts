/** Every stored thing has a version: an older one opens, a newer one is refused and left as it is. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { type Header, headerToText } from '../../shared/vault/header'
import { addMentee, createVault, expect, noteText, openMentee, openTab, test, unlock } from './device'

test('the vault that version 0.1.0 wrote opens, with everything in it', async ({ start, profile }) => {
  await cp('tests/fixtures/vault-0.1.0', profile, { recursive: true })
  const device = await start(profile)
  await unlock(device.page)
  await openMentee(device.page, 'Fixture Mentee')
  await openTab(device.page, 'Notes')
  await expect(noteText(device.page)).toContainText('Written by version 0.1.0.')
  await openTab(device.page, 'Goals')
  await expect(device.page.getByRole('heading', { name: 'A goal from version 0.1.0' })).toBeVisible()
  await openTab(device.page, 'Reflections')
  await expect(device.page.getByLabel('What?', { exact: true })).toHaveValue(
    'A reflection from version 0.1.0',
  )
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
  const newer = headerToText({ ...header, version: 2 } as unknown as Header)
  await writeFile(path, newer)
  const device = await start(profile)
  await expect(
    device.page.getByRole('heading', { name: 'This vault was made by a newer Confidant' }),
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
    second.page.getByRole('heading', { name: 'A newer Confidant has used this vault' }),
  ).toBeVisible()
  expect(await schema()).toEqual({ key: 'schema', value: 99 })
})
