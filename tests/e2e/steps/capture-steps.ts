/** Opens the capture window. */
import type { ElectronApplication, Page } from 'playwright/test'
import { expect } from './device'

/** As the shortcut, the tray and the menu do it. */
export const openCapture = async (app: ElectronApplication): Promise<Page> => {
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('capture')?.click())
  await expect
    .poll(() => app.windows().some((window) => window.url().endsWith('/capture.html')))
    .toBe(true)
  const page = app.windows().find((window) => window.url().endsWith('/capture.html'))
  if (page === undefined) throw new Error('no capture window')
  await page.waitForLoadState()
  await expect(page.getByLabel('Note to self')).toBeFocused()
  return page
}
