/**
 * The main process: composes its duties and holds no plaintext. It owns what a page cannot be trusted with or cannot
 * do: the windows (window/), the files (disk/), and who may ask for what (guard/). What the vault holds is sealed
 * before it gets here.
 */
import './window/language'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron'
import type { DeviceState } from '../shared/bridge/device-settings'
import { createFailures } from '../shared/bridge/failures'
import { t } from '../shared/words/words'
import { createAbout } from './about/about'
import { createAnswers } from './answers'
import { createBackups, pickFolder } from './disk/backups'
import { forgetVault } from './disk/forget-vault'
import { createRecoverySheets } from './disk/recovery-sheet'
import { createSyncFolder } from './disk/sync-folder'
import { registerAppScheme, serveApp } from './guard/app-protocol'
import { createCameraDoor } from './guard/camera'
import { createPrivateClipboard } from './guard/clipboard'
import { answerHostCalls } from './guard/host-calls'
import { createKeychain } from './guard/keychain'
import { restrictContents, restrictSession, silenceChromium } from './guard/permissions'
import { refusedSwitches } from './guard/switches'
import { isShipped, openLaptop } from './laptop'
import { createLaptopUpdates } from './updates/laptop-updates'
import { createAskPage } from './window/ask-page'
import { createCaptureWindow } from './window/capture'
import { speakAsSet } from './window/language'
import { setMenu } from './window/menu'
import { createPageLock } from './window/page-lock'
import { createReminders } from './window/reminders'
import { openMainWindow } from './window/window'

/** The capture window is made once the main window is on the screen and at rest. */
const CAPTURE_WARM_MS = 6000

/** The app quits once all of it has ended, well or not: one after the other. */
const finishBeforeQuit = (ends: readonly (() => Promise<unknown>)[]): void => {
  let finished = false
  app.on('will-quit', async (event) => {
    if (finished) return
    event.preventDefault()
    for (const end of ends) await end().catch(failures.note)
    finished = true
    app.quit()
  })
}

/** For a diagnosis; nothing of it is written anywhere. */
const failures = createFailures(() => new Date().toISOString())
process.on('uncaughtExceptionMonitor', failures.note)

