/**
 * The bridge: the calls listed in shared/bridge/host.ts, by name, and nothing else. It has no logic of its own:
 * checks and answers are in main (answers.ts), and the capture window has a smaller bridge of its own.
 */
import { contextBridge, ipcRenderer } from 'electron'
import { CALLS, type HostCommand } from '../../shared/bridge/host'

// Who is to be captured about, from page to page: the main process only hands over the ends (src-main/window/capture.ts).
ipcRenderer.on('confidant:capture-port', (event) => {
  window.postMessage('confidant:capture-port', window.location.origin, [...event.ports])
})

// How the app speaks, known before the page loads anything (shared/words/words.ts).
contextBridge.exposeInMainWorld('words', ipcRenderer.sendSync('confidant:words'))

const scopeOf = (scope: string, calls: object) =>
  Object.fromEntries(
    Object.keys(calls).map((name) => [
      name,
      (...given: unknown[]) => ipcRenderer.invoke(`confidant:${scope}.${name}`, ...given),
    ]),
  )

contextBridge.exposeInMainWorld('host', {
  ...Object.fromEntries(
    Object.entries(CALLS).map(([scope, calls]) => [scope, scopeOf(scope, calls)]),
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
