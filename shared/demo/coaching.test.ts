/** The invented coach's own page: there is something of everything on it, whatever the day, and nobody else in it. */
import { expect, test } from 'vitest'
import { sampleOn } from '../../tests/steps/sample'
import { workingOn } from '../model/caseload/coach-goal'
import { markSample, removeSample } from '../model/caseload/sample'
import { createVaultProjector } from '../model/projection'
import { tallyOf } from '../views/coach-feedback'

test.each(['2026-11-26', '2026-07-01', '2027-01-03', '2027-06-30', '2028-02-29'])(
  'the coach’s own page has something of everything on %s, names no mentee, and goes with the sample',
  (today) => {
    const { vault, vaultDoc, records } = sampleOn(today)
    const { coachGoals, afterthoughts, feedbackRounds, coachReflections, work } = vault
    const own = { coachGoals, afterthoughts, feedbackRounds, coachReflections, work }
    expect(feedbackRounds.map((one) => tallyOf(one)?.sheets).sort()).toEqual([7, undefined])
    expect(workingOn(coachGoals)?.title).toMatch(/^Ask/)
    const words = JSON.stringify(own)
    for (const { mentee } of records)
      for (const name of mentee.name.split(' '))
        expect(words).not.toMatch(new RegExp(`\\b${name}\\b`))
    const dates = words.match(/"date":"[^"]+"/g) ?? []
    expect(dates.every((date) => date <= `"date":"${today}"`)).toBe(true)
    const ids = Object.values(own).flatMap((all) => all.map(({ id }) => id))
    markSample(vaultDoc, { records: [], weeks: [], groups: [], coaching: ids })
    removeSample(vaultDoc, undefined)
    const left = createVaultProjector(vaultDoc).project()
    expect([left.coachGoals, left.afterthoughts, left.feedbackRounds, left.work]).toEqual([
      [],
      [],
      [],
      [],
    ])
  },
)
