/**
 * npm test: every check. Format and lint, types, unit, property and relay tests, then end-to-end and faults on real
 * Electron, with a soak beside them. Each part runs even when an earlier one failed; the last line sums up.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { auditDependencies } from './audit.mjs'
import { ensureChromium } from './chromium.mjs'
import {
  ensureBuild,
  ensureDependencies,
  ensureServices,
  ensureSystemPackages,
  root,
  run,
  say,
} from './setup.mjs'
import { soakAside } from './soak.mjs'

await ensureDependencies()
await ensureSystemPackages()
// They take their time to come, and are wanted later: one after the other, as the system's packages have to.
const services = ensureServices()
const chromium = services.then(ensureChromium)
rmSync(join(root, 'test-results'), { recursive: true, force: true })
mkdirSync(join(root, 'test-results'), { recursive: true })

let passed = 0
let failed = 0
/** @param {boolean} ok */
const count = (ok) => {
  if (ok) passed++
  else failed++
}
/**
 * @param {string} script
 * @param {readonly string[]} args
 */
const node = (script, ...args) =>
  run(process.execPath, [join(root, 'node_modules', script), ...args])
/** @param {string} file */
const reportIn = (file) => {
  const path = join(root, 'test-results', file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

say('format and lint …')
count((await node('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')) === 0)
say('types …')
count((await node('typescript/bin/tsc', '--noEmit')) === 0)
count((await node('typescript/bin/tsc', '-p', 'tsconfig.scripts.json')) === 0)
say('what nothing uses …')
count((await node('knip/bin/knip.js', '--no-progress')) === 0)

say('dependency audit …')
const audited = auditDependencies()
if (audited !== null) count(audited)

say('unit, property and relay tests …')
await services
const unit = await node('vitest/vitest.mjs', 'run')
const unitReport = reportIn('vitest.json')
passed += unitReport?.numPassedTests ?? 0
failed += Math.max(unitReport?.numFailedTests ?? 0, unit === 0 ? 0 : 1)

say('building, then end-to-end and fault tests on real Electron, and beside them a soak …')
await ensureBuild()
await chromium
const { runEndToEnd } = await import('./e2e.mjs')
const soaking = soakAside()
const endToEnd = await runEndToEnd([])
const stats = reportIn('playwright.json')?.stats
passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
failed += Math.max(stats?.unexpected ?? 0, endToEnd === 0 ? 0 : 1)
const soaked = await soaking
count(soaked.ok)
if (!soaked.ok) console.log(soaked.output)

for (const { assertionResults } of unitReport?.testResults ?? [])
  for (const { status, fullName, failureMessages } of assertionResults)
    if (status === 'failed') say(`FAILED: ${fullName}\n${failureMessages.join('\n')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
