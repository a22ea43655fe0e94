/** npm run e2e: the end-to-end tests on real Electron. Arguments go to Playwright: `npm run e2e -- sync`. */

import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { ensureDisplay } from './display.mjs'
import { resolveElectron } from './runtime.mjs'
import { ensureBuild, ensureDependencies, ensureSystemPackages, root, run } from './setup.mjs'

/** @param {readonly string[]} args */
export const runEndToEnd = async (args) => {
  const electron = await resolveElectron()
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
  await ensureDependencies()
  await ensureSystemPackages()
  await ensureBuild()
  process.exitCode = await runEndToEnd(process.argv.slice(2))
}
