/**
 * npm run mutants: whether each defence is held by a test. tests/mutants.json lists lines of the defences, each with what
 * it is changed into and the test that must then fail. `-- word …` runs those whose name or file has one of the words.
 *
 * Everything happens in a copy of the working tree in the temporary directory, so that no end of this program, however
 * it comes, leaves a hole in the sources. A test must pass before its line is changed, and fail, having run, after.
 */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureDependencies, ensureSystemPackages, root } from './setup.mjs'

/**
 * @typedef {{ readonly runner: 'vitest' | 'e2e', readonly file: string, readonly title: string }} HoldingTest
 * @typedef {{ readonly name: string, readonly file: string, readonly find: string, readonly replace: string, readonly test: HoldingTest }} Mutant
 * @typedef {{ readonly passed: number, readonly failed: number }} Outcome
 * @typedef {{ readonly numPassedTests: number, readonly numFailedTests: number }} VitestReport
 * @typedef {{ readonly stats: { readonly expected: number, readonly unexpected: number } }} PlaywrightReport
 */

const words = process.argv.slice(2)
/** @type {Mutant[]} */
const all = JSON.parse(readFileSync(join(root, 'tests/mutants.json'), 'utf8'))
const mutants = all.filter(
  ({ name, file }) =>
    words.length === 0 || words.some((word) => name.includes(word) || file.includes(word)),
)

await ensureDependencies()
if (mutants.some(({ test }) => test.runner === 'e2e')) await ensureSystemPackages()

const copy = mkdtempSync(join(tmpdir(), 'confidant-mutants-'))
process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const files = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).stdout.split('\0')
for (const file of files.filter((name) => name !== '' && existsSync(join(root, name)))) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  copyFileSync(join(root, file), join(copy, file))
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const runners = {
  vitest: {
    report: 'test-results/vitest.json',
    command: (/** @type {HoldingTest} */ { file, title }) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      file,
      '-t',
      escaped(title),
    ],
    counts: (/** @type {VitestReport} */ { numPassedTests, numFailedTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }),
  },
  e2e: {
    report: 'test-results/playwright.json',
    command: (/** @type {HoldingTest} */ { file, title }) => [
      'scripts/e2e.mjs',
      '--workers=1',
      file,
      '-g',
      escaped(title),
    ],
    counts: (/** @type {PlaywrightReport} */ { stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected,
    }),
  },
}
/** Longer than any test takes: one that its mutant keeps from ending has not failed by itself. */
const LONGEST_MS = 300_000

/**
 * What came of a test: how many passed and failed, or nothing when none ran.
 * @type {(test: HoldingTest) => Outcome}
 */
const outcomeOf = (test) => {
  const { report, command, counts } = runners[test.runner]
  rmSync(join(copy, report), { force: true })
  spawnSync(process.execPath, command(test), { cwd: copy, stdio: 'ignore', timeout: LONGEST_MS })
  return existsSync(join(copy, report))
    ? counts(JSON.parse(readFileSync(join(copy, report), 'utf8')))
    : { passed: 0, failed: 0 }
}

/** @type {Map<string, boolean>} */
const passing = new Map()
/** @type {(test: HoldingTest) => boolean} */
const passes = (test) => {
  const key = JSON.stringify(test)
  if (!passing.has(key)) {
    const { passed, failed } = outcomeOf(test)
    passing.set(key, passed > 0 && failed === 0)
  }
  return passing.get(key) === true
}

/** @param {Mutant} mutant */
const judge = ({ file, find, replace, test }) => {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) return 'SURVIVED: its line is not there, or not once'
  if (!passes(test)) return 'SURVIVED: the test does not pass without it'
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
  const { passed, failed } = outcomeOf(test)
  writeFileSync(path, text)
  if (failed > 0) return 'killed'
  return passed > 0 ? 'SURVIVED' : 'SURVIVED: the test did not run'
}

let killed = 0
for (const mutant of mutants) {
  const verdict = judge(mutant)
  if (verdict === 'killed') killed++
  console.log(
    `${verdict} · ${mutant.name} · ${mutant.file} · ${mutant.test.file} “${mutant.test.title}”`,
  )
}
console.log(`${killed} killed, ${mutants.length - killed} survived`)
process.exitCode = killed === mutants.length ? 0 : 1
