import { expect, test } from 'vitest'
import { plainLine } from '../note-text/delta'
import { minutesProposed, proposeSessionEnding } from './session-ending'

const TODAY = '2026-11-26'
const lines = (...texts: readonly string[]) => texts.map((text) => plainLine(text))

test('the end proposes the last thought, the day to meet and what to follow up, each from its own sentence', () => {
  expect(
    proposeSessionEnding(
      lines(
        'Nights are hard until December 20. She will protect Sundays.',
        'Follow up on the dean’s letter next Friday.',
        'We meet again in two weeks.',
      ),
      TODAY,
    ),
  ).toEqual({
    takeaway: 'She will protect Sundays.',
    next: { day: '2026-12-10', words: 'in two weeks' },
    followUp: { day: '2026-12-04', about: 'Follow up on the dean’s letter next Friday.' },
  })
})

test('a line that says what the takeaway is wins over the last sentence', () => {
  expect(
    proposeSessionEnding(
      lines('Takeaway: I can ask earlier.', 'Then we talked about the exam.'),
      TODAY,
    ).takeaway,
  ).toBe('I can ask earlier.')
})

test('headings, tasks and code are no sentences, and a follow-up without a day is a week ahead', () => {
  const { takeaway, next, followUp } = proposeSessionEnding(
    [
      plainLine('Ask how the call schedule went'),
      plainLine('Plan for the next block', { kind: 'heading2' }),
      plainLine('Send the letter by Friday', { kind: 'task' }),
    ],
    TODAY,
  )
  expect({ takeaway, next }).toEqual({ takeaway: '', next: undefined })
  expect(followUp).toEqual({ day: '2026-12-03', about: 'Ask how the call schedule went' })
})

test('an empty note proposes nothing', () => {
  expect(proposeSessionEnding(lines(''), TODAY)).toEqual({
    takeaway: '',
    next: undefined,
    followUp: undefined,
  })
})

test('how long it was is proposed from the timer, and from the plan where that was left on', () => {
  const since = Date.UTC(2026, 10, 24, 15)
  const after = (minutes: number, startedAt: number | null = since, planned = 30) =>
    minutesProposed({ startedAt, minutes: planned }, since + minutes * 60_000)
  expect(after(52)).toEqual({ minutes: 52, ranOn: undefined })
  expect(after(240)).toEqual({ minutes: 240, ranOn: undefined })
  expect(after(1150)).toEqual({ minutes: 30, ranOn: 1150 })
  // One that was begun without a plan has no length yet.
  expect(after(1150, since, 0)).toEqual({ minutes: 45, ranOn: 1150 })
  expect(after(52, null)).toEqual({ minutes: 30, ranOn: undefined })
  expect(after(-5)).toEqual({ minutes: 0, ranOn: undefined })
})
