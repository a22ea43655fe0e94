/**
 * npm run pictures: screenshots of every screen, light and dark, at 1280×800 and 1000×700, with nothing, a little and
 * a lot of data, into .pictures/; and the README's picture into docs/. Look at them as a designer would.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
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
const { takePictures } = await import('../tests/e2e/pictures.ts')
const folder = join(root, '.pictures')
mkdirSync(folder, { recursive: true })
await takePictures(folder)
copyFileSync(join(folder, 'mentee-notes-light-1280.png'), join(root, 'docs', 'screenshot.png'))
say(`pictures are in ${folder}.`)
display.stop()
