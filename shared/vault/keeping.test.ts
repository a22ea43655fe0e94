/** How long things are kept and waited for: backups, records, passphrases, the recovery sheet. */
import dayjs from 'dayjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Profile } from '../../src-main/disk/profile'
import { remainingWait, waitAfter } from '../../src-main/guard/attempts'
import { aheadOf, backupsToDrop, isBackupDue } from '../model/caseload/backup-schedule'
import type { Erasure, Substitution } from '../model/caseload/ending'
import { asksForSheet } from '../model/caseload/recovery'
import type { RecordProjection } from '../model/projection'
import { endingsDue, reviewDay, toReview } from '../views/endings-due'
import { initialsOf } from '../views/presenting'

const NOW = '2026-11-23T12:00:00.000Z'
const DAY = { seen: '2026-11-23', today: '2026-11-23' }
const YEARS_AHEAD = '2029-11-23'
const at = (hoursAgo: number) => ({
  id: String(hoursAgo),
  createdAt: dayjs(NOW).subtract(hoursAgo, 'hour').toISOString(),
})

describe('backups', () => {
  test('daily for two weeks, weekly for three months, monthly for two years', () => {
    const daily = Array.from({ length: 900 }, (_, day) => at(day * 24))
    const dropped = new Set(backupsToDrop(daily, DAY))
    const kept = daily.filter(({ id }) => !dropped.has(id))
    const age = (days: number) => kept.filter(({ id }) => Number(id) < days * 24).length
    expect(age(14)).toBe(14)
    expect(age(91) - age(14)).toBeGreaterThanOrEqual(11)
    expect(age(91) - age(14)).toBeLessThanOrEqual(14)
    expect(age(730) - age(91)).toBeGreaterThanOrEqual(20)
    expect(age(730) - age(91)).toBeLessThanOrEqual(23)
    expect(kept.length).toBe(age(731))
  })

  test('whatever the times: the newest stays, and so does a day’s last one for two weeks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(24 * 1000), { minLength: 1, maxLength: 60 }), (hours) => {
        const backups = hours.map(at)
        const dropped = backupsToDrop(backups, DAY)
        expect(dropped).not.toContain(String(Math.min(...hours)))
        for (const id of dropped) {
          if (Number(id) >= 14 * 24) continue
          const day = dayjs(at(Number(id)).createdAt).format('YYYY-MM-DD')
          const later = hours.filter((hour) => hour < Number(id))
          expect(later.some((hour) => dayjs(at(hour).createdAt).format('YYYY-MM-DD') === day)).toBe(
            true,
          )
        }
      }),
    )
  })

  test('one is due when the newest is from yesterday, or there is none', () => {
    expect(isBackupDue([], NOW)).toBe(true)
    expect(isBackupDue([at(3), at(40)], NOW)).toBe(false)
    expect(isBackupDue([at(21), at(40)], NOW)).toBe(true)
  })

  describe('under a clock that is wrong', () => {
    const daily = Array.from({ length: 20 }, (_, day) => at(day * 24))
    const fromTheFuture = { id: 'future', createdAt: '2029-11-23T12:00:00.000Z' }
    const usual = backupsToDrop(daily, DAY)

    test('one that is written while it is three years ahead makes no other go', () => {
      expect(usual.length).toBeLessThan(6)
      const all = [fromTheFuture, ...daily]
      expect(backupsToDrop(all, DAY)).toEqual(usual)
      // The day on which it is ahead, as the laptop takes it to be.
      expect(backupsToDrop(all, { ...DAY, today: YEARS_AHEAD })).toEqual([])
      expect(backupsToDrop(all, { seen: '2026-11-24', today: '2026-11-30' })).not.toContain(
        'future',
      )
    })

    test('nothing goes while it is behind, nor before the vault is sure of any day', () => {
      expect(backupsToDrop(daily, { ...DAY, today: '2023-11-23' })).toEqual([])
      // The vault's day was confirmed by mistake: the true date is behind it, and no backup is three years old.
      expect(backupsToDrop(daily, { seen: YEARS_AHEAD, today: DAY.today })).toEqual([])
      expect(backupsToDrop(daily, { seen: null, today: YEARS_AHEAD })).toEqual([])
    })

    test('those later than the vault’s day take no other’s place, and are not judged', () => {
      const behind = { seen: '2026-11-20', today: DAY.today }
      const before = daily.filter(({ createdAt }) => createdAt < '2026-11-22')
      expect(backupsToDrop(daily, behind)).toEqual(backupsToDrop(before, behind))
      // Ages go by the vault's day, which weekends and a holiday have left behind the date.
      const more = Array.from({ length: 34 }, (_, day) => at(day * 24))
      expect(backupsToDrop(more, { seen: '2026-11-01', today: DAY.today })).toEqual([])
      // The last one that can be judged stays, whatever is dated later.
      expect(backupsToDrop([fromTheFuture, at(800 * 24)], DAY)).toEqual([])
    })

    test('backups go on being due: one from the future stands for no other', () => {
      expect(isBackupDue([fromTheFuture, at(21)], NOW)).toBe(true)
      expect(isBackupDue([fromTheFuture, at(3)], NOW)).toBe(false)
      expect(aheadOf([fromTheFuture, at(3), at(-2)], NOW)).toEqual([fromTheFuture])
    })

    test('a clock behind finds all others in the future, writes one, and is content with it for a day', () => {
      const behind = '2023-11-23T12:00:00.000Z'
      expect(isBackupDue(daily, behind)).toBe(true)
      const written = { id: 'behind', createdAt: behind }
      expect(isBackupDue([written, ...daily], '2023-11-23T13:00:00.000Z')).toBe(false)
      // Set back a little, the one just written is not taken for one of the future.
      expect(isBackupDue([written, ...daily], '2023-11-23T10:00:00.000Z')).toBe(false)
      expect(isBackupDue([written, ...daily], '2023-11-24T10:00:00.000Z')).toBe(true)
    })
  })
})

