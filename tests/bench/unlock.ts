/** Unlocking a full vault: until the first screen is there, until all of it is found, and what it takes of memory. */
import { readFileSync } from 'node:fs'
import type { ElectronApplication } from 'playwright/test'
import { launch, newProfile, PASSPHRASE, unlock } from '../e2e/steps/device'
import { type Bare, launchBare, prepareBare } from './bare-window'
import { MENTEES, writeBigVault } from './big-vault'
import { type Figure, figure, median } from './figure'

const UNLOCKS = 5

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
const MINISEARCH = readFileSync('node_modules/minisearch/dist/umd/index.js', 'utf8')

/**
 * Reading and parsing the same data as plain JSON from Dexie, on the lock screen of the same app; `found`: and until
 * MiniSearch, which has taken in every note, finds this word.
 */
const plainReadTime = async (
  profile: string,
  plain: readonly unknown[] | undefined,
  found = '',
): Promise<number> => {
  const device = await launch(profile)
  const { page } = device
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  await page.evaluate(DEXIE)
  await page.evaluate(MINISEARCH)
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
  const time = await page.evaluate(async (word) => {
    const { Dexie, MiniSearch } = globalThis as unknown as {
      Dexie: typeof import('dexie').Dexie
      MiniSearch: typeof import('minisearch').default
    }
    const from = performance.now()
    const database = new Dexie('reference')
    database.version(1).stores({ records: '++id' })
    const rows = (await database.table('records').toArray()) as { text: string }[]
    const records = rows.map(({ text }) => JSON.parse(text) as { notes: object[] })
    if (records.length === 0 || records[0]?.notes.length === 0) throw new Error('nothing read')
    if (word !== '') {
      const index = new MiniSearch({ fields: ['title', 'text'] })
      index.addAll(records.flatMap(({ notes }) => notes).map((note, id) => ({ ...note, id })))
      if (index.search(word).length === 0) throw new Error('nothing found')
    }
    return performance.now() - from
  }, found)
  await device.quit()
  return time
}

/** In every note. */
const WORD = 'coach'
/** Nothing more is found after so long. */
const STEADY_MS = 4000

/** What the palette says of a word that is typed as soon as the vault is open, and when it has said `said`. */
const searchAfterUnlock = async (
  profile: string,
  said: string | undefined,
): Promise<{ readonly says: string; readonly time: number }> => {
  const device = await launch(profile)
  const { page } = device
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.evaluate('globalThis.__name = (named) => named')
  const ready = page.evaluate(
    ([word, awaited, steady]) =>
      new Promise<{ says: string; time: number }>((resolve) => {
        let before = { says: '', time: 0 }
        const look = (): void => {
          const field = document.querySelector<HTMLInputElement>('[aria-controls="palette-list"]')
          const status = document.querySelector('[role=dialog] [role=status]')
          const now = performance.now()
          const says = field?.value === word ? (status?.textContent ?? '') : ''
          if (says !== before.says) before = { says, time: now }
          const isThere = awaited === undefined ? now - before.time > steady : says === awaited
          const key = performance.getEntriesByName('confidant:key')[0]
          if (key !== undefined && says !== '' && isThere)
            resolve({ says, time: before.time - key.startTime })
          else requestAnimationFrame(look)
        }
        look()
      }),
    [WORD, said, STEADY_MS] as const,
  )
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(WORD)
  const answer = await ready
  await device.quit()
  return answer
}

/** Until every note of every mentee is found by what is in it. */
const measureSearchReady = async (profile: string): Promise<Figure> => {
  const { says } = await searchAfterUnlock(profile, undefined)
  const ours: number[] = []
  const plain: number[] = []
  for (let round = 0; round < UNLOCKS; round++) {
    plain.push(await plainReadTime(profile, undefined, WORD))
    ours.push((await searchAfterUnlock(profile, says)).time)
  }
  return figure(
    `unlock: until every note of ${MENTEES} mentees is found, over the plain texts read and indexed by MiniSearch`,
    'ms',
    median(ours),
    median(plain),
    '≤ 300 ms',
  )
}

export const measureUnlock = async (given?: Bare): Promise<Figure[]> => {
  const bare = given ?? (await prepareBare())
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
  const searchReady = await measureSearchReady(once)
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
    searchReady,
    figure(
      `size: working set, idle with ${MENTEES} mentees, all processes`,
      'MB',
      median(times.memory),
      median(times.bare),
      '≤ 1.25',
    ),
  ]
}
