/** Finds the system's Chromium, a browser of today: the app is tested on it, too (docs/decisions/0036). */
import { spawnSync } from 'node:child_process'

/** @returns {{ executable: string, version: string } | null} */
export const findChromium = () => {
  const executable = process.env.CONFIDANT_BROWSER ?? '/usr/bin/chromium'
  const { stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' })
  const version = /\d+(?:\.\d+){3}/.exec(stdout ?? '')?.[0]
  return version === undefined ? null : { executable, version }
}
