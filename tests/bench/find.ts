/**
 * Finding, importing and printing. The search engine over 10,000 notes of 1.5 kB against MiniSearch as it comes, on the
 * same plain texts; the palette; 1,000 Markdown files taken in against reading and parsing them; a four-year summary
 * as PDF against the same page printed alone.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { strToU8, zipSync } from 'fflate'
import MiniSearch from 'minisearch'
import type { Page } from 'playwright/test'
import { createMentee } from '../../shared/model/record/mentee'
import { notes, startNote } from '../../shared/model/record/note'
import { plainLine } from '../../shared/note-text/delta'
import type { SearchDocument } from '../../shared/search/documents'
import { createSearchEngine } from '../../shared/search/engine'
import { parseQuery } from '../../shared/search/query'
import {
  addMentee,
  command,
  createVault,
  launch,
  newProfile,
  PASSPHRASE,
  unlock,
} from '../e2e/steps/device'
import { writeVault } from '../e2e/steps/write-vault'
import { type Figure, figure, median, percentile } from './figure'
import { createRandom, writer } from './invented-words'

const NOTES = 10_000
const CHARACTERS = 1500
const QUERIES = 200
const UPDATES = 200
const MEGABYTE = 1e6
const MENTEES = 100
const FILES = 1000
const OPENINGS = 15
const PDFS = 5
const FRAME_MS = 1000 / 60

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}
const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

const timed = (work: () => void): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}

const longer = (one: SearchDocument): SearchDocument => ({
  ...one,
  words: { ...one.words, body: `${one.words.body} more` },
})

const measureEngine = (): readonly Figure[] => {
  const random = createRandom(42)
  const { text, wanted, word } = writer(random)
  const documents = Array.from(
    { length: NOTES },
    (_unused, index): SearchDocument => ({
      key: `r${index % MENTEES}/notes/n${index}`,
      record: `r${index % MENTEES}`,
      kind: 'note',
      id: `n${index}`,
      title: `${word()} ${word()}`,
      words: { name: '', body: text(CHARACTERS), detail: '' },
      mentee: `Mentee ${index % MENTEES}`,
      date: '2026-01-01',
      themes: [],
      visibility: 'memory-aid',
      rotation: '',
      states: [],
      shipped: false,
      due: '',
    }),
  )
  const megabytes = documents.reduce((sum, { words: { body } }) => sum + body.length, 0) / MEGABYTE
  const queries = Array.from({ length: QUERIES }, (_unused, index) => {
    const one = wanted()
    // A word, its beginning as it is typed, two words, a phrase that is there, a slip of the finger.
    const [first = '', second = ''] = (documents[index * 7]?.words.body ?? '').split(' ').slice(10)
    return [
      one,
      one.slice(0, 3),
      `${one} ${wanted()}`,
      `"${first} ${second}"`,
      `${one.slice(0, 2)}x${one.slice(3)}`,
    ][index % 5] as string
  })

  const empty = heap()
  const engine = createSearchEngine()
  const built = timed(() => {
    for (const one of documents) engine.put(one)
  })
  const ours = heap() - empty
  const found = queries.map((query) =>
    timed(() => void engine.search(parseQuery(query), { today: '2026-11-23', limit: 40 })),
  )
  const updated = documents.slice(0, UPDATES).map((one) => timed(() => engine.put(longer(one))))

  const before = heap()
  const plain = new MiniSearch<SearchDocument>({
    idField: 'key',
    fields: ['title', 'body', 'mentee'],
    extractField: (document, field) =>
      field === 'body' ? document.words.body : document[field as 'title' | 'mentee' | 'key'],
  })
  const plainBuilt = timed(() => plain.addAll(documents))
  const theirs = heap() - before
  const plainFound = queries.map((query) =>
    timed(
      () =>
        void plain.search(query.replaceAll('"', ''), {
          prefix: true,
          fuzzy: 0.2,
          combineWith: 'AND',
        }),
    ),
  )
  const plainUpdated = documents
    .slice(0, UPDATES)
    .map((one) => timed(() => plain.replace(longer(one))))

  return [
    figure(
      `query, 95th percentile of ${QUERIES} over ${NOTES.toLocaleString('en')} notes (one frame: ${FRAME_MS.toFixed(0)} ms)`,
      'ms',
      percentile(found, 0.95),
      percentile(plainFound, 0.95),
      `${FRAME_MS.toFixed(0)} ms`,
    ),
    figure('query, median', 'ms', median(found), median(plainFound)),
    figure('index built', 'ms', built, plainBuilt),
    figure('one note updated', 'ms', median(updated), median(plainUpdated)),
    figure(
      'memory for each MB of notes',
      'MB',
      ours / MEGABYTE / megabytes,
      theirs / MEGABYTE / megabytes,
    ),
  ]
}

/**
 * Milliseconds from a key to a frame in which what it opens is drawn. As text: the loader that runs the bench gives
 * functions names by a helper that the page does not have.
 */
