/** The application menu, made of the commands' names (shared/bridge/commands.ts); the page carries them out. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import {
  type CommandGroup,
  type CommandName,
  MENU_COMMANDS,
  type MenuCommandId,
  SCREEN_COMMANDS,
  type ScreenId,
  toAccelerator,
} from '../../shared/bridge/commands'
import { t } from '../../shared/words/words'

type Id = MenuCommandId | ScreenId

const COMMANDS: readonly (readonly [id: Id, command: CommandName])[] = [
  ...(Object.entries(MENU_COMMANDS) as [MenuCommandId, CommandName][]),
  ...SCREEN_COMMANDS.filter((screen) => !('inMenu' in screen)).map(
    (screen) => [screen.id, screen] as const,
  ),
]

export const setMenu = (send: (command: Id) => void, capture: () => void): void => {
  const mac: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const of = (wanted: CommandGroup): MenuItemConstructorOptions[] =>
    COMMANDS.filter(([, { group }]) => group === wanted).map(([id, { title, keys }]) => ({
      id,
      label: t(title),
      // The page listens to the keys itself, on the lock screen too; the menu shows them.
      ...(keys?.[0] === undefined
        ? {}
        : { accelerator: toAccelerator(keys[0]), registerAccelerator: false }),
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
        label: t('menu.view'),
        submenu: [...of('view'), { type: 'separator' }, { role: 'togglefullscreen' }],
      },
      { role: 'windowMenu' },
      { role: 'help', submenu: of('help') },
    ]),
  )
}
