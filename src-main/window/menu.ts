/** The application menu, made of the list of commands (shared/bridge/commands.ts); the page carries them out. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import {
  COMMANDS,
  type Command,
  type CommandGroup,
  type CommandId,
  toAccelerator,
} from '../../shared/bridge/commands'
import { t } from '../../shared/words/words'

export const setMenu = (send: (command: CommandId) => void, capture: () => void): void => {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const of = (group: CommandGroup): MenuItemConstructorOptions[] =>
    (COMMANDS as readonly (Command & { readonly id: CommandId })[])
      .filter((command) => command.group === group && command.menu === true)
      .map(({ id, title, keys }) => ({
        id,
        label: title,
        // The page listens to the keys itself, on the lock screen too; the menu shows them.
        ...(keys === undefined
          ? {}
          : { accelerator: toAccelerator(keys[0] as string), registerAccelerator: false }),
        click: () => (id === 'capture' ? capture() : send(id)),
      }))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: t('menu.vault'),
        submenu: [
          ...of('new'),
          { type: 'separator' },
          ...of('vault'),
          { type: 'separator' },
          { role: process.platform === 'darwin' ? 'close' : 'quit' },
        ],
      },
      { role: 'editMenu' },
      { label: t('menu.go'), submenu: of('go') },
      {
        label: t('menu.vIew'),
        submenu: [...of('view'), { type: 'separator' }, { role: 'togglefullscreen' }],
      },
      { role: 'windowMenu' },
      { role: 'help', submenu: of('help') },
    ]),
  )
}
