/** The main window at a size, as soon as its page has it. */
import type { Device } from './device'

export const setWindowSize = async (
  { app, page }: Pick<Device, 'app' | 'page'>,
  width: number,
  height: number,
): Promise<void> => {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
        ?.setContentSize(size.width, size.height),
    { width, height },
  )
  await page.waitForFunction((size) => innerWidth === size.width, { width })
}
