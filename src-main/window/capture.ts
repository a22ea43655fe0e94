/**
 * Capture: a small window for one line, over whatever is on the screen, vault locked or not. It is made once and
 * hidden, so that the shortcut shows it at once. What is typed is sealed in that window to the vault's public key;
 * this process appends the sealed box to the letter box and hands over the ends of a message channel, through which
 * the open vault tells the window whom a capture may be about.
 */

import { join } from 'node:path'
import {
  BrowserWindow,
  globalShortcut,
  type IpcMainInvokeEvent,
  ipcMain,
  MessageChannelMain,
  type WebContents,
} from 'electron'
import { captureWords } from '../../shared/bridge/capture-words'
import type { DeviceState } from '../../shared/bridge/device-settings'
import { LETTER_BOX, MOST_CAPTURED } from '../../shared/vault/letter-box-file'
import { t } from '../../shared/words/words'
import type { Profile } from '../disk/profile'
import type { SealedFolder } from '../disk/sealed-folder'
import { APP_ORIGIN } from '../guard/app-protocol'
import { isOurPage } from '../guard/host-calls'
import { createTray } from './tray'

const SIZE = { width: 520, height: 180 }
/** A sealed line of the longest length that may be typed, padded, with room to spare. */
const MOST_BYTES = MOST_CAPTURED * 4 + 1000
/** A window that does not answer holds up no quit. */
const PUT_AWAY_WITHIN_MS = 3000

export interface CaptureWindow {
  readonly open: () => void
  /** Makes the hidden window, so that the first shortcut is as quick as the next. */
  readonly warm: () => void
  /** Puts the icon into the tray, and registers the shortcut as the settings say. */
  readonly apply: () => DeviceState['shortcut']
  readonly setUnlocked: (unlocked: boolean) => void
  /** Before a quit: what was typed there and not saved is put into the inbox. */
  readonly putAway: () => Promise<void>
  readonly protect: (hidden: boolean) => void
  readonly destroy: () => void
}

interface Surroundings {
  readonly profile: Profile
  readonly folder: SealedFolder
  readonly page: () => WebContents | undefined
  readonly putIn: () => void
  readonly show: () => void
  readonly lock: () => void
}

/** A quit closes all windows at once, and this one would be gone before it is put away: it goes with the main window. */
const stayUntil = (window: BrowserWindow, isOver: () => boolean): void => {
  window.on('close', (event) => {
    if (isOver()) return
    event.preventDefault()
    window.hide()
  })
}

const makeWindow = (hidden: boolean): BrowserWindow => {
  const made = new BrowserWindow({
    ...SIZE,
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    center: true,
    title: t('app.name'),
    webPreferences: {
      preload: join(__dirname, '../preload/capture.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  made.setContentProtection(hidden)
  made.on('page-title-updated', (event) => event.preventDefault())
  void made.loadURL(`${APP_ORIGIN}/capture.html`)
  return made
}

/** No other shortcut of the system's is ours. */
const register = (keys: string | null, open: () => void): DeviceState['shortcut'] => {
  globalShortcut.unregisterAll()
  if (keys === null) return 'off'
  try {
    return globalShortcut.register(keys, open) ? 'on' : 'taken'
  } catch {
    return 'taken'
  }
}

/** The two calls of the window's bridge: a sealed box is put in, and the window goes. */
const answer = (
  folder: SealedFolder,
  window: () => WebContents | undefined,
  putIn: () => void,
  hide: () => void,
): void => {
  const check = (event: IpcMainInvokeEvent): void => {
    if (!isOurPage(event, window())) throw new Error('refused: not the capture window')
  }
  ipcMain.handle('capture:save', async (event, box: unknown) => {
    check(event)
    if (!(box instanceof Uint8Array) || box.length > MOST_BYTES)
      throw new Error('refused: wrong arguments')
    const stored = await folder.append(LETTER_BOX, [box])
    if (stored.ok) putIn()
    return stored.ok ? null : stored.error
  })
  ipcMain.handle('capture:hide', (event) => {
    check(event)
    hide()
  })
}

export const createCaptureWindow = ({
  profile,
  folder,
  page,
  putIn,
  show,
  lock,
}: Surroundings): CaptureWindow => {
  let window: BrowserWindow | undefined
  let unlocked = false
  let hidden = profile.get().settings.hiddenFromScreens
  /** Told once the window is left. */
  let left: (() => void) | undefined

  const connect = (): void => {
    const vault = page()
    if (window === undefined || vault === undefined || !unlocked) return
    const { port1, port2 } = new MessageChannelMain()
    vault.postMessage('confidant:capture-port', null, [port1])
    window.webContents.postMessage('confidant:capture-port', null, [port2])
  }

  /** `leaves`: what is typed there is put into the letter box, and the window goes. */
  const sayOpened = (to: WebContents, leaves = false): void =>
    to.send('capture:opened', {
      key: profile.get().letterBoxKey,
      unlocked,
      leaves,
      words: captureWords(),
    })

  const warm = (): void => {
    if (window !== undefined) return
    const made = makeWindow(hidden)
    stayUntil(made, () => page() === undefined)
    made.on('closed', () => {
      if (window === made) window = undefined
    })
    window = made
  }

  const open = (): void => {
    warm()
    const shown = window
    if (shown === undefined) return
    const reveal = (): void => {
      connect()
      sayOpened(shown.webContents)
      shown.center()
      shown.show()
      shown.focus()
    }
    if (shown.webContents.isLoading()) shown.webContents.once('did-finish-load', reveal)
    else reveal()
  }

  answer(
    folder,
    () => window?.webContents,
    putIn,
    () => {
      window?.hide()
      left?.()
    },
  )
  const tray = createTray({ show, open, lock })

  return {
    open,
    warm,
    apply: () => {
      tray.set(unlocked)
      return register(profile.get().settings.captureShortcut, open)
    },
    setUnlocked: (next) => {
      unlocked = next
      tray.set(unlocked)
      // Hidden, it has the mentees' names all the same, and what was typed and left: both go with the lock.
      if (window !== undefined && (!next || window.isVisible()))
        sayOpened(window.webContents, !next)
    },
    putAway: () =>
      new Promise((resolve) => {
        if (window === undefined || window.webContents.isLoading()) return resolve()
        left = resolve
        setTimeout(resolve, PUT_AWAY_WITHIN_MS)
        sayOpened(window.webContents, true)
      }),
    protect: (next) => {
      hidden = next
      window?.setContentProtection(next)
    },
    destroy: () => {
      globalShortcut.unregisterAll()
      tray.destroy()
      window?.destroy()
    },
  }
}
