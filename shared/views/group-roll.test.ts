/** A group's session calls whoever is enrolled that day. */
import { expect, test } from 'vitest'
import { newRecord } from '../../tests/steps/two-devices'
import { createProjector } from '../model/projection'
import { enrolments } from '../model/record/enrolment'
import type { GroupSession } from '../model/record/group-session'
import { editMentee } from '../model/record/mentee'
import { nextGroupSession } from './attention'
import { groupRoll } from './group-roll'

const inGroup = (id: string, reachGroup: string) => {
  const record = newRecord()
  editMentee(record, { next: { name: id, reachGroup } })
  return { id, record, project: () => createProjector(id, record).project() }
}
const names = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id)

test('who is on leave that day is not called, and has no group session ahead, unless they came', () => {
  const [amara, dana, wei] = [inGroup('amara', 'A'), inGroup('dana', 'A'), inGroup('wei', 'B')]
  enrolments.add(dana.record, { state: 'on-leave', start: '2026-10-01', end: '2027-03-01' })
  const records = [amara, dana, wei].map((one) => one.project())
  const session = { group: 'A', date: '2026-11-18', present: [] as readonly string[] }
  const roll = groupRoll(records, session)
  expect([names(roll.members), names(roll.away)]).toEqual([['amara'], ['dana']])
  const came = groupRoll(records, { ...session, present: ['dana', 'wei'] })
  expect([names(came.members), came.away]).toEqual([['amara', 'dana', 'wei'], []])
  const back = groupRoll(records, { ...session, date: '2027-03-02' })
  expect(names(back.members)).toEqual(['amara', 'dana'])

  const planned = { ...session, status: 'planned', deletedAt: null } as unknown as GroupSession
  const ahead = (index: number) => nextGroupSession([planned], records[index]!, '2026-11-01')?.date
  expect([ahead(0), ahead(1), ahead(2)]).toEqual(['2026-11-18', undefined, undefined])
})
