import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { HostCommand } from '../shared/host'

/** The application menu; its commands are carried out by the page. */
export const setMenu = (send: (command: HostCommand) => void, capture: () => void): void => {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: '&Vault',
        submenu: [
          // The page listens to these keys itself, on the lock screen too; the menu shows them.
          ...(
            [
              ['Today', 'CmdOrCtrl+1', 'today'],
              ['Start a session', 'CmdOrCtrl+Shift+S', 'new-session'],
              ['Urgent help', 'F1', 'urgent'],
            ] as const
          ).map(([label, accelerator, command]) => ({
            label,
            accelerator,
            registerAccelerator: false,
            click: () => send(command),
          })),
          { type: 'separator' },
          { label: 'New mentee', accelerator: 'CmdOrCtrl+Shift+M', click: () => send('new-mentee') },
          { label: 'Settings', accelerator: 'CmdOrCtrl+,', click: () => send('settings') },
          { type: 'separator' },
          { id: 'capture', label: 'Capture a note', click: capture },
          {
            label: 'Privacy screen',
            accelerator: 'CmdOrCtrl+Shift+H',
            registerAccelerator: false,
            click: () => send('privacy'),
          },
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
