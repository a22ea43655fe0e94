/** What is taken into the index, and when (search-index.ts). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createProjector, type RecordProjection } from '../../../shared/model/projection'
import { notes, startNote } from '../../../shared/model/record/note'
import { textForWriting } from '../../../shared/model/record/note-text'
import { plainLine } from '../../../shared/note-text/delta'
import { newRecord } from '../../../tests/steps/two-devices'
import type { LiveRecord } from '../record/live-record'
import type { SessionListeners } from '../session/open-vault'
import { emptyReadModel, type ReadModel } from '../session/read-model'
import type { SearchRequest } from './search.worker'
import { createSearchIndex } from './search-index'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const open = async () => {
  const doc = newRecord()
  const id = notes.add(doc, { title: 'A note' })
  startNote(doc, { id, lines: [plainLine('before')] })
  const projector = createProjector('amara', doc)
  const read = (): Record<string, RecordProjection> => ({ amara: projector.project() })
  const model = createStore<ReadModel>(() => ({ ...emptyReadModel(), records: read() }))
  let listeners: SessionListeners | undefined
  const sent: SearchRequest[] = []
  const index = createSearchIndex(
    {
      model,
      listen: (given) => {
        listeners = given
        return () => undefined
      },
      use: async (_record, use) => use({ doc } as LiveRecord),
    },
    {
      postMessage: (request: SearchRequest) => void sent.push(request),
      terminate: () => undefined,
    } as unknown as Worker,
  )
  await vi.advanceTimersByTimeAsync(100)
  const words = (): string => JSON.stringify(sent.splice(0))
  words()
  return {
    index,
    words,
    /** Far down in a note: no screen shows another word, and the model stays as it is (publisher.ts). */
    type: (word: string) => {
      textForWriting(doc, id)?.insert(0, word)
      const { amara } = read()
      if (amara !== undefined) listeners?.projected?.(amara, doc)
    },
    erase: () => model.setState({ records: {} }),
  }
}

test('what is typed is taken in once for many keys, after a while', async () => {
  const { words, type } = await open()
  for (const key of 'after ') type(key)
  vi.advanceTimersByTime(1000)
  expect(words()).toBe('[]')
  vi.advanceTimersByTime(9000)
  const taken = words()
  expect(taken).toContain('retfabefore')
  expect(taken.match(/retfabefore/g)).toHaveLength(1)
})

test('a question finds what was typed just before it', async () => {
  const { index, words, type } = await open()
  type('Xylo')
  void index.search('xylo', { limit: 5 } as never)
  const asked = words()
  expect(asked.indexOf('Xylobefore')).toBeGreaterThan(0)
  expect(asked.indexOf('Xylobefore')).toBeLessThan(asked.indexOf('"typed":"xylo"'))
})

test('what is erased meanwhile is taken out, and not put in again', async () => {
  const { words, type, erase } = await open()
  type('Xylo')
  erase()
  vi.advanceTimersByTime(5000)
  expect(words()).not.toContain('Xylo')
})

test('whoever searches before all is read does not wait for an idle moment', async () => {
  vi.stubGlobal('requestIdleCallback', () => 0)
  const doc = newRecord()
  const projector = createProjector('amara', doc)
  const records = { amara: projector.project() }
  const model = createStore<ReadModel>(() => ({ ...emptyReadModel(), records }))
  const read: string[] = []
  const index = createSearchIndex(
    {
      model,
      listen: () => () => undefined,
      use: async (record, use) => {
        read.push(record)
        return use({ doc } as LiveRecord)
      },
    },
    { postMessage: () => undefined, terminate: () => undefined } as unknown as Worker,
  )
  await vi.advanceTimersByTimeAsync(5000)
  expect(read).toEqual([])
  void index.search('word', { today: '2026-11-24', limit: 5, presenting: false })
  await vi.advanceTimersByTimeAsync(50)
  expect(read).toEqual(['amara'])
  expect(index.progress.getState()).toMatchObject({ done: 1, of: 1 })
})