describe('wrong passphrases', () => {
  const profile = (failed: number, lastAt: number) =>
    ({ get: () => ({ attempts: { failed, lastAt } }) }) as Profile

  test('three are free; then the wait doubles, up to five minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 0, 2000, 4000, 8000, 16_000])
    expect(waitAfter(50)).toBe(300_000)
  })

  test('a clock that is set back starts the wait anew; one that goes on shortens it', () => {
    expect(remainingWait(profile(4, 1000), 2000)).toBe(3000)
    expect(remainingWait(profile(4, 1000), 6000)).toBe(0)
    expect(remainingWait(profile(4, 1_000_000), 2000)).toBe(4000)
  })
})

describe('records', () => {
  test('the coach is asked a year after the end, or on the day that was set; never while coaching goes on', () => {
    expect(reviewDay({ endedOn: null, keepUntil: null }, 1)).toBe(null)
    expect(reviewDay({ endedOn: '2026-06-30', keepUntil: null }, 1)).toBe('2027-06-30')
    expect(reviewDay({ endedOn: '2026-06-30', keepUntil: '2030-01-01' }, 1)).toBe('2030-01-01')
  })

  test('the time to look at a record comes by the vault’s day, not by a clock', () => {
    const record = {
      mentee: { endedOn: '2026-06-30', keepUntil: null, deletedAt: null },
    } as unknown as RecordProjection
    expect(toReview([record], 1, '2027-06-29')).toEqual([])
    expect(toReview([record], 1, '2027-06-30')).toEqual([record])
    expect(toReview([record], 1, null)).toEqual([])
  })
})

describe('what is due to be erased', () => {
  const request = {
    id: 'e',
    record: 'r',
    done: false,
    dueOn: '2026-11-23',
    deletedAt: null,
  } as unknown as Erasure
  const lent = {
    id: 's',
    record: 'l',
    until: '2026-11-22',
    deletedAt: null,
  } as unknown as Substitution
  const records = (hold: string) => ({ r: { mentee: { hold } } as unknown as RecordProjection })
  const dueOf = (erasures: readonly Erasure[], seen: string | null, today: string, hold = '') =>
    endingsDue({ erasures, substitutions: [] }, records(hold), { seen, today })

  test('a request after its fourteen days, and once a hold is lifted', () => {
    expect(dueOf([request], '2026-11-22', '2026-11-22').erasures).toEqual([])
    expect(dueOf([request], '2026-11-23', '2026-11-23')).toMatchObject({
      erasures: [request],
      sure: true,
    })
    expect(dueOf([request], '2026-12-20', '2026-12-20', 'A dispute').erasures).toEqual([])
    expect(dueOf([{ ...request, done: true }], '2026-11-23', '2026-11-23').erasures).toEqual([])
  })

  test('with a clock that is ahead the date is asked first; with none that is known, nothing is due', () => {
    expect(dueOf([request], '2026-11-09', YEARS_AHEAD)).toMatchObject({
      erasures: [request],
      sure: false,
    })
    expect(dueOf([request], '2026-11-22', '2026-11-23')).toMatchObject({
      erasures: [request],
      sure: false,
    })
    // Due by the vault's day as well: but no certificate is dated by a clock that is three years ahead.
    expect(dueOf([request], '2026-11-23', YEARS_AHEAD).sure).toBe(false)
    expect(dueOf([request], null, YEARS_AHEAD).erasures).toEqual([])
  })

  test('with a clock that is behind, what is due by the vault’s day stays due, and the date is asked first', () => {
    expect(dueOf([request], '2026-11-23', '2023-11-23')).toMatchObject({
      erasures: [request],
      sure: false,
    })
    expect(dueOf([request], '2026-11-22', '2023-11-23').erasures).toEqual([])
  })

  test('what was lent, after its day and by the same rules', () => {
    const dueOn = (seen: string, today: string) =>
      endingsDue({ erasures: [], substitutions: [lent] }, {}, { seen, today })
    expect(dueOn('2026-11-22', '2026-11-22').substitutions).toEqual([])
    expect(dueOn('2026-11-23', '2026-11-23')).toMatchObject({ substitutions: [lent], sure: true })
    expect(dueOn('2026-11-10', YEARS_AHEAD)).toMatchObject({ substitutions: [lent], sure: false })
    expect(dueOn('2026-11-22', '2026-11-23')).toMatchObject({ substitutions: [lent], sure: false })
  })
})

test('the recovery sheet is asked for twice a year, and not before it was made', () => {
  const day = (date: string): number => Date.parse(date)
  expect(asksForSheet({ known: false, keptAt: '', seenAt: '' }, day('2026-11-23'))).toBe(false)
  const kept = { known: true, keptAt: '2026-01-01T00:00:00.000Z', seenAt: '' }
  expect(asksForSheet(kept, day('2026-06-01'))).toBe(false)
  expect(asksForSheet(kept, day('2026-07-10'))).toBe(true)
  expect(asksForSheet({ ...kept, seenAt: '2026-07-10T00:00:00.000Z' }, day('2026-07-11'))).toBe(
    false,
  )
})

test('initials leave nothing of a name but its first letters', () => {
  expect(initialsOf('Amara Osei')).toBe('A. O.')
  expect(initialsOf('Emeka Adeyemi-Balogun')).toBe('E. A. B.')
  expect(initialsOf('  łukasz  ')).toBe('Ł.')
})
