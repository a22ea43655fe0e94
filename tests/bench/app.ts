/** The running app against a bare window on the same runtime: start, unlock, typing, size. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import {
  addMentee,
  createVault,
  expectSaved,
  launch,
  newNote,
  newProfile,
} from '../e2e/steps/device'
import type {} from './bare/notes'
import { type Bare, launchBare, prepareBare } from './bare-window'
import { type Figure, figure, median, percentile } from './figure'
import { paragraphs, WORDS_IN_NOTE } from './long-note'
import { measureUnlock } from './unlock'

const STARTS = 7
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
