/** How the app looks on this laptop. The shell sets the appearance, since Mantine holds it. */
import { useApp } from '../../app-state'
import { changeDeviceSettings } from '../../device-settings'
import { type Command, inMenu } from '../command'

/** A zoom of one is the size the app was drawn for. */
const ZOOMS: readonly number[] = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

const zoomTo = (next: (now: number) => number | undefined): void => {
  const zoom = next(useApp.getState().environment?.settings.zoom ?? 1)
  if (zoom !== undefined) void changeDeviceSettings({ zoom })
}

export const VIEW_COMMANDS = [
  { ...inMenu('zoom-in'), perform: () => zoomTo((now) => ZOOMS.find((zoom) => zoom > now)) },
  { ...inMenu('zoom-out'), perform: () => zoomTo((now) => ZOOMS.findLast((zoom) => zoom < now)) },
  { ...inMenu('zoom-reset'), perform: () => zoomTo(() => 1) },
  { id: 'appearance-light', title: 'command.lightAppearance', group: 'view', also: 'theme' },
  { id: 'appearance-dark', title: 'command.darkAppearance', group: 'view', also: 'theme' },
  { id: 'appearance-auto', title: 'command.systemAppearance', group: 'view', also: 'theme' },
] as const satisfies readonly Command[]
