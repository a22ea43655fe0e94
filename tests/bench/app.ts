/** The running app against a bare window on the same runtime: start, unlock, typing, size. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import {
  addMentee,
  createVault,
  expectSaved,
  launch,
  newNote,
  newProfile,
  PASSPHRASE,
  unlock,
} from '../e2e/steps/device'
import type {} from './bare/notes'
import { type Bare, launchBare, prepareBare } from './bare-window'
import { MENTEES, writeBigVault } from './big-vault'
import { type Figure, figure, median, percentile } from './figure'
import { paragraphs, WORDS_IN_NOTE } from './long-note'

const STARTS = 7
const UNLOCKS = 5
const KEYSTROKES = 150

const measureStart = async (bare: Bare): Promise<Figure[]> => {
  const profile = await newProfile()
  const first = await launch(profile)
  await createVault(first.page)
  await first.quit()
  const ours: number[] = []
  const bares: number[] = []
  let scripts = 0
  for (let round = 0; round < STARTS; round++) {
    let from = performance.now()
    const window = await launchBare(bare)
    await window.page.locator('#first').fill('x')
    bares.push(performance.now() - from)
    await window.app.close()
    from = performance.now()
    const device = await launch(profile)
    await device.page.getByLabel('Passphrase', { exact: true }).fill('x')
    ours.push(performance.now() - from)
    // What the first screen needs; the rest is loaded ahead while the passphrase is typed.
    const names = await device.page.evaluate(() => [
      ...[...document.scripts].map(({ src }) => src),
      ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]:not([as])')].map(
        ({ href }) => href,
      ),
    ])
    scripts = names
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + statSync(join('out/renderer', new URL(name).pathname)).size, 0)
    await device.quit()
  }
  return [
    figure(
      'start: process to an unlock screen that takes input',
      'ms',
      median(ours),
      median(bares),
      '≤ 1.25',
    ),
    figure(
      'size: JavaScript loaded by then, over react-dom alone',
      'bytes',
      scripts,
      statSync('node_modules/react-dom/cjs/react-dom-client.production.js').size,
    ),
  ]
}

/** From the key being known to the first screen, Today, with what it says, in ms. */
const unlockTime = async (
  profile: string,
): Promise<{ readonly time: number; readonly memory: number }> => {
  const device = await launch(profile)
  const { page } = device
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  // tsx names the functions that it compiles; the page has no such helper.
  await page.evaluate('globalThis.__name = (named) => named')
  const usable = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const key = performance.getEntriesByName('confidant:key')[0]
          if (key !== undefined && document.querySelector('nav[aria-label=Main]') !== null)
            resolve(performance.now() - key.startTime)
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  const time = await usable
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const memory = await workingSet(device.app)
  await device.quit()
  return { time, memory }
}

const workingSet = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) /
      1024,
  )

const DEXIE = readFileSync('node_modules/dexie/dist/dexie.min.js', 'utf8')

/** Reading and parsing the same data as plain JSON from Dexie, on the lock screen of the same app. */
const plainReadTime = async (
  profile: string,
  plain: readonly unknown[] | undefined,
): Promise<number> => {
  const device = await launch(profile)
  const { page } = device
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  await page.evaluate(DEXIE)
  if (plain !== undefined) {
    for (const record of plain)
      await page.evaluate(async (text) => {
        const { Dexie } = globalThis as unknown as { Dexie: typeof import('dexie').Dexie }
        const database = new Dexie('reference')
        database.version(1).stores({ records: '++id' })
        await database.table('records').add({ text })
        database.close()
      }, JSON.stringify(record))
  }
  const time = await page.evaluate(async () => {
    const { Dexie } = globalThis as unknown as { Dexie: typeof import('dexie').Dexie }
    const from = performance.now()
    const database = new Dexie('reference')
    database.version(1).stores({ records: '++id' })
    const rows = (await database.table('records').toArray()) as { text: string }[]
    const records = rows.map(({ text }) => JSON.parse(text) as { notes: unknown[] })
    if (records.length === 0 || records[0]?.notes.length === 0) throw new Error('nothing read')
    return performance.now() - from
  })
  await device.quit()
  return time
}

