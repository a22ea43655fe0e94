import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { meet, newRecord, read, TODAY, twin } from '../../../tests/steps/two-devices'
import { presentRecord } from '../../views/presenting'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { emptyVaultProjection } from '../projection'
import {
  BURNOUT_ANSWERS,
  BURNOUT_QUESTION,
  checkIns,
  hasVeryLowAnswer,
  instrumentsFor,
  isRealChange,
  keepCheckIn,
  measured,
  opensAfter,
  readWheel,
  scoreBurnout,
  scoreWho5,
  WHEEL_DIMENSIONS,
  WHO5_ANSWERS,
  WHO5_ITEMS,
} from './check-in'
import { settleSupport } from './support-offer'

const emptyVault = emptyVaultProjection(defaultSettings())

describe('WHO-5', () => {
  test.each([
    [[5, 5, 5, 5, 5], 100, 'usual', undefined],
    [[3, 3, 3, 2, 2], 52, 'usual', undefined],
    [[3, 3, 2, 2, 2], 48, 'low', 'resources'],
    [[2, 2, 2, 1, 1], 32, 'low', 'resources'],
    [[2, 2, 1, 1, 1], 28, 'very-low', 'support-card'],
    [[0, 0, 0, 0, 0], 0, 'very-low', 'support-card'],
  ] as const)('%j is %i of 100', (answers, percent, band, opens) => {
    expect(scoreWho5(answers)).toEqual({ raw: percent / 4, percent, band })
    expect(opensAfter('who-5', answers)).toBe(opens)
  })

  test('every raw sum from 0 to 25 has the band of its side of the two boundaries', () => {
    for (let raw = 0; raw <= 25; raw++) {
      const answers = [0, 1, 2, 3, 4].map((index) => Math.min(5, Math.max(0, raw - index * 5)))
      expect(scoreWho5(answers)?.band).toBe(raw <= 7 ? 'very-low' : raw <= 12 ? 'low' : 'usual')
    }
  })

  test('any missing answer, or one that is none, gives no score and opens nothing', () => {
    for (const answers of [
      [5, 5, 5, 5, null],
      [5, 5, 5, 5],
      [5, 5, 5, 5, 6],
      [5, 5, 5, 5, 2.5],
      [],
      [5, 5, 5, 5, 5, 5],
    ]) {
      expect(scoreWho5(answers)).toBeUndefined()
      expect(opensAfter('who-5', answers)).toBeUndefined()
    }
  })

  test('a change of three raw points is a real one, two are not', () => {
    const score = (raw: number) =>
      scoreWho5([0, 1, 2, 3, 4].map((index) => Math.min(5, Math.max(0, raw - index * 5))))!
    expect(isRealChange(score(10), score(13))).toBe(true)
    expect(isRealChange(score(13), score(10))).toBe(true)
    expect(isRealChange(score(10), score(12))).toBe(false)
    expect(isRealChange(score(10), score(10))).toBe(false)
  })

  test('the wording is the instrument’s own', () => {
    expect(WHO5_ITEMS).toEqual([
      'I have felt cheerful and in good spirits',
      'I have felt calm and relaxed',
      'I have felt active and vigorous',
      'I woke up feeling fresh and rested',
      'My daily life has been filled with things that interest me',
    ])
    expect(WHO5_ANSWERS).toEqual([
      [5, 'All of the time'],
      [4, 'Most of the time'],
      [3, 'More than half of the time'],
      [2, 'Less than half of the time'],
      [1, 'Some of the time'],
      [0, 'At no time'],
    ])
  })
})

describe('burnout, one question', () => {
  test.each([
    [1, false, undefined],
    [2, false, undefined],
    [3, true, 'resources'],
    [4, true, 'resources'],
    [5, true, 'support-card'],
  ] as const)('%i', (level, burnout, opens) => {
    expect(scoreBurnout([level])).toEqual({ level, burnout })
    expect(opensAfter('burnout', [level])).toBe(opens)
  })
  test('no answer is no level', () => {
    for (const answers of [[null], [], [0], [6], [3, 3]])
      expect(scoreBurnout(answers)).toBeUndefined()
  })
  test('the wording is the instrument’s own', () => {
    expect(BURNOUT_QUESTION).toBe(
      'Overall, based on your definition of burnout, how would you rate your level of burnout?',
    )
    expect(BURNOUT_ANSWERS.map(([score]) => score)).toEqual([1, 2, 3, 4, 5])
    expect(BURNOUT_ANSWERS[0][1]).toBe('I enjoy my work. I have no symptoms of burnout.')
    expect(BURNOUT_ANSWERS[1][1]).toBe(
      "Occasionally I am under stress, and I don't always have as much energy as I once did, but I don't feel burned out.",
    )
    expect(BURNOUT_ANSWERS[3][1]).toBe(
      "The symptoms of burnout that I'm experiencing won't go away. I think about frustration at work a lot.",
    )
  })
})

