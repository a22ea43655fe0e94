/**
 * Walks every screen, with nothing in it and with the sample caseload, and takes a picture of each, light and dark, in
 * three sizes of the window. Each is looked at before (page-faults.ts). Run by scripts/screenshots.mjs, which keeps small
 * copies in docs/screens/.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import {
  addMentee,
  createVault,
  type Device,
  expectSaved,
  launch,
  lock,
  MENTEE_TABS,
  newProfile,
  openTab,
  PASSPHRASE,
  sidebar,
} from '../e2e/steps/device'
import { faultsOfPage } from '../e2e/steps/page-faults'
import { walkByKeys, walkFindScreens } from './find-screens'
import { walkSafetyScreens } from './safety-screens'
import { shrink } from './shrink'
import { resizeTo, SIZES } from './window-size'

const SMALL_WIDTH = 640

const nav = (page: Page, name: string) => sidebar(page, new RegExp(`^${name}`))

/** What was seen badly, by picture: all of them are taken, and looked at, before it is said. */
const faults: string[] = []

const camera = (device: Device, folder: string, kept: string) => async (name: string) => {
  const { app, page } = device
  for (const size of SIZES) {
    await resizeTo(device, size)
    const wide = `${name} at ${size.width}`
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.mouse.move(0, 0)
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      )
      if (colorScheme === 'light')
        faults.push(...(await faultsOfPage(page)).map((fault) => `${wide}: ${fault}`))
      const picture = await page.screenshot({
        path: join(folder, `${name}-${colorScheme}-${size.width}.png`),
      })
      if (size === SIZES[0])
        writeFileSync(
          join(kept, `${name}-${colorScheme}.png`),
          await shrink(app, picture, SMALL_WIDTH),
        )
    }
  }
}

const withNothing = async (folder: string, kept: string): Promise<void> => {
  const device = await launch(await newProfile())
  const { page } = device
  const snap = camera(device, folder, kept)
  await page.getByRole('button', { name: 'Create your vault' }).waitFor()
  await snap('welcome')
  await page.getByRole('button', { name: 'Set up from another laptop' }).click()
  await snap('join')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Create your vault' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE)
  await page.getByRole('progressbar').waitFor()
  await snap('passphrase')
  await page.getByRole('button', { name: 'Create vault' }).click()
  await page.getByTestId('recovery-group').first().waitFor()
  await snap('recovery')
  await page.reload()
  await createVault(page)
  await snap('today-empty')
  for (const screen of ['Mentees', 'Goals', 'REACH', 'Bin']) {
    await nav(page, screen).click()
    await snap(`${screen.toLowerCase()}-empty`)
  }
  await nav(page, 'Mentees').click()
  await page.getByRole('button', { name: 'Add mentee' }).click()
  await page.getByRole('button', { name: 'More fields' }).click()
  await snap('mentee-form')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Import roster' }).click()
  await page.getByLabel('Roster file').setInputFiles({
    name: 'roster.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Student ID,Name,E-mail,Class\nS1,Amara Osei,amara@example.edu,2029\nS2,Luis Fernández,not an address,2029\nS1,Amara Again,,2029\n',
    ),
  })
  await page.getByRole('table', { name: 'Rows in the file' }).waitFor()
  await snap('import-roster')
  await addMentee(page, 'Amara Osei')
  for (const tab of MENTEE_TABS) {
    await openTab(page, tab)
    await snap(`mentee-${tab.toLowerCase()}-empty`)
  }
  await lock(page)
  await snap('unlock')
  await device.quit()
}

