/** docs/merging.md, case by case: what two devices do apart, and what a coach finds when they meet. */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { expectSame, meet, newRecord, read, TODAY, twin } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { plainLine, plainText } from '../note-text/delta'
import { setSettings } from './caseload/caseload'
import { createVaultProjector } from './projection'
import { actionItems } from './record/action-item'
import { addGoal, editGoal, goals, milestones } from './record/goal'
import { groupSessions } from './record/group-session'
import { editMentee } from './record/mentee'
import { notes, startNote } from './record/note'
import { allLines } from './record/note-text'
import { setMark } from './record/reach'
import { reflections } from './record/reflection'
import { settle } from './settling'

describe('both stay', () => {
  test('two devices adding milestones to one goal', () => {
    const a = newRecord()
    const goal = addGoal(a, { title: 'G', today: TODAY })
    const b = twin(a)
    milestones.add(a, { of: goal, title: 'from a' })
    milestones.add(b, { of: goal, title: 'from b' })
    meet(a, b)
    expectSame(a, b)
    expect(
      read(a)
        .goals[0]?.milestones.map(({ title }) => title)
        .sort(),
    ).toEqual(['from a', 'from b'])
  })

  test('two devices editing different fields of one mentee', () => {
    const a = newRecord()
    const b = twin(a)
    editMentee(a, { base: { pronouns: '', phone: '' }, next: { pronouns: 'she/her', phone: '' } })
    editMentee(b, { base: { pronouns: '', phone: '' }, next: { pronouns: '', phone: '555' } })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).mentee).toMatchObject({ pronouns: 'she/her', phone: '555' })
    expect(read(a).conflicts).toEqual([])
  })

  test('two devices writing in one long text', () => {
    const a = newRecord()
    const id = reflections.add(a, { sections: { what: 'middle' } })
    const b = twin(a)
    const edit = (record: Y.Doc, next: string) =>
      reflections.edit(record, {
        id,
        base: { sections: { what: 'middle' } },
        next: { sections: { what: next } },
      })
    edit(a, 'before middle')
    edit(b, 'middle after')
    meet(a, b)
    expectSame(a, b)
    expect(read(a).reflections[0]?.sections.what).toBe('before middle after')
  })

  test('two devices marking different REACH components of one week', () => {
    const a = newRecord()
    const b = twin(a)
    setMark(a, { week: 'w', part: 'reflection', mark: 'done' })
    setMark(b, { week: 'w', part: 'coaching', mark: 'planned' })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).reachMarks).toMatchObject({
      'w/reflection': { mark: 'done' },
      'w/coaching': { mark: 'planned' },
    })
    expect(read(a).conflicts).toEqual([])
  })

  test('one device adding a theme that the other removes beside another one', () => {
    const a = newRecord()
    const id = notes.add(a, { themes: ['sleep', 'family'] })
    const b = twin(a)
    notes.edit(a, {
      id,
      base: { themes: ['sleep', 'family'] },
      next: { themes: ['sleep', 'family', 'time'] },
    })
    notes.edit(b, { id, base: { themes: ['sleep', 'family'] }, next: { themes: ['family'] } })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).notes[0]?.themes).toEqual(['family', 'time'])
  })

  test('two devices taking attendance of one group session', () => {
    const a = createRecord(Date.now)
    const id = groupSessions.add(a, { group: 'B' })
    const b = twin(a)
    groupSessions.edit(a, { id, base: { present: [] }, next: { present: ['amara'] } })
    groupSessions.edit(b, { id, base: { present: [] }, next: { present: ['luis'] } })
    meet(a, b)
    expect(createVaultProjector(a).project().groupSessions[0]?.present).toEqual(['amara', 'luis'])
  })
})

