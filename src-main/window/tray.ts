/** The icon in the tray, which opens the app and the capture window, and locks. */
import { join } from 'node:path'
import { app, Menu, nativeImage, Tray } from 'electron'
import { t } from '../../shared/words/words'

interface Ways {
  readonly show: () => void
  /** Opens the capture window. */
  readonly open: () => void
  readonly lock: () => void
}

/** A desktop without a tray has none: the window and the shortcut are still there. */
const makeTray = (): Tray | undefined => {
  const icon = nativeImage
    .createFromPath(join(__dirname, '../renderer/icon.png'))
    .resize({ width: 18, height: 18 })
  try {
    return new Tray(icon)
  } catch {
    return undefined
  }
}

export const createTray = ({ show, open, lock }: Ways) => {
  let tray: Tray | undefined
  return {
    set: (unlocked: boolean): void => {
      tray ??= makeTray()
      if (tray === undefined) return
      tray.setToolTip(t('app.name'))
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: t('tray.open'), click: show },
          { label: t('command.captureNote'), click: open },
          { label: t('app.lock'), enabled: unlocked, click: lock },
          { type: 'separator' },
          { label: t('unlock.quit'), click: () => app.quit() },
        ]),
      )
    },
    destroy: (): void => tray?.destroy(),
  }
}