/** The composition: every part of main is made here and given what it needs of the others. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the parts need one another (the lock the capture window, the menu the lock), and one plain list shows which.
const start = async (): Promise<void> => {
  const laptop = await openLaptop()
  const { directory, profile, count, folder, network, environment } = laptop
  let window: BrowserWindow | undefined
  let carried: Uint8Array | null = null
  const send = createAskPage(() => window?.webContents)
  const sheets = createRecoverySheets(() => window)
  const keychain = createKeychain(directory)
  const backups = createBackups(directory, profile, folder, () => window)
  const clipboard = createPrivateClipboard('clipboard')
  const selection = createPrivateClipboard('selection')
  const camera = createCameraDoor(() => window?.webContents)
  const updates = createLaptopUpdates(laptop, () => void send('update'))
  await updates.begin()
  const show = (): void => {
    if (window?.isMinimized() === true) window.restore()
    window?.show()
    window?.focus()
  }
  const capture = createCaptureWindow({
    profile,
    folder,
    page: () => window?.webContents,
    putIn: () => void send('inbox'),
    show,
    lock: () => pageLock.lock(),
  })
  const reminders = createReminders(
    () => {
      show()
      void send('reminder')
    },
    () => profile.get().settings.dateLanguage,
  )
  let shortcut: DeviceState['shortcut'] = 'off'
  const deviceState = (): DeviceState => ({ shortcut, canHide: process.platform !== 'linux' })

  const pageLock = createPageLock(
    async () => (await send('lock')) === true,
    () => profile.get().settings.autoLockMinutes,
  )

  // Names are the system resolver's business: no look-ups of Chromium's own, and none over HTTPS.
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
  restrictSession(session.defaultSession, () => profile.get().relay, camera)
  serveApp(join(__dirname, '../renderer'), () => profile.get().relay, sheets.pages)
  const setWords = (): void => {
    speakAsSet()
    setMenu((command) => (command === 'lock' ? pageLock.lock() : void send(command)), capture.open)
  }
  setWords()
  const answers = createAnswers({
    window: () => window,
    profile,
    forgetVault: () => forgetVault({ directory, profile, folder, count, keychain }),
    folder,
    count,
    network,
    keychain,
    camera,
    clipboard,
    selection,
    backups,
    syncFolder: createSyncFolder(profile, () => pickFolder(window, t('folder.dialogTitle'))),
    sheets,
    capture,
    reminders,
    updates: updates.answers,
    about: createAbout({
      laptop,
      failures,
      shortcut: () => shortcut,
      keychain: keychain.state,
      backups: backups.state,
      updates: updates.answers.state,
    }),
    app: {
      environment: async () =>
        environment({ state: deviceState(), keychain: await keychain.state() }),
      setUnlocked: async (unlocked) => {
        pageLock.setUnlocked(unlocked)
        capture.setUnlocked(unlocked)
        if (!unlocked) await Promise.all([clipboard.clear(), selection.clear()])
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
    applySettings: (settings) => {
      setWords()
      window?.setContentProtection(settings.hiddenFromScreens)
      window?.webContents.setZoomFactor(settings.zoom)
      capture.protect(settings.hiddenFromScreens)
      shortcut = capture.apply()
      return deviceState()
    },
  })
  answerHostCalls(() => window?.webContents, answers, failures.note)

  let quitting = false
  let saved = false
  app.on('before-quit', () => {
    quitting = true
  })
  window = openMainWindow(profile, {
    // What the disk refused at a lock is still owed to it: closing would lose that, too.
    // A page that does not answer in time has not said that everything is saved: the coach is asked.
    flush: async () => {
      await capture.putAway()
      saved = (!pageLock.isUnlocked() || (await send('flush')) === true) && !folder.owes()
      return saved
    },
    hides: () => !quitting && profile.get().settings.staysInTray,
    lock: () => pageLock.lock(),
    // A quit that was taken back is none: the window closes into the tray again.
    kept: () => {
      quitting = false
    },
    crashed: () => {
      const said = pageLock.takeForced() ? t('window.stoppedResponding') : t('window.failed')
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
  // What is fetched of another version is installed last, when nothing is written any more.
  finishBeforeQuit([
    clipboard.clear,
    selection.clear,
    network.end,
    count.flush,
    () => updates.end(saved),
    folder.close,
  ])
  powerMonitor.on('resume', () => void send('wake'))
  // Closing the lid suspends the laptop.
  for (const event of ['suspend', 'lock-screen'] as const)
    powerMonitor.on(event as 'suspend', () => pageLock.lock())
  app.on('second-instance', show)
}

/** Before Chromium acts on them: it opens no port and no file until the app is ready. On Linux this is said on stderr. */
const refuseToStart = (names: readonly string[]): void => {
  const switches = names.map((name) => `--${name}`).join(', ')
  dialog.showErrorBox(t('window.notStarted'), t('window.refusedSwitches', { switches }))
  app.exit(1)
}

/** Without a window nobody would see it, and every later start would only find this one running. */
const failToStart = (): void => {
  dialog.showErrorBox(t('window.notStarted'), t('window.notStartedText'))
  app.exit(1)
}

const begin = (): void => {
  // The sample caseload lives beside the coach's own profile, never in it.
  if (process.argv.includes('--demo') && !app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', `${app.getPath('userData')}-demo`)
  silenceChromium()
  registerAppScheme()
  restrictContents()
  if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(failToStart)
  else app.quit()
}

const refused = isShipped() ? refusedSwitches(process.argv.slice(1)) : []
if (refused.length > 0) refuseToStart(refused)
else begin()
