/** The main window: at its last place and size, painted before it is shown, closed only after typing is saved. */
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_URL } from './app-protocol'
import type { Profile } from './profile'

/** The page's paper in light and dark, so that no white shows before it is painted. */
const PAPER = { light: '#f8f5ef', dark: '#191b1a' }

const isOnAScreen = (x: number, y: number): boolean =>
  screen
    .getAllDisplays()
    .some(
      ({ bounds }) =>
        x >= bounds.x - 50 &&
        y >= bounds.y - 50 &&
        x < bounds.x + bounds.width - 100 &&
        y < bounds.y + bounds.height - 100,
    )

/** `flush` asks the page to save what was typed last; the window closes after it, or after its time-out. */
export const openMainWindow = (profile: Profile, flush: () => Promise<void>): BrowserWindow => {
  const last = profile.get().window
  const placed = last?.x !== undefined && last.y !== undefined && isOnAScreen(last.x, last.y)
  const window = new BrowserWindow({
    width: last?.width ?? 1280,
    height: last?.height ?? 800,
    ...(placed ? { x: last.x as number, y: last.y as number } : {}),
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Confidant',
    icon: join(__dirname, '../renderer/icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      enableWebSQL: false,
    },
  })
  // The title bar and the task switcher never carry more than the app's name.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (last?.maximized === true) window.maximize()
    window.show()
  })
  let flushed = false
  window.on('close', (event) => {
    const { x, y, width, height } = window.getNormalBounds()
    profile.set({ window: { x, y, width, height, maximized: window.isMaximized() } })
    if (flushed) return
    event.preventDefault()
    void flush().finally(() => {
      flushed = true
      window.close()
    })
  })
  void window.loadURL(APP_URL)
  return window
}
