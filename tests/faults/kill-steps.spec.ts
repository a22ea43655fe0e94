/** The process dies in the middle of something larger: what is left is the old state or the new one, and opens. */
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import type { Page } from 'playwright/test'
import { sealHandOver } from '../../shared/exchange/hand-over'
import {
  addMentee,
  createVault,
  type Device,
  expect,
  newProfile,
  openMentee,
  PASSPHRASE,
  sidebar,
  test,
  unlock,
} from '../e2e/steps/device'
import { askedWhatIsDue, askToErase, eraseWhatIsDue } from '../e2e/steps/ending-steps'
import { answerFolder } from '../e2e/steps/system-dialogs'

const KILLS = Math.max(1, Math.round(Number(process.env.KILLS ?? 6) / 5))

/** Starts something and pulls the plug a moment later. */
const dieDuring = async (
  device: Device,
  work: () => Promise<unknown>,
  most: number,
): Promise<void> => {
  const ended = work().catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * most))
  await device.kill()
  await ended
}

const prepared = async (start: (profile?: string) => Promise<Device>, backups: string) => {
  const profile = await newProfile()
  const device = await start(profile)
  await createVault(device.page)
  await addMentee(device.page, 'Amara Osei')
  await answerFolder(device.app, backups)
  await sidebar(device.page, 'Settings').click()
  await device.page.getByRole('button', { name: 'Choose folder' }).click()
  await device.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(device.page.getByRole('row', { name: /^Open backup from/ })).toBeVisible()
  await addMentee(device.page, 'Luis Fernández')
  return { profile, device }
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'confidant-backups-'))