describe('one is shown, the other is offered', () => {
  test('two devices moving one goal’s status: both moves are in its history, and the coach chooses', () => {
    const a = newRecord()
    const id = addGoal(a, { title: 'G', today: TODAY })
    const b = twin(a)
    editGoal(a, { id, next: { status: 'achieved' }, today: TODAY })
    editGoal(b, { id, next: { status: 'on-hold' }, today: TODAY })
    meet(a, b)
    expectSame(a, b)
    const { goalMoves, conflicts, goals: all } = read(a)
    expect(goalMoves.map(({ status }) => status).sort()).toEqual(['achieved', 'active', 'on-hold'])
    expect(conflicts).toHaveLength(1)
    expect([conflicts[0]?.shown, ...(conflicts[0]?.others ?? [])].sort()).toEqual([
      'achieved',
      'on-hold',
    ])
    const other = conflicts[0]!.others[0]
    expect(all[0]?.status).not.toBe(other)
    settle(b, { id, field: 'status', value: other })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).goals[0]?.status).toBe(other)
    expect(read(a).conflicts).toEqual([])
  })

  test('two devices marking one REACH component differently', () => {
    const a = newRecord()
    const b = twin(a)
    setMark(a, { week: 'w', part: 'health', mark: 'done' })
    setMark(b, { week: 'w', part: 'health', mark: 'excused' })
    meet(a, b)
    expectSame(a, b)
    const [conflict] = read(a).conflicts
    expect(conflict).toMatchObject({ id: 'reachMarks', field: 'w/health' })
    settle(a, { id: 'reachMarks', field: 'w/health', value: conflict!.others[0] })
    meet(a, b)
    expect(read(b).conflicts).toEqual([])
    expect(read(b).reachMarks['w/health']).toEqual(conflict!.others[0])
  })

  test('two devices setting one date, one nested date, one phone number, one setting', () => {
    const a = newRecord()
    const goal = addGoal(a, { title: 'G', today: TODAY })
    const milestone = milestones.add(a, { of: goal, title: 'M' })
    const b = twin(a)
    for (const [record, date, phone] of [
      [a, '2027-01-01', '1'],
      [b, '2027-02-02', '2'],
    ] as const) {
      goals.edit(record, { id: goal, next: { targetDate: date } })
      milestones.edit(record, { of: goal, id: milestone, next: { due: date } })
      editMentee(record, { next: { phone } })
    }
    meet(a, b)
    expectSame(a, b)
    expect(
      read(a)
        .conflicts.map(({ id, field }) => `${id === 'mentee' ? id : ''}/${field}`)
        .sort(),
    ).toEqual(['/due', '/targetDate', 'mentee/phone'])
    for (const { id, field, others } of read(a).conflicts)
      settle(a, { id, field, value: others[0] })
    expect(read(a).conflicts).toEqual([])
    const vault = createRecord(Date.now)
    const other = twin(vault)
    setSettings(vault, { cadenceWeeks: 3 })
    setSettings(other, { cadenceWeeks: 6 })
    meet(vault, other)
    expect(createVaultProjector(vault).project().conflicts).toMatchObject([
      { id: 'settings', field: 'cadenceWeeks' },
    ])
  })

  test('setting the same value twice, or one after having seen the other, is no conflict', () => {
    const a = newRecord()
    const b = twin(a)
    editMentee(a, { next: { reachGroup: 'B' } })
    editMentee(b, { next: { reachGroup: 'B' } })
    meet(a, b)
    expect(read(a).conflicts).toEqual([])
    editMentee(b, { next: { reachGroup: 'C' } })
    meet(a, b)
    expect(read(a).conflicts).toEqual([])
    expect(read(a).mentee.reachGroup).toBe('C')
  })
})

describe('known failures of other notes programs', () => {
  test('one list edited on three devices during a trip (five conflicted copies there): one list here', () => {
    const home = newRecord()
    const goal = addGoal(home, { title: 'Trip', today: TODAY })
    const first = milestones.add(home, { of: goal, title: 'passport' })
    const [phone, laptop] = [twin(home), twin(home)]
    for (let day = 0; day < 5; day++) {
      milestones.add(home, { of: goal, title: `home ${day}` })
      milestones.add(phone, { of: goal, title: `phone ${day}` })
      milestones.add(laptop, { of: goal, title: `laptop ${day}` })
      if (day === 2) milestones.edit(phone, { of: goal, id: first, next: { doneOn: TODAY } })
      if (day === 3) meet(phone, laptop)
    }
    meet(home, phone, laptop)
    expectSame(home, phone, laptop)
    const [merged, ...copies] = read(home).goals
    expect(copies).toEqual([])
    expect(merged?.milestones).toHaveLength(16)
    expect(new Set(merged?.milestones.map(({ title }) => title)).size).toBe(16)
    expect(merged?.milestones.find(({ id }) => id === first)?.doneOn).toBe(TODAY)
  })

  test('two devices editing within seconds (last one won): both texts are there', () => {
    const a = newRecord()
    const id = notes.add(a, { title: 'N' })
    const b = twin(a)
    startNote(a, { id, lines: [plainLine('from the first')] })
    startNote(b, { id, lines: [plainLine('from the second')] })
    meet(a, b)
    const text = plainText(allLines(a, id))
    expect(text).toContain('from the first')
    expect(text).toContain('from the second')
    expect(plainText(allLines(b, id))).toBe(text)
  })

  test('a flight’s worth of tagging (duplicated): each tag once, none missing', () => {
    const ground = newRecord()
    const ids = Array.from({ length: 40 }, (_, index) =>
      notes.add(ground, { title: `Note ${index}` }),
    )
    const flight = twin(ground)
    for (const id of ids) {
      notes.edit(flight, { id, next: { themes: ['flight', 'sleep'] } })
      notes.edit(ground, { id, next: { themes: ['ground', 'sleep'] } })
    }
    editMentee(flight, { next: { tags: ['first-generation'] } })
    editMentee(ground, { next: { tags: ['first-generation', 'research'] } })
    meet(ground, flight)
    meet(ground, flight)
    expectSame(ground, flight)
    expect(read(ground).notes).toHaveLength(40)
    for (const { themes } of read(ground).notes)
      expect(themes).toEqual(['flight', 'ground', 'sleep'])
    expect(read(ground).mentee.tags).toEqual(['first-generation', 'research'])
  })

  test('a phone’s edit in airplane mode (lost): it is there, whoever synced first', () => {
    const desk = newRecord()
    const action = actionItems.add(desk, { what: 'Call' })
    const phone = twin(desk)
    actionItems.edit(phone, { id: action, next: { doneOn: TODAY } })
    for (let day = 1; day <= 9; day++)
      actionItems.edit(desk, { id: action, next: { what: `Call, day ${day}` } })
    meet(desk, phone)
    expectSame(desk, phone)
    expect(read(desk).actionItems).toMatchObject([{ what: 'Call, day 9', doneOn: TODAY }])
  })
})
