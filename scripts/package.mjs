/**
 * npm run package: what is installed from, in dist/, fuses flipped: a .deb and an AppImage on Linux, a disk image on a Mac,
 * an installer on Windows. Refuses the fallback runtime, which is for development and tests; the tests of packaging
 * say CONFIDANT_PACKAGE_FOR_TESTS=1, and may give a version and the key of releases.
 */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { makeDeb } from './deb.mjs'
import { resolveElectron } from './runtime.mjs'
import { ensureBuild, ensureDependencies, ensureSystemPackages, fail, root, say } from './setup.mjs'

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
const require = createRequire(import.meta.url)
const config = { ...require('../electron-builder.config.cjs') }
const manifest = require('../package.json')
const version = (forTests && process.env.CONFIDANT_TEST_VERSION) || manifest.version
if (forTests) {
  const key = process.env.CONFIDANT_TEST_KEY
  config.extraMetadata = { version, ...(key === undefined ? {} : { releaseKeys: [key] }) }
  config.directories = { ...config.directories, output: 'dist/test-only' }
}
if (electron.fallback) {
  // It is too old to know this fuse, and is of this system only.
  delete config.electronFuses.grantFileProtocolExtraPrivileges
  config.electronVersion = '25.1.1'
} else if (process.platform === 'linux' && !forTests)
  config.linux = { ...config.linux, target: ['dir', 'AppImage'] }
// Another system's Electron, or another processor's, is downloaded by electron-builder.
if (process.platform === 'linux') config.electronDist = dirname(electron.executable)
await build({ config })
if (process.platform === 'linux' && (!forTests || process.env.CONFIDANT_TEST_DEB === '1')) {
  const into = join(root, config.directories.output)
  const unpacked = join(into, 'linux-unpacked')
  say(`made ${makeDeb({ unpacked, into, version, arch: process.arch, quickly: forTests })}.`)
}
say(`packaged into ${config.directories.output}/.`)
