import { expect, type Page } from 'playwright/test'
import en from '../../../shared/words/en.json' with { type: 'json' }
import { PSEUDO } from '../../../shared/words/words'
import { launch, newProfile, PASSPHRASE, test } from '../steps/device'

const accented = (key: keyof typeof en): RegExp => {
  // In the pseudo-locale every letter has a mark: any letters will do, since only the shape is known here.
  const shape = en[key].replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[a-zA-Z]/g, '\\p{L}')
  return new RegExp(shape, 'u')
}

/**
 * Names that stay as they are in every language, keys of a keyboard, gaps of templates, competency frameworks (data
 * files of their own), what a library measures with, and the app's own name.
 */
const NAMES =
  /\{[a-z ]+\}|autosize measurement|Domains after .*|Foundational Competencies.*|ACGME six|PCRS eight|Core EPAs|Confidant|REACH|GROW|WOOP|WHO(-5)?|I-SMART|SMART|R2C2|SAMHSA|AMA\b|OHSU|MS\d|Ctrl|Shift|Alt|PDF|CSV|ICS|ZIP|HTML|Markdown|Obsidian|Notion|OneNote|Word|Chromium|Letter|A4|Kbd|FERPA|CFR|F1|https?:\/\/\S+|wss?:\/\/\S+/g

/** Words on the screen, or said by a screen reader, that did not come from the catalogue. */
const strays = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ({ names }) => {
      const said: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        if (
          parent === null ||
          parent.closest('script, style, kbd, option, [data-data], [role="note"]') !== null
        )
          continue
        said.push(node.textContent ?? '')
      }
      for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
        for (const name of ['aria-label', 'placeholder', 'title'])
          said.push(element.getAttribute(name) ?? '')
      const known = new RegExp(names, 'g')
      const months =
        /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*$/
      return [
        ...new Set(
          said
            .map((text) => text.replace(known, '').trim())
            .filter((text) =>
              (text.match(/[a-zA-Z]{3,}/g) ?? []).some((word) => !months.test(word)),
            ),
        ),
      ]
    },
    { names: NAMES.source },
  )

test('in the pseudo-locale no word is left on any screen that did not come from the catalogue', async () => {
  const { page, quit } = await launch(await newProfile(), [`--language=${PSEUDO}`])
  const found: Record<string, readonly string[]> = {}
  const look = async (name: string): Promise<void> => {
    const words = await strays(page)
    if (words.length > 0) found[name] = words
  }
  const nav = page.getByRole('navigation').first()
  await page.getByRole('button', { name: accented('firstRun.create') }).waitFor()
  await look('welcome')
  await page.getByRole('button', { name: accented('firstRun.create') }).click()
  await page.locator('input').first().fill(PASSPHRASE)
  await page.locator('input').nth(1).fill(PASSPHRASE)
  await look('passphrase')
  await page.keyboard.press('Enter')
  await page.getByTestId('recovery-group').first().waitFor()
  const groups = await page.getByTestId('recovery-group').allTextContents()
  // The one button after those that save and print it.
  await page.locator('button').last().click()
  for (const label of await page.locator('label').allTextContents()) {
    await page.keyboard.type(groups[Number(label.match(/\d+/)?.[0]) - 1] ?? '')
    await page.keyboard.press('Enter')
  }
  await nav.waitFor()
  await look('today, empty')
  await page.keyboard.press('Control+Shift+m')
  await page.getByRole('dialog').locator('input').first().fill('Ωμέγα Σίγμα')
  await look('new mentee')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Ωμέγα Σίγμα' }).waitFor()
  const tabs = page.getByRole('tab')
  for (let tab = 0; tab < (await tabs.count()); tab++) {
    await tabs.nth(tab).click()
    await look(`tab ${tab}`)
  }
  await tabs.nth(1).click()
  await page.keyboard.press('Control+Shift+n')
  await page.locator('.ProseMirror').waitFor()
  await look('note')
  await page.keyboard.press('Control+h')
  await look('find and replace')
  for (const key of ['1', '2', '3', '4', '5', '6', '7', ',']) {
    await page.keyboard.press(`Control+${key}`)
    await page.locator('main h1').waitFor()
    await look(`Ctrl ${key}`)
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>')
  await page.locator('#palette-list [data-action]').first().waitFor()
  await look('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+/')
  await look('shortcuts')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await look('urgent help')
  expect(found).toEqual({})
  await quit()
})
