import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright/test'
import { walkFindScreens } from '../../../pictures/find-screens'
import { walkSafetyScreens } from '../../../pictures/safety-screens'
import {
  addGoal,
  addMentee,
  addReflection,
  createVault,
  expect,
  lock,
  MENTEE_TABS,
  newNote,
  openTab,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { askToErase, pass } from '../../steps/ending-steps'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// A walk over dozens of screens takes its time on a slow machine.
test.describe.configure({ timeout: 600_000 })

/** What axe found; a test looks at every screen before it says so. */
let found: string[] = []
/** The many screens of the long walks are looked at in the dark with CONFIDANT_LONG=1. */
let schemes: readonly ('light' | 'dark')[] = []
test.beforeEach(() => {
  found = []
  schemes = ['light', 'dark']
})
const inDaylight = (): void => {
  if (process.env.CONFIDANT_LONG !== '1') schemes = ['light']
}

/** Nothing is worked out that is not said below; in the dark only the colours are others. */
const BRIEFLY = 'resultTypes: ["violations"], selectors: false, preload: false'
const RULES = {
  light: `{ ${BRIEFLY} }`,
  dark: `{ ${BRIEFLY}, runOnly: ["color-contrast"] }`,
} as const

const expectAccessible = async (page: Page, where: string): Promise<void> => {
  for (const colorScheme of schemes) {
    // In the middle of a transition a colour is neither the one nor the other.
    await page.addStyleTag({ content: '*, *::before, *::after { transition: none !important; }' })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(`globalThis.axe ?? (() => { ${axe} })()`)
    const results = (await page.evaluate(`axe.run(document, ${RULES[colorScheme]})`)) as AxeResults
    const serious = results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${where}, ${colorScheme}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
      )
    found.push(...serious)
  }
}

test('axe finds nothing serious on any screen or dialog, light and dark', async ({ device }) => {
  const { page } = device
  await page.getByRole('button', { name: 'Create your vault' }).waitFor()
  await expectAccessible(page, 'welcome')
  await page.getByRole('button', { name: 'Set up from another laptop' }).click()
  await expectAccessible(page, 'join')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Create your vault' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill('weak')
  await page.getByText(/Very weak/).waitFor()
  await expectAccessible(page, 'passphrase')
  await page.getByRole('button', { name: 'Back' }).click()
  await createVault(page)
  await expectAccessible(page, 'empty day')
  await sidebar(page, /^Mentees/).click()
  await expectAccessible(page, 'empty caseload')
  await page.getByRole('button', { name: 'Add mentee' }).click()
  await page.getByRole('button', { name: 'More fields' }).click()
  await expectAccessible(page, 'mentee form')
  await page.keyboard.press('Escape')
  await addMentee(page, 'Amara Osei')
  await expectAccessible(page, 'overview')
  await openTab(page, 'Goals')
  await expectAccessible(page, 'no goals')
  await newNote(page, '# Heading\n- point\n\n1. step\n\n> quote\n\n---words\n[ ] a task\n')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.keyboard.type('[] Send the plan\n')
  await page.getByRole('region', { name: 'Agreed this time' }).waitFor()
  await page.keyboard.press('Control+j')
  await page.getByRole('textbox', { name: 'Memory aid' }).waitFor()
  await page.keyboard.type('tired')
  await page.keyboard.press('Shift+Home')
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  await expectAccessible(page, 'session')
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog', { name: 'Prep and goals' }).waitFor()
  await expectAccessible(page, 'preparation')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'End session' }).click()
  await expectAccessible(page, 'end of a session')
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click()
  await addGoal(page, 'A goal')
  await page.getByPlaceholder('Add a milestone').fill('A milestone')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('checkbox', { name: 'A milestone' }).waitFor()
  await expectAccessible(page, 'goals')
  await page.getByRole('button', { name: 'Importance and confidence' }).click()
  await expectAccessible(page, 'rating')
  await page.keyboard.press('Escape')
  await addReflection(page, 'A text')
  await expectAccessible(page, 'reflections')
  await page.getByRole('button', { name: 'Delete reflection' }).click()
  await page.getByText('Reflection moved to Bin').waitFor()
  await expectAccessible(page, 'undo')
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('button', { name: 'Bin' }).click()
  await expectAccessible(page, 'bin')
  await main.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await expectAccessible(page, 'settings')
  await main.getByRole('button', { name: /^Mentees/ }).click()
  await expectAccessible(page, 'caseload')
  await lock(page)
  await expectAccessible(page, 'unlock')
  expect(found).toEqual([])
})

