/**
 * A day and a night with the app open, in fast time: two laptops on a relay, whose clocks are driven. Every hour one of
 * them writes, goes through the screens and searches, the other one follows, and every few hours it locks. What the app
 * holds at the end, over what it held after the first hours: it does not grow, but by what was written.
 */
import { readdirSync } from 'node:fs'
import type { Page } from 'playwright/test'
import {
  type Device,
  expectSaved,
  launch,
  lock,
  newProfile,
  noteText,
  openMentee,
  openTab,
  unlock,
} from '../e2e/steps/device'
import { expectSynced, twoDevices } from '../e2e/steps/sync-steps'
import { newDataFolder, spawnRelay } from '../relay/relay-process'
import { type Figure, figure } from './figure'

const HOURS = Number(process.env.HOURS ?? 24)
/** Everything that is made once has been made by then. */
const SETTLED_HOURS = Math.min(6, HOURS / 2)
const LOCKED_EVERY_HOURS = 4
/** Of driven time; in between, the disk and the relay get as long as they take. */
const SLICE_MS = 15_000
const SCREENS = ['Today', 'Mentees', 'Goals', 'REACH', 'Resources', 'Settings'] as const

/** From a page's load on, every timer of it is a driven one; a lock loads it anew. */
const drive = async ({ page }: Device): Promise<void> => {
  await page.clock.install()
  await lock(page)
  await unlock(page)
}

const goTo = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()

const workAnHour = async (writer: Device, hour: number): Promise<void> => {
  const { page } = writer
  for (const name of SCREENS) await goTo(page, name)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Begun')
  await page
    .getByRole('option', { name: /Begun together/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await openMentee(page, 'Amara Osei')
  for (const name of ['Goals', 'Reflections', 'Check-ins', 'REACH', 'Record', 'Notes'] as const)
    await openTab(page, name)
  await noteText(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(` Hour ${hour} was quiet.`)
  await expectSaved(page)
}

interface Held {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  readonly workingSet: number
  readonly main: number
  readonly files: number
}

const heldBy = async ({ app, page }: Device): Promise<Held> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.detach()
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0
  const { pid, workingSet, main } = await app.evaluate(({ app: electron }) => ({
    pid: process.pid,
    workingSet:
      electron
        .getAppMetrics()
        .reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0) / 1024,
    main: process.memoryUsage().heapUsed / 2 ** 20,
  }))
  return {
    heap: metric('JSHeapUsedSize') / 2 ** 20,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    workingSet,
    main,
    files: readdirSync(`/proc/${pid}/fd`).length,
  }
}

export const measureHours = async (): Promise<Figure[]> => {
  const relay = await spawnRelay(['--data', await newDataFolder()])
  const profiles = [await newProfile(), await newProfile()] as const
  const { a, b } = await twoDevices((profile = '') => launch(profile), relay, profiles)
  const both = [a, b]
  for (const device of both) await drive(device)
  let early: readonly Held[] = []
  let relayEarly = 0
  for (let hour = 1; hour <= HOURS; hour++) {
    await workAnHour(a, hour)
    for (let passed = 0; passed < 3600_000; passed += SLICE_MS)
      for (const { page } of both) await page.clock.runFor(SLICE_MS)
    for (const device of both) await expectSynced(device)
    if (hour % LOCKED_EVERY_HOURS === 0) {
      await lock(b.page)
      await unlock(b.page)
      await openMentee(b.page, 'Amara Osei')
      await openTab(b.page, 'Notes')
      await expectSynced(b)
    }
    if (process.env.HOURS_SHOWN !== undefined)
      console.log(hour, JSON.stringify(await Promise.all(both.map(heldBy))), relay.megabytes())
    if (hour === SETTLED_HOURS) {
      early = await Promise.all(both.map(heldBy))
      relayEarly = relay.megabytes()
    }
  }
  const late = await Promise.all(both.map(heldBy))
  const relayLate = relay.megabytes()
  await a.quit()
  await b.quit()
  relay.stop()
  const of = (held: readonly Held[], what: keyof Held): number =>
    held.reduce((sum, one) => sum + one[what], 0)
  const AIM = '≤ 1.1'
  const grown = (name: string, unit: string, what: keyof Held): Figure =>
    figure(
      `${HOURS} hours: ${name}, over ${SETTLED_HOURS}`,
      unit,
      of(late, what),
      of(early, what),
      AIM,
    )
  return [
    grown('two pages’ heaps', 'MB', 'heap'),
    grown('their nodes', 'nodes', 'nodes'),
    grown('their listeners', 'listeners', 'listeners'),
    grown('all processes of both', 'MB', 'workingSet'),
    grown('main’s heaps', 'MB', 'main'),
    grown('open files', 'files', 'files'),
    figure(`${HOURS} hours: the relay, over ${SETTLED_HOURS}`, 'MB', relayLate, relayEarly, AIM),
  ]
}
