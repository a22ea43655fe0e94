/**
 * A day of a coach, by keyboard alone, on the sample caseload: keys, seconds of the app's own time, and screens of
 * each moment, beside what we aim at. The app's time is what passes until it shows what a key asked for; keys that only
 * make words are counted apart, and the typist's time, at 40 words a minute, is added where the aim is of a whole moment.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright/test'
import { openCapture } from '../e2e/steps/capture-steps'
import { expect, expectSaved, launch, newProfile, PASSPHRASE } from '../e2e/steps/device'

/** Five letters are a word. */
const LETTERS_A_MINUTE = 200
const PAGE = 'docs/bench.md'
const START = '<!-- day: written by npm run bench -- day -->'
const END = '<!-- /day -->'

type Device = Awaited<ReturnType<typeof launch>>

interface Cost {
  readonly keys: number
  readonly letters: number
  /** The app's own. */
  readonly seconds: number
  /** With the typist's. */
  readonly whole: number
}

interface Moment {
  readonly name: string
  readonly keys: number
  readonly letters: number
  readonly seconds: number
  readonly screens: number
  readonly aim: string
  readonly met: boolean
}

/** Counts what a moment takes: each key, each letter of a text, and the time until what was asked for is there. */
const createHand = (page: Page) => {
  let [keys, letters, waited, screens] = [0, 0, 0, 1]
  const settle = async (
    act: () => Promise<void>,
    shown?: () => Promise<unknown>,
  ): Promise<void> => {
    const from = performance.now()
    await act()
    await shown?.()
    // Keys that nothing is waited for are the typist's time.
    if (shown !== undefined) waited += performance.now() - from
  }
  return {
    press: (key: string, shown?: () => Promise<unknown>) => {
      keys++
      return settle(() => page.keyboard.press(key), shown)
    },
    /** Waits from the last letter on: the ones before are the typist's time. */
    type: async (words: string, shown?: () => Promise<unknown>): Promise<void> => {
      letters += words.length
      await page.keyboard.type(words.slice(0, -1))
      await settle(() => page.keyboard.type(words.slice(-1)), shown)
    },
    waits: (milliseconds: number, pressed: number): void => {
      waited += milliseconds
      keys += pressed
    },
    /** Another screen or dialog than the one before. */
    turn: (): void => void screens++,
    end: (name: string, aim: string, isMet: (cost: Cost) => boolean): Moment => {
      const seconds = waited / 1000
      const whole = seconds + ((keys + letters) * 60) / LETTERS_A_MINUTE
      return {
        name,
        keys,
        letters,
        seconds,
        screens,
        aim,
        met: isMet({ keys, letters, seconds, whole }),
      }
    },
  }
}

const there = (locator: Locator) => (): Promise<void> =>
  locator.first().waitFor({ timeout: 45_000 })
const focused = (page: Page, selector: string): Locator => page.locator(`${selector}:focus`)

const capture = async ({ app }: Device): Promise<Moment> => {
  const from = performance.now()
  const window = await openCapture(app)
  const hand = createHand(window)
  hand.waits(performance.now() - from, 1)
  await hand.type('Ask Amara about the poster')
  const text = window.getByLabel('Note to self')
  await hand.press('Enter', () => expect(text).toHaveValue(''))
  return hand.end(
    'a thought captured from anywhere',
    'no click, ≤ 3 s',
    ({ seconds }) => seconds <= 3,
  )
}

const neglected = async (page: Page): Promise<Moment> => {
  const hand = createHand(page)
  const from = performance.now()
  const overdue = page
    .getByText(/Overdue for a meeting|Not met yet or overdue/)
    .locator('xpath=ancestor::*[.//button][1]')
  await there(overdue.getByRole('button', { name: /^Start a session with/ }))()
  hand.waits(performance.now() - from, 0)
  return hand.end('whom I have neglected, once unlocked', '0 keys', ({ keys }) => keys === 0)
}

const nextSession = async (page: Page): Promise<Moment> => {
  const hand = createHand(page)
  await hand.press('Control+Shift+Enter', there(focused(page, '.ProseMirror')))
  hand.turn()
  return hand.end('from Today to typing in the next session', '≤ 2 keys', ({ keys }) => keys <= 2)
}

const goal = async (page: Page): Promise<Moment> => {
  const hand = createHand(page)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Hand in the poster abstract')
  await hand.press('Control+Shift+G', there(page.getByText('Goal: “Hand in the poster')))
  return hand.end('a goal from a sentence', '≤ 3 keys', ({ keys }) => keys <= 3)
}

const reach = async (page: Page): Promise<Moment> => {
  await page.keyboard.press('Control+1')
  await there(page.getByRole('heading', { level: 1, name: 'Today' }))()
  const hand = createHand(page)
  const board = page.getByRole('table', { name: 'REACH board' })
  await hand.press('Control+4', there(board.locator('button:focus')))
  hand.turn()
  await hand.press('ArrowRight')
  await hand.press('ArrowRight')
  const rows = (await board.getByRole('row').count()) - 1
  const done = board.getByRole('button', { name: /, Assessment: (Done|Excused)/ })
  await hand.press('Shift+D', () => expect(done).toHaveCount(rows))
  return hand.end(`one REACH component for ${rows} mentees`, '≤ 12 keys', ({ keys }) => keys <= 12)
}

