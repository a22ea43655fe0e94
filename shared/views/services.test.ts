/** What the directory says for a mentee and a day. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { directoryOf, resources } from '../model/caseload/resource'
import { createVaultProjector } from '../model/projection'
import { goals } from '../model/record/goal'
import { editMentee } from '../model/record/mentee'
import { rotations } from '../model/record/placement'
import { servicesAtSite, toCheckNow, workshopsAhead } from './services'

const DAY = '2026-11-24'
const JULY = '07-01'
const directory = (...some: readonly Parameters<typeof resources.add>[1][]) => {
  const vault = createRecord(Date.now)
  for (const one of some) resources.add(vault, one)
  return directoryOf(createVaultProjector(vault).project().resources)
}

test('a workshop is ahead for its years, for a month, and of those with themes for whoever has such a goal', () => {
  const record = newRecord()
  editMentee(record, { next: { classYear: 2029 } })
  const all = directory(
    { name: 'For all', dates: ['2026-12-01', '2026-11-23', '2027-03-01'] },
    { name: 'Tests', dates: ['2026-12-02'], themes: ['Exams'] },
    { name: 'Seniors', dates: ['2026-12-03'], years: ['4'] },
  )
  const titles = () => workshopsAhead(all, read(record), DAY, JULY).map(({ title }) => title)
  expect(titles()).toEqual(['For all'])
  const goal = goals.add(record, { title: 'Step 1', themes: ['exams'], status: 'active' })
  expect(titles()).toEqual(['For all', 'Tests'])
  goals.edit(record, { id: goal, next: { status: 'achieved' } })
  expect(titles()).toEqual(['For all'])
})

test('the services of the site are those of the rotation of that day', () => {
  const record = newRecord()
  rotations.add(record, {
    block: 'Surgery',
    site: 'North Campus ',
    start: '2026-11-01',
    end: '2026-11-30',
  })
  const all = directory(
    { name: 'Gym north', sites: ['north campus'] },
    { name: 'Gym south', sites: ['South'] },
  )
  const names = (day: string) =>
    servicesAtSite(all, read(record), day, JULY).services.map(({ name }) => name)
  expect(names(DAY)).toEqual(['Gym north'])
  expect(names('2026-12-01')).toEqual([])
})

test('contacts that nobody checked for a year are asked for in July, and in no other month', () => {
  const all = directory(
    { name: 'Never', contact: '1' },
    { name: 'Long ago', contact: '1', checkedOn: '2026-06-30' },
    { name: 'Lately', contact: '1', checkedOn: '2026-07-02' },
    { name: 'Nothing to check' },
  )
  const names = (day: string) => toCheckNow(all, day, JULY).map(({ name }) => name)
  expect(names('2027-07-01')).toEqual(['Never', 'Long ago'])
  expect(names('2027-08-01')).toEqual([])
})
