/** Starts the app on what it is to run on: Electron, or a browser of today in its place (tests/chromium). */
import { _electron, type ElectronApplication } from 'playwright/test'
import { type Chromium, launchOnChromium } from '../../chromium/launch'

const electron = JSON.parse(process.env.CONFIDANT_ELECTRON ?? '{}') as {
  readonly executable?: string
  readonly args?: string[]
}
/** The system's browser of today, where it has one (scripts/chromium.mjs). */
export const chromium = JSON.parse(process.env.CONFIDANT_CHROMIUM ?? 'null') as Chromium | null

export type Runtime = 'electron' | 'chromium'
export const RUNTIME: Runtime =
  process.env.CONFIDANT_RUNTIME === 'chromium' ? 'chromium' : 'electron'

const LAUNCH_TIMEOUT_MS = 12_000
/**
 * Playwright waits for ever for about one launch in eighty of the old Electron here, whatever the app does (measured
 * with an empty profile, two at a time). Such a launch is ended and tried again; a start usually takes a second.
 */
const launchElectron = async (
  options: Parameters<typeof _electron.launch>[0] & object,
  triesLeft = 2,
): Promise<ElectronApplication> => {
  try {
    return await _electron.launch(options)
  } catch (error) {
    if (triesLeft === 0 || !(error instanceof Error) || !/Timeout/.test(error.message)) throw error
    return launchElectron(options, triesLeft - 1)
  }
}

export const startApp = (
  runtime: Runtime,
  profile: string,
  args: readonly string[],
): Promise<ElectronApplication> => {
  if (runtime === 'chromium') {
    if (chromium === null) throw new Error('there is no Chromium: run through npm run e2e:chromium')
    return launchOnChromium(chromium, profile, args)
  }
  if (electron.executable === undefined)
    throw new Error('run through npm run e2e, which finds the Electron to use')
  return launchElectron({
    executablePath: electron.executable,
    args: [...(electron.args ?? []), `--user-data-dir=${profile}`, ...args],
    timeout: LAUNCH_TIMEOUT_MS,
  })
}
