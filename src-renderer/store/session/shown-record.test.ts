/** How what is shown of an open record follows it (shown-record.ts). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { FROM_ENVELOPE } from '../../../shared/envelope/envelope'
import { PUT_BACK } from '../../../shared/model/history/put-back'
import { showRecord } from './shown-record'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const show = () => {
  const doc = new Y.Doc()
  const text = doc.getText('words')
  const published: string[] = []
  const stored: (string | undefined)[] = []
  let isShown = true
  const shown = showRecord(doc, {
    isShown: () => isShown,
    projectorOf: () => ({ project: () => text.toString(), destroy: () => undefined }),
    publish: (words) => published.push(words),
    store: async () => {
      stored.push(published.at(-1))
    },
  })
  const write = (word: string, origin: unknown): void =>
    doc.transact(() => text.insert(text.length, word), origin)
  return {
    shown,
    published,
    stored,
    hide: () => {
      isShown = false
    },
    run: (word: string) => write(word, null),
    type: (word: string) => write(word, 'editor'),
    putBack: (word: string) => write(word, PUT_BACK),
    arrive: (word: string) => write(word, FROM_ENVELOPE),
  }
}

test('a command and what comes in are shown in the same moment, typing in its pauses', () => {
  const { published, run, type, putBack, arrive } = show()
  run('a')
  vi.advanceTimersByTime(0)
  arrive('b')
  vi.advanceTimersByTime(0)
  expect(published).toEqual(['a', 'ab'])
  putBack('!')
  vi.advanceTimersByTime(0)
  expect(published).toEqual(['a', 'ab', 'ab!'])
  for (const key of ['c', 'd', 'e']) {
    type(key)
    vi.advanceTimersByTime(300)
  }
  expect(published).toEqual(['a', 'ab', 'ab!'])
  vi.advanceTimersByTime(600)
  expect(published).toEqual(['a', 'ab', 'ab!', 'ab!cde'])
})

test('the copy for the next unlock is of what is there when it is made, also in the middle of typing', () => {
  const { stored, run, type } = show()
  run('a')
  vi.advanceTimersByTime(4900)
  type('b')
  vi.advanceTimersByTime(100)
  expect(stored).toEqual(['ab'])
})

test('a record whose key was destroyed is not shown again', () => {
  const { published, run, hide } = show()
  hide()
  run('a')
  vi.advanceTimersByTime(0)
  expect(published).toEqual([])
})

test('nothing of it runs on once the record is closed', () => {
  const { shown, published, stored, run, type } = show()
  run('a')
  vi.advanceTimersByTime(0)
  type('b')
  shown.end()
  run('c')
  vi.advanceTimersByTime(10_000)
  expect([published, stored]).toEqual([['a'], []])
})
