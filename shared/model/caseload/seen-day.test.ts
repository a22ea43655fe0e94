/** The vault's own day, under clocks that are ahead, behind, and right. */

import dayjs from 'dayjs'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { createJumpWatch } from '../../../src-renderer/context/jump-watch'
import { meet } from '../../../tests/steps/two-devices'
import { addDays } from '../../base/day'
import { createRecord } from '../../crdt/record-clock'
import { addRecordEntry } from '../../crdt/vault-record'
import { endingsDue } from '../../views/endings-due'
import { touchedIn } from './device'
import { askToErase, erasures } from './ending'
import { keepRecoveryKey } from './recovery'
import { confirmDay, isDoubtful, readSeenDay, stampDay } from './seen-day'

const TODAY = '2026-11-24'
const AHEAD = '2029-11-23'

/** A vault that laptop "a" has open on a day. */
const vaultOf = (seen = TODAY): Y.Doc => {
  const vault = createRecord(Date.now)
  confirmDay(vault, { device: 'a', today: seen })
  return vault
}
const open = (vault: Y.Doc, device: string, ...days: readonly string[]): string | null => {
  for (const today of days) stampDay(vault, { device, today })
  return readSeenDay(vault)
}
const dueIn = (vault: Y.Doc, today: string) =>
  endingsDue(
    { erasures: erasures.readAll(vault), substitutions: [] },
    {},
    { seen: readSeenDay(vault), today },
  )

describe('the vault’s day', () => {
  test('goes on with a clock that is right, on one laptop or on two in turn', () => {
    const vault = vaultOf()
    expect(open(vault, 'a', '2026-11-25')).toBe('2026-11-25')
    expect(open(vault, 'b', '2026-11-25', '2026-11-26')).toBe('2026-11-26')
    expect(open(vault, 'a', '2026-11-27')).toBe('2026-11-27')
  })

  test('a clock three years ahead moves it by a day for each day, and not when it is opened', () => {
    const vault = vaultOf()
    expect(open(vault, 'b', AHEAD)).toBe(TODAY)
    expect(open(vault, 'b', AHEAD, addDays(AHEAD, 1))).toBe('2026-11-25')
    expect(open(vault, 'a', '2026-11-25')).toBe('2026-11-25')
    // Put right, the clock does not count what it counted ahead.
    expect(open(vault, 'b', '2026-11-25', '2026-11-26')).toBe('2026-11-26')
  })

  test('two clocks that are ahead count a day once', () => {
    const vault = vaultOf()
    let seen: string | null = ''
    for (let day = 0; day <= 10; day++)
      for (const device of ['b', 'c']) seen = open(vault, device, addDays(AHEAD, day))
    expect(seen).toBe(addDays(TODAY, 10))
  })

  test('a clock behind changes nothing', () => {
    const vault = vaultOf()
    expect(open(vault, 'b', '2023-01-01', '2023-01-02')).toBe(TODAY)
  })

  test('a weekend leaves it behind the date, and the coach brings it to it', () => {
    const vault = vaultOf('2026-11-27')
    expect(open(vault, 'a', '2026-11-30')).toBe('2026-11-28')
    confirmDay(vault, { device: 'a', today: '2026-11-30' })
    expect(readSeenDay(vault)).toBe('2026-11-30')
  })

  test('a date that was confirmed by mistake is put back by the coach, on every laptop', () => {
    const vault = vaultOf()
    const other = createRecord(Date.now)
    meet(vault, other)
    confirmDay(vault, { device: 'a', today: AHEAD })
    meet(vault, other)
    expect(open(other, 'b', '2026-11-25')).toBe(AHEAD)
    confirmDay(other, { device: 'b', today: '2026-11-25' })
    meet(vault, other)
    expect(readSeenDay(vault)).toBe('2026-11-25')
    expect(open(vault, 'a', '2026-11-26')).toBe('2026-11-26')
  })

  test('a laptop that has just joined says nothing before it has the vault', () => {
    const joined = createRecord(Date.now)
    expect(open(joined, 'b', AHEAD)).toBe(null)
    meet(vaultOf(), joined)
    expect(open(joined, 'b', AHEAD)).toBe(TODAY)
  })

  test('a new vault begins today; one of before begins when something was last put into it', () => {
    const vault = createRecord(Date.now)
    keepRecoveryKey(vault, new Uint8Array(32))
    addRecordEntry(vault, { id: 'r', key: new Uint8Array(32), listedBy: 'home' })
    const today = dayjs().format('YYYY-MM-DD')
    expect(open(vault, 'a', addDays(today, 1200))).toBe(today)
    const behind = createRecord(Date.now)
    keepRecoveryKey(behind, new Uint8Array(32))
    expect(open(behind, 'a', '2020-01-01')).toBe('2020-01-01')
  })

  test('is no news for other laptops, and a stamp that cannot be read counts for none', () => {
    const vault = vaultOf()
    const touched: unknown[] = []
    vault.on('afterTransaction', (transaction: Y.Transaction) =>
      touched.push(...touchedIn(transaction)),
    )
    open(vault, 'b', '2026-11-25')
    expect(touched).toEqual([])
    vault.getMap('seenDays').set('c', 'tomorrow')
    expect(readSeenDay(vault)).toBe('2026-11-25')
  })

  test('is doubted when the clock is behind it, or further ahead than a holiday', () => {
    expect(
      ['2026-11-23', TODAY, '2026-12-25', '2026-12-26', '2026-11-22', AHEAD].map((today) =>
        isDoubtful({ seen: TODAY, today }),
      ),
    ).toEqual([false, false, false, true, true, true])
    expect(isDoubtful({ seen: null, today: AHEAD })).toBe(false)
  })
})