test(`SIGKILL during a backup, ${KILLS} times: only whole backups count, and the next one is written`, async ({
  start,
}) => {
  test.setTimeout(60_000 + KILLS * 30_000)
  const backups = await newFolder()
  let { profile, device } = await prepared(start, backups)
  for (let round = 0; round < KILLS; round++) {
    await sidebar(device.page, 'Settings').click()
    await dieDuring(
      device,
      () => device.page.getByRole('button', { name: 'Back up now' }).click(),
      400,
    )
    device = await start(profile)
    await unlock(device.page)
    await sidebar(device.page, /^Mentees/).click()
    await expect(device.page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
  }
  await sidebar(device.page, 'Settings').click()
  await device.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(device.page.getByRole('button', { name: 'Back up now' })).toBeEnabled()
  await expect
    .poll(async () => (await readdir(backups)).filter((name) => name.endsWith('.part')))
    .toEqual([])
  await device.page
    .getByRole('row', { name: /^Open backup from/ })
    .first()
    .click()
  await expect(
    device.page.getByRole('dialog').getByRole('row', { name: /Luis Fernández/ }),
  ).toBeVisible()
})

test(`SIGKILL while a backup replaces the vault, ${KILLS} times: the old state or the new one opens`, async ({
  start,
}) => {
  test.setTimeout(60_000 + KILLS * 40_000)
  for (let round = 0; round < KILLS; round++) {
    const backups = await newFolder()
    const { profile, device } = await prepared(start, backups)
    const { page } = device
    await sidebar(page, 'Settings').click()
    await page.getByRole('row', { name: /^Open backup from/ }).click()
    await page.getByRole('button', { name: 'Replace vault' }).click()
    const dialog = page.getByRole('dialog', { name: /^Go back to/ })
    await dialog.getByLabel('Your passphrase').fill(PASSPHRASE)
    await dieDuring(
      device,
      () => dialog.getByRole('button', { name: 'Replace vault' }).click(),
      1500,
    )
    const again = await start(profile)
    await unlock(again.page)
    await sidebar(again.page, /^Mentees/).click()
    await expect(again.page.getByRole('row', { name: 'Amara Osei' })).toBeVisible()
    const count = await again.page.getByRole('status', { name: 'Shown' }).textContent()
    expect(count).toMatch(/^[12] mentees?$/)
    await again.quit()
  }
})

test(`SIGKILL while the passphrase changes, ${KILLS} times: exactly one of the two opens`, async ({
  start,
}) => {
  test.setTimeout(60_000 + KILLS * 30_000)
  const profile = await newProfile()
  let device = await start(profile)
  await createVault(device.page)
  await addMentee(device.page, 'Amara Osei')
  let current = PASSPHRASE
  for (let round = 0; round < KILLS; round++) {
    const next = `copper lantern river biscuit ${round}`
    const { page } = device
    await sidebar(page, 'Settings').click()
    await page.getByRole('button', { name: 'Change passphrase' }).click()
    await page.getByLabel('Current passphrase', { exact: true }).fill(current)
    await page.getByLabel('New passphrase', { exact: true }).fill(next)
    await page.getByLabel('Repeat the new passphrase', { exact: true }).fill(next)
    await dieDuring(
      device,
      () => page.getByRole('button', { name: 'Change passphrase' }).click(),
      2500,
    )
    device = await start(profile)
    await device.page.getByLabel('Passphrase', { exact: true }).fill(next)
    await device.page.getByRole('button', { name: 'Unlock', exact: true }).click()
    const opened = device.page.getByRole('navigation', { name: 'Main' })
    await expect(opened.or(device.page.getByRole('alert')).first()).toBeVisible()
    if (await opened.isVisible()) current = next
    else await unlock(device.page, current)
    await openMentee(device.page, 'Amara Osei')
  }
})

test(`SIGKILL while a record is erased, ${KILLS} times: it is there whole or gone, and gone in the end`, async ({
  start,
}) => {
  test.setTimeout(60_000 + KILLS * 40_000)
  for (let round = 0; round < KILLS; round++) {
    const { profile, device } = await prepared(start, await newFolder())
    const { page } = device
    await askToErase(page, 'Amara Osei')
    await device.quit()
    const sealed = async (): Promise<string[]> =>
      (await readdir(join(profile, 'sealed'), { recursive: true })).filter((name) =>
        name.endsWith('.sealed'),
      )
    const before = await sealed()
    const later = async (): Promise<Device> => {
      const started = await start(profile)
      await started.page.clock.setFixedTime(new Date(Date.now() + 15 * 24 * 3600_000))
      return started
    }
    const dying = await later()
    await unlock(dying.page)
    const erase = await askedWhatIsDue(dying.page, 'Amara Osei')
    await dieDuring(dying, () => erase.click(), 1500)
    const again = await later()
    await unlock(again.page)
    await sidebar(again.page, /^Mentees/).click()
    await expect(again.page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
    const amara = again.page.getByRole('row', { name: 'Amara Osei' })
    if (await amara.isVisible()) await eraseWhatIsDue(again.page, 'Amara Osei')
    await expect(amara).toBeHidden()
    // Nor is anything of it left on the disk, wherever the plug was pulled.
    const gone = async (): Promise<number> => {
      const now = await sealed()
      return before.filter((name) => !now.includes(name)).length
    }
    await expect.poll(gone).toBe(1)
    await again.quit()
  }
})

test(`SIGKILL while a hand-over is taken in, ${KILLS} times: what was there opens, and taken in again it completes what came in, each mentee once`, async ({
  start,
}) => {
  test.setTimeout(60_000 + KILLS * 30_000)
  await sodium.ready
  const portable = (name: string, id: string) => ({
    id,
    mentee: { name },
    archivedAt: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    summary: '',
    items: [],
    texts: {},
    reachMarks: {},
  })
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
  const { file, code } = sealHandOver({
    from: 'Dr. Ruiz',
    createdAt: '2026-11-23T10:00:00.000Z',
    until: null,
    mentees: names.map((name, index) => portable(`Mentee ${name}`, `${index}`.padStart(22, 'r'))),
    staysBehind: {},
  })
  const profile = await newProfile()
  let device = await start(profile)
  await createVault(device.page)
  await addMentee(device.page, 'Amara Osei')
  const takeIn = async (page: Page): Promise<void> => {
    await sidebar(page, /^Mentees/).click()
    await page.getByRole('button', { name: 'Roster' }).click()
    await page.getByRole('menuitem', { name: 'Import a hand-over' }).click()
    await page.getByLabel('Hand-over file').setInputFiles({
      name: 'hand-over.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    })
    await page.getByLabel('Code').fill(code.join(' '))
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const take = page.getByRole('button', { name: /^Import th(is|ese) mentees?$/ })
    await expect(take).toBeVisible()
    if (await take.isEnabled()) await take.click()
    else await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  for (let round = 0; round < KILLS; round++) {
    await dieDuring(device, () => takeIn(device.page), 2500)
    device = await start(profile)
    await unlock(device.page)
    await sidebar(device.page, /^Mentees/).click()
    await expect(device.page.getByRole('row', { name: 'Amara Osei' })).toBeVisible()
  }
  await takeIn(device.page)
  await sidebar(device.page, /^Mentees/).click()
  for (const name of ['Amara Osei', ...names.map((one) => `Mentee ${one}`)])
    await expect(device.page.getByRole('row', { name, exact: true })).toHaveCount(1)
  await expect(device.page.getByRole('status', { name: 'Shown' })).toHaveText('7 mentees')
})
