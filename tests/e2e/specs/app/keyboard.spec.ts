import { expect, type Page } from 'playwright/test'
import { MENU_COMMANDS, SCREEN_COMMANDS } from '../../../../shared/bridge/commands'
import { t } from '../../../../shared/words/words'
import {
  addMentee,
  command,
  launch,
  MENTEE_TABS,
  newProfile,
  openMentee,
  openTab,
  test,
} from '../../steps/device'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search or run a command' })
const options = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('action items that are deleted by keyboard, one after the other, never leave it nowhere', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await page.getByRole('textbox', { name: 'New action item' }).click()
  await page.keyboard.type('Read\nWrite\n')
  const remove = (what: string) => page.getByRole('button', { name: `Delete ${what}` })
  await remove('Write').waitFor()
  await remove('Read').press('Enter')
  await expect(remove('Read')).toHaveCount(0)
  await expect(remove('Write')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(remove('Write')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'What we agreed' })).toBeFocused()
})

test('everything from the palette: screens, a mentee, a note, a goal, appearance', async ({
  vault: { page },
}) => {
  await command(page, 'New mentee')
  await expect(page.getByRole('dialog').getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Amara Osei')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Amara Osei')).toBeVisible()
  await command(page, 'Today')
  await expect(heading(page, 'Today')).toBeVisible()

  // Away from a mentee it asks for one.
  await command(page, 'New goal')
  await page.getByRole('dialog', { name: 'New goal' }).getByLabel('Mentee').waitFor()
  await page.keyboard.type('amara')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New goal' })
  await expect(dialog.getByLabel('Goal')).toBeFocused()
  await page.keyboard.type('Publish the poster')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Publish the poster' })).toBeVisible()

  await page.keyboard.press('Control+Shift+n')
  await expect(page.getByRole('textbox', { name: 'Note text' })).toBeVisible()
  // A button of the screen that no list has.
  await command(page, 'Share a copy')
  const sharing = page.getByRole('dialog', { name: 'Share a copy' })
  await expect(sharing).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sharing).toHaveCount(0)
  await command(page, 'Dark appearance')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('keys that are pressed at once after a command are those of the choice that it opens', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  const { keyboard } = page
  const begin = async (title: string): Promise<void> => {
    await keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await keyboard.type(`>${title}`)
    await keyboard.press('Enter')
  }
  await begin('New referral')
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await keyboard.press(key)
  const resource = page.getByRole('dialog').getByRole('combobox', { name: 'Resource' })
  await expect(resource).toHaveValue(/./)
  await keyboard.press('Escape')
  await expect(resource).toHaveCount(0)

  await begin('New reflection')
  await keyboard.press('ArrowRight')
  const whose = page.getByRole('radiogroup', { name: 'Whose words are these?' })
  await expect(whose.getByRole('radio').nth(1)).toBeChecked()
})

test('on a slow laptop every key after a command or a button is in what it opens, from the first one on', async ({
  start,
}) => {
  const { page } = await start(undefined, ['--demo'])
  const { keyboard } = page
  await heading(page, 'Today').waitFor({ timeout: 60_000 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const slow = await page.context().newCDPSession(page)
  /** From the palette, as fast as the keys are taken. */
  const pressed = async (title: string, then: () => Promise<unknown>): Promise<void> => {
    await keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await keyboard.type(`>${title}`)
    await expect(options(page).first()).toContainText(title)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 8 })
    await keyboard.press('Enter')
    await then()
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
  const typed = (title: string, words: string): Promise<void> =>
    pressed(title, () => keyboard.type(words))
  const openings = [
    ['Control+1', 'New session', 'Who are you meeting?'],
    ['Control+3', 'New goal', 'Mentee'],
    ['Control+8', 'Look back: Ask one more question', 'How it went'],
    ['Control+8', 'Start a round', 'Name of the round'],
  ] as const
  for (const [place, opener, label] of openings) {
    await keyboard.press(place)
    await typed(opener, 'An hour early')
    const text = page.getByRole('dialog').getByRole('textbox', { name: label })
    const choice = page.getByRole('dialog').getByRole('combobox', { name: label })
    await expect(text.or(choice)).toHaveValue('An hour early')
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Notes')
  await typed('Why is this a memory aid?', 'The clerkship director')
  await expect(page.getByRole('textbox', { name: /^I showed this to someone/ })).toHaveValue(
    'The clerkship director',
  )
  await keyboard.press('Escape')
  await openTab(page, 'Reflections')
  await typed('New reflection', 'T')
  await expect(page.getByRole('menu')).toBeVisible()
  await keyboard.press('Escape')
  await pressed('New referral', async () => {
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await keyboard.press(key)
  })
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Resource' })).toHaveValue(
    /./,
  )
})

test('the palette keeps the focus from whatever else asks for it, until it is closed', async ({
  vault: { page },
}) => {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  // As a dialog does that closed a moment ago.
  await page.evaluate(() => document.querySelector<HTMLElement>('nav button')?.focus())
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await page.evaluate(() => document.querySelector<HTMLElement>('nav button')?.focus())
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('button').first(),
  ).toBeFocused()
})

