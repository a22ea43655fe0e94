/** An escalation's first hour: its steps by kind, and a clock that says whom and when until it is passed on, and no more. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { briefOf } from '../../views/brief'
import { presentRecord } from '../../views/presenting'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { onPaper } from '../leaving'
import { emptyVaultProjection } from '../projection'
import { firstStepsOf, markFirstStep, stillToTell, tellByOf } from './first-steps'
import { addTold, editEscalation, escalations, signEscalation } from './referral'

const DAY = '2026-11-20'
const vault = emptyVaultProjection(defaultSettings())
const urgentDay = (input: Parameters<typeof escalations.add>[1] = {}) => {
  const record = newRecord()
  const id = escalations.add(record, {
    date: DAY,
    kind: 'self-harm',
    seen: 'canary facts',
    tellBy: '2026-11-21',
    tellByTime: '09:30',
    ...input,
  })
  const waits = () => stillToTell(read(record).escalations)
  return { record, id, waits }
}
const one = (record: ReturnType<typeof newRecord>) => read(record).escalations[0] as never

test('the clock counts the hours that the policy gives, over midnight too; without any there is none', () => {
  expect(tellByOf(24, DAY, '09:05')).toEqual({ tellBy: '2026-11-21', tellByTime: '09:05' })
  expect(tellByOf(2, DAY, '23:30')).toEqual({ tellBy: '2026-11-21', tellByTime: '01:30' })
  expect(tellByOf(1, DAY, '00:10')).toEqual({ tellBy: DAY, tellByTime: '01:10' })
  expect(tellByOf(0, DAY, '09:05')).toEqual({ tellBy: null, tellByTime: null })
})

test('Today and the brief say whom and when until it is passed on, and nothing of what it is about', () => {
  const { record, id, waits } = urgentDay()
  const now = todayOf([read(record)], vault, DAY)
  expect(now.toTell).toEqual([
    { record: 'r', mentee: 'Amara Osei', item: { id, by: '2026-11-21', time: '09:30' } },
  ])
  expect(JSON.stringify(now)).not.toMatch(/canary|self-harm/)
  expect(briefOf(read(record), [], DAY).toTell).toHaveLength(1)
  // It does not go away by itself.
  expect(todayOf([read(record)], vault, '2026-12-24').toTell).toHaveLength(1)

  editEscalation(record, { id, next: { passedOn: DAY } })
  expect(waits()).toEqual([])
  editEscalation(record, { id, next: { passedOn: null } })
  addTold(record, { of: id, name: 'Dean Ito' })
  expect(waits()).toEqual([])
})

test('nobody is reminded of one that is closed or has no clock; a signed one can still be passed on', () => {
  expect(urgentDay({ tellBy: null }).waits()).toEqual([])
  expect(urgentDay({ closedOn: DAY }).waits()).toEqual([])
  const { record, id, waits } = urgentDay()
  signEscalation(record, id)
  expect(waits()).toHaveLength(1)
  editEscalation(record, { id, next: { passedOn: DAY } })
  expect(waits()).toEqual([])
})

test('neither a shared screen nor the printed brief tells that there is a call to make', () => {
  const { record } = urgentDay()
  expect(todayOf([presentRecord(read(record))], vault, DAY).toTell).toEqual([])
  expect(briefOf(presentRecord(read(record)), [], DAY).toTell).toEqual([])
  expect(briefOf(onPaper(read(record)), [], DAY).toTell).toEqual([])
})

test('the steps follow the kind, keep the day each was taken on, and stay as they are once it is signed', () => {
  const { record, id } = urgentDay()
  const taken = () => firstStepsOf(one(record)).flatMap((step) => step.doneOn ?? [])
  expect(firstStepsOf(one(record))[0]).toMatchObject({ id: 'askDirectly', doneOn: null })
  markFirstStep(record, { id, step: 'askDirectly', today: DAY })
  markFirstStep(record, { id, step: 'notAlone', today: DAY })
  markFirstStep(record, { id, step: 'notAlone', today: null })
  expect(taken()).toEqual([DAY])
  signEscalation(record, id)
  markFirstStep(record, { id, step: 'notAlone', today: DAY })
  expect(taken()).toEqual([DAY])
  const former = urgentDay({ kind: 'sexual-misconduct' }).record
  expect(firstStepsOf(one(former)).map((step) => step.id)).toContain('confidential')
})