test('axe finds nothing serious on the screens of locking, capture, backups and endings', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await walkSafetyScreens(device, 'Amara Osei', (name, shown) => expectAccessible(shown, name))
  await askToErase(page, 'Amara Osei')
  await pass(page, 400)
  await lock(page)
  await unlock(page)
  await page.getByRole('button', { name: 'Review records' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'The date is wrong' })).toBeVisible()
  await expectAccessible(page, 'is the date right')
  await dialog.getByRole('button', { name: 'The date is right' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Amara Osei' })).toBeVisible()
  await expectAccessible(page, 'erase for good')
  expect(found).toEqual([])
})

test('axe finds nothing serious on the screens of a full caseload', async ({ start }) => {
  inDaylight()
  const { page } = await start(undefined, ['--demo'])
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor({ timeout: 60_000 })
  await expectAccessible(page, 'today')
  const main = page.getByRole('navigation', { name: 'Main' })
  for (const screen of ['Mentees', 'Goals', 'REACH', 'Resources', 'Settings']) {
    await main.getByRole('button', { name: new RegExp(`^${screen}`) }).click()
    await expectAccessible(page, screen)
  }
  await main.getByRole('button', { name: /^REACH/ }).click()
  await page.getByRole('tab', { name: 'Calendar' }).click()
  await expectAccessible(page, 'REACH calendar')
  await page.getByRole('tab', { name: 'Year ahead' }).click()
  await expectAccessible(page, 'year ahead')
  await main.getByRole('button', { name: /^Mentees/ }).click()
  await page.getByRole('button', { name: 'Longest since we met' }).click()
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await expectAccessible(page, 'attention and selection')
  await page.getByRole('row', { name: 'Priya Raghunathan' }).click()
  for (const tab of MENTEE_TABS) {
    await openTab(page, tab)
    await expectAccessible(page, `full ${tab}`)
  }
  await openTab(page, 'Goals')
  for (const view of ['River', 'Learning plan']) {
    await page.getByText(view, { exact: true }).first().click()
    await expectAccessible(page, view)
  }
  await openTab(page, 'Reflections')
  for (const reading of ['Side by side', 'Identity thread']) {
    await page.getByRole('button', { name: reading }).click()
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page, reading)
    await page.keyboard.press('Escape')
  }
  await openTab(page, 'Check-ins')
  await page.getByRole('button', { name: 'New check-in' }).click()
  await page.getByRole('button', { name: 'They agreed' }).click()
  await expectAccessible(page, 'check-in')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: 'Urgent help' }).waitFor()
  await expectAccessible(page, 'support card')
  expect(found).toEqual([])
})

test('axe finds nothing serious on the screens of search, calendar, reports, insights and imports', async ({
  start,
}) => {
  inDaylight()
  const device = await start(undefined, ['--demo'])
  const { page } = device
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor({ timeout: 60_000 })
  await walkFindScreens(device, 'Amara Osei', (name) => expectAccessible(page, name))
  expect(found).toEqual([])
})

test('the way from the first window to a saved note by keyboard alone', async ({ device }) => {
  const { page } = device
  const { keyboard } = page
  const focusOn = async (name: string | RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      await keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const element = document.activeElement
        const labels =
          element instanceof HTMLInputElement
            ? [...(element.labels ?? [])].map((at) => at.textContent)
            : []
        return [element?.getAttribute('aria-label'), ...labels, element?.textContent]
          .filter(Boolean)
          .join(' ')
      })
      if (typeof name === 'string' ? label.startsWith(name) : name.test(label)) return
    }
    throw new Error(`no way by Tab to ${name}`)
  }
  await createVault(page)
  await focusOn('Add your first mentee')
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await keyboard.type('Amara Osei')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Amara Osei' }).waitFor()
  await focusOn('Start session')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Session note' })).toBeFocused()
  await keyboard.type('Written without a mouse.')
  await expect(page.getByRole('status', { name: 'Saving' }).first()).toHaveText('Saved')
  await focusOn('End session')
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'End session' }).waitFor()
  await focusOn('End session')
  await keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Overview' }).waitFor()
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Osei' })).toBeVisible()
  await expect(page.getByText('Written without a mouse.')).toBeVisible()
})
