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
import { type TextKey, t } from '../../shared/words/words'

type Id = MenuCommandId | ScreenId

const COMMANDS: readonly (readonly [id: Id, command: CommandName])[] = [
  ...(Object.entries(MENU_COMMANDS) as [MenuCommandId, CommandName][]),
  ...SCREEN_COMMANDS.filter((screen) => !('inMenu' in screen)).map(
    (screen) => [screen.id, screen] as const,
  ),
]

/** What the system does by itself. Electron would name it in English. */
const ROLES = {
  about: 'menu.about',
  services: 'menu.services',
  hide: 'menu.hide',
  hideOthers: 'menu.hideOthers',
  unhide: 'menu.unhide',
  quit: 'unlock.quit',
  undo: 'common.undo',
  redo: 'menu.redo',
  cut: 'menu.cut',
  copy: 'menu.copy',
  paste: 'menu.paste',
  pasteAndMatchStyle: 'menu.pasteAsText',
  delete: 'menu.delete',
  selectAll: 'menu.selectAll',
  togglefullscreen: 'menu.fullScreen',
  minimize: 'menu.minimize',
  zoom: 'menu.zoom',
  front: 'menu.front',
  close: 'common.close',
} as const satisfies Readonly<Record<string, TextKey>>

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }
const roles = (...wanted: readonly (keyof typeof ROLES)[]): MenuItemConstructorOptions[] =>
  wanted.map((role) => ({ role, label: t(ROLES[role]) }))

const editMenu = (onMac: boolean): MenuItemConstructorOptions => ({
  label: t('menu.edit'),
  submenu: [
    ...roles('undo', 'redo'),
    SEPARATOR,
    ...roles('cut', 'copy', 'paste'),
    ...(onMac ? roles('pasteAndMatchStyle') : []),
    ...roles('delete'),
    SEPARATOR,
    ...roles('selectAll'),
  ],
})

const appMenu = (): MenuItemConstructorOptions => ({
  label: t('app.name'),
  submenu: [
    ...roles('about'),
    SEPARATOR,
    ...roles('services'),
    SEPARATOR,
    ...roles('hide', 'hideOthers', 'unhide'),
    SEPARATOR,
    ...roles('quit'),
  ],
})

export const setMenu = (send: (command: Id) => void, capture: () => void): void => {
  const onMac = process.platform === 'darwin'
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
      ...(onMac ? [appMenu()] : []),
      {
        label: t('menu.vault'),
        submenu: [
          ...of('new'),
          SEPARATOR,
          ...of('vault'),
          SEPARATOR,
          ...roles(onMac ? 'close' : 'quit'),
        ],
      },
      editMenu(onMac),
      { label: t('menu.go'), submenu: of('go') },
      {
        label: t('menu.view'),
        submenu: [...of('view'), SEPARATOR, ...roles('togglefullscreen')],
      },
      {
        role: 'window',
        label: t('menu.window'),
        submenu: roles('minimize', 'zoom', onMac ? 'front' : 'close'),
      },
      { role: 'help', label: t('menu.help'), submenu: of('help') },
    ]),
  )
}