const opened = (page: Page, key: string, selector: string): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    const from = performance.now()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', ctrlKey: true, bubbles: true }))
    const look = () => {
      if (document.querySelector('${selector}') === null) requestAnimationFrame(look)
      else requestAnimationFrame(() => resolve(performance.now() - from))
    }
    look()
  })`)

const measurePalette = async (): Promise<readonly Figure[]> => {
  const profile = await newProfile()
  const { text } = writer(createRandom(7))
  await writeVault(profile, PASSPHRASE, MENTEES, (record, number) =>
    record.transact(() => {
      createMentee(record, { name: `Mentee ${String(number).padStart(3, '0')} Bench` })
      for (let index = 0; index < NOTES / MENTEES; index++) {
        const id = notes.add(record, { title: `Note ${index}`, date: '2026-01-01' })
        startNote(record, { id, lines: [plainLine(text(CHARACTERS))] })
      }
    }),
  )
  const { page, quit } = await launch(profile)
  // The first unlock opens every record, since this vault was not written by the app; the second is like any other.
  await unlock(page)
  await page.getByText('still searching').waitFor({ state: 'detached' })
  const palette: number[] = []
  const overlay: number[] = []
  for (let round = 0; round < OPENINGS; round++) {
    palette.push(await opened(page, 'k', '#palette-list [data-action]'))
    await page.keyboard.press('Escape')
    await page.locator('#palette-list').waitFor({ state: 'detached' })
    overlay.push(await opened(page, '/', '[role="dialog"] kbd'))
    await page.keyboard.press('Escape')
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' })
  }
  await quit()
  await rm(profile, { recursive: true, force: true })
  return [
    figure(
      `palette, from the key to its lines drawn, ${NOTES.toLocaleString('en')} notes (a plain dialog)`,
      'ms',
      median(palette),
      median(overlay),
    ),
  ]
}

const measureImport = async (): Promise<readonly Figure[]> => {
  const { page, profile, quit } = await launch(await newProfile())
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  const { text, word } = writer(createRandom(11))
  const archive = join(profile, 'notes.zip')
  await writeFile(
    archive,
    zipSync(
      Object.fromEntries(
        Array.from({ length: FILES }, (_unused, index) => [
          `Amara Osei/${index}.md`,
          strToU8(
            `# ${word()} ${index}\n\n- [ ] ${text(60)}\n\n${text(700)}\n\n**${word()}** ${text(600)}\n`,
          ),
        ]),
      ),
    ),
  )
  await command(page, 'Import notes')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files or a ZIP' }).click()
  const from = performance.now()
  await (await chooser).setFiles(archive)
  const mine = page.getByRole('radio', { name: /^Me, for myself/ })
  await mine.waitFor({ timeout: 300_000 })
  const read = performance.now() - from
  await mine.check()
  const again = performance.now()
  await page.getByRole('button', { name: `Import ${FILES} notes` }).click()
  await page.getByRole('heading', { name: 'Done' }).waitFor({ timeout: 300_000 })
  const taken = performance.now() - again
  await quit()
  await rm(profile, { recursive: true, force: true })
  return [
    figure(
      `${FILES.toLocaleString('en')} Markdown files taken in (read and parsed only)`,
      'ms',
      read + taken,
      read,
    ),
  ]
}

const measurePdf = async (): Promise<readonly Figure[]> => {
  const { app, page, profile, quit } = await launch(await newProfile(), ['--demo'])
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 90_000 })
  await page.keyboard.press('Control+2')
  await page.getByText('MS4', { exact: true }).first().click()
  await command(page, 'Growth book')
  await page
    .getByRole('status', { name: 'Pages' })
    .getByText(/\d+ page/)
    .waitFor()
  const html = await page.locator('.print-sheet').innerHTML()
  const ours: number[] = []
  const alone: number[] = []
  for (let round = 0; round < PDFS; round++) {
    ours.push(
      await page.evaluate(async () => {
        const from = performance.now()
        await (
          window as unknown as { host: { page: { toPdf: (paper: string) => Promise<unknown> } } }
        ).host.page.toPdf('Letter')
        return performance.now() - from
      }),
    )
    alone.push(
      await app.evaluate(async ({ BrowserWindow }, body) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { sandbox: true, javascript: false },
        })
        await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(body)}`)
        const from = performance.now()
        await window.webContents.printToPDF({})
        const took = performance.now() - from
        window.destroy()
        return took
      }, html),
    )
  }
  await quit()
  await rm(profile, { recursive: true, force: true })
  return [
    figure('four years as PDF (the same page printed alone)', 'ms', median(ours), median(alone)),
  ]
}

export const measureFind = async (): Promise<readonly Figure[]> => [
  ...measureEngine(),
  ...(await measurePalette()),
  ...(await measureImport()),
  ...(await measurePdf()),
]
