/** A device: the real app in a real Electron, on a profile of its own. Two profiles are two laptops. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, expect, type Page } from 'playwright/test'
import { lookBeforeTouching } from './seen'
import { RUNTIME, type Runtime, startApp } from './start-app'
import { hasten } from './write-vault'

export const PASSPHRASE = 'harbour velvet onion thunder'

export interface Device {
  readonly profile: string
  readonly app: ElectronApplication
  readonly page: Page
  readonly quit: () => Promise<void>
  /** SIGKILL to the whole process group: nothing gets to finish. */
  readonly kill: () => Promise<void>
}

/** A full caseload whose projections are all to be made anew, on a busy machine. */
const UNLOCK_TIMEOUT_MS = 90_000
/** Closing the window waits four seconds for the last typing at most (src-main/index.ts). */
const QUIT_TIMEOUT_MS = 15_000

const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

export const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'confidant-e2e-'))

export const launch = async (
  profile: string,
  args: readonly string[] = [],
  runtime = RUNTIME,
): Promise<Device> => {
  const app = await startApp(runtime, profile, args)
  const child = app.process()
  let running = true
  app.once('close', () => {
    running = false
  })
  const page = await app.firstWindow({ timeout: 30_000 })
  // Errors in the page are defects, whichever test sees them.
  page.on('pageerror', (error) => {
    throw error
  })
  return {
    profile,
    app,
    page,
    quit: async () => {
      if (!running) return
      running = false
      const gone = new Promise((resolve) => child.once('exit', resolve))
      // Node may wait at its end for Playwright's debugger to disconnect, and Playwright for Node: seen once in a
      // hundred quits. The window is closed and everything saved by then, so the process can be ended.
      const late = setTimeout(() => child.kill('SIGKILL'), QUIT_TIMEOUT_MS)
      await Promise.race([app.close().catch(() => undefined), gone])
      clearTimeout(late)
    },
    kill: async () => {
      running = false
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Says that the recovery key is on paper, and types from there the two groups that are asked for, at once. */
export const confirmOnPaper = async (page: Page, groups: readonly string[]): Promise<void> => {
  await page.getByRole('button', { name: 'I have it on paper' }).click()
  await expect(page.getByTestId('recovery-group')).toHaveCount(0)
  const labels = await page.getByText(/^Group \d+$/).allTextContents()
  for (const label of labels) {
    await page.keyboard.type(groups[Number(label.match(/\d+/)?.[0]) - 1] ?? '')
    await page.keyboard.press('Enter')
  }
}

export const createVault = async (
  page: Page,
  passphrase = PASSPHRASE,
  way: 'Create your vault' | 'Explore a sample caseload' = 'Create your vault',
): Promise<string[]> => {
  await page.getByRole('button', { name: way }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('Repeat the passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Create vault' }).click()
  const groups = await page
    .getByTestId('recovery-group')
    .allTextContents()
    .then(async (found) => {
      if (found.length > 0) return found
      await page.getByTestId('recovery-group').first().waitFor()
      return page.getByTestId('recovery-group').allTextContents()
    })
  await confirmOnPaper(page, groups)
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible({
    timeout: UNLOCK_TIMEOUT_MS,
  })
  return groups
}

/** Unlocks; the coach is where they were before the lock, or on Today after a start. */
export const unlock = async (page: Page, passphrase = PASSPHRASE): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({
    timeout: UNLOCK_TIMEOUT_MS,
  })
}

/** Answers the dialog that asks for the passphrase before something; `action` is what its button says. */
export const prove = async (page: Page, action: string, passphrase = PASSPHRASE): Promise<void> => {
  // The dialog that it was asked from may still be fading.
  const asking = page
    .getByRole('dialog')
    .filter({ has: page.getByLabel('Your passphrase', { exact: true }) })
  await asking.getByLabel('Your passphrase', { exact: true }).fill(passphrase)
  await asking.getByRole('button', { name: action, exact: true }).click()
}

export const lock = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
}

/** A place in the sidebar. */
export const sidebar = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name })

