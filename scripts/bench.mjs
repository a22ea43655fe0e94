/**
 * npm run bench: us and our references side by side, in one run, with the ratio. `-- --json FILE` writes the figures
 * as well; `-- envelope|network|relay|reconnect|folder|removal|notes|app|unlock|typing|scale|safety|hours|find` runs
 * a part, `-- day` the walk through a coach's day. `-- unlock` and `-- typing` are parts of `app`.
 */
import { writeFileSync } from 'node:fs'
import { ensureDisplay } from './display.mjs'
import { resolveElectron } from './runtime.mjs'
import {
  ensureBuild,
  ensureDependencies,
  ensureServices,
  ensureSystemPackages,
  say,
} from './setup.mjs'

// y-websocket listens for the process's end once per provider.
process.setMaxListeners(0)
const given = process.argv.slice(2)
const at = given.indexOf('--json')
const [, file] = at >= 0 ? given.splice(at, 2) : []
/** @param {string} part */
const wanted = (part) => given.length === 0 || given.includes(part)

await ensureDependencies()
await ensureSystemPackages()
const { register } = await import('tsx/esm/api')
register()
/** @type {import('../tests/bench/figure.ts').Figure[]} */
const figures = []
if (wanted('envelope')) {
  figures.push(...(await (await import('../tests/bench/envelope.ts')).measureEnvelope()))
  figures.push(...(await (await import('../tests/bench/history.ts')).measureHistory()))
}
if (wanted('network')) {
  say('merge and relay, five rounds each …')
  figures.push(...(await (await import('../tests/bench/network.ts')).measureNetwork()))
  say('what the relay takes of memory …')
  figures.push(...(await (await import('../tests/bench/relay-memory.ts')).measureRelayMemory()))
}
if (wanted('relay')) {
  await ensureServices()
  say('a school’s relays; this takes some minutes …')
  figures.push(...(await (await import('../tests/bench/school.ts')).measureSchool()))
}
if (wanted('reconnect')) {
  say('coming back, and a new laptop, with 30 and 300 records …')
  figures.push(...(await (await import('../tests/bench/reconnect.ts')).measureReconnect()))
}
if (wanted('removal')) {
  say('removing a laptop from a vault with 300 records …')
  figures.push(...(await (await import('../tests/bench/removal.ts')).measureRemoval()))
}
if (wanted('folder')) {
  say('a caseload through a folder, three rounds …')
  figures.push(...(await (await import('../tests/bench/folder.ts')).measureFolder()))
}
const ofTheApp = ['app', 'unlock', 'typing', 'scale', 'safety', 'hours', 'find', 'day'].some(wanted)
if (wanted('notes') || ofTheApp) {
  if (ofTheApp) await ensureBuild()
  process.env.CONFIDANT_ELECTRON = JSON.stringify(await resolveElectron())
  const display = await ensureDisplay()
  process.env.DISPLAY = display.env.DISPLAY
  if (wanted('notes')) {
    say('a note in our editor and in two others; this takes some minutes …')
    figures.push(...(await import('../tests/bench/stored-text.ts')).measureStoredText())
    figures.push(...(await (await import('../tests/bench/notes.ts')).measureNotes()))
  }
  if (wanted('app')) {
    say('start, unlock and typing on real Electron; this takes some minutes …')
    figures.push(...(await (await import('../tests/bench/app.ts')).measureApp()))
  } else {
    if (wanted('unlock')) {
      say('unlocking on real Electron …')
      figures.push(...(await (await import('../tests/bench/unlock.ts')).measureUnlock()))
    }
    if (wanted('typing')) {
      say('typing on real Electron …')
      figures.push(...(await (await import('../tests/bench/app.ts')).measureTyping()))
    }
  }
  if (wanted('scale')) {
    say('every screen with 10 and with 100 mentees; this takes some minutes …')
    figures.push(...(await (await import('../tests/bench/scale.ts')).measureScale()))
  }
  if (wanted('safety')) {
    say('capture, locking, backup and restore; this takes some minutes …')
    figures.push(...(await (await import('../tests/bench/safety.ts')).measureSafety()))
  }
  if (wanted('hours')) {
    say('a day and a night on two laptops, in fast time; this takes some minutes …')
    figures.push(...(await (await import('../tests/bench/hours.ts')).measureHours()))
  }
  if (wanted('find')) {
    say('search, palette, import and printing; this takes some minutes …')
    figures.push(...(await (await import('../tests/bench/find.ts')).measureFind()))
  }
  if (wanted('day')) {
    say('a coach’s day by keyboard …')
    await (await import('../tests/bench/day.ts')).walkTheDay()
  }
  display.stop()
}

/** @param {number} value */
const number = (value) =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })
if (figures.length > 0)
  console.log('\n| figure | ours | reference | ratio | aim |\n|---|---|---|---|---|')
for (const { name, value, unit, reference, ratio, aim = '' } of figures)
  console.log(
    `| ${name} | ${number(value)} ${unit} | ${number(reference)} ${unit} | ${ratio.toFixed(2)} | ${aim} |`,
  )
if (file !== undefined) {
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
  say(`written to ${file}.`)
}
process.exit(0)
