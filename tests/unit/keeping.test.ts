/** How long things are kept and waited for: backups, records, passphrases, the recovery sheet. */
import dayjs from 'dayjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsToDrop, isBackupDue } from '../../shared/model/backup-schedule'
import { dueErasures, type Erasure, reviewDay } from '../../shared/model/ending'
import { initialsOf } from '../../shared/model/presenting'
import type { RecordProjection } from '../../shared/model/projection'
import { asksForSheet } from '../../shared/model/recovery'
import { remainingWait, waitAfter } from '../../src-main/attempts'
import type { Profile } from '../../src-main/profile'

const NOW = '2026-11-23T12:00:00.000Z'
const at = (hoursAgo: number) => ({
  id: String(hoursAgo),
  createdAt: dayjs(NOW).subtract(hoursAgo, 'hour').toISOString(),
})

describe('backups', () => {
  test('daily for two weeks, weekly for three months, monthly for two years', () => {
    const daily = Array.from({ length: 900 }, (_, day) => at(day * 24))
    const dropped = new Set(backupsToDrop(daily, NOW))
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
        const dropped = backupsToDrop(backups, NOW)
        expect(dropped).not.toContain(String(Math.min(...hours)))
        for (const id of dropped) {
          if (Number(id) >= 14 * 24) continue
          const day = dayjs(at(Number(id)).createdAt).format('YYYY-MM-DD')
          const later = hours.filter((hour) => hour < Number(id))
          expect(later.some((hour) => dayjs(at(hour).createdAt).format('YYYY-MM-DD') === day)).toBe(true)
        }
      }),
    )
  })

  test('one is due when the newest is from yesterday, or there is none', () => {
    expect(isBackupDue([], NOW)).toBe(true)
    expect(isBackupDue([at(3), at(40)], NOW)).toBe(false)
    expect(isBackupDue([at(21), at(40)], NOW)).toBe(true)
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

  test('an erasure is due after its fourteen days, and waits for a hold to be lifted', () => {
    const request = {
      id: 'e',
      record: 'r',
      done: false,
      dueOn: '2026-11-20',
      deletedAt: null,
    } as unknown as Erasure
    const records = (hold: string) => ({ r: { mentee: { hold } } as unknown as RecordProjection })
    expect(dueErasures([request], records(''), '2026-11-19')).toEqual([])
    expect(dueErasures([request], records(''), '2026-11-20')).toEqual([request])
    expect(dueErasures([request], records('A dispute'), '2026-12-20')).toEqual([])
    expect(dueErasures([{ ...request, done: true }], records(''), '2026-11-20')).toEqual([])
  })
})

test('the recovery sheet is asked for twice a year, and not before it was made', () => {
  const day = (date: string): number => Date.parse(date)
  expect(asksForSheet({ known: false, keptAt: '', seenAt: '' }, day('2026-11-23'))).toBe(false)
  const kept = { known: true, keptAt: '2026-01-01T00:00:00.000Z', seenAt: '' }
  expect(asksForSheet(kept, day('2026-06-01'))).toBe(false)
  expect(asksForSheet(kept, day('2026-07-10'))).toBe(true)
  expect(asksForSheet({ ...kept, seenAt: '2026-07-10T00:00:00.000Z' }, day('2026-07-11'))).toBe(false)
})

test('initials leave nothing of a name but its first letters', () => {
  expect(initialsOf('Amara Osei')).toBe('A. O.')
  expect(initialsOf('Emeka Adeyemi-Balogun')).toBe('E. A. B.')
  expect(initialsOf('  łukasz  ')).toBe('Ł.')
})