/** Of a mentee's page, or of a session. */
export const moreActions = async (page: Page, entry: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

export const addMentee = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Mentees', exact: false }).first().click()
  await page.getByRole('button', { name: 'Add mentee' }).first().click()
  await page.keyboard.type(name)
  const dialog = page.getByRole('dialog', { name: 'Add mentee' })
  await dialog.getByRole('button', { name: 'Add mentee' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

export const openMentee = async (page: Page, name: string): Promise<void> => {
  await sidebar(page, /^Mentees/).click()
  await page.getByRole('row', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

export const MENTEE_TABS = [
  'Overview',
  'Notes',
  'Goals',
  'Reflections',
  'Check-ins',
  'REACH',
  'Referrals',
  'Record',
] as const

export const openTab = (page: Page, name: (typeof MENTEE_TABS)[number]): Promise<void> =>
  page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

/** Carries out a command, or presses a button of the screen, from the palette. */
export const command = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused()
  await page.keyboard.type(`>${title}`)
  await expect(page.getByRole('option', { name: title, exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
}

export const noteText = (page: Page) => page.getByRole('textbox', { name: 'Note text' })

/** As a person does it: no wait and no other click between the button and the first key. */
export const newNote = async (page: Page, words = ''): Promise<void> => {
  await openTab(page, 'Notes')
  await page.getByRole('button', { name: 'New note' }).click()
  await page.keyboard.type(words)
  await expect(noteText(page)).toBeFocused()
}

export const expectSaved = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')

export const addGoal = async (page: Page, title: string): Promise<void> => {
  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'New goal' }).click()
  await page.keyboard.type(title)
  const dialog = page.getByRole('dialog', { name: 'New goal' })
  await dialog.getByRole('button', { name: 'Add goal' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

export const addReflection = async (page: Page, text: string): Promise<void> => {
  await openTab(page, 'Reflections')
  await page.getByRole('button', { name: 'New reflection' }).click()
  await page.getByRole('menuitem', { name: /^What\? So what/ }).click()
  await page.keyboard.type(text)
  await expect(page.getByLabel('What?', { exact: true })).toHaveValue(text)
}

interface Shared {
  /** A profile in which a vault was made once; each test that needs one works on a copy (the first run has its own tests). */
  readonly prepared: string
}

interface Fixtures {
  readonly runtime: Runtime
  readonly profile: string
  /** On an empty profile: the first run. */
  readonly device: Device
  /** On a vault that is there, open, and empty. */
  readonly vault: Device
  /** Starts more devices; all are closed at the end. */
  readonly start: (profile?: string, args?: readonly string[], on?: Runtime) => Promise<Device>
}

export const test = base.extend<Fixtures, Shared>({
  prepared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const profile = await newProfile()
      const device = await launch(profile)
      await createVault(device.page)
      await device.quit()
      await hasten(profile, PASSPHRASE)
      await use(profile)
      await removeProfile(profile)
    },
    { scope: 'worker' },
  ],
  runtime: [RUNTIME, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  profile: async ({}, use) => {
    const profile = await newProfile()
    await use(profile)
    await removeProfile(profile)
  },
  start: async ({ runtime }, use) => {
    const devices: Device[] = []
    const own: string[] = []
    await use(async (profile, args, on = runtime) => {
      const directory = profile ?? (await newProfile())
      if (profile === undefined) own.push(directory)
      const device = await launch(directory, args, on)
      devices.push(device)
      lookBeforeTouching(device.page)
      return device
    })
    for (const device of devices) await device.quit()
    for (const directory of own) await removeProfile(directory)
  },
  device: async ({ profile, start }, use) => {
    await use(await start(profile))
  },
  vault: async ({ profile, prepared, start }, use) => {
    await cp(prepared, profile, { recursive: true })
    const device = await start(profile)
    await unlock(device.page)
    await use(device)
  },
})

/**
 * For a walk of a minute whose rule is held without windows as well (`where`): it is taken with CONFIDANT_LONG=1, so that all
 * checks together stay within a quarter of an hour.
 */
export const longWalk = (where: string): void =>
  base.skip(process.env.CONFIDANT_LONG !== '1', `a long walk; see ${where}`)

export { expect }
