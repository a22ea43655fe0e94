/**
 * npm start: sets up what is missing, then opens the app.
 *   --screenshot FILE   opens it, saves a picture of the first screen, and quits
 *   --user-data-dir=DIR uses another profile (two profiles are two devices)
 */
import { resolve } from 'node:path'
import { ensureDisplay } from './display.mjs'
import { resolveElectron } from './runtime.mjs'
import { ensureBuild, ensureDependencies, ensureSystemPackages, run, say } from './setup.mjs'

await ensureDependencies()
await ensureSystemPackages()
await ensureBuild()
const electron = await resolveElectron()
const display = await ensureDisplay()

const given = process.argv.slice(2)
const at = given.indexOf('--screenshot')
if (at >= 0) {
  const [, file = 'confidant.png'] = given.splice(at, 2)
  const { _electron } = await import('playwright')
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, ...given],
    env: /** @type {Record<string, string>} */ (display.env),
  })
  const page = await app.firstWindow()
  await page.getByRole('main').waitFor()
  await page.screenshot({ path: resolve(file) })
  await app.close()
  say(`saved ${file}.`)
} else {
  say('starting …')
  process.exitCode = await run(electron.executable, [...electron.args, ...given], {
    env: display.env,
  })
}
display.stop()
