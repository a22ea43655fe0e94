/** Days that pass, and what is due by them. */
import { expect, type Page } from 'playwright/test'
import { moreActions, openMentee } from './device'
import { RUNTIME } from './start-app'

/**
 * Moves the page's clock, and no other. A window that is being made at that moment stays without the clock, and with it
 * no window's can be set any more: the one for capturing, which is made a while after the start, is waited for.
 */
export const setClock = async (page: Page, time: Date): Promise<void> => {
  const windows = () => page.context().pages()
  if (RUNTIME === 'electron')
    await expect
      .poll(() => windows().map((one) => one.url()))
      .toContainEqual(expect.stringMatching(/\/capture\.html$/))
  // While a page is being loaded anew its clock cannot be set.
  await expect(() => page.clock.setFixedTime(time)).toPass()
}

/** The days pass at once, or this laptop's clock is wrong. */
export const hoursLater = (page: Page, hours: number): Promise<void> =>
  setClock(page, new Date(Date.now() + hours * 3600_000))
export const pass = (page: Page, days: number): Promise<void> => hoursLater(page, days * 24)

/** A laptop whose clock goes, and is wrong by so many days whenever its page is loaded. */
export const setClockWrong = async (page: Page, days: number): Promise<void> => {
  await page.addInitScript(
    (wrongBy) => {
      const { now } = Date
      globalThis.Date = new Proxy(Date, {
        construct: (Right, given) =>
          Reflect.construct(Right, given.length === 0 ? [now() + wrongBy] : given),
        get: (Right, name) => (name === 'now' ? () => now() + wrongBy : Reflect.get(Right, name)),
      })
    },
    days * 24 * 3600_000,
  )
  await page.reload()
}

export const askToErase = async (page: Page, name: string): Promise<void> => {
  await openMentee(page, name)
  await moreActions(page, 'Erase')
  await page.getByLabel(/^Type .* to confirm/).fill(name)
  await page.getByRole('button', { name: 'Erase in 14 days' }).click()
  await expect(page.getByText('This record will be erased')).toBeVisible()
}

/**
 * Through the dialog to its last button. The date is asked first, unless it was confirmed already: the vault has not
 * seen the days pass.
 */
export const askedWhatIsDue = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Review records' }).click()
  const date = page.getByRole('dialog', { name: 'Is the date right?' })
  const dialog = page.getByRole('dialog', { name: 'Erase for good' })
  await date.or(dialog).waitFor()
  if (await date.isVisible()) await date.getByRole('button', { name: 'The date is right' }).click()
  await expect(dialog.getByRole('checkbox', { name })).toBeChecked()
  return dialog.getByRole('button', { name: 'Erase for good' })
}

export const eraseWhatIsDue = async (page: Page, name: string): Promise<void> => {
  await (await askedWhatIsDue(page, name)).click()
  await expect(page.getByText('A record was erased')).toBeVisible()
}
