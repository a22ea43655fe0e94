/** The system's Chromium, a browser of today: the app is tested on it, too (docs/decisions/0036). */
import { spawnSync } from 'node:child_process'
import { canInstall, install, say } from './setup.mjs'

/** @returns {{ executable: string, version: string } | null} */
export const findChromium = () => {
  const executable = process.env.CONFIDANT_BROWSER ?? '/usr/bin/chromium'
  const { stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' })
  const version = /\d+(?:\.\d+){3}/.exec(stdout ?? '')?.[0]
  return version === undefined ? null : { executable, version }
}

/** Installs it where that can be done, and else says what is missing: the tests that want it are then skipped. */
export const ensureChromium = async () => {
  if (findChromium() !== null) return
  if (canInstall()) await install(['chromium'])
  if (findChromium() === null)
    say('no Chromium here: nothing is run on a browser of today. CONFIDANT_BROWSER may name one.')
}
