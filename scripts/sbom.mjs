/**
 * What the app is made of, as CycloneDX: `node scripts/sbom.mjs FILE`. npm names the packages that are in the bundle; the
 * runtime around it is a development package to npm, and most of what is installed. It is added with the checksums that
 * its own package has of it, which its installer holds each download against.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fail, root, say } from './setup.mjs'

/** What is shipped; the two of macOS are one universal app. */
const SYSTEMS = [
  'linux-x64',
  'linux-arm64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
]

const require = createRequire(import.meta.url)

const electron = () => {
  const { version, license } = require('electron/package.json')
  const sums = JSON.parse(readFileSync(require.resolve('electron/checksums.json'), 'utf8'))
  const from = `https://github.com/electron/electron/releases/download/v${version}`
  return {
    'bom-ref': `electron-runtime@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    scope: 'required',
    description: 'The runtime: Chromium and Node.js.',
    licenses: [{ license: { id: license } }],
    purl: `pkg:github/electron/electron@v${version}`,
    components: SYSTEMS.map((system) => {
      const name = `electron-v${version}-${system}.zip`
      const content = sums[name]
      if (content === undefined) fail(`the package of Electron has no checksum of ${name}.`)
      return {
        type: 'file',
        name,
        hashes: [{ alg: 'SHA-256', content }],
        externalReferences: [{ type: 'distribution', url: `${from}/${name}` }],
      }
    }),
  }
}

const [out] = process.argv.slice(2)
if (out === undefined) fail('say where it goes: node scripts/sbom.mjs FILE')
else {
  const args = ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--sbom-type=application']
  const bom = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  )
  const runtime = electron()
  const [app] = bom.dependencies.filter(
    (/** @type {{ ref: string }} */ { ref }) => ref === bom.metadata.component['bom-ref'],
  )
  app?.dependsOn.push(runtime['bom-ref'])
  bom.components.push(runtime)
  bom.dependencies.push({ ref: runtime['bom-ref'], dependsOn: [] })
  writeFileSync(out, `${JSON.stringify(bom, null, 2)}\n`)
  say(`${bom.components.length} components, the runtime among them, are in ${out}.`)
}
