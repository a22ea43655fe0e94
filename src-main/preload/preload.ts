/** The bridge: the calls of shared/bridge/host.ts, by name, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import type { HostCommand } from '../../shared/bridge/host'

// The list is written out here, and checked against host.ts by a test, so that the preload needs no library.
const calls = [
  'environment',
  'readHeader',
  'writeHeader',
  'folderTails',
  'folderRead',
  'folderAppend',
  'folderReplace',
  'folderWritten',
  'freeSpace',
  'folderOwe',
  'folderRemove',
  'folderErase',
  'folderKeepOwn',
  'noteTwin',
  'takeNewDeviceId',
  'setDeviceSettings',
  'setLetterBoxKey',
  'countAttempt',
  'keychainKeep',
  'keychainTake',
  'keychainForget',
  'clipboardCopied',
  'setUnlocked',
  'backupState',
  'chooseBackupFolder',
  'backupBegin',
  'backupCopy',
  'backupFinish',
  'backupDrop',
  'chooseBackup',
  'backupOpen',
  'backupRead',
  'backupInstall',
  'dropSetAside',
  'setRelay',
  'carryOver',
  'takeOver',
  'saveRecoverySheet',
  'printRecoverySheet',
  'saveFile',
  'setSupportCard',
  'printPage',
  'printToPdf',
  'openCapture',
  'setReminders',
  'takeReminder',
  'quit',
] as const

// Who is to be captured about, from page to page: the main process only hands over the ends (src-main/window/capture.ts).
ipcRenderer.on('confidant:capture-port', (event) => {
  window.postMessage('confidant:capture-port', window.location.origin, [...event.ports])
})

// How the app speaks, known before the page loads anything (shared/words/words.ts).
contextBridge.exposeInMainWorld('words', ipcRenderer.sendSync('confidant:words'))

contextBridge.exposeInMainWorld('host', {
  ...Object.fromEntries(
    calls.map((name) => [name, (...given: unknown[]) => ipcRenderer.invoke(`confidant:${name}`, ...given)]),
  ),
  onCommand: (handler: (command: HostCommand) => Promise<boolean>) => {
    ipcRenderer.removeAllListeners('confidant:command')
    ipcRenderer.on('confidant:command', (_event, command: HostCommand, reply: string) => {
      void handler(command).then(
        (saved) => ipcRenderer.send(reply, saved),
        () => ipcRenderer.send(reply, false),
      )
    })
  },
})
