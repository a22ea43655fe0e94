/** The main process: composes its duties and holds no plaintext. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, powerMonitor, session } from 'electron'
import type { HostCommand } from '../shared/host'
import { registerAppScheme, serveApp } from './app-protocol'
import { answerHostCalls } from './host-calls'
import { setMenu } from './menu'
import { restrictContents, restrictSession, silenceChromium } from './permissions'
import { openProfile } from './profile'
import { createRecoverySheets } from './recovery-sheet'
import { saveFile } from './save-file'
import { createSealedFolder } from './sealed-folder'
import { openMainWindow } from './window'

/** Older Chromiums than this are the fallback of scripts/runtime.mjs, for development and tests only. */
const OLDEST_SHIPPED_CHROMIUM = 140
/** How long closing waits for the page to save what was typed last. */
const FLUSH_TIMEOUT_MS = 4000

const start = async (): Promise<void> => {
  const directory = app.getPath('userData')
  const profile = openProfile(directory)
  const chromium = Number.parseInt(process.versions.chrome, 10)
  const highest = profile.get().highestChromium
  if (chromium > highest) profile.set({ highestChromium: chromium })

  const folder = createSealedFolder(join(directory, 'sealed'), profile.get().deviceId)
  let window: BrowserWindow | undefined
  let carried: Uint8Array | null = null
  const sheets = createRecoverySheets(() => window)

  /** Resolves to false when the page says that something is not saved. */
  const send = (command: HostCommand): Promise<boolean> =>
    new Promise((resolve) => {
      if (window === undefined || window.webContents.isCrashed()) return resolve(true)
      const reply = `confidant:done:${randomUUID()}`
      const done = (saved: boolean): void => {
        clearTimeout(timer)
        ipcMain.removeAllListeners(reply)
        resolve(saved)
      }
      const timer = setTimeout(() => done(true), FLUSH_TIMEOUT_MS)
      ipcMain.once(reply, (_event, saved: unknown) => done(saved !== false))
      window.webContents.send('confidant:command', command, reply)
    })

  // Names are the system resolver's business: no look-ups of Chromium's own, and none over HTTPS.
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
  restrictSession(session.defaultSession, () => profile.get().relay)
  serveApp(join(__dirname, '../renderer'), () => profile.get().relay, sheets.pages)
  setMenu((command) => void send(command))
  answerHostCalls({
    environment: async () => ({
      version: app.getVersion(),
      relay: profile.get().relay,
      developmentRuntime: chromium < OLDEST_SHIPPED_CHROMIUM,
      olderThan: chromium < highest ? highest : null,
      chromium,
      deviceId: profile.get().deviceId,
      deviceName: hostname(),
      supportCard: profile.get().supportCard ?? null,
      demo: process.argv.includes('--demo'),
    }),
    readHeader: folder.readHeader,
    writeHeader: folder.writeHeader,
    folderTails: folder.tails,
    folderRead: folder.read,
    folderAppend: folder.append,
    folderReplace: folder.replace,
    freeSpace: folder.freeSpace,
    setRelay: async (relay) => profile.set({ relay }),
    carryOver: async (bytes) => {
      carried = bytes
    },
    takeOver: async () => {
      const bytes = carried
      carried = null
      return bytes
    },
    saveRecoverySheet: sheets.save,
    printRecoverySheet: sheets.print,
    saveFile: (name, text) => saveFile(window, name, text),
    setSupportCard: async (lines) => profile.set({ supportCard: [...lines] }),
    printPage: () =>
      new Promise((resolve) => {
        if (window === undefined) resolve(false)
        else window.webContents.print({}, (success) => resolve(success))
      }),
    quit: async () => app.quit(),
  })

  window = openMainWindow(profile, () => send('flush'))
  window.on('closed', () => {
    window = undefined
    void folder.close().finally(() => app.quit())
  })
  powerMonitor.on('resume', () => void send('wake'))
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
}

// The sample caseload lives beside the coach's own profile, never in it.
if (process.argv.includes('--demo') && !app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', `${app.getPath('userData')}-demo`)
silenceChromium()
registerAppScheme()
restrictContents()
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()
