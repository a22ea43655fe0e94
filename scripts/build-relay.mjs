/** Makes the relay's TypeScript one file, by the esbuild that tsx brings: out/relay/main.mjs. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './setup.mjs'

const require = createRequire(import.meta.url)
const { buildSync } = createRequire(require.resolve('tsx/package.json'))('esbuild')
const {
  outputFiles: [relay],
} = buildSync({
  entryPoints: [join(root, 'src-relay/main.ts')],
  bundle: true,
  format: 'esm',
  packages: 'external',
  platform: 'node',
  write: false,
})
const file = join(root, 'out/relay/main.mjs')
mkdirSync(join(root, 'out/relay'), { recursive: true })
// Whole or not at all: another relay may be starting from it.
writeFileSync(`${file}.${process.pid}`, relay.contents)
renameSync(`${file}.${process.pid}`, file)
