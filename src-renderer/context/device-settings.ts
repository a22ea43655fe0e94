/** Changes this laptop's settings and takes over what came of them. */
import type { DeviceSettings } from '../../shared/bridge/device-settings'
import { host, useApp } from './app-state'

export const changeDeviceSettings = async (change: Partial<DeviceSettings>): Promise<void> => {
  const { environment } = useApp.getState()
  if (environment === undefined) return
  const settings = { ...environment.settings, ...change }
  const state = await host.laptop.setSettings(settings)
  useApp.setState({ environment: { ...environment, settings, state } })
}