const measureUnlock = async (bare: Bare): Promise<Figure[]> => {
  const [once, tenTimes] = [await newProfile(), await newProfile()]
  const plain = await writeBigVault(once, PASSPHRASE, 1)
  await writeBigVault(tenTimes, PASSPHRASE, 10)
  // The first unlock makes the database from the sealed folder.
  for (const profile of [once, tenTimes]) {
    const device = await launch(profile)
    await unlock(device.page)
    await device.page
      .getByText('Restored from the sealed folder', { exact: true })
      .waitFor({ timeout: 120_000 })
    await device.quit()
  }
  await plainReadTime(once, plain)
  const times = {
    ours: [] as number[],
    plain: [] as number[],
    history: [] as number[],
    memory: [] as number[],
    bare: [] as number[],
  }
  for (let round = 0; round < UNLOCKS; round++) {
    times.plain.push(await plainReadTime(once, undefined))
    const { time, memory } = await unlockTime(once)
    times.ours.push(time)
    times.memory.push(memory)
    times.history.push((await unlockTime(tenTimes)).time)
    const window = await launchBare(bare)
    await window.page.locator('#first').waitFor()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    times.bare.push(await workingSet(window.app))
    await window.app.close()
  }
  return [
    figure(
      `unlock: ${MENTEES} mentees × 100 notes × 3 kB, without key derivation`,
      'ms',
      median(times.ours),
      median(times.plain),
      '≤ 1.5',
    ),
    figure(
      'unlock: the same after ten times the edit history',
      'ms',
      median(times.history),
      median(times.ours),
      '≤ 1.2',
    ),
    figure(
      `size: working set, idle with ${MENTEES} mentees, all processes`,
      'MB',
      median(times.memory),
      median(times.bare),
      '≤ 1.25',
    ),
  ]
}

/** The main thread's own time of the processor for each keystroke, rendering included, in ms. */
const typingTimes = async (page: Page): Promise<number[]> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const times: number[] = []
  await page.keyboard.press('Control+End')
  // Both have been idle: the first strokes of either are warm-up.
  await page.keyboard.type('warm-up ', { delay: 110 })
  for (let index = 0; index < KEYSTROKES; index++) {
    const before = await busy()
    await page.keyboard.type('x')
    await new Promise((resolve) => setTimeout(resolve, 110))
    times.push((await busy()) - before)
  }
  return times
}

export const measureTyping = async (given?: Bare): Promise<Figure[]> => {
  const bare = given ?? (await prepareBare())
  const device = await launch(await newProfile())
  await createVault(device.page)
  await addMentee(device.page, 'Typing Benchmark')
  await newNote(device.page)
  for (const text of paragraphs) {
    await device.page.keyboard.insertText(text)
    await device.page.keyboard.press('Enter')
  }
  await expectSaved(device.page)
  // One window at a time: a covered one is throttled.
  const ours = await typingTimes(device.page)
  await device.quit()
  // Tiptap bound to a Yjs document, and nothing else on the page.
  const { app, page } = await launchBare(bare, 'note-y-tiptap')
  await page.waitForFunction(() => 'openNote' in window)
  await page.evaluate(() => window.openNote.caretTo('end'))
  const reference = await typingTimes(page)
  await app.close()
  return [
    figure(
      `typing: main-thread time a keystroke, ${WORDS_IN_NOTE} words, 99th percentile`,
      'ms',
      percentile(ours, 0.99),
      percentile(reference, 0.99),
      '≤ 1.2',
    ),
    figure('typing: the same, median', 'ms', median(ours), median(reference), '≤ 1.2'),
  ]
}

export const measureApp = async (): Promise<Figure[]> => {
  const bare = await prepareBare()
  return [
    ...(await measureStart(bare)),
    ...(await measureUnlock(bare)),
    ...(await measureTyping(bare)),
  ]
}
