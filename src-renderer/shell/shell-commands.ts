/** Commands that the open vault's shell carries out, whichever screen is shown. */
import { useMantineColorScheme } from '@mantine/core'
import { ZOOMS } from '../../shared/bridge/device-settings'
import { useApp } from '../context/app-state'
import { useCommand } from '../context/commands/commands'
import { changeDeviceSettings } from '../context/device-settings'
import { backUpNow } from '../context/vault/backups'
import { useOpenVault } from '../context/vault/session'

const ITEMS =
  'main nav button, main table tbody [role="row"], main tbody tr[tabindex], main [role="row"][tabindex], main [data-item]'

/** The list's next or previous row gets the focus; the first one when none has it. */
const moveInList = (by: 1 | -1): void => {
  const items = [...document.querySelectorAll<HTMLElement>(ITEMS)].filter(
    (item) => item.getClientRects().length > 0,
  )
  const at = items.findIndex((item) => item.contains(document.activeElement) || item.ariaCurrent === 'true')
  const next = items[at < 0 ? 0 : at + by]
  if (next === undefined) return
  if (next.tabIndex < 0) next.tabIndex = -1
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  // A list beside the one that is open shows what is moved to.
  if (next.closest('nav') !== null) next.click()
}

export const useShellCommands = (): void => {
  const { session } = useOpenVault()
  const { setColorScheme } = useMantineColorScheme()
  useCommand('next-item', () => moveInList(1))
  useCommand('previous-item', () => moveInList(-1))
  const zoom = (to: (now: number) => number | undefined) => (): void => {
    const next = to(useApp.getState().environment?.settings.zoom ?? 1)
    if (next !== undefined) void changeDeviceSettings({ zoom: next })
  }
  useCommand(
    'zoom-in',
    zoom((now) => ZOOMS.find((one) => one > now)),
  )
  useCommand(
    'zoom-out',
    zoom((now) => ZOOMS.findLast((one) => one < now)),
  )
  useCommand(
    'zoom-reset',
    zoom(() => 1),
  )
  useCommand('back-up', () => void backUpNow(session))
  useCommand('appearance-light', () => setColorScheme('light'))
  useCommand('appearance-dark', () => setColorScheme('dark'))
  useCommand('appearance-auto', () => setColorScheme('auto'))
}