test('the wheel has eight dimensions, a shape without gaps, and opens nothing', () => {
  expect(WHEEL_DIMENSIONS).toHaveLength(8)
  expect(readWheel([1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ emotional: 1, spiritual: 8 })
  expect(readWheel([1, 2, 3, 4, 5, 6, 7, null])).toBeUndefined()
  expect(opensAfter('wheel', [0, 0, 0, 0, 0, 0, 0, 0])).toBeUndefined()
})

test('“talked about, not recorded” and “the number is not kept” are never measured', () => {
  const record = newRecord()
  checkIns.add(record, { keeping: 'talked', date: '2026-11-01' })
  checkIns.add(record, { keeping: 'no-number', date: '2026-11-02' })
  checkIns.add(record, { keeping: 'number', date: '2026-11-03', answers: [1, 1, 1, 1, 1] })
  expect(measured(read(record).checkIns, 'who-5').map(({ date }) => date)).toEqual(['2026-11-03'])
})

describe('a low check-in', () => {
  const given = {
    instrument: 'who-5',
    date: TODAY,
    keeping: 'number',
    answers: [1, 1, 1, 1, 0],
    words: 'Nights are hard',
    tend: '',
    step: '',
  } as const
  const waiting = (record: ReturnType<typeof newRecord>) =>
    todayOf([read(record)], emptyVault, TODAY).support.map(({ mentee, item }) => ({
      mentee,
      ...item,
    }))

  test('waits on Today until it was acted on, on the other laptop too', () => {
    const a = newRecord()
    expect(keepCheckIn(a, given)).toBe('support-card')
    expect(waiting(a)).toEqual([{ mentee: 'Amara Osei', since: TODAY }])
    const b = twin(a)
    expect(waiting(b)).toEqual(waiting(a))
    settleSupport(b)
    meet(a, b)
    expect(waiting(a)).toEqual([])
    expect(keepCheckIn(a, { ...given, answers: [5, 5, 5, 5, 5] })).toBeUndefined()
    expect(waiting(a)).toEqual([])
  })

  test('on two laptops apart: acting on the one leaves the other', () => {
    const a = newRecord()
    keepCheckIn(a, given)
    const b = twin(a)
    settleSupport(a)
    keepCheckIn(b, { ...given, date: '2026-11-25' })
    meet(a, b)
    expect(waiting(a)).toEqual([{ mentee: 'Amara Osei', since: '2026-11-25' }])
    expect(waiting(b)).toEqual(waiting(a))
  })

  test.each(['number', 'no-number', 'talked'] as const)(
    'keeps what the mentee chose: %s',
    (keeping) => {
      const record = newRecord()
      keepCheckIn(record, { ...given, keeping })
      const [one] = read(record).checkIns
      expect(one?.answers).toEqual(keeping === 'number' ? given.answers : [])
      expect(one?.words).toBe(keeping === 'talked' ? '' : given.words)
      // Whatever is kept, support is owed.
      expect(waiting(record)).toHaveLength(1)
    },
  )

  test('how low it was is in nothing that waits, and no day remains of one that was acted on', () => {
    const owed = (answers: readonly number[]): unknown => {
      const record = newRecord()
      keepCheckIn(record, { ...given, keeping: 'no-number', answers })
      return { waits: waiting(record), stored: [...record.getMap('supportOwed').values()] }
    }
    expect(owed([0, 0, 0, 0, 0])).toEqual(owed([3, 3, 2, 2, 2]))
    const record = newRecord()
    keepCheckIn(record, { ...given, date: '2026-03-17' })
    const [check] = read(record).checkIns
    record.getMap('checkIns').delete(check?.id ?? '')
    settleSupport(record)
    expect(Buffer.from(Y.encodeStateAsUpdate(record)).includes('2026-03-17')).toBe(false)
  })

  test('is not on a screen that others look at', () => {
    const record = newRecord()
    keepCheckIn(record, given)
    expect(todayOf([presentRecord(read(record))], emptyVault, TODAY).support).toEqual([])
  })
})

test('the burnout question, which asks about work, is offered from the clerkships on', () => {
  expect(instrumentsFor(2)).toEqual(['who-5', 'wheel'])
  expect(instrumentsFor(3)).toContain('burnout')
  expect(instrumentsFor(null)).toContain('burnout')
})

test('one answer of 0 or 1 stands out, whatever the sum', () => {
  expect(hasVeryLowAnswer([5, 5, 5, 5, 1])).toBe(true)
  expect(hasVeryLowAnswer([2, 2, 2, 2, 2])).toBe(false)
})
