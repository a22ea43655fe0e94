/**
 * Every screen with 10 and with 100 mentees, each with sixteen REACH weeks, a hundred sessions, twenty goals, twenty
 * reflections and some of every other kind: main-thread work to open it after unlocking, and a frame's work while it scrolls. The figure is the one
 * with 100 mentees, its reference the one with 10, so that the ratio says how it grows.
 */
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { addDays } from '../../shared/base/day'
import { actionItems } from '../../shared/model/record/action-item'
import { checkIns } from '../../shared/model/record/check-in'
import { addGoal, milestones } from '../../shared/model/record/goal'
import { createMentee } from '../../shared/model/record/mentee'
import { startNote } from '../../shared/model/record/note'
import { COMPONENTS, reachWeeks, setMark } from '../../shared/model/record/reach'
import { reflections } from '../../shared/model/record/reflection'
import { addSession } from '../../shared/model/record/session'
import { plainLine } from '../../shared/note-text/delta'
import { launch, newProfile, openTab, PASSPHRASE } from '../e2e/steps/device'
import { writeVault } from '../e2e/steps/write-vault'
import { addEveryKind } from './every-kind'
import { type Figure, figure, median, percentile } from './figure'

const SESSIONS = 100
const GOALS = 20
const REFLECTIONS = 20
/** Of each other kind, in a mentee's record and in the vault. */
const OTHERS = 4
const OTHERS_OF_VAULT = 20
const CLASS = 2029
const FRAME_MS = 1000 / 60
/** As long as the page does next to nothing. */
const IDLE_MS = 1500
const ROUNDS = 3
const SCROLLS = 40

const writeCaseload = async (profile: string, mentees: number): Promise<void> => {
  const today = new Date().toISOString().slice(0, 10)
  const weeks: { id: string; start: string }[] = []
  const weekDates = Array.from({ length: 16 }, (_unused, index) =>
    addDays(today, (index - 12) * 91),
  )
  await writeVault(
    profile,
    PASSPHRASE,
    mentees,
    (record, number) =>
      record.transact(() => {
        createMentee(record, {
          name: `Mentee ${String(number).padStart(3, '0')} Scale`,
          classYear: CLASS,
          reachGroup: String(number % 6),
          coachedSince: addDays(today, -1200),
        })
        for (let index = 0; index < SESSIONS; index++) {
          const { session, note } = addSession(record, {
            date: addDays(today, -12 * index - (number % 9)),
            themes: ['sleep'],
          })
          startNote(record, {
            id: note,
            lines: [plainLine(`Words of session ${index}, as a coach writes them.`)],
          })
          if (index % 4 === 0)
            actionItems.add(record, {
              what: `Action ${index}`,
              session,
              due: addDays(today, -12 * index + 20),
              doneOn: index > 4 ? addDays(today, -12 * index + 18) : null,
            })
        }
        for (let index = 0; index < GOALS; index++) {
          const goal = addGoal(record, {
            title: `Goal ${index} of ${number}`,
            status: index < 5 ? 'active' : 'achieved',
            targetDate: addDays(today, 60 - index * 50),
            today: addDays(today, -index * 60),
          })
          milestones.add(record, { of: goal, title: 'A milestone' })
        }
        for (let index = 0; index < REFLECTIONS; index++)
          reflections.add(record, {
            date: addDays(today, -index * 60),
            framework: 'what',
            sections: {
              what: `What happened ${index}`,
              'so-what': 'What it meant',
              'now-what': 'What comes next',
            },
          })
        for (let index = 0; index < 8; index++)
          checkIns.add(record, {
            date: addDays(today, -index * 90),
            answers: [3, 3, 2, 3, index % 5],
          })
        for (const { id } of weeks.slice(0, 12))
          for (const part of COMPONENTS) setMark(record, { week: id, part, mark: 'done' })
        addEveryKind(
          record,
          'mentee',
          OTHERS,
          ['notes', 'sessions', 'actionItems', 'goals', 'reflections', 'checkIns'],
          (index) => addDays(today, -index * 90),
        )
      }),
    (vault) => {
      addEveryKind(vault, 'vault', OTHERS_OF_VAULT, ['reachWeeks'], (index) =>
        addDays(today, -index * 30),
      )
      for (const [index, start] of weekDates.entries())
        weeks.push({
          id: reachWeeks.add(vault, {
            classYear: CLASS,
            year: Math.floor(index / 4) + 1,
            quarter: (index % 4) + 1,
            start,
            end: addDays(start, 4),
          }),
          start,
        })
    },
  )
}

