/** The capture window's bridge: it can put a sealed box in, and go away. */
import { contextBridge, ipcRenderer } from 'electron'

ipcRenderer.on('confidant:capture-port', (event) => {
  window.postMessage('confidant:capture-port', window.location.origin, [...event.ports])
})

contextBridge.exposeInMainWorld('capture', {
  /** Resolves to null, or to why it could not be stored. */
  save: (box: Uint8Array) => ipcRenderer.invoke('capture:save', box),
  hide: () => ipcRenderer.invoke('capture:hide'),
  onOpened: (handler: (state: unknown) => void) => {
    ipcRenderer.removeAllListeners('capture:opened')
    ipcRenderer.on('capture:opened', (_event, state) => handler(state))
  },
})
