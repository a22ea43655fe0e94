/** The main process: composes its duties and holds no plaintext. */
import './window/language'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, powerMonitor, session } from 'electron'
import type { DeviceState } from '../shared/bridge/device-settings'
import type { HostCommand } from '../shared/bridge/host'
import { t } from '../shared/words/words'
import { createAnswers } from './answers'
import { createBackups, finishInstall, readEpoch } from './disk/backups'
import { finishNewDeviceId, takeNewDeviceId } from './disk/device-id'
import { openProfile } from './disk/profile'
import { createRecoverySheets } from './disk/recovery-sheet'
import { saveFile } from './disk/save-file'
import { createSealedFolder } from './disk/sealed-folder'
import { openWriteCount } from './disk/write-count'
import { registerAppScheme, serveApp } from './guard/app-protocol'
import { countAttempt, remainingWait } from './guard/attempts'
import { createPrivateClipboard } from './guard/clipboard'
import { answerHostCalls } from './guard/host-calls'
import { createKeychain } from './guard/keychain'
import { managedFile, readManagedSettings, underManagement } from './guard/managed-settings'
import { restrictContents, restrictSession, silenceChromium } from './guard/permissions'
import { refusedSwitches } from './guard/switches'
import { createCapture } from './window/capture'
import { setMenu } from './window/menu'
import { createPageLock } from './window/page-lock'
import { pageToPdf, printWindow } from './window/pdf'
import { createReminders } from './window/reminders'
import { openMainWindow } from './window/window'

/** Older Chromiums than this are the fallback of scripts/runtime.mjs, for development and tests only. */
const OLDEST_SHIPPED_CHROMIUM = 140
/** How long the page is waited for: to save what was typed last before closing, above all. */
const ANSWER_WITHIN_MS = 4000
/** The capture window is made once the main window is on the screen and at rest. */
const CAPTURE_WARM_MS = 6000

/** By what it runs from (a fuse and the asar's own checksum hold that), not by its file's name, which anybody can change. */
const isShipped = (): boolean => app.getAppPath().endsWith('.asar')