const search = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Search or run a command' })

const find = async (page: Page): Promise<Moment> => {
  const hand = createHand(page)
  await hand.press('Control+k', there(search(page)))
  hand.turn()
  await hand.type('passion', there(page.getByRole('option', { name: /passion/i })))
  await hand.press('Enter', there(page.locator('.ProseMirror', { hasText: 'passion' })))
  hand.turn()
  return hand.end('a note by a word', '≤ 2 s', ({ seconds }) => seconds <= 2)
}

const checkIn = async (page: Page): Promise<Moment> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Amara Osei')
  await there(page.getByRole('option', { name: /Amara Osei/ }))()
  await page.keyboard.press('Enter')
  await there(page.getByRole('heading', { level: 1, name: /Amara Osei/ }))()
  const hand = createHand(page)
  const dialog = page.getByRole('dialog')
  await hand.press('Control+Shift+C', there(dialog.locator(':focus')))
  hand.turn()
  await hand.press('Enter', there(dialog.getByRole('radiogroup').locator(':focus')))
  hand.turn()
  for (let answer = 0; answer < 5; answer++) await hand.press('3')
  await hand.press('Enter', () => expect(dialog).toHaveCount(0))
  return hand.end(
    'a check-in of five answers, from the mentee’s page',
    '≤ 8 keys',
    ({ keys }) => keys <= 8,
  )
}

const firstRun = async (): Promise<Moment> => {
  const device = await launch(await newProfile())
  const { page } = device
  await there(page.getByRole('button', { name: 'Create your vault' }))()
  const hand = createHand(page)
  await hand.press('Tab')
  await hand.press('Enter', there(focused(page, 'input')))
  hand.turn()
  await hand.type(PASSPHRASE)
  await hand.press('Enter')
  await hand.type(PASSPHRASE)
  await hand.press('Enter', there(page.getByTestId('recovery-group')))
  hand.turn()
  const groups = await page.getByTestId('recovery-group').allTextContents()
  await hand.press('Enter', there(page.getByText(/^Group \d+$/)))
  hand.turn()
  for (const label of await page.getByText(/^Group \d+$/).allTextContents()) {
    await hand.type(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
    await hand.press('Enter')
  }
  const from = performance.now()
  await there(page.getByRole('heading', { level: 1, name: 'Today' }))()
  hand.waits(performance.now() - from, 0)
  hand.turn()
  await hand.press('Control+k', there(search(page)))
  await hand.type(
    '>new mentee',
    there(page.getByRole('option', { name: 'New mentee', exact: true })),
  )
  await hand.press('Enter', there(page.getByRole('dialog').getByLabel('Name', { exact: true })))
  hand.turn()
  await hand.type('Amara Osei')
  await hand.press('Enter', there(page.getByRole('heading', { level: 1, name: 'Amara Osei' })))
  hand.turn()
  await hand.press('Control+Shift+n', there(focused(page, '.ProseMirror')))
  await hand.type('Met in the library', async () => {
    await expect(page.locator('.ProseMirror')).toHaveText('Met in the library')
    await expectSaved(page)
  })
  await device.quit()
  return hand.end('first run to the first saved note', '≤ 60 s', ({ whole }) => whole <= 60)
}

/** A moment that does not come to its end is a miss, and the walk goes on. */
const tried = async (name: string, walk: Promise<Moment>): Promise<Moment> => {
  try {
    return await walk
  } catch (error) {
    console.error(error)
    const lost = Number.NaN
    return {
      name,
      keys: lost,
      letters: lost,
      seconds: lost,
      screens: lost,
      aim: 'not reached',
      met: false,
    }
  }
}

const row = ({ name, keys, letters, seconds, screens, aim, met }: Moment): string =>
  `| ${name} | ${keys} | ${letters} | ${seconds.toFixed(2)} s | ${screens} | ${aim} | ${met ? 'met' : '**missed**'} |`

/** Walks the day and writes its table into docs/bench.md. */
export const walkTheDay = async (): Promise<void> => {
  const device = await launch(await newProfile(), ['--demo'])
  const { page } = device
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
  const moments = [
    await tried('whom I have neglected', neglected(page)),
    await tried('a thought captured', capture(device)),
    await tried('the next session', nextSession(page)),
    await tried('a goal from a sentence', goal(page)),
    await tried('one REACH component', reach(page)),
    await tried('a note by a word', find(page)),
    await tried('a check-in', checkIn(page)),
  ]
  await device.quit()
  moments.push(await tried('first run', firstRun()))
  const table = [
    '| moment | keys | letters | the app’s time | screens | aim | |',
    '|---|---|---|---|---|---|---|',
    ...moments.map(row),
  ].join('\n')
  console.log(`\n${table}`)
  const bench = readFileSync(PAGE, 'utf8')
  const [before = '', rest = ''] = bench.split(START)
  const [, after] = rest.split(END)
  if (after === undefined) throw new Error(`${PAGE} has no place for the day`)
  writeFileSync(PAGE, `${before}${START}\n${table}\n${END}${after}`)
}
