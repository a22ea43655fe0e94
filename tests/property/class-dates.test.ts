/**
 * Laptops that take in, set and take back days of one class apart: each thing of the plan is one line on all of them, and
 * no day that somebody wrote down, unknown to who wrote another, is gone unsaid. The seed is printed on failure.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../shared/crdt/record-clock'
import { dateStandingsOf, takeBackSchool, takeInSchool } from '../../shared/exchange/school-dates'
import { classDates, setClassDay } from '../../shared/model/caseload/class-date'
import { adoptPlan } from '../../shared/model/caseload/class-plan'
import { createVaultProjector } from '../../shared/model/projection'
import { pathOf } from '../../shared/views/class-path'
import { meet } from '../steps/two-devices'

const RUNS = Number(process.env.HISTORIES ?? 150)
const CLASS = 2028
const MILESTONES = ['boards-2', 'graduation']
const laptop = (): Y.Doc => createRecord(Date.now)
const shown = (vault: Y.Doc) => createVaultProjector(vault).project()

/** Takes in what a file says, as the dialog does; returns what takes it back. */
const takeIn = (vault: Y.Doc, milestone: string, start: string, words: string) => {
  const found = { key: start, words, milestone, classYear: CLASS, start, taken: true }
  const [standing] = dateStandingsOf([found], classDates.readAll(vault))
  return takeInSchool(vault, {
    weeks: [],
    dates: standing?.what === 'known' ? [] : [{ ...found, known: standing?.known }],
    turnover: '07-01',
  })
}
const adopt = (vault: Y.Doc, degree: 'md' | 'do' = 'md') =>
  adoptPlan(vault, { classYear: CLASS, degree, today: '2026-08-20' })

/** What a coach can see of one thing's days: on its line, and in the notice that offers the other value. */
const daysSaid = (vault: Y.Doc, milestone: string): readonly unknown[] => {
  const now = shown(vault)
  const lines = pathOf(now, CLASS).filter((one) => one.milestone === milestone)
  const ids = now.classDates.filter((one) => one.milestone === milestone).map(({ id }) => id)
  const offered = now.conflicts.filter(({ id, field }) => ids.includes(id) && field === 'date')
  return [
    ...lines.flatMap(({ date, otherDays }) => [date, ...otherDays]),
    ...offered.flatMap(({ others }) => others),
  ]
}

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2027-07-${String(one).padStart(2, '0')}`)
const words = fc.constantFrom('Step 2 deadline', 'COMLEX Level 2')
const plan = fc.constantFrom('none', 'here', 'there', 'before', 'as DO there')

test('two laptops that take in two days for one thing have one line, and both days are said', () => {
  fc.assert(
    fc.property(plan, day, day, words, words, (plan, one, another, here, there) => {
      const a = laptop()
      if (plan === 'before') adopt(a)
      const b = laptop()
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
      if (plan === 'here') adopt(a)
      if (plan === 'there' || plan === 'as DO there') adopt(b, plan === 'there' ? 'md' : 'do')
      takeIn(a, 'boards-2', one, here)
      takeIn(b, 'boards-2', another, there)
      meet(a, b)
      for (const vault of [a, b]) {
        const lines = pathOf(shown(vault), CLASS).filter(
          ({ milestone }) => milestone === 'boards-2',
        )
        expect(lines).toHaveLength(1)
        expect(lines[0]).toMatchObject({ monthOnly: false })
        expect(daysSaid(vault, 'boards-2')).toEqual(expect.arrayContaining([one, another]))
      }
      expect(pathOf(shown(b), CLASS)).toEqual(pathOf(shown(a), CLASS))
    }),
    { numRuns: RUNS },
  )
})

const step = fc.record({
  device: fc.nat(2),
  other: fc.nat(2),
  what: fc.constantFrom('take in', 'take back', 'adopt', 'set', 'meet'),
  milestone: fc.constantFrom(...MILESTONES),
  day,
  words,
})

test('three laptops, random days and meetings: the same path on all, with each thing once', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 30 }), (steps) => {
      const vaults = [laptop(), laptop(), laptop()]
      const taken = new Map<number, ReturnType<typeof takeIn>>()
      for (const { device, other, what, milestone, day, words } of steps) {
        const vault = vaults[device]!
        if (what === 'take in') taken.set(device, takeIn(vault, milestone, day, words))
        else if (what === 'adopt') adopt(vault)
        else if (what === 'meet') meet(vault, vaults[other]!)
        else if (what === 'take back') {
          const last = taken.get(device)
          if (last !== undefined) takeBackSchool(vault, last)
          taken.delete(device)
        } else {
          const line = pathOf(shown(vault), CLASS).find((one) => one.milestone === milestone)
          if (line !== undefined && 'own' in line.of)
            setClassDay(vault, { id: line.id, base: line.of.own, day })
        }
      }
      meet(...vaults)
      const paths = vaults.map((vault) => pathOf(shown(vault), CLASS))
      for (const path of paths) {
        expect(path).toEqual(paths[0])
        expect(new Set(path.map(({ milestone }) => milestone)).size).toBe(path.length)
      }
    }),
    { numRuns: RUNS },
  )
})
