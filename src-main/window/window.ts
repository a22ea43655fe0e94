/**
 * The main window: at its last place and size, painted before it is shown, closed only after typing is saved. Beside
 * it is what else the system shows of the app: menu, tray and capture window, reminders, the printed page, and the
 * lock that a hanging page cannot prevent.
 */
import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { t } from '../../shared/words/words'
import type { Profile } from '../disk/profile'
import { APP_URL } from '../guard/app-protocol'

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

/** Closing would lose typing that the disk does not take: the coach decides. */
const closeAnyway = async (window: BrowserWindow): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('window.notSaved'),
    detail: t('window.notSavedText'),
    buttons: [t('window.keepOpen'), t('window.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

const sayItKeepsFailing = (window: BrowserWindow): Promise<unknown> =>
  dialog.showMessageBox(window, {
    type: 'warning',
    message: t('window.keepsFailing'),
    detail: t('window.keepsFailingText'),
    buttons: [t('common.close')],
  })

interface Closing {
  /** Asks the page to save what was typed last; the window closes after it, or after its time-out. */
  readonly flush: () => Promise<boolean>
  /** Whether closing only hides the window, which stays ready in the tray, locked. */
  readonly hides: () => boolean
  readonly lock: () => void
  /** The coach keeps it open after all. */
  readonly kept: () => void
  /** The page's process is gone; what it should say when it is back. */
  readonly crashed: () => void
}

/** A page that fails again this soon after it was brought back is left to the coach. */
const CRASH_AGAIN_MS = 10_000

export const openMainWindow = (
  profile: Profile,
  { flush, hides, lock, kept, crashed }: Closing,
): BrowserWindow => {
  const last = profile.get().window
  const placed = last?.x !== undefined && last.y !== undefined && isOnAScreen(last.x, last.y)
  const window = new BrowserWindow({
    width: last?.width ?? 1280,
    height: last?.height ?? 800,
    ...(placed ? { x: last.x as number, y: last.y as number } : {}),
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: t('app.name'),
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
      // From the second start on, and not only from the third (traps.md 9).
      v8CacheOptions: 'bypassHeatCheck',
    },
  })
  window.setContentProtection(profile.get().settings.hiddenFromScreens)
  // The title bar and the task switcher never carry more than the app's name.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (last?.maximized === true) window.maximize()
    window.show()
  })
  // A page that was loaded anew is drawn at the size that was set.
  window.webContents.on('did-finish-load', () =>
    window.webContents.setZoomFactor(profile.get().settings.zoom),
  )
  let crashedAt = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const again = Date.now() - crashedAt < CRASH_AGAIN_MS
    crashedAt = Date.now()
    if (again) return void sayItKeepsFailing(window)
    crashed()
    // Not from within the event: the frame is still being taken down.
    setTimeout(() => window.webContents.reload(), 0)
  })
  let flushed = false
  /** Closed again while it is asked, it asks once. */
  let asking = false
  const flushAndClose = async (): Promise<void> => {
    if (asking) return
    asking = true
    const closes = (await flush()) || (await closeAnyway(window))
    asking = false
    if (!closes) return kept()
    flushed = true
    window.close()
  }
  window.on('close', (event) => {
    const { x, y, width, height } = window.getNormalBounds()
    profile.set({ window: { x, y, width, height, maximized: window.isMaximized() } })
    if (flushed) return
    event.preventDefault()
    if (hides()) {
      lock()
      return window.hide()
    }
    void flushAndClose()
  })
  void window.loadURL(APP_URL)
  return window
}
