/**
 * npm run package: the app as a folder in dist/, fuses flipped. Refuses the fallback runtime, which is for development
 * and tests; the test of the fuses says CONFIDANT_PACKAGE_FOR_TESTS=1.
 */
import { dirname } from 'node:path'
import { resolveElectron } from './runtime.mjs'
import { ensureBuild, ensureDependencies, ensureSystemPackages, fail, say } from './setup.mjs'

await ensureDependencies()
await ensureSystemPackages()
await ensureBuild()
const electron = await resolveElectron()
const forTests = process.env.CONFIDANT_PACKAGE_FOR_TESTS === '1'
if (electron.fallback && !forTests)
  fail(
    'this machine has only the fallback Electron, which must not be given to anyone. Package where the official one can be downloaded.',
  )
const { build } = await import('electron-builder')
const { createRequire } = await import('node:module')
const config = createRequire(import.meta.url)('../electron-builder.config.cjs')
// The fallback is too old to know this fuse.
if (electron.fallback) delete config.electronFuses.grantFileProtocolExtraPrivileges
await build({
  config: {
    ...config,
    electronDist: dirname(electron.executable),
    ...(electron.fallback
      ? { electronVersion: '25.1.1', directories: { output: 'dist/test-only' } }
      : {}),
  },
})
say('packaged into dist/.')
