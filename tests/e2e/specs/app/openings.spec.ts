/** Whatever opens has the caret where a person expects it, closes alone, and gives the focus back to what opened it. */
import type { Locator, Page } from 'playwright/test'
import { resizeTo, SIZES } from '../../../pictures/window-size'
import { expect, prove, sidebar, test } from '../../steps/device'
import type { Opening } from '../../steps/opening'
import { OPENINGS } from '../../steps/openings'
import { faultsOfPage, OVER } from '../../steps/page-faults'
import { answerFolder } from '../../steps/system-dialogs'

const WORD = 'Word'
/** Shown where the sample caseload is unlocked. */
const SAMPLE_PASSPHRASE = 'sample caseload'

const beginning = (name: string): RegExp =>
  new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** What is clicked under a name: `row: …`, `tab: …`, a line of the sidebar, a button. */
const named = async (page: Page, given: string): Promise<Locator> => {
  const [, role, rest] = /^(row|tab|radio|switch): (.*)$/.exec(given) ?? []
  const name = beginning(rest ?? given)
  if (role === 'row' || role === 'switch') return page.getByRole(role, { name }).first()
  if (role === 'tab') return page.getByRole('tab', { name }).first()
  if (role === 'radio') return page.getByText(rest ?? '', { exact: true }).first()
  const place = sidebar(page, name)
  return (await place.count()) > 0 ? place : page.getByRole('button', { name }).first()
}

/** Role and name, as they are read aloud. */
const calledOf = async (what: Locator): Promise<string> => {
  const [, role = '', name = ''] =
    /^- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?/.exec(await what.ariaSnapshot()) ?? []
  return `${role} ${name}`.trim()
}

const caretOf = async (page: Page): Promise<string> => {
  const focused = page.locator(':focus')
  return (await focused.count()) === 0 ? 'body' : calledOf(focused)
}

const wordsAtCaret = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
      ? activeElement.value
      : (activeElement?.textContent ?? '')
  })

const soon = (says: string, what: () => Promise<unknown>) =>
  expect.soft.poll(what, { message: says, timeout: 15_000 })

/** Opens it; what had the focus, or was clicked first, is where the focus comes back to. */
const open = async (page: Page, { by }: Opening): Promise<string> => {
  if (typeof by === 'string') {
    const opener = await caretOf(page)
    await page.keyboard.press(by)
    return opener
  }
  const [first = '', ...then] = by
  const button = await named(page, first)
  const opener = await calledOf(button)
  await button.click()
  for (const name of then)
    await page
      .getByRole('menuitem', { name: beginning(name) })
      .first()
      .click()
  return opener
}

/** Urgent help is there over whatever is open; Escape is for it alone, and the keyboard is back where it was. */
const coverByUrgentHelp = async (page: Page, says: string): Promise<void> => {
  const caret = await caretOf(page)
  const help = page.getByRole('dialog', { name: 'Urgent help' })
  if ((await help.count()) > 0) return
  await page.keyboard.press('F1')
  await expect.soft(help, `${says}: urgent help over it`).toBeVisible()
  await page.keyboard.press('Escape')
  await soon(`${says}: Escape closes urgent help`, () => help.count()).toBe(0)
  await soon(`${says}: the caret after urgent help`, () => caretOf(page)).toBe(caret)
}

const tryOpening = async (
  page: Page,
  place: string,
  opening: Opening,
  /** Urgent help is opened over it, too. */
  covers: boolean,
): Promise<void> => {
  const { by, caret, writes, is } = opening
  const says = `${place}: ${by}`
  // Some dates open their calendar at once, and some choices their list: the first Escape is for that.
  const unfolded = page.locator('[data-dates-dropdown], [role="listbox"]').filter({ visible: true })
  const over = page
    .locator(OVER)
    .filter({ visible: true })
    .and(page.locator(':not([data-dates-dropdown])'))
  const below = await over.count()
  const opener = await open(page, opening)
  await soon(says, async () => (await caretOf(page)).slice(0, caret.length)).toBe(caret)
  if (writes) {
    await page.keyboard.type(WORD)
    await soon(says, () => wordsAtCaret(page)).toContain(WORD)
  }
  await soon(says, () => faultsOfPage(page)).toEqual([])
  if (is === 'place') return
  if (below === 0) await soon(`${says}: how many are open`, () => over.count()).toBe(1)
  if (writes) for (const _ of WORD) await page.keyboard.press('Backspace')
  if (is === 'dialog' && covers) await coverByUrgentHelp(page, says)
  const isOverIt = (await unfolded.count()) > 0
  await page.keyboard.press('Escape')
  if (isOverIt && (await over.count()) > below) await page.keyboard.press('Escape')
  await soon(`${says}: closed by Escape, and nothing else`, () => over.count()).toBe(below)
  await soon(`${says}: where the focus is then`, () => caretOf(page)).toBe(opener)
}

for (const whose of ['of the caseload', 'of a mentee'] as const)
  test(`the caret stands where one writes or acts next, after everything that opens ${whose}`, async ({
    start,
    profile: backups,
  }) => {
    test.setTimeout(900_000)
    const device = await start(undefined, ['--demo'])
    const { page } = device
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor({ timeout: 60_000 })
    await resizeTo(device, SIZES[0])
    await answerFolder(device.app, backups)
    for (const { place, go, openings } of OPENINGS[whose]) {
      for (const way of go)
        if (way.startsWith('Control+')) await page.keyboard.press(way)
        else if (way.startsWith('prove: ')) {
          await prove(page, way.slice('prove: '.length), SAMPLE_PASSPHRASE)
          await expect(page.getByRole('dialog')).toBeHidden()
        } else await (await named(page, way)).click()
      await soon(`${place}, as a page`, () => faultsOfPage(page)).toEqual([])
      // The first dialog of a place; all of them with CONFIDANT_LONG=1.
      const first = openings.find(({ is }) => is === 'dialog')
      for (const opening of openings)
        await tryOpening(
          page,
          place,
          opening,
          opening === first || process.env.CONFIDANT_LONG === '1',
        )
    }
  })
