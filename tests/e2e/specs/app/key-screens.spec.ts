/**
 * Twenty screens as they were when somebody looked at them last: the sample caseload on a day that stands still, held
 * against the pictures in tests/pictures/key-screens. A change that is meant is taken over by
 * `npm run screenshots -- --update`, and looked at in the diff. Letters are drawn differently elsewhere: on another
 * machine than the pictures' own the test is skipped, and says so.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { shrink } from '../../../pictures/shrink'
import { resizeTo, SIZES } from '../../../pictures/window-size'
import { createVault, expect, MENTEE_TABS, openMentee, openTab, test } from '../../steps/device'
import { setClock } from '../../steps/ending-steps'

const FOLDER = join(import.meta.dirname, '../../../pictures/key-screens')
const MADE_ON = join(FOLDER, 'made-on.txt')
/** A Wednesday in term, in the morning. */
const DAY = new Date('2026-09-16T09:30:00Z')
const WIDTH = 800
const UPDATE = 'npm run screenshots -- --update'

const screen = (name: string) => (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()

const SCREENS = ['Today', 'Mentees', 'Goals', 'REACH', 'Resources', 'Insights', 'Settings'] as const

/** In this order; each begins where the one before ended. */
const KEY_SCREENS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  ...Object.fromEntries(SCREENS.map((name) => [name.toLowerCase(), screen(name)])),
  reports: (page) => page.keyboard.press('Control+7'),
  'reach-calendar': async (page) => {
    await screen('REACH')(page)
    await page.getByRole('tab', { name: 'Calendar' }).click()
  },
  'mentee-overview': (page) => openMentee(page, 'Amara Osei'),
  ...Object.fromEntries(
    MENTEE_TABS.filter((name) => name !== 'Overview').map((name) => [
      `mentee-${name.toLowerCase()}`,
      (page: Page) => openTab(page, name),
    ]),
  ),
  'goal-form': async (page) => {
    await openTab(page, 'Goals')
    await page.getByRole('button', { name: 'New goal' }).first().click()
  },
  'urgent-help': async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Urgent help' }).waitFor()
  },
  palette: async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused()
    await page.keyboard.type('sleep')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
  },
}

/** Drawn to its end, as two pictures in a row that are the same: lists are drawn as they come into sight, charts measured. */
const stillOf = async (page: Page, triesLeft = 8, before?: Buffer): Promise<Buffer> => {
  const picture = await page.screenshot({ animations: 'disabled' })
  return triesLeft === 0 || before?.equals(picture) === true
    ? picture
    : stillOf(page, triesLeft - 1, picture)
}

/** What letters depend on: the engine, and how wide it draws some. */
const drawnBy = (page: Page) =>
  page.evaluate(async () => {
    // The bundled one may still be on its way.
    await document.fonts.load("40px 'Source Sans 3 Variable'")
    const pen = document.createElement('canvas').getContext('2d')
    const widths = ["'Source Sans 3 Variable'", 'sans-serif', 'monospace'].map((font) => {
      if (pen === null) return 0
      pen.font = `40px ${font}`
      return pen.measureText('Hamburgefonstiv – “Wien” 0123 ✓').width
    })
    const [engine = ''] = /Chrome\/[\d.]+/.exec(navigator.userAgent) ?? []
    return JSON.stringify([
      engine,
      navigator.platform,
      navigator.language,
      window.devicePixelRatio,
      ...widths,
    ])
  })

const namesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((file) => (file.endsWith('.png') ? [file.slice(0, -4)] : []))
    : []

let zone: string | undefined
test.beforeAll(() => {
  zone = process.env.TZ
  process.env.TZ = 'UTC'
})
test.afterAll(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test('the key screens look as they did when they were looked at last', async ({ device }, info) => {
  test.setTimeout(400_000)
  const updating = info.config.updateSnapshots !== 'none'
  const kept = namesOf(FOLDER)
  const named = Object.keys(KEY_SCREENS)
  test.skip(!updating && kept.length === 0, `no pictures to compare with yet: run ${UPDATE}`)
  const { app, page } = device
  const maker = await drawnBy(page)
  if (!updating) {
    test.skip(
      readFileSync(MADE_ON, 'utf8').trim() !== maker,
      'the pictures were made on another machine, which draws letters differently',
    )
    expect([...kept].sort(), `every key screen has its picture: ${UPDATE}`).toEqual(
      [...named].sort(),
    )
  }
  await setClock(page, DAY)
  // The page knows no other day.
  await page.reload()
  await resizeTo(device, SIZES[0])
  await createVault(page, undefined, 'Explore a sample caseload')
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  if (updating) {
    mkdirSync(FOLDER, { recursive: true })
    for (const name of kept) if (!named.includes(name)) rmSync(join(FOLDER, `${name}.png`))
    writeFileSync(MADE_ON, `${maker}\n`)
  }
  for (const [name, go] of Object.entries(KEY_SCREENS)) {
    await go(page)
    await page.mouse.move(0, 0)
    // What is loaded when it is first shown is there.
    await page.waitForFunction(() => {
      const panels = [...document.querySelectorAll('[role="tabpanel"]')]
      return panels.length === 0
        ? document.querySelector('main h1') !== null
        : panels.some(({ textContent }) => textContent?.trim() !== '')
    })
    if (name === 'mentee-goals') await page.getByRole('img', { name: /^Over time/ }).waitFor()
    if (name === 'insights') await page.getByRole('table', { name: 'Sessions by month' }).waitFor()
    // The drawing of it arrives on its own, sooner or later than a picture is taken.
    if (name === 'mentee-goals')
      await page.getByText('Importance', { exact: true }).first().waitFor()
    const picture = await shrink(app, await stillOf(page), WIDTH)
    expect.soft(picture).toMatchSnapshot(`${name}.png`, { threshold: 0.15, maxDiffPixels: 120 })
  }
})
