/**
 * Random histories of laptops whose clocks are off by anything, that are opened on some days and meet now and then. The
 * vault's day never goes back, never runs ahead of the true date by more than a day for each clock that is ahead, and
 * nothing that was asked for is due before its fourteen days.
 */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addDays, daysBetween } from '../../shared/base/day'
import { createRecord } from '../../shared/crdt/record-clock'
import { askToErase, COOLING_OFF_DAYS, erasures } from '../../shared/model/caseload/ending'
import { confirmDay, readSeenDay, stampDay } from '../../shared/model/caseload/seen-day'
import { endingsDue } from '../../shared/views/endings-due'
import { meet } from '../steps/two-devices'

const RUNS = Number(process.env.HISTORIES ?? 300)
const START = '2026-11-24'

const offset = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -4, max: 4 }),
  fc.integer({ min: -2000, max: 2000 }),
)
const step = fc.record({
  what: fc.constantFrom('open', 'open', 'open', 'meet', 'sleep', 'ask'),
  device: fc.nat(2),
  other: fc.nat(2),
  days: fc.integer({ min: 1, max: 4 }),
})

/** The vault as the first laptop made it, and as the others got it. */
const laptops = (number: number): readonly Y.Doc[] => {
  const docs = Array.from({ length: number }, () => createRecord(Date.now))
  const [first] = docs
  if (first === undefined) throw new Error('no laptop')
  confirmDay(first, { device: '0', today: START })
  meet(...docs)
  return docs
}

test('clocks that are off by any constant: a floor, a bound, and fourteen days', () => {
  fc.assert(
    fc.property(
      fc.array(offset, { minLength: 2, maxLength: 3 }),
      fc.array(step, { maxLength: 120 }),
      (offsets, steps) => {
        const docs = laptops(offsets.length)
        const ahead = offsets.filter((off) => off > 0).length
        const asked = new Map<
          string,
          { readonly seen: string; readonly on: string; readonly right: boolean }
        >()
        let date = START
        for (const { what, device, other, days } of steps) {
          const at = device % docs.length
          const doc = docs[at] as Y.Doc
          const off = offsets[at] as number
          const today = addDays(date, off)
          const before = docs.map(readSeenDay)
          if (what === 'sleep') date = addDays(date, days)
          if (what === 'meet') meet(doc, docs[other % docs.length] as Y.Doc)
          if (what === 'open') stampDay(doc, { device: String(at), today })
          if (what === 'ask') {
            const id = askToErase(doc, { record: 'r', name: '', why: '', today })
            asked.set(id, { seen: readSeenDay(doc) ?? '', on: date, right: off === 0 })
          }
          for (const [index, one] of docs.entries()) {
            const seen = readSeenDay(one) ?? ''
            expect(seen >= (before[index] ?? '')).toBe(true)
            expect(daysBetween(date, seen)).toBeLessThanOrEqual(ahead)
          }
          const due = endingsDue(
            { erasures: erasures.readAll(doc), substitutions: [] },
            {},
            { seen: readSeenDay(doc), today: addDays(date, off) },
          )
          for (const { id } of due.sure ? due.erasures : []) {
            const { seen = '', on = '', right = false } = asked.get(id) ?? {}
            expect(daysBetween(seen, readSeenDay(doc) ?? '')).toBeGreaterThanOrEqual(
              COOLING_OFF_DAYS,
            )
            if (right)
              expect(daysBetween(on, date)).toBeGreaterThanOrEqual(COOLING_OFF_DAYS - ahead)
          }
        }
      },
    ),
    { numRuns: RUNS },
  )
})

test('clocks that say anything at any moment: one day for each opening at most', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          ...{ what: fc.constantFrom('open', 'open', 'meet') },
          device: fc.nat(2),
          off: offset,
        }),
        {
          maxLength: 60,
        },
      ),
      (steps) => {
        const docs = laptops(3)
        for (const { what, device, off } of steps) {
          const doc = docs[device] as Y.Doc
          const before = readSeenDay(doc) ?? ''
          if (what === 'meet') meet(...docs)
          else {
            const written = Y.encodeStateAsUpdate(doc).length
            const open = { device: String(device), today: addDays(START, off) }
            stampDay(doc, open)
            expect(daysBetween(before, readSeenDay(doc) ?? '')).toBeLessThanOrEqual(1)
            // Once a day and laptop: the second opening of a day writes nothing.
            const once = Y.encodeStateAsUpdate(doc)
            stampDay(doc, open)
            expect(Y.encodeStateAsUpdate(doc)).toEqual(once)
            expect(once.length).toBeGreaterThanOrEqual(written)
          }
          expect((readSeenDay(doc) ?? '') >= before).toBe(true)
        }
      },
    ),
    { numRuns: RUNS },
  )
})