describe('a request to erase', () => {
  const ask = (vault: Y.Doc, today: string): string =>
    askToErase(vault, { record: 'r', name: 'Amara Osei', why: '', today })

  test('asked for a minute ago, is not due by another laptop’s clock that is years ahead', () => {
    const vault = vaultOf()
    ask(vault, TODAY)
    const other = createRecord(Date.now)
    meet(vault, other)
    open(other, 'b', AHEAD)
    expect(dueIn(other, AHEAD)).toMatchObject({ erasures: [{ record: 'r' }], sure: false })
    // However often it is opened: thirteen days of its own do not make fourteen.
    for (let day = 1; day <= 13; day++) open(other, 'b', addDays(AHEAD, day))
    expect(dueIn(other, addDays(AHEAD, 13)).sure).toBe(false)
    meet(vault, other)
    expect(dueIn(vault, addDays(TODAY, 13)).erasures).toEqual([])
  })

  test('asked for with a clock that is behind, waits its fourteen days all the same', () => {
    const vault = vaultOf()
    ask(vault, '2023-05-01')
    expect(erasures.readAll(vault)[0]).toMatchObject({ askedOn: TODAY, dueOn: '2026-12-08' })
    expect(dueIn(vault, TODAY).erasures).toEqual([])
    expect(dueIn(vault, '2023-05-20').erasures).toEqual([])
  })

  test('is due once the coach has confirmed the date', () => {
    const vault = vaultOf()
    ask(vault, TODAY)
    expect(dueIn(vault, '2026-12-08').sure).toBe(false)
    confirmDay(vault, { device: 'a', today: '2026-12-08' })
    expect(dueIn(vault, '2026-12-08')).toMatchObject({ erasures: [{ record: 'r' }], sure: true })
  })
})

describe('a clock that jumps while the vault is open', () => {
  const DAY = 24 * 3600_000
  const watchFrom = (start: string) => {
    const time = { wall: Date.parse(start), steady: 5000 }
    const watch = createJumpWatch(
      () => time.wall,
      () => time.steady,
    )
    return {
      ...watch,
      pass: (wall: number, steady = wall) => {
        time.wall += wall
        time.steady += steady
        return watch.look()
      },
    }
  }

  test('is said at the second look, with the date that it would be', () => {
    for (const jump of [1100 * DAY, -1100 * DAY]) {
      const clock = watchFrom('2026-11-24T12:00:00')
      expect(clock.pass(DAY)).toBeUndefined()
      expect(clock.pass(jump, 0)).toBeUndefined()
      expect(clock.pass(60_000)).toBe('2026-11-25')
      // Put right again.
      expect(clock.pass(-jump, 0)).toBeUndefined()
    }
  })

  test('is no jump after a sleep, by an hour of summer time, or once the coach says that it is right', () => {
    const clock = watchFrom('2026-11-24T12:00:00')
    expect(clock.pass(3600_000, 0)).toBeUndefined()
    expect(clock.pass(60_000)).toBeUndefined()
    clock.pass(5 * DAY, 0)
    clock.rebase()
    expect(clock.pass(60_000)).toBeUndefined()
    clock.pass(5 * DAY, 0)
    expect(clock.pass(60_000)).toBe('2026-11-29')
    clock.rebase()
    expect(clock.pass(60_000)).toBeUndefined()
  })
})
