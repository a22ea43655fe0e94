/** The window's size, and what it shows once it has it. */
import type { Device } from '../e2e/steps/device'

export interface WindowSize {
  readonly width: number
  readonly height: number
}

/** The first is the one that the rest is measured by; the docs keep pictures of that. */
export const SIZES = [
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
  { width: 1600, height: 1000 },
] as const satisfies readonly WindowSize[]

export const resizeTo = async (
  { app, page }: Pick<Device, 'app' | 'page'>,
  { width, height }: WindowSize,
): Promise<void> => {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
        ?.setContentSize(size.width, size.height),
    { width, height },
  )
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width)
}
