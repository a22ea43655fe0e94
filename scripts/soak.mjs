/**
 * npm run soak: six laptops, a relay that turns evil and honest by turns, a folder that a bad sync program keeps, and
 * whatever else goes wrong, in stories that are drawn from a seed (tests/soak). `-- --minutes N` sets for how long,
 * `-- --seed S` the seed of the first story; with a seed alone, that one story is played. `-- --story '{…}'` plays one as
 * it was told in its last line.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDependencies, root, run } from './setup.mjs'

const MINUTES = 3
/** Beside other checks it is the same stories each time, which a change may break; new ones are what a longer soak is for. */
const FIRST_SEED = 100
/** A story that takes so much longer than was asked for does not end. */
const MOST_MORE_MS = 8 * 60_000
/** As `nice -n 15`: what runs beside it hardly feels it. */
const LOW_PRIORITY = 15

const vitest = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  ...['run', '--project', 'soak', '--reporter', 'default', '--disable-console-intercept'],
]
/** @type {(minutes: number | string, seed?: number | string, story?: string) => NodeJS.ProcessEnv} */
const environment = (minutes, seed = randomInt(2 ** 31), story = '') => ({
  ...process.env,
  CONFIDANT_SOAK_STORY: story,
  CONFIDANT_SOAK_MINUTES: String(minutes),
  CONFIDANT_SOAK_SEED: String(seed),
})

/**
 * Soaks beside something else, with what is left of the machine; CONFIDANT_SOAK_MINUTES sets for how long.
 * @returns {Promise<{ readonly ok: boolean, readonly output: string }>}
 */
export const soakAside = () =>
  new Promise((resolve) => {
    const minutes = process.env.CONFIDANT_SOAK_MINUTES ?? MINUTES
    const env = environment(minutes, process.env.CONFIDANT_SOAK_SEED ?? FIRST_SEED)
    const child = spawn(process.execPath, vitest, { cwd: root, env })
    if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY)
    process.once('exit', () => child.kill())
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        output += bytes
      })
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    const late = setTimeout(() => child.kill(), Number(minutes) * 60_000 + MOST_MORE_MS)
    child.on('close', (code) => {
      clearTimeout(late)
      resolve({ ok: code === 0, output })
    })
  })

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, story: { type: 'string' } },
  })
  await ensureDependencies()
  const isOne = values.seed !== undefined || values.story !== undefined
  const minutes = values.minutes ?? (isOne ? 0 : MINUTES)
  process.exitCode = await run(process.execPath, vitest, {
    env: environment(minutes, values.seed, values.story),
  })
}
