/**
 * npm run screenshots: pictures of every screen, light and dark, at 1280×800, 1000×700 and 1600×1000, with nothing and
 * with the sample caseload, into .pictures/; small copies into docs/screens/, and the README's picture into docs/. Each
 * screen is looked at before; what is wrong with any is said at the end, and fails it. Look at them as a designer would.
 *
 * npm run screenshots -- --update: takes the twenty pictures anew that tests/e2e holds key screens against, and no other.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDisplay } from './display.mjs'
import { runEndToEnd } from './e2e.mjs'
import { resolveElectron } from './runtime.mjs'
import { ensureBuild, ensureDependencies, ensureSystemPackages, root, say } from './setup.mjs'

const takeAll = async () => {
  process.env.CONFIDANT_ELECTRON = JSON.stringify(await resolveElectron())
  const display = await ensureDisplay()
  process.env.DISPLAY = display.env.DISPLAY
  const { register } = await import('tsx/esm/api')
  register()
  const { takeScreens } = await import('../tests/pictures/screens.ts')
  const folder = join(root, '.pictures')
  const faults = await takeScreens(folder, join(root, 'docs', 'screens'))
  copyFileSync(join(folder, 'mentee-overview-light-1280.png'), join(root, 'docs', 'screenshot.png'))
  say(`pictures are in ${folder}, small copies in docs/screens.`)
  for (const fault of faults) say(fault)
  display.stop()
  return faults.length === 0 ? 0 : 1
}

await ensureDependencies()
await ensureSystemPackages()
await ensureBuild()
process.exitCode = process.argv.includes('--update')
  ? await runEndToEnd(['key-screens', '--update-snapshots=changed'])
  : await takeAll()
