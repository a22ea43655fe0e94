/** Locking: by itself, by the system, without losing a word; and wrong passphrases that wait and are remembered. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import {
  addMentee,
  createVault,
  expect,
  expectSaved,
  lock,
  newNote,
  newProfile,
  noteText,
  openTab,
  PASSPHRASE,
  test,
  unlock,
} from '../../steps/device'

test('it locks after idle time, and unlocking returns to the note, the cursor where it was', async ({
  start,
}) => {
  const profile = await newProfile()
  const first = await start(profile)
  await createVault(first.page)
  await addMentee(first.page, 'Amara Osei')
  await newNote(first.page, 'One and three')
  await expectSaved(first.page)
  await first.quit()
  // Three seconds instead of ten minutes.
  const file = join(profile, 'confidant.json')
  const settings = JSON.parse(await readFile(file, 'utf8')) as {
    settings: { autoLockMinutes: number }
  }
  settings.settings.autoLockMinutes = 0.05
  await writeFile(file, JSON.stringify(settings))

  const { page } = await start(profile)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('row', { name: 'Amara Osei' }).click()
  await openTab(page, 'Notes')
  await noteText(page).click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible({
    timeout: 20_000,
  })
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(noteText(page)).toBeFocused()
  await page.keyboard.type('two and ')
  await expect(noteText(page)).toHaveText('One two and and three')
})

test('sleep and a locked screen lock the vault; the last typing and a half-filled form are kept', async ({
  vault: device,
}) => {
  const { app, page } = device
  await addMentee(page, 'Amara Osei')
  await newNote(page, 'Typed just before the lid was closed.')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(noteText(page)).toHaveText('Typed just before the lid was closed.')

  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'New goal' }).click()
  await page.getByRole('dialog', { name: 'New goal' }).getByLabel('Goal').fill('Half a goal')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
  // Nothing of it is in the locked page.
  expect(await page.content()).not.toContain('Half a goal')
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByText('You were working on “New goal”')).toBeVisible()
  await page.getByRole('button', { name: 'New goal' }).click()
  await expect(page.getByRole('dialog', { name: 'New goal' }).getByLabel('Goal')).toHaveValue(
    'Half a goal',
  )
})

/** Resolves once the next try has to wait; watched from in the page, since the first wait is over in two seconds. */
const hasToWait = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = (): void => {
          const [unlocking] = [...document.querySelectorAll('button')].filter(
            ({ textContent }) => textContent === 'Unlock',
          )
          const says = document.body.textContent?.includes('Too many wrong tries') === true
          if (says && unlocking?.matches(':disabled') === true) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
  )

test('after three wrong passphrases the next has to wait, also after a restart, and the record of access has them', async ({
  vault: device,
  start,
}) => {
  const { page, profile } = device
  await lock(page)
  const unlocking = page.getByRole('button', { name: 'Unlock', exact: true })
  const tryWrong = async (words: string): Promise<void> => {
    await page.getByLabel('Passphrase', { exact: true }).fill(words)
    await unlocking.click()
  }
  for (const words of ['wrong 0', 'wrong 1']) {
    await tryWrong(words)
    await expect(page.getByRole('alert')).toContainText('That passphrase isn’t right')
    await expect(unlocking).not.toHaveAttribute('data-loading', 'true')
    await expect(unlocking).toBeEnabled()
  }
  let waits = hasToWait(page)
  await tryWrong('wrong 2')
  await waits
  await expect(page.getByRole('alert')).toContainText('That passphrase isn’t right')
  await expect(unlocking).toBeEnabled({ timeout: 10_000 })
  waits = hasToWait(page)
  await tryWrong('wrong again')
  await waits
  await device.quit()
  // The count is stored. It goes on from a higher one, so that the wait is longer than any start.
  const file = join(profile, 'confidant.json')
  const stored = JSON.parse(await readFile(file, 'utf8')) as { attempts: { failed: number } }
  expect(stored.attempts.failed).toBe(4)
  await writeFile(file, JSON.stringify({ ...stored, attempts: { failed: 6, lastAt: Date.now() } }))
  const again = await start(profile)
  await expect(again.page.getByText(/Too many wrong tries/)).toBeVisible()
  await expect(again.page.getByRole('button', { name: 'Unlock', exact: true })).toBeEnabled({
    timeout: 30_000,
  })
  await unlock(again.page)
  await again.page.getByRole('button', { name: 'Settings' }).click()
  await again.page.getByRole('button', { name: 'Access log' }).click()
  const record = again.page.getByRole('table', { name: 'Access log' })
  await expect(record.getByRole('cell', { name: 'Wrong passphrase' })).toHaveCount(4)
  // Once as the test began, and once now.
  await expect(record.getByRole('cell', { name: 'Unlocked with the passphrase' })).toHaveCount(2)
})

test('the keychain is an extra way in: off at first, refused where there is none, and a lost one falls back', async ({
  vault: device,
}) => {
  const { app, page } = device
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(
    page.getByRole('switch', { name: 'Unlock with this laptop’s keychain' }),
  ).toBeDisabled()
  // A stand-in for the system's keychain, at the edge: this machine has none.
  await app.evaluate(({ safeStorage }) => {
    const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
    Object.assign(safeStorage, {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptString: (text: string) => flip(Buffer.from(text)),
      decryptString: (bytes: Buffer) => flip(bytes).toString(),
    })
  })
  await lock(page)
  await unlock(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('switch', { name: 'Unlock with this laptop’s keychain' }).click()
  await page.getByRole('dialog').getByLabel('Your passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(
    page.getByRole('switch', { name: 'Unlock with this laptop’s keychain' }),
  ).toBeChecked()
  await lock(page)
  await page.getByRole('button', { name: 'Unlock with this laptop’s keychain' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await lock(page)
  await app.evaluate(({ safeStorage }) => {
    safeStorage.decryptString = () => {
      throw new Error('the keyring was reset')
    }
  })
  await page.getByRole('button', { name: 'Unlock with this laptop’s keychain' }).click()
  await expect(page.getByRole('alert')).toContainText('Use your passphrase instead')
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})
