/** docs/merging.md on deletions: what one device deletes and the other edits, apart, and what a coach then finds. */
import { describe, expect, test } from 'vitest'
import { asVersion020 } from '../../tests/steps/deleted-020'
import { expectSame, meet, newRecord, read, TODAY, twin } from '../../tests/steps/two-devices'
import { kept } from '../crdt/kind'
import { createRecord } from '../crdt/record-clock'
import { plainLine } from '../note-text/delta'
import { timelineOf } from '../views/timeline'
import { binItem, restoreItem } from './bin'
import { noteAuthor } from './caseload/device'
import { createProjector, createVaultProjector } from './projection'
import { actionItems } from './record/action-item'
import { addGoal, goals, milestones } from './record/goal'
import { groupLines, groupSessions } from './record/group-session'
import { binMentee, editMentee } from './record/mentee'
import { beginNote, leaveNote, notes, startNote } from './record/note'
import { addSession, agendaItems, agendaOf, endSession } from './record/session'

describe('the edit wins over the deletion', () => {
  test('a goal deleted on one device and edited on the other is back, with a notice', () => {
    const a = newRecord()
    const id = addGoal(a, { title: 'G', today: TODAY })
    const b = twin(a)
    binItem(a, { kind: 'goals', id })
    goals.edit(b, { id, next: { title: 'G, sharper' } })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).goals).toMatchObject([{ title: 'G, sharper', deletedAt: null, returned: true }])
    restoreItem(a, { kind: 'goals', id })
    expect(read(a).goals[0]?.returned).toBe(false)
    binItem(a, { kind: 'goals', id })
    expect(read(a).goals[0]?.deletedAt).not.toBeNull()
  })

  test('a milestone added to a goal that the other device deletes brings the goal back', () => {
    const a = newRecord()
    const id = addGoal(a, { title: 'G', today: TODAY })
    const b = twin(a)
    binItem(a, { kind: 'goals', id })
    milestones.add(b, { of: id, title: 'M' })
    meet(a, b)
    expect(read(a).goals[0]).toMatchObject({ returned: true, milestones: [{ title: 'M' }] })
  })

  test('a note deleted on one device while words are typed into it on the other', () => {
    const a = newRecord()
    const id = notes.add(a, { title: 'N' })
    const b = twin(a)
    binItem(a, { kind: 'notes', id })
    startNote(b, { id, lines: [plainLine('typed elsewhere')] })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).notes).toMatchObject([
      { deletedAt: null, returned: true, body: 'typed elsewhere' },
    ])
  })

  test('a blank note left on one device while words are typed into it on the other', () => {
    const a = newRecord()
    const id = beginNote(a, { date: TODAY })
    const b = twin(a)
    leaveNote(a, { id })
    expect(read(a).notes).toMatchObject([{ deletedAt: expect.any(String) }])
    startNote(b, { id, lines: [plainLine('typed elsewhere')] })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).notes).toMatchObject([
      { deletedAt: null, returned: true, body: 'typed elsewhere' },
    ])
  })

  test('a mentee moved to the bin on one device and written about on the other', () => {
    const a = newRecord()
    const b = twin(a)
    binMentee(a, true)
    expect(read(a).mentee.deletedAt).not.toBeNull()
    notes.add(b, { title: 'Still here' })
    meet(a, b)
    expectSame(a, b)
    expect(read(b).mentee).toMatchObject({ deletedAt: null, returned: true })
    binMentee(b, true)
    meet(a, b)
    expect(read(a).mentee.deletedAt).not.toBeNull()
  })

  test('an agenda item added to a session that the other device deletes brings the session back, whole', () => {
    const a = newRecord()
    const { session, note, aid } = addSession(a, { date: TODAY, status: 'planned', title: 'Talk' })
    const agenda = agendaItems.add(a, { text: 'Sleep', session })
    const removed = agendaItems.add(a, { text: 'Removed before', session })
    agendaItems.remove(a, { id: removed, deleted: true })
    const b = twin(a)
    binItem(a, { kind: 'sessions', id: session })
    expect(kept(read(a).agendaItems)).toEqual([])
    const added = agendaItems.add(b, { text: 'The exam', session })
    meet(a, b)
    expectSame(a, b)
    const there = read(a)
    expect(there.sessions).toMatchObject([{ id: session, deletedAt: null, returned: true }])
    expect(
      kept(there.notes)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([note, aid].sort())
    expect(agendaOf(there.agendaItems, there.sessions[0]!).map(({ id }) => id)).toEqual([
      agenda,
      added,
    ])
    // Kept, it stays with all of it; deleted again, it takes all of it along.
    const c = twin(a)
    restoreItem(a, { kind: 'sessions', id: session })
    expect(read(a).sessions).toMatchObject([{ deletedAt: null, returned: false }])
    expect(kept(read(a).agendaItems)).toHaveLength(2)
    expect(kept(read(a).notes)).toHaveLength(2)
    binItem(c, { kind: 'sessions', id: session })
    expect(read(c).sessions[0]?.deletedAt).not.toBeNull()
    expect(kept(read(c).agendaItems)).toEqual([])
    expect(kept(read(c).notes)).toEqual([])
  })

  test('words typed into a note of a session that the other device deletes bring both back, with the other note', () => {
    const a = newRecord()
    const { session, note, aid } = addSession(a, { date: TODAY })
    const b = twin(a)
    binItem(a, { kind: 'sessions', id: session })
    startNote(b, { id: note, lines: [plainLine('typed elsewhere')] })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).sessions).toMatchObject([{ deletedAt: null, returned: true }])
    expect(
      kept(read(a).notes)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([note, aid].sort())
  })

  test('a note restored out of a deleted session brings the session back for good', () => {
    const a = newRecord()
    const { session, note } = addSession(a, { date: TODAY })
    const b = twin(a)
    binItem(a, { kind: 'sessions', id: session })
    restoreItem(a, { kind: 'notes', id: note })
    binItem(b, { kind: 'notes', id: note })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).sessions).toMatchObject([{ deletedAt: null, returned: false }])
  })

  test('ending a session that the other device deletes keeps it, and its open agenda waits for the next one', () => {
    const a = newRecord()
    const { session } = addSession(a, { date: TODAY, status: 'planned' })
    const open = agendaItems.add(a, { text: 'Open', session })
    const b = twin(a)
    binItem(a, { kind: 'sessions', id: session })
    const added = agendaItems.add(b, { text: 'Added', session })
    meet(a, b)
    endSession(a, { id: session, next: { minutes: 40 } })
    meet(a, b)
    expectSame(a, b)
    expect(read(b).sessions).toMatchObject([{ status: 'held', deletedAt: null, returned: false }])
    expect(kept(read(b).agendaItems).map(({ id, session: of }) => [id, of])).toEqual([
      [open, null],
      [added, null],
    ])
  })

  test('an agenda item ticked while the other device ends the session is on the next agenda', () => {
    const a = newRecord()
    const { session } = addSession(a, { date: TODAY, status: 'planned' })
    const item = agendaItems.add(a, { text: 'Sleep', session })
    const b = twin(a)
    endSession(a, { id: session, next: {} })
    agendaItems.edit(b, { id: item, next: { done: true, session } })
    const { session: next } = addSession(b, { date: '2026-12-24', status: 'planned' })
    meet(a, b)
    expectSame(a, b)
    const planned = read(a).sessions.find(({ id }) => id === next)!
    expect(agendaOf(read(a).agendaItems, planned)).toMatchObject([{ text: 'Sleep', done: true }])
  })

  test('a private line in a group session that the other device removes stands in the timeline', () => {
    const vault = createRecord(Date.now)
    const session = groupSessions.add(vault, { group: 'B', themes: ['sleep'] })
    const record = newRecord()
    groupSessions.remove(vault, { id: session, deleted: true })
    groupLines.add(record, { groupSession: session, text: 'Quiet today' })
    expect(
      timelineOf(read(record), createVaultProjector(vault).project().groupSessions),
    ).toMatchObject([{ id: session, title: 'sleep · Quiet today' }])
  })

  test('a session that both devices delete, or that nothing was added to, stays in the bin with its notes and agenda', () => {
    const a = newRecord()
    const { session } = addSession(a, { date: TODAY })
    agendaItems.add(a, { text: 'Sleep', session })
    const b = twin(a)
    binItem(a, { kind: 'sessions', id: session })
    binItem(b, { kind: 'sessions', id: session })
    meet(a, b)
    expectSame(a, b)
    expect(read(a).sessions[0]?.deletedAt).not.toBeNull()
    expect([...kept(read(a).notes), ...kept(read(a).agendaItems)]).toEqual([])
  })

  test('a mentee whom both devices move to the bin stays there', () => {
    const a = newRecord()
    notes.add(a, { title: 'N' })
    const b = twin(a)
    binMentee(a, true)
    noteAuthor(b, 'the clinic laptop')
    binMentee(b, true)
    meet(a, b)
    expectSame(a, b)
    expect(read(a).mentee).toMatchObject({ returned: false })
    expect(read(a).mentee.deletedAt).not.toBeNull()
  })

  test('a date set elsewhere brings an item back even if the deleting device’s own date is the one shown', () => {
    for (let round = 0; round < 8; round++) {
      const a = newRecord()
      const id = addGoal(a, { title: 'G', today: TODAY })
      const milestone = milestones.add(a, { of: id, title: 'M' })
      const b = twin(a)
      goals.edit(a, { id, next: { targetDate: '2027-01-01' } })
      milestones.edit(a, { of: id, id: milestone, next: { due: '2027-01-01' } })
      editMentee(a, { next: { phone: '1' } })
      const whole = twin(a)
      binItem(a, { kind: 'goals', id })
      binMentee(whole, true)
      if (round % 2 === 0) goals.edit(b, { id, next: { targetDate: '2027-02-02' } })
      else milestones.edit(b, { of: id, id: milestone, next: { due: '2027-02-02' } })
      editMentee(b, { next: { phone: '2' } })
      // A screen that is open follows, too.
      const projector = createProjector('r', a)
      expect(projector.project().goals[0]?.deletedAt).not.toBeNull()
      meet(a, b)
      expectSame(a, b)
      expect(projector.project()).toEqual(read(b))
      projector.destroy()
      expect(read(a).goals[0]).toMatchObject({ deletedAt: null, returned: true })
      expect(read(a).conflicts.map(({ others }) => others.length)).toEqual([1, 1])
      meet(whole, b)
      expect(read(whole).mentee.returned).toBe(true)
    }
  })

  test('a deletion by version 0.2.0 is honoured as it was, and one that it makes anew counts', () => {
    const a = newRecord()
    const [first, second] = [notes.add(a, { title: 'One' }), notes.add(a, { title: 'Two' })]
    for (const id of [first, second]) asVersion020(a, id)
    const b = twin(a)
    expect(read(a).notes.every(({ deletedAt }) => deletedAt !== null)).toBe(true)
    startNote(b, { id: second, lines: [plainLine('words')] })
    meet(a, b)
    expectSame(a, b)
    expect(kept(read(a).notes).map(({ id }) => id)).toEqual([second])
    // This version's deletion, then the older version's on top of it.
    binItem(a, { kind: 'notes', id: second })
    restoreItem(a, { kind: 'notes', id: second })
    binItem(a, { kind: 'notes', id: second })
    notes.edit(a, { id: second, next: { title: 'Three' } })
    expect(kept(read(a).notes).map(({ id }) => id)).toEqual([second])
    asVersion020(a, second)
    expect(kept(read(a).notes)).toEqual([])
  })

  test('a deletion that nobody contradicts stays one, on both', () => {
    const a = newRecord()
    const id = addGoal(a, { title: 'G', today: TODAY })
    const b = twin(a)
    goals.edit(b, { id, next: { title: 'Edited before' } })
    meet(a, b)
    binItem(a, { kind: 'goals', id })
    actionItems.add(b, { what: 'Something else' })
    meet(a, b)
    expectSame(a, b)
    expect(read(b).goals[0]?.deletedAt).not.toBeNull()
  })
})
