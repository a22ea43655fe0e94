/**
 * The app on a browser of today, in one walk: first run, writing, two laptops over the relay, a lock and a restart,
 * search, a report and its PDF, and axe on the way. Any other test runs there by `npm run e2e:chromium -- …`.
 */
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright/test'
import {
  addGoal,
  addMentee,
  command,
  createVault,
  expect,
  lock,
  longWalk,
  newProfile,
  noteText,
  openMentee,
  test,
  unlock,
} from '../e2e/steps/device'
import { chromium } from '../e2e/steps/start-app'
import { expectSynced, twoDevices, typeAt } from '../e2e/steps/sync-steps'
import { answerSave } from '../e2e/steps/system-dialogs'
import { startTestRelay } from '../relay/relay-process'

test.use({ runtime: 'chromium' })
test.skip(
  chromium === null,
  'There is no Chromium on this system (Debian: apt-get install chromium), so nothing was run on a browser of today.',
)

/** IndexedDB in SQLite, which Chromium is moving to; it takes nothing over from LevelDB. */
const SQLITE = '--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const expectAccessible = async (page: Page): Promise<void> => {
  await page.evaluate(`globalThis.axe ?? (() => { ${await axe} })()`)
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], selectors: false, preload: false })',
  )) as AxeResults
  expect(
    violations.flatMap(({ id, impact, nodes }) =>
      impact === 'serious' || impact === 'critical'
        ? nodes.map(({ html }) => `${id}: ${html}`)
        : [],
    ),
  ).toEqual([])
}

test('two laptops on a browser of today: written, synced, locked, started again, found, reported', async ({
  start,
}) => {
  test.slow()
  const relay = await startTestRelay()
  const profiles = [await newProfile(), await newProfile()] as const
  const { a, b } = await twoDevices(start, relay, profiles)
  await typeAt(a, 'End', ' From A.')
  await expect(noteText(b.page)).toContainText('From A.')
  await typeAt(b, 'Home', 'From B. ')
  await expect(noteText(a.page)).toContainText('From B. Begun together. From A.')
  // The key that follows a press comes sooner here than the next frame.
  await a.page.getByRole('button', { name: 'Undo in this text' }).press('Enter')
  await a.page.keyboard.type('!')
  await expect(noteText(a.page)).toHaveText('From B. Begun together. From!')
  await expectAccessible(a.page)
  await addGoal(a.page, 'Publish the poster')
  await expectAccessible(a.page)
  await expectSynced(a)
  await expectSynced(b)
  await b.quit()

  await lock(a.page)
  await expectAccessible(a.page)
  await unlock(a.page)
  await a.quit()
  // Started anew as Chromiums of tomorrow will: what was in LevelDB is gone, and all comes from the sealed folder.
  const again = await start(profiles[0], [SQLITE])
  const { page } = again
  await unlock(page)
  await expectAccessible(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('begun togethr')
  await expect(
    page.getByRole('listbox', { name: 'Results' }).getByRole('option', { name: /Begun together/ }),
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(noteText(page)).toHaveText('From B. Begun together. From!')

  await command(page, 'Progress summary')
  await expect(page.getByRole('status', { name: 'Pages' })).toHaveText('1 page')
  const preview = page.getByRole('dialog', { name: /^Progress summary/ })
  await expect(preview.locator('canvas').first()).toBeVisible()
  await expect(preview.getByRole('article')).toContainText('Publish the poster')
  await expectAccessible(page)
  const pdf = join(profiles[0], 'summary.pdf')
  await answerSave(again.app, pdf)
  await preview.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('added to the disclosure log').first()).toBeVisible()
  // Headings and lists for a screen reader: the fallback runtime cannot write them.
  expect((await readFile(pdf)).toString('latin1')).toContain('/StructTreeRoot')
  await relay.stop()
})

/** What is in a folder of the profile, byte for byte. */
const filesIn = async (...path: readonly string[]): Promise<readonly string[]> => {
  const names = await readdir(join(...path), { recursive: true })
  return Promise.all(
    names
      .sort()
      .map(async (name) =>
        [name, await readFile(join(...path, name), 'base64').catch(() => '')].join(),
      ),
  )
}

test.describe('a profile on two runtimes', () => {
  const { fallback } = JSON.parse(process.env.CONFIDANT_ELECTRON ?? '{}') as {
    readonly fallback?: boolean
  }
  test.skip(fallback !== true, 'the Electron at hand is no older than the browser')

  test('what the older wrote opens on the newer, and the older then refuses it and opens nothing', async ({
    profile,
    start,
  }) => {
    longWalk('tests/e2e/specs/privacy/security.spec.ts for the refusal')
    const first = await start(profile, [], 'electron')
    await createVault(first.page)
    await addMentee(first.page, 'Amara Osei')
    await first.quit()
    const newer = await start(profile)
    await unlock(newer.page)
    await openMentee(newer.page, 'Amara Osei')
    await addGoal(newer.page, 'Publish the poster')
    await newer.quit()

    const before = [await filesIn(profile, 'sealed'), await filesIn(profile, 'IndexedDB')]
    const older = await start(profile, [], 'electron')
    await expect(
      older.page.getByRole('heading', { name: 'This is an older version of Confidant' }),
    ).toBeVisible()
    await older.quit()
    // A Chromium that opened the database of a newer one would empty it (docs/traps.md 5).
    expect([await filesIn(profile, 'sealed'), await filesIn(profile, 'IndexedDB')]).toEqual(before)
  })
})
