/**
 * npm run e2e: the end-to-end tests on real Electron. Arguments go to Playwright: `npm run e2e -- sync`.
 * npm run e2e:chromium: on the system's Chromium, its own walk or, of the same tests, those that are named.
 */

import { join } from 'node:path'
import { ensureChromium, findChromium } from './chromium.mjs'
import { ensureDisplay } from './display.mjs'
import { resolveElectron } from './runtime.mjs'
import { ensureBuild, ensureDependencies, ensureSystemPackages, root, run } from './setup.mjs'

/** What V8 makes faster is over before it pays: a test takes a tenth less of the machine without. */
const UNOPTIMIZED = '--js-flags=--no-opt'

/** @param {readonly string[]} args */
export const runEndToEnd = async (args) => {
  const found = await resolveElectron()
  const electron = { ...found, args: [UNOPTIMIZED, ...found.args] }
  const display = await ensureDisplay()
  const env = {
    ...display.env,
    CONFIDANT_ELECTRON: JSON.stringify(electron),
    CONFIDANT_CHROMIUM: JSON.stringify(findChromium()),
  }
  const code = await run(
    process.execPath,
    [join(root, 'node_modules/playwright/cli.js'), 'test', ...args],
    {
      env,
    },
  )
  display.stop()
  return code
}

if (process.argv[1] === import.meta.filename) {
  const onChromium = process.argv[2] === '--chromium'
  const args = process.argv.slice(onChromium ? 3 : 2)
  await ensureDependencies()
  await ensureSystemPackages()
  if (onChromium) {
    await ensureChromium()
    process.env.CONFIDANT_RUNTIME = 'chromium'
    if (args.length === 0) args.push('tests/chromium')
  }
  await ensureBuild()
  process.exitCode = await runEndToEnd(args)
}