const settle = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )

interface Measured {
  /** Main-thread milliseconds to open each screen. */
  readonly screens: ReadonlyMap<string, number>
  /** 95th percentile of a frame's main-thread milliseconds while scrolling. */
  readonly scrolling: number
}

const measure = async (mentees: number): Promise<Measured> => {
  const profile = await newProfile()
  await writeCaseload(profile, mentees)
  // The first unlocking makes the database from the folder; what is measured is every later one.
  const first = await launch(profile)
  await first.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await first.page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await first.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: `Mentees ${mentees}` })
    .waitFor({ timeout: 600_000 })
  await new Promise((resolve) => setTimeout(resolve, 3000))
  await first.quit()

  const device = await launch(profile)
  const { page } = device
  const session = await page.context().newCDPSession(page)
  // Its own time of the processor: what else the machine does meanwhile is not in it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('button', { name: `Mentees ${mentees}` }).waitFor({ timeout: 120_000 })
  // The search takes all records in, one after the other, whenever the page is idle: that has figures of its own.
  for (let before = await busy(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    const now = await busy()
    if (now - before < IDLE_MS / 50) break
    before = now
  }

  const screens = new Map<string, number[]>()
  const open = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    await settle(page)
    const before = await busy()
    await act()
    await settle(page)
    screens.set(name, [...(screens.get(name) ?? []), (await busy()) - before])
  }
  const go = (name: string) => main.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  const frames: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await open('Goals', () => go('Goals'))
    await open('REACH', () => go('REACH'))
    await open('Resources', () => go('Resources'))
    await open('Insights', () => go('Insights'))
    await open('My promises', () => page.getByText('My promises', { exact: true }).click())
    await open('Reports', () => page.keyboard.press('Control+7'))
    await open('My coaching', () => page.keyboard.press('Control+8'))
    await open('Settings', () => go('Settings'))
    await open('Bin', () => go('Bin'))
    await open('Mentees', () => go('Mentees'))
    const table = page.getByRole('table', { name: 'Mentees' })
    const scroller = page.locator('[data-scroller]')
    for (let step = 0; step < SCROLLS; step++) {
      const before = await busy()
      await scroller.evaluate((element) => element.scrollBy(0, 120))
      await settle(page)
      // Two frames were waited for.
      frames.push(((await busy()) - before) / 2)
    }
    await scroller.evaluate((element) => element.scrollTo(0, 0))
    await settle(page)
    await open('a mentee’s overview', () =>
      table.getByRole('row', { name: 'Mentee 000 Scale' }).click(),
    )
    for (const tab of [
      'Notes',
      'Goals',
      'Reflections',
      'Check-ins',
      'REACH',
      'Referrals',
      'Record',
    ] as const)
      await open(`a mentee’s ${tab.toLowerCase()}`, () => openTab(page, tab))
    await open('Today', () => go('Today'))
  }
  await device.quit()
  await rm(profile, { recursive: true, force: true })
  return {
    screens: new Map([...screens].map(([name, times]) => [name, median(times)])),
    scrolling: percentile(frames, 0.95),
  }
}

export const measureScale = async (): Promise<Figure[]> => {
  const few = await measure(10)
  const many = await measure(100)
  return [
    ...[...many.screens].map(([name, time]) =>
      figure(
        `open ${name}: main thread, 100 mentees over 10`,
        'ms',
        time,
        few.screens.get(name) ?? Number.NaN,
        '≤ 60 ms and ≤ 1.1',
      ),
    ),
    figure(
      `scroll the caseload: a frame’s main thread, 95th percentile, 100 mentees over 10`,
      'ms',
      many.scrolling,
      few.scrolling,
      `< ${FRAME_MS.toFixed(1)} ms`,
    ),
  ]
}
