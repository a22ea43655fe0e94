/**
 * A note's editor beside two others with the same 10,000 words, each in a window of its own: Tiptap alone, and Tiptap
 * bound to a Yjs tree as y-tiptap does it. What a keystroke costs, and what a change costs that comes from elsewhere.
 */
import type { CDPSession } from 'playwright/test'
import type {} from './bare/notes'
import { type Bare, launchBare, prepareBare } from './bare-window'
import { type Figure, figure, percentile } from './figure'
import { CHANGES, WORDS_IN_NOTE } from './long-note'

const EDITORS = ['tiptap', 'y-tiptap', 'ours'] as const
type EditorName = (typeof EDITORS)[number]
const PLACES = ['end', 'middle'] as const

/** All three one after the other, so often: what else the machine does then is in all of them. */
const ROUNDS = Number(process.env.ROUNDS ?? 5)
/** In a round: at each place, and of each change from elsewhere. */
const STROKES = 30
const WARM_UP_STROKES = 20
const CHANGED = 15
const WARM_UP_CHANGES = 5
/** Until the frames after a keystroke are drawn. */
const SETTLED_MS = 60

/** Main-thread milliseconds of JavaScript, and of everything, style and layout included. */
interface Cost {
  readonly script: number
  readonly task: number
}
type Costs = Map<string, Cost[]>

const spent = async (session: CDPSession): Promise<Cost> => {
  const { metrics } = await session.send('Performance.getMetrics')
  const read = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return { script: read('ScriptDuration'), task: read('TaskDuration') }
}

const costOf = async (session: CDPSession, act: () => Promise<unknown>): Promise<Cost> => {
  const before = await spent(session)
  await act()
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
  const after = await spent(session)
  return { script: after.script - before.script, task: after.task - before.task }
}

/** One round of one editor, added to what the rounds before it cost. */
const measureEditor = async (bare: Bare, name: EditorName, costs: Costs): Promise<void> => {
  const { app, page } = await launchBare(bare, `note-${name}`)
  await page.waitForFunction(() => 'openNote' in window)
  const session = await page.context().newCDPSession(page)
  // Its own time of the processor: what else the machine does meanwhile is not in it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const add = (what: string, cost: Cost): void => {
    costs.set(what, [...(costs.get(what) ?? []), cost])
  }
  for (const place of PLACES) {
    await page.evaluate((where) => window.openNote.caretTo(where), place)
    await page.keyboard.type('x'.repeat(WARM_UP_STROKES), { delay: SETTLED_MS })
    for (let index = 0; index < STROKES; index++)
      add(place, await costOf(session, () => page.keyboard.type('x')))
    await page.evaluate(() => window.openNote.check())
  }
  await page.evaluate(() => window.openNote.caretTo('end'))
  for (const what of CHANGES)
    for (let index = 0; index < 2 * (WARM_UP_CHANGES + CHANGED); index++) {
      const back = index % 2 === 1
      await page.evaluate(([one, isBack]) => window.openNote.prepare(one, isBack), [
        what,
        back,
      ] as const)
      const cost = await costOf(session, () =>
        session.send('Runtime.evaluate', { expression: 'openNote.take()' }),
      )
      await page.evaluate(() => window.openNote.check())
      if (index >= 2 * WARM_UP_CHANGES && !back) add(what, cost)
    }
  await app.close()
}

/** What was measured, how it is said, and what of the costs is compared. */
interface Row {
  readonly what: string
  readonly name: string
  readonly kind: keyof Cost
  readonly share: number
  readonly aims: Readonly<Partial<Record<EditorName, string>>>
}

const rows: readonly Row[] = (['script', 'task'] as const).flatMap((kind) => [
  ...PLACES.flatMap((what) =>
    (
      [
        ['median', 0.5],
        ['99th percentile', 0.99],
      ] as const
    ).map(([said, share]) => ({
      what,
      name: `note typed into: ${kind} a keystroke, ${what} of ${WORDS_IN_NOTE} words, ${said}`,
      kind,
      share,
      aims: kind === 'script' ? { tiptap: '≤ 0.5 ms more', 'y-tiptap': '< 1' } : {},
    })),
  ),
  ...CHANGES.map((what) => ({
    what,
    name: `note changed from elsewhere: ${what}, ${kind}, median`,
    kind,
    share: 0.5,
    aims: kind === 'script' ? { 'y-tiptap': '< 1' } : {},
  })),
])

export const measureNotes = async (): Promise<Figure[]> => {
  const bare = await prepareBare()
  const costs: Readonly<Record<EditorName, Costs>> = {
    tiptap: new Map(),
    'y-tiptap': new Map(),
    ours: new Map(),
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const name of EDITORS) await measureEditor(bare, name, costs[name])
  return rows.flatMap(({ what, name, kind, share, aims }) => {
    const read = (editor: EditorName): number =>
      percentile(
        (costs[editor].get(what) ?? []).map((cost) => cost[kind]),
        share,
      )
    return (['tiptap', 'y-tiptap'] as const).map((reference) =>
      figure(`${name}, over ${reference}`, 'ms', read('ours'), read(reference), aims[reference]),
    )
  })
}
