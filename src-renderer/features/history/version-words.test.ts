/** When a version was replaced, as the coach would say it, and what its texts are called (version-words.ts). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { momentWords, textWords } from './version-words'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 27, 20, 0) })
})
afterEach(() => {
  vi.useRealTimers()
})

const at = (day: number, hour: number): string => new Date(2026, 10, day, hour, 40).toISOString()

test.each([
  [at(27, 9), 'This morning, 9:40 AM'],
  [at(27, 13), 'This afternoon, 1:40 PM'],
  [at(27, 19), 'This evening, 7:40 PM'],
  [at(26, 9), 'Yesterday, 9:40 AM'],
  [at(23, 9), 'Monday, 9:40 AM'],
  [at(3, 9), 'Nov 3, 9:40 AM'],
  // By a clock that was ahead.
  [at(29, 9), 'Nov 29, 9:40 AM'],
])('%s is “%s”', (moment, words) => {
  expect(momentWords(moment, '2026-11-27').replaceAll('\u202f', ' ')).toBe(words)
})

test('a text is called as in its form: by its field, its section, or what it is a part of', () => {
  const goal = { kind: 'goals', id: 'a' } as const
  expect(textWords(goal, 'title', '', [])).toBe('Goal')
  expect(textWords(goal, 'milestones/b/title', '', [])).toBe('Milestone')
  const reflection = { kind: 'reflections', id: 'a' } as const
  const own = [
    {
      id: 'mine',
      title: 'Mine',
      attribution: '',
      sections: [{ id: 's', title: 'What stays', prompt: '' }],
    },
  ]
  expect(textWords(reflection, 'sections/s', 'mine', own)).toBe('What stays')
})