const withCaseload = async (folder: string, kept: string): Promise<void> => {
  const device = await launch(await newProfile(), ['--demo'])
  const { page } = device
  const snap = camera(device, folder, kept)
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor({ timeout: 60_000 })
  await snap('today')
  for (const screen of ['Mentees', 'Goals', 'REACH', 'Resources', 'Settings']) {
    await nav(page, screen).click()
    await snap(screen.toLowerCase())
  }
  await nav(page, 'REACH').click()
  await page.getByRole('tab', { name: 'Calendar' }).click()
  await snap('reach-calendar')
  await page.getByRole('tab', { name: 'Year ahead' }).click()
  await snap('reach-year')
  await page.getByRole('tab', { name: 'Board' }).click()
  await page
    .getByRole('button', { name: /^Open group session/ })
    .first()
    .click()
  await page.getByRole('checkbox').first().waitFor()
  await snap('group-session')
  await nav(page, 'Mentees').click()
  await page.getByRole('button', { name: 'Longest since we met' }).click()
  await snap('mentees-attention')
  await page.getByRole('row', { name: 'Emeka Adeyemi-Balogun' }).click()
  for (const tab of [
    'Overview',
    'Notes',
    'Goals',
    'Reflections',
    'Check-ins',
    'REACH',
    'Record',
  ] as const) {
    await openTab(page, tab)
    if (tab === 'Check-ins') await page.getByRole('img').first().waitFor()
    await snap(`mentee-${tab.toLowerCase()}`)
  }
  await openTab(page, 'Goals')
  for (const [view, name] of [
    ['River', 'river'],
    ['Learning plan', 'plan'],
  ] as const) {
    await page.getByText(view, { exact: true }).first().click()
    await snap(`mentee-goals-${name}`)
  }
  await page.getByText('Goals', { exact: true }).last().click()
  await page.getByRole('button', { name: 'New goal' }).click()
  await snap('goal-form')
  await page.keyboard.press('Escape')
  await openTab(page, 'Reflections')
  await page.getByRole('button', { name: 'Side by side' }).click()
  await snap('reflections-side-by-side')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Identity thread' }).click()
  await snap('identity-thread')
  await page.keyboard.press('Escape')
  await openTab(page, 'Check-ins')
  await page.getByRole('button', { name: 'New check-in' }).click()
  await page.getByRole('button', { name: 'They agreed' }).click()
  await snap('check-in')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Start session' }).click()
  const note = page.getByRole('textbox', { name: 'Session note' })
  await note.click()
  await page.keyboard.type('Nights went better than feared; two patients stay in mind.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await page.getByRole('listbox', { name: 'Insert' }).waitFor()
  await expectSaved(page)
  await snap('session')
  await page.keyboard.type('action Write to the clerkship director')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Share a copy' }).first().click()
  await page.getByLabel('What will be shared').waitFor()
  await snap('share')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+j')
  await page.keyboard.type('He looked tired.')
  await page.getByText('3 words').waitFor()
  await expectSaved(page)
  await snap('memory-aid')
  await page.keyboard.press('Control+j')
  await page.getByRole('button', { name: 'Prep and goals' }).click()
  await snap('preparation')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'End session' }).click()
  await snap('end-session')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: 'Urgent help' }).waitFor()
  await snap('support-card')
  await page.getByRole('button', { name: 'Close' }).last().click()
  await walkSafetyScreens(device, 'Emeka Adeyemi-Balogun', async (name, shown) => {
    if (shown === page) return snap(name)
    for (const colorScheme of ['light', 'dark'] as const) {
      await shown.emulateMedia({ colorScheme })
      writeFileSync(
        join(kept, `${name}-${colorScheme}.png`),
        await shrink(device.app, await shown.screenshot(), SMALL_WIDTH),
      )
    }
  })
  await walkFindScreens(device, 'Emeka Adeyemi-Balogun', snap)
  await page.keyboard.press('Control+Shift+H')
  await snap('privacy-screen')
  await device.quit()
}

/** At twice the size, and in the pseudo-locale with its longer words. */
const withOtherShapes = async (folder: string, kept: string): Promise<void> => {
  for (const [shape, args, zoom] of [
    ['zoomed', [], 2],
    ['pseudo', ['--language=en-XA'], 1],
  ] as const) {
    const device = await launch(await newProfile(), ['--demo', ...args])
    const { app, page } = device
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByRole('navigation').first().waitFor({ timeout: 60_000 })
    await app.evaluate(
      ({ BrowserWindow }, factor) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
          ?.webContents.setZoomFactor(factor),
      zoom,
    )
    await page.waitForFunction((ratio) => window.devicePixelRatio === ratio, zoom)
    await walkByKeys(page, async (name) => {
      await page.mouse.move(0, 0)
      // Of the window as it is: Playwright's own pictures cut off what is zoomed.
      const picture = Buffer.from(
        await app.evaluate(async ({ BrowserWindow }) => {
          const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
            webContents.getURL().endsWith('/index.html'),
          )
          return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? ''
        }),
        'base64',
      )
      writeFileSync(join(folder, `${shape}-${name}.png`), picture)
      writeFileSync(join(kept, `${shape}-${name}.png`), await shrink(app, picture, SMALL_WIDTH))
    })
    await device.quit()
  }
}

/** What it found wrong; the pictures are there all the same. */
export const takeScreens = async (folder: string, kept: string): Promise<readonly string[]> => {
  for (const directory of [folder, kept]) mkdirSync(directory, { recursive: true })
  await withNothing(folder, kept)
  await withCaseload(folder, kept)
  await withOtherShapes(folder, kept)
  return faults
}
