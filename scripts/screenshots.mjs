/**
 * npm run screenshots: pictures of every screen, light and dark, at 1280×800 and 1000×700, with nothing and with the
 * sample caseload, into .pictures/; small copies into docs/screens/, and the README's picture into docs/. Look at them
 * as a designer would.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDisplay } from './display.mjs'
import { resolveElectron } from './runtime.mjs'
import { ensureBuild, ensureDependencies, ensureSystemPackages, root, say } from './setup.mjs'

await ensureDependencies()
await ensureSystemPackages()
await ensureBuild()
process.env.CONFIDANT_ELECTRON = JSON.stringify(await resolveElectron())
const display = await ensureDisplay()
process.env.DISPLAY = display.env.DISPLAY

const { register } = await import('tsx/esm/api')
register()
const { takeScreens } = await import('../tests/pictures/screens.ts')
const folder = join(root, '.pictures')
await takeScreens(folder, join(root, 'docs', 'screens'))
copyFileSync(join(folder, 'mentee-overview-light-1280.png'), join(root, 'docs', 'screenshot.png'))
say(`pictures are in ${folder}, small copies in docs/screens.`)
display.stop()
