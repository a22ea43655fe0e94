import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestRelay, stockClient, until } from '../../../relay/relay-process'
import { openCapture } from '../../steps/capture-steps'
import {
  addGoal,
  addMentee,
  addReflection,
  createVault,
  expect,
  expectSaved,
  lock,
  newNote,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { wordsBelow, wordsIn } from '../../steps/search-bytes'
import { connect, expectSynced } from '../../steps/sync-steps'
import { answerFolder } from '../../steps/system-dialogs'
import { tapWire } from '../../steps/wire-tap'

const WORDS = {
  name: 'Zyxophilius',
  note: 'quombrastic',
  goal: 'vexilloquent',
  reflection: 'thrumbleweft',
}
const SECRETS = [...Object.values(WORDS), PASSPHRASE, ...PASSPHRASE.split(' ').slice(1, 3)]

test('distinctive words are found nowhere: profile, relay data, relay log, wire', async ({
  device,
  profile,
}) => {
  const relay = await startTestRelay()
  const wire = await tapWire(relay.address)
  const { page, app } = device
  await createVault(page)
  await connect(device, wire.address)
  await addMentee(page, `${WORDS.name} Marlow`)
  await newNote(page, `She said ${WORDS.note} and laughed`)
  await expectSaved(page)
  await addGoal(page, `Be more ${WORDS.goal}`)
  await addReflection(page, `I felt ${WORDS.reflection} that day`)
  await expectSynced(device)
  await lock(page)
  // After locking nothing of it is in the page either.
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(WORDS.name)
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().every((window) => window.getTitle() === 'Confidant'),
    ),
  ).toBe(true)
  await device.quit()
  await until(() => relay.lines.some((line) => line.includes('"stored"')))

  expect(await wordsBelow(profile, SECRETS)).toEqual([])
  expect(wordsIn(wire.heard(), SECRETS)).toEqual([])
  expect(wordsIn(Buffer.from(relay.lines.join('')), SECRETS)).toEqual([])
  expect(wire.heard().length).toBeGreaterThan(2000)

  // The search would have found them: the same words, unsealed, over the same wire, into the same relay.
  const plain = stockClient(wire.address, 'unsealed')
  plain.text.insert(0, Object.values(WORDS).join(' '))
  await until(() => plain.provider.synced)
  await until(() => wordsIn(wire.heard(), Object.values(WORDS)).length === 4)
  plain.provider.destroy()
  await relay.stop()
  wire.stop()
  expect((await wordsBelow(relay.data, Object.values(WORDS))).length).toBeGreaterThanOrEqual(4)
})

test('nor in captures, inbox, backups, the record of access, crash dumps, or Chromium’s files with spell checking on', async ({
  device,
  profile,
  start,
}) => {
  test.setTimeout(240_000)
  const words = {
    name: 'Zyxophilius',
    note: 'quombrastic',
    capture: 'flimmerdusk',
    crash: 'gwyndolent',
    copied: 'brackelthorn',
  }
  const all = Object.values(words)
  const backups = await mkdtemp(join(tmpdir(), 'confidant-backups-'))
  const { page, app } = device
  await app.evaluate(({ session }) => session.defaultSession.setSpellCheckerEnabled(true))
  await answerFolder(app, backups)
  await createVault(page)
  await addMentee(page, `${words.name} Marlow`)
  await newNote(page, `She said ${words.note} and ${words.copied}`)
  await expectSaved(page)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Choose folder' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('row', { name: /^Open backup from/ })).toBeVisible()
  await lock(page)
  const capture = await openCapture(app)
  await capture.getByLabel('Note to self').fill(`Ask about ${words.capture}`)
  await capture.keyboard.press('Enter')
  await expect.poll(() => wordsBelow(profile, all)).toEqual([])
  await unlock(page)
  await sidebar(page, /^Today/).click()
  await expect(page.getByRole('article', { name: `Ask about ${words.capture}` })).toBeVisible()

  // The page's process dies with a note open, and then the app's own.
  await openMentee(page, `${words.name} Marlow`)
  await openTab(page, 'Notes')
  await noteText(page).click()
  await page.keyboard.press('End')
  await page.keyboard.type(` ${words.crash}`)
  await expectSaved(page)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.webContents.forcefullyCrashRenderer(),
  )
  await device.kill()
  const again = await start(profile)
  await unlock(again.page)
  await openMentee(again.page, `${words.name} Marlow`)
  await openTab(again.page, 'Notes')
  await expect(noteText(again.page)).toContainText(words.crash)
  await again.app.evaluate(() => process.crash()).catch(() => undefined)
  expect(await wordsBelow(profile, all)).toEqual([])
  expect(await wordsBelow(backups, all)).toEqual([])
  expect(await readdir(backups)).toHaveLength(1)
})

test('a window whose process dies comes back locked, with a calm sentence, and nothing is missing', async ({
  vault: device,
}) => {
  const { page, app } = device
  await addMentee(page, 'Amara Osei')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.webContents.forcefullyCrashRenderer(),
  )
  const said = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().endsWith('/index.html'),
      )?.webContents
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return ''
      // Asked of a page that is just being taken down it never answers.
      const patience = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000))
      return Promise.race([
        contents.executeJavaScript('document.body.innerText') as Promise<string>,
        patience,
      ])
    })
  await expect.poll(said).toContain('Everything marked Saved is safe')
})

test('the search finds words that the page writes unsealed into its own storage', async ({
  device,
  profile,
}) => {
  await device.page.evaluate(async (words) => {
    localStorage.setItem('unsealed', words.join(' '))
    await new Promise((resolve) => {
      const request = indexedDB.open('unsealed', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('words')
      request.onsuccess = () => {
        const transaction = request.result.transaction('words', 'readwrite')
        transaction.objectStore('words').put(words, 'all')
        transaction.oncomplete = resolve
      }
    })
  }, Object.values(WORDS))
  await device.quit()
  const found = await wordsBelow(profile, Object.values(WORDS))
  for (const word of Object.values(WORDS))
    expect(found.some((line) => line.endsWith(word))).toBe(true)
})

test('locking drops the vault’s words from the page’s memory', async ({ vault: device }) => {
  const { page } = device
  await addMentee(page, `${WORDS.name} Marlow`)
  await newNote(page, WORDS.note)
  await expectSaved(page)
  const heapHas = async (words: readonly string[]): Promise<string[]> => {
    const session = await page.context().newCDPSession(page)
    const chunks: string[] = []
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
    await session.send('HeapProfiler.collectGarbage')
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    await session.detach()
    const heap = chunks.join('')
    return words.filter((word) => heap.includes(word))
  }
  // A word is in the heap while the vault is open, so the search works.
  expect(await heapHas([WORDS.name])).toEqual([WORDS.name])
  await lock(page)
  await expect.poll(() => heapHas([WORDS.name, WORDS.note])).toEqual([])
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await openMentee(page, `${WORDS.name} Marlow`)
  await openTab(page, 'Notes')
  await expect(noteText(page)).toContainText(WORDS.note)
})