test('the overlay shows the list, and single keys work once they are turned on, but never in a text', async ({
  vault: { page },
}) => {
  await addMentee(page, 'Amara Osei')
  await addMentee(page, 'Wei Zhang')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(heading(page, 'Wei Zhang')).toBeVisible()

  await page.keyboard.press('Shift+?')
  const overlay = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(overlay.getByText('Start session')).toBeVisible()
  // What a form listens to itself is written there, too.
  await expect(overlay.getByText('Save the form').locator('..')).toContainText('CtrlEnter')
  await overlay.getByRole('switch', { name: 'Single-key shortcuts' }).press('Space')
  await expect(overlay.getByText('New item on this screen')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(overlay).toHaveCount(0)

  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(heading(page, 'Mentees')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(page.getByRole('row', { name: 'Amara Osei' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Amara Osei')).toBeVisible()
  await openTab(page, 'Notes')
  await page.keyboard.press('n')
  const text = page.getByRole('textbox', { name: 'Note text' })
  await text.click()
  await page.keyboard.type('g t and n and j')
  await expect(text).toContainText('g t and n and j')
  await expect(heading(page, 'Amara Osei')).toBeVisible()
})

test('the menu bar is made of the same list', async ({ device: { app } }) => {
  const labels = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
      (submenu?.items ?? []).map(({ id }) => id),
    ),
  )
  const screens = SCREEN_COMMANDS.filter((screen) => !('inMenu' in screen)).map(({ id }) => id)
  for (const id of [...Object.keys(MENU_COMMANDS), ...screens]) expect(labels).toContain(id)
})

/** The accessible names of all that can be clicked in the window, as Playwright's own engine computes them. */
const clickable = async (page: Page): Promise<readonly string[]> => {
  const snapshot = await page.locator('body').ariaSnapshot()
  return [
    ...new Set(
      [
        ...snapshot.matchAll(
          /^\s*- '?(?:button|link|tab|switch|checkbox|radio|textbox|combobox) "((?:[^"\\]|\\.)*)"(.*)$/gm,
        ),
      ]
        .filter(([, , rest]) => !rest?.includes('[disabled]'))
        .map(([, name = '']) => name.replaceAll('\\"', '"')),
    ),
  ]
}

test('nothing that can be clicked lacks a command', async () => {
  const { page, quit } = await launch(await newProfile(), ['--demo'])
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
  const look = async (): Promise<void> => {
    const wanted = await clickable(page)
    expect(wanted.length).toBeGreaterThan(10)
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('>')
    await expect(page.getByRole('group', { name: 'On this screen' })).toBeVisible()
    const listed = await options(page).evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-name')),
    )
    // The two ways to compute a name differ in the spaces between elements.
    const known = new Set(listed.map((name) => name?.replace(/\s/g, '')))
    expect(wanted.filter((name) => !known.has(name.replace(/\s/g, '')))).toEqual([])
    await page.keyboard.press('Escape')
    await expect(field(page)).toHaveCount(0)
  }
  for (const screen of ['today', 'caseload', 'goals', 'reach', 'resources', 'bin', 'settings']) {
    const { title } = SCREEN_COMMANDS.find(({ id }) => id === screen)!
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: new RegExp(`^${t(title)}`) })
      .click()
    await look()
  }
  await openMentee(page, 'Amara Osei')
  for (const tab of MENTEE_TABS) {
    await openTab(page, tab)
    await look()
  }
  await quit()
})
