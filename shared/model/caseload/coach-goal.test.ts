/** What the coach works on themselves: one of it is kept in mind, and looked back at on its day. */
import { expect, test } from 'vitest'
import { createRecord } from '../../crdt/record-clock'
import { presentVault } from '../../views/presenting'
import { createVaultProjector } from '../projection'
import { afterthoughts } from './afterthought'
import { closedCoachGoals, coachGoals, lookBack, toLookBackOn, workingOn } from './coach-goal'
import { startRound } from './feedback-round'

const begun = () => {
  const vault = createRecord(Date.now)
  const ask = coachGoals.add(vault, { title: 'Ask once more', lookBackOn: '2026-11-20' })
  const wait = coachGoals.add(vault, { title: 'Wait', lookBackOn: '2026-12-20' })
  coachGoals.add(vault, { title: 'Some day' })
  const reads = () => createVaultProjector(vault).project()
  return { vault, ask, wait, reads, goals: () => reads().coachGoals }
}
const titles = (all: readonly { readonly title: string }[]) => all.map(({ title }) => title)

test('what is to be looked back at first is what the coach is working on; once all are closed, nothing is', () => {
  const { vault, ask, wait, goals } = begun()
  expect(workingOn(goals())?.title).toBe('Ask once more')
  expect(titles(toLookBackOn(goals(), '2026-11-19'))).toEqual([])
  expect(titles(toLookBackOn(goals(), '2026-11-20'))).toEqual(['Ask once more'])
  const look = (id: string, status: 'active' | 'achieved' | 'let-go', lookBackOn: string | null) =>
    lookBack(vault, { id, date: '2026-11-21', how: 'Twice', status, lookBackOn })
  look(ask, 'active', '2027-01-20')
  expect(workingOn(goals())?.title).toBe('Wait')
  look(ask, 'achieved', '2027-03-01')
  look(wait, 'let-go', null)
  expect(workingOn(goals())?.title).toBe('Some day')
  for (const { id } of goals()) coachGoals.edit(vault, { id, next: { status: 'achieved' } })
  expect(workingOn(goals())).toBeUndefined()
  const asked = closedCoachGoals(goals()).find(({ id }) => id === ask)
  expect(asked).toMatchObject({ lookBackOn: null, lookBacks: [{ how: 'Twice' }, { how: 'Twice' }] })
})

test('while others look on nothing of it is there', () => {
  const { vault, reads } = begun()
  afterthoughts.add(vault, { date: '2026-11-20', asked: 'told' })
  startRound(vault, 'Spring 2027')
  expect(presentVault(reads())).toMatchObject({
    coachGoals: [],
    afterthoughts: [],
    feedbackRounds: [],
  })
})
