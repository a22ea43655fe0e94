/** Rotations: which they are on a day, side by side too, and what each asks of the coach on which day. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { createRecord } from '../../crdt/record-clock'
import { plainLine } from '../../note-text/delta'
import { menteeStanding } from '../../views/attention'
import { briefOf } from '../../views/brief'
import { todayOf } from '../../views/today'
import { directoryOf, resources, resourcesAt } from '../caseload/resource'
import { leaving } from '../leaving'
import { createVaultProjector } from '../projection'
import { takeLeave } from './leave'
import { beginDebrief, isNewSite, rotationMoments, rotationNames, rotations } from './placement'

const emptyVault = createVaultProjector(createRecord(Date.now)).project()
const SURGERY = { block: 'Surgery', site: 'North', start: '2027-01-04', end: '2027-01-31' } as const

const recordWith = (...some: readonly Parameters<typeof rotations.add>[1][]) => {
  const record = newRecord()
  for (const one of some) rotations.add(record, one)
  return record
}
const moments = (input: Parameters<typeof rotations.add>[1]) => {
  const { rotations: all } = read(recordWith(input))
  return (day: string) => rotationMoments(all, day).map(({ what }) => what)
}

test('a rotation is asked about from a week before, for a week from its middle, and 3 to 10 days after it', () => {
  const on = moments(SURGERY)
  const days = (what: string, ...all: readonly string[]) =>
    expect(all.map((day) => on(day))).toEqual(all.map(() => (what === '' ? [] : [what])))
  days('', '2026-12-27', '2027-01-05', '2027-01-17', '2027-01-26', '2027-02-02', '2027-02-11')
  days('ahead', '2026-12-28', '2027-01-04')
  days('midway', '2027-01-18', '2027-01-25')
  days('debrief', '2027-02-03', '2027-02-10')
})

test('what was asked, or debriefed, is not asked for again; a short one has no middle', () => {
  const done = moments({
    ...SURGERY,
    startAsked: true,
    midFeedbackAsked: true,
    debriefOn: '2027-02-03',
  })
  expect(['2027-01-01', '2027-01-18', '2027-02-04'].flatMap(done)).toEqual([])
  expect(moments({ ...SURGERY, end: '2027-01-16' })('2027-01-11')).toEqual([])
})

test('parallel rotations of a longitudinal clerkship stand side by side', () => {
  const record = recordWith(
    { ...SURGERY, block: 'Pediatrics', start: '2027-01-05', end: '2027-12-20' },
    { ...SURGERY, block: 'Family medicine', end: '2027-12-20', kind: 'as-longitudinal' },
    { ...SURGERY, block: 'Over', start: '2026-01-05', end: '2026-12-20' },
  )
  const projection = read(record)
  expect(rotationNames(projection.rotations, '2027-03-01')).toBe('Family medicine, Pediatrics')
  expect(menteeStanding(projection, emptyVault, '2027-03-01').rotation).toBe(
    'Family medicine, Pediatrics',
  )
})

test('a site is new unless they were there in the month before, and its resources are found by its name', () => {
  const next = { ...SURGERY, block: 'Medicine', start: '2027-02-08', end: '2027-03-07' }
  const isNew = (site: string) => {
    const { rotations: all } = read(recordWith(SURGERY, { ...next, site }))
    return isNewSite(all, all.find(({ block }) => block === 'Medicine')!)
  }
  expect([isNew('north'), isNew('South'), isNew('')]).toEqual([false, true, false])
  const vault = createRecord(Date.now)
  resources.add(vault, { name: 'Gym', category: 'fitness', sites: ['South'] })
  const { resources: stored } = createVaultProjector(vault).project()
  expect(resourcesAt(directoryOf(stored), 'south').map(({ name }) => name)).toEqual(['Gym'])
  expect(resourcesAt(directoryOf(stored), 'North')).toEqual([])
})

test('Today and the brief ask, and leave somebody who is on leave alone', () => {
  const record = recordWith(SURGERY)
  const asked = (day: string) => [
    todayOf([read(record)], emptyVault, day).rotations.length,
    briefOf(read(record), [], day).rotations.length,
  ]
  expect(asked('2027-01-18')).toEqual([1, 1])
  const leave = { start: '2027-01-10', end: null, note: '', contact: '', returnPlan: '' }
  takeLeave(record, { ...leave, meetOn: null, cancel: false })
  expect(asked('2027-01-18')).toEqual([0, 0])
})

test('a debrief begins as a note of the coach’s own, and keeps its day', () => {
  const record = recordWith(SURGERY)
  const [one] = read(record).rotations
  beginDebrief(record, {
    rotation: one!.id,
    title: 'Debrief: Surgery',
    lines: [plainLine('Surgery, North')],
    today: '2027-02-03',
  })
  const after = read(record)
  expect(after.notes[0]).toMatchObject({ title: 'Debrief: Surgery', visibility: 'memory-aid' })
  expect(after.notes[0]?.body).toContain('Surgery, North')
  expect(after.rotations[0]?.debriefOn).toBe('2027-02-03')
})

test('a next coach gets the hours and whom they ask, and not what was asked of them', () => {
  const record = recordWith({
    ...SURGERY,
    hours: 'Nights',
    askWhom: 'Coordinator',
    startAsked: true,
  })
  const [given] = leaving(read(record), 'next-coach').items
  expect(given?.item).toMatchObject({ hours: 'Nights', askWhom: 'Coordinator' })
  for (const name of ['startAsked', 'midFeedbackAsked', 'expectationsRead', 'debriefOn'])
    expect(given?.item).not.toHaveProperty(name)
})