const start = async (): Promise<void> => {
  const directory = app.getPath('userData')
  // Another place for the school's file is for development and tests only: a shipped app refuses the switch.
  const elsewhere = isShipped() ? '' : app.commandLine.getSwitchValue('managed-settings')
  const managed = readManagedSettings(elsewhere || managedFile())
  const profile = underManagement(openProfile(directory), managed)
  const chromium = Number.parseInt(process.versions.chrome, 10)
  const highest = profile.get().highestChromium
  if (chromium > highest) profile.set({ highestChromium: chromium })

  await finishInstall(directory)
  await finishNewDeviceId(directory, profile)
  const count = await openWriteCount(
    directory,
    () => profile.get().deviceId,
    () => readEpoch(directory),
  )
  const folder = createSealedFolder(join(directory, 'sealed'), profile.get().deviceId, count)
  let window: BrowserWindow | undefined
  let carried: Uint8Array | null = null
  const sheets = createRecoverySheets(() => window)
  const keychain = createKeychain(directory)
  const backups = createBackups(directory, profile, folder, () => window)
  const clipboard = createPrivateClipboard()
  const show = (): void => {
    if (window?.isMinimized() === true) window.restore()
    window?.show()
    window?.focus()
  }
  const capture = createCapture({
    profile,
    folder,
    page: () => window?.webContents,
    putIn: () => void send('inbox'),
    show,
    lock: () => pageLock.lock(),
  })
  const reminders = createReminders(() => {
    show()
    void send('reminder')
  })
  let shortcut: DeviceState['shortcut'] = 'off'
  const deviceState = (): DeviceState => ({ shortcut, canHide: process.platform !== 'linux' })

  /** Resolves to false when the page says that something is not saved, and to nothing when it says nothing in time. */
  const send = (command: HostCommand): Promise<boolean | undefined> =>
    new Promise((resolve) => {
      if (window === undefined || window.webContents.isCrashed()) return resolve(true)
      const reply = `confidant:done:${randomUUID()}`
      const done = (saved: boolean | undefined): void => {
        clearTimeout(timer)
        ipcMain.removeAllListeners(reply)
        resolve(saved)
      }
      const timer = setTimeout(() => done(undefined), ANSWER_WITHIN_MS)
      ipcMain.once(reply, (_event, saved: unknown) => done(saved !== false))
      window.webContents.send('confidant:command', command, reply)
    })

  const pageLock = createPageLock(
    async () => (await send('lock')) === true,
    () => profile.get().settings.autoLockMinutes,
  )

  // Names are the system resolver's business: no look-ups of Chromium's own, and none over HTTPS.
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
  restrictSession(session.defaultSession, () => profile.get().relay)
  serveApp(join(__dirname, '../renderer'), () => profile.get().relay, sheets.pages)
  setMenu((command) => (command === 'lock' ? pageLock.lock() : void send(command)), capture.open)
  const answers = createAnswers({
    folder,
    count,
    keychain,
    clipboard,
    backups,
    sheets,
    capture,
    reminders,
    app: {
      environment: async () => ({
        version: app.getVersion(),
        relay: profile.get().relay,
        developmentRuntime: chromium < OLDEST_SHIPPED_CHROMIUM,
        olderThan: chromium < highest ? highest : null,
        chromium,
        deviceId: profile.get().deviceId,
        deviceName: hostname(),
        hasTwin: profile.get().hasTwin,
        supportCard: profile.get().supportCard ?? null,
        demo: process.argv.includes('--demo'),
        settings: profile.get().settings,
        managed,
        state: deviceState(),
        wait: remainingWait(profile),
        keychain: await keychain.state(),
        letterBoxKey: profile.get().letterBoxKey,
        epoch: await readEpoch(directory),
      }),
      setUnlocked: async (unlocked) => {
        pageLock.setUnlocked(unlocked)
        capture.setUnlocked(unlocked)
        if (!unlocked) await clipboard.clear()
      },
      carryOver: async (bytes) => {
        carried = bytes
      },
      takeOver: async () => {
        const bytes = carried
        carried = null
        return bytes
      },
      quit: async () => app.quit(),
    },
    laptop: {
      noteTwin: async () => profile.set({ hasTwin: true }),
      takeNewId: () => takeNewDeviceId(profile, folder),
      setSettings: async (settings) => {
        profile.set({ settings })
        window?.setContentProtection(settings.hiddenFromScreens)
        window?.webContents.setZoomFactor(settings.zoom)
        capture.protect(settings.hiddenFromScreens)
        shortcut = capture.apply()
        return deviceState()
      },
      setLetterBoxKey: async (key) => profile.set({ letterBoxKey: key }),
      countAttempt: async (opened) => countAttempt(profile, opened),
      setRelay: async (relay) => profile.set({ relay }),
      setSupportCard: async (lines) => profile.set({ supportCard: [...lines] }),
    },
    files: { save: (name, content) => saveFile(window, name, content) },
    page: {
      print: async () => (window === undefined ? false : printWindow(window)),
      toPdf: async (paper) => (window === undefined ? new Uint8Array() : pageToPdf(window, paper)),
    },
  })
  answerHostCalls(() => window?.webContents, answers)

  let quitting = false
  app.on('before-quit', () => {
    quitting = true
  })
  window = openMainWindow(profile, {
    // What the disk refused at a lock is still owed to it: closing would lose that, too.
    // A page that does not answer in time has not said that everything is saved: the coach is asked.
    flush: async () => (!pageLock.isUnlocked() || (await send('flush')) === true) && !folder.owes(),
    hides: () => !quitting && profile.get().settings.staysInTray,
    lock: () => pageLock.lock(),
    crashed: () => {
      const said = pageLock.takeForced() ? t('window.itDidNotAnswer') : t('window.itFailed')
      carried = Buffer.from(JSON.stringify({ kind: 'locked', place: '', said }))
      capture.setUnlocked(false)
    },
  })
  pageLock.watch(window.webContents)
  window.once('show', () => {
    shortcut = capture.apply()
    setTimeout(() => capture.warm(), CAPTURE_WARM_MS)
  })
  window.on('closed', () => {
    window = undefined
    capture.destroy()
    pageLock.destroy()
    app.quit()
  })
  let finished = false
  app.on('will-quit', (event) => {
    if (finished) return
    event.preventDefault()
    void Promise.allSettled([clipboard.clear(), folder.close(), count.flush()]).then(() => {
      finished = true
      app.quit()
    })
  })
  powerMonitor.on('resume', () => void send('wake'))
  // Closing the lid suspends the laptop.
  for (const event of ['suspend', 'lock-screen'] as const)
    powerMonitor.on(event as 'suspend', () => pageLock.lock())
  app.on('second-instance', show)
}

/** Before Chromium acts on them: it opens no port and no file until the app is ready. On Linux this is said on stderr. */
const refuseToStart = (names: readonly string[]): void => {
  const switches = names.map((name) => `--${name}`).join(', ')
  dialog.showErrorBox(t('window.itWasNotStarted'), t('window.itWasAskedToStartWith', { switches }))
  app.exit(1)
}

const begin = (): void => {
  // The sample caseload lives beside the coach's own profile, never in it.
  if (process.argv.includes('--demo') && !app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', `${app.getPath('userData')}-demo`)
  silenceChromium()
  registerAppScheme()
  restrictContents()
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
  else app.quit()
}

const refused = isShipped() ? refusedSwitches(process.argv.slice(1)) : []
if (refused.length > 0) refuseToStart(refused)
else begin()
