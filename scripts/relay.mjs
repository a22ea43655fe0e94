/** npm run relay: sets up what is missing, then runs the relay in this process, so that signals reach it. */
import { ensureDependencies } from './setup.mjs'

await ensureDependencies()
const { register } = await import('tsx/esm/api')
register()
await import('../src-relay/main.ts')
