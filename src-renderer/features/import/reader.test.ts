/** The way in for files from outside, with a worker that does what each test wants of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MOST_BATCH_BYTES, MOST_BATCH_FILES, MOST_FILE_BYTES } from '../../../shared/base/limits'
import { err, ok } from '../../../shared/base/result'
import { FakeWorker, lastWorker } from '../../../tests/steps/fake-worker'
import { readPages } from './read-pages'
import { createReader, READING_MS, type Reader } from './reader'

const newReader = () => createReader(() => new FakeWorker())
const csv = () => new File(['Name\nAmara'], 'roster.csv')

beforeEach(() => {
  FakeWorker.started = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

describe('a file from outside', () => {
  test('is read by a worker that goes on to the next', async () => {
    const reader = newReader()
    for (const answer of ['first', 'second']) {
      const reading = reader.read('roster', csv())
      lastWorker().answer(ok(answer))
      expect(await reading).toEqual(ok(answer))
    }
    expect(FakeWorker.started).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(10 * READING_MS)
    expect(lastWorker().ended).toBe(false)
  })
  test('that takes ten seconds ends its worker, and the next one gets another', async () => {
    const reader = newReader()
    const slow = reader.read('roster', csv())
    const first = lastWorker()
    await vi.advanceTimersByTimeAsync(READING_MS - 1)
    expect(first.ended).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await slow).toEqual(err('too-slow'))
    expect(first.ended).toBe(true)
    const next = reader.read('roster', csv())
    expect(lastWorker()).not.toBe(first)
    lastWorker().answer(ok('read'))
    expect(await next).toEqual(ok('read'))
  })
  test('that is not waited for any more ends its worker at once', async () => {
    const reader = newReader()
    const reading = reader.read('roster', csv())
    reader.cancel()
    expect(await reading).toEqual(err('cancelled'))
    expect(lastWorker().ended).toBe(true)
    // Another one chosen instead.
    const given = reader.read('roster', csv())
    const instead = reader.read('roster', csv())
    expect(await given).toEqual(err('cancelled'))
    lastWorker().answer(ok('instead'))
    expect(await instead).toEqual(ok('instead'))
  })
  test('whose worker fails, or whose answer cannot be handed over, is damaged', async () => {
    const reader = newReader()
    const failing = reader.read('roster', csv())
    lastWorker().onerror?.(new Event('error') as ErrorEvent)
    expect(await failing).toEqual(err('damaged'))
    const garbled = reader.read('roster', csv())
    lastWorker().onmessageerror?.(new MessageEvent('messageerror'))
    expect(await garbled).toEqual(err('damaged'))
    expect(FakeWorker.started.every(({ ended }) => ended)).toBe(true)
  })
})

const note = (path: string) => ({
  path,
  about: '',
  pictures: false,
  note: { id: path, title: path, date: '2026-11-24', themes: [], text: [] },
})
/** Reads every page, except for those that a test wants otherwise. */
const reading = (
  otherwise: (path: string) => ReturnType<typeof err<'too-slow'>> | undefined = () => undefined,
  entries: readonly { readonly name: string; readonly content: Uint8Array }[] = [],
): Reader => ({
  read: (async (what: string, asked: { readonly path: string }) =>
    what === 'archive'
      ? ok(
          ok({
            files: entries,
            problems: [
              { name: 'inner.zip', why: 'unwanted' },
              { name: 'a.png', why: 'unwanted' },
            ],
          }),
        )
      : (otherwise(asked.path) ?? ok(ok([note(asked.path)])))) as unknown as Reader['read'],
  cancel: () => undefined,
})
const file = (name: string, size = 1): File => {
  const one = new File(['x'], name, { lastModified: 0 })
  Object.defineProperty(one, 'size', { value: size })
  return one
}
const batch = async (files: readonly File[], reader: Reader) => {
  const found = await readPages(
    files,
    reader,
    () => undefined,
    () => false,
  )
  return {
    read: found?.pages.map(({ path }) => path),
    problems: found?.problems.map(({ path, why }) => `${path}: ${why}`),
  }
}

describe('a batch of files', () => {
  test('comes in without those that could not be read', async () => {
    const found = await batch(
      ['a.md', 'slow.md', '.hidden.md', 'b.md'].map((name) => file(name)),
      reading((path) => (path === 'slow.md' ? err('too-slow') : undefined)),
    )
    expect(found).toEqual({ read: ['a.md', 'b.md'], problems: ['slow.md: too-slow'] })
  })
  test('has the pages of its archives, and says what else was in them', async () => {
    const found = await batch(
      [file('all.zip')],
      reading(undefined, [{ name: 'a.md', content: new Uint8Array(1) }]),
    )
    expect(found).toEqual({
      read: ['all.zip/a.md'],
      problems: ['all.zip/inner.zip: archive-inside', 'all.zip/a.png: unknown-type'],
    })
  })
  test('ends at 200 MB and at 5,000 files, and says which stayed out', async () => {
    const large = Array.from({ length: 11 }, (_, index) => file(`${index}.md`, MOST_FILE_BYTES))
    expect((await batch(large, reading())).problems).toEqual(['10.md: too-many'])
    const content = new Uint8Array(MOST_FILE_BYTES)
    const inflated = Array.from({ length: 11 }, (_, index) => ({
      name: `${index}.md`,
      content,
    }))
    expect((await batch([file('all.zip')], reading(undefined, inflated))).problems).toContain(
      'all.zip/10.md: too-many',
    )
    expect((await batch([file('all.zip', MOST_BATCH_BYTES + 1)], reading())).problems).toEqual([
      'all.zip: too-many',
    ])
    const many = Array.from({ length: MOST_BATCH_FILES + 1 }, (_, index) => file(`${index}.md`))
    expect((await batch(many, reading())).problems).toEqual([`${MOST_BATCH_FILES}.md: too-many`])
  })
  test('that is cancelled gives nothing', async () => {
    let asked = 0
    const reader = reading(() => {
      asked++
      return undefined
    })
    expect(
      await readPages(
        [file('a.md'), file('b.md')],
        reader,
        () => undefined,
        () => asked > 0,
      ),
    ).toBeUndefined()
    expect(asked).toBe(1)
  })
})
