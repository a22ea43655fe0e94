/**
 * npm run relay: sets up what is missing, then runs the relay in this process, so that signals reach it. It is made
 * one file first, by another process: what loads TypeScript would otherwise be a third of the relay's memory.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureDependencies, fail, root } from './setup.mjs'

await ensureDependencies()
const built = spawnSync(process.execPath, [join(root, 'scripts/build-relay.mjs')], {
  stdio: 'inherit',
})
if (built.status !== 0) fail('the relay could not be built.')
await import(pathToFileURL(join(root, 'out/relay/main.mjs')).href)
