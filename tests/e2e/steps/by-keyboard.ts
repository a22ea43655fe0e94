/** A coach without a mouse: the palette for whatever has a name, Tab and arrows for the rest, and typing at once. */
import { expect, type Locator, type Page } from 'playwright/test'
import { type MENTEE_TABS, PASSPHRASE } from './device'

const MOST_PRESSES = 80

/** Presses a key until it has led there; whoever has no pointer looks after each press. */
const pressUntil = async (
  page: Page,
  key: string,
  isThere: () => Promise<boolean>,
): Promise<void> => {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await isThere()) return
    await page.keyboard.press(key)
  }
  throw new Error(`${MOST_PRESSES} times ${key} lead nowhere`)
}

export const tabTo = async (page: Page, control: Locator): Promise<void> => {
  await control.waitFor()
  await pressUntil(page, 'Tab', () => control.evaluate((one) => one === document.activeElement))
}

const palette = async (page: Page, typed: string, line: Locator): Promise<void> => {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused()
  await page.keyboard.type(typed)
  await line.waitFor()
  await pressUntil(
    page,
    'ArrowDown',
    async () => (await line.getAttribute('data-selected')) === 'true',
  )
  await page.keyboard.press('Enter')
}

/** Carries out a command, or presses a button of the screen; `name` where it is called more than is typed. */
export const press = (page: Page, typed: string, name: string | RegExp = typed): Promise<void> =>
  palette(page, `>${typed}`, page.getByRole('option', { name, exact: true }))

/** A tab of the mentee's page; some screens are called as one is. */
export const goToTab = async (page: Page, title: (typeof MENTEE_TABS)[number]): Promise<void> => {
  const ofMentee = page.getByRole('group', { name: 'Mentee', exact: true })
  await palette(page, `>${title}`, ofMentee.getByRole('option', { name: title, exact: true }))
  await expect(page.getByRole('tab', { name: title, selected: true })).toBeVisible()
}

export const goToMentee = async (page: Page, name: string): Promise<void> => {
  await palette(page, name, page.getByRole('option', { name: new RegExp(`^${name}`) }).first())
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** An entry of the mentee's menu. */
export const choose = async (page: Page, entry: string): Promise<void> => {
  await press(page, 'More actions')
  const item = page.getByRole('menuitem', { name: entry, exact: true })
  await item.waitFor()
  await pressUntil(page, 'ArrowDown', () => item.evaluate((one) => one === document.activeElement))
  await page.keyboard.press('Enter')
}

const ROLES = ['textbox', 'combobox', 'checkbox'] as const
const fieldOf = (form: Locator, name: string): Locator =>
  ROLES.map((role) => form.getByRole(role, { name, exact: true })).reduce((a, b) => a.or(b))

/** Types into the fields of the form that is open, in their order, and saves it; of a choice the words are its option. */
export const fillIn = async (
  page: Page,
  fields: Readonly<Record<string, string>>,
): Promise<void> => {
  const form = page.getByRole('dialog')
  for (const [name, words] of Object.entries(fields)) {
    const field = fieldOf(form, name)
    await tabTo(page, field)
    if ((await field.getAttribute('aria-haspopup')) === 'listbox') {
      await page.keyboard.press('ArrowDown')
      const option = page.getByRole('option', { name: words, exact: true })
      await pressUntil(
        page,
        'ArrowDown',
        async () => (await option.getAttribute('data-combobox-selected')) === 'true',
      )
      await page.keyboard.press('Enter')
    } else {
      await page.keyboard.press('Control+a')
      await page.keyboard.type(words)
    }
  }
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}

export const unlockByKey = async (page: Page): Promise<void> => {
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
}
