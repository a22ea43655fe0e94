import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { HostCommand } from '../shared/host'

/** The application menu; its commands are carried out by the page. */
export const setMenu = (send: (command: HostCommand) => void): void => {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: '&Vault',
        submenu: [
          { label: 'New mentee', accelerator: 'CmdOrCtrl+Shift+M', click: () => send('new-mentee') },
          { label: 'Settings', accelerator: 'CmdOrCtrl+,', click: () => send('settings') },
          { type: 'separator' },
          { label: 'Lock', accelerator: 'CmdOrCtrl+L', click: () => send('lock') },
          { type: 'separator' },
          { role: process.platform === 'darwin' ? 'close' : 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: 'V&iew',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
