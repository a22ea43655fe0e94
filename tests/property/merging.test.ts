/**
 * Random histories of commands on three devices that meet in random pairs: in the end all show the same, every item
 * that somebody added is there, and no edited item stays deleted unnoticed. The seed is printed on failure.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { actionItems } from '../../shared/model/record/action-item'
import { addGoal, editGoal, GOAL_STATUSES, goals, milestones } from '../../shared/model/record/goal'
import { notes } from '../../shared/model/record/note'
import { COMPONENTS, MARKS, setMark } from '../../shared/model/record/reach'
import { agendaItems } from '../../shared/model/record/session'
import { meet, newRecord, read, TODAY, twin } from '../steps/two-devices'

const RUNS = Number(process.env.HISTORIES ?? 150)
const DEVICES = 3

const step = fc.record({
  device: fc.nat(DEVICES - 1),
  what: fc.constantFrom(
    'milestone',
    'status',
    'title',
    'mark',
    'theme',
    'untheme',
    'agenda',
    'move',
    'action',
    'delete',
    'restore',
    'meet',
  ),
  pick: fc.nat(1000),
  other: fc.nat(DEVICES - 1),
})

const run = (record: Y.Doc, what: string, pick: number, counter: number): string | undefined => {
  const now = read(record)
  const goal = now.goals[pick % Math.max(1, now.goals.length)]
  const note = now.notes[pick % Math.max(1, now.notes.length)]
  switch (what) {
    case 'milestone':
      return goal === undefined
        ? undefined
        : milestones.add(record, { of: goal.id, title: `m${counter}` })
    case 'status':
      if (goal !== undefined)
        editGoal(record, {
          id: goal.id,
          next: { status: GOAL_STATUSES[pick % GOAL_STATUSES.length]! },
          today: TODAY,
        })
      return undefined
    case 'title':
      if (goal !== undefined) goals.edit(record, { id: goal.id, next: { title: `t${counter}` } })
      return undefined
    case 'mark':
      setMark(record, { week: `w${pick % 3}`, part: COMPONENTS[pick % 5]!, mark: MARKS[pick % 4]! })
      return undefined
    case 'theme':
      if (note !== undefined)
        notes.edit(record, { id: note.id, next: { themes: [...note.themes, `theme ${pick % 7}`] } })
      return undefined
    case 'untheme':
      if (note !== undefined)
        notes.edit(record, { id: note.id, next: { themes: note.themes.slice(1) } })
      return undefined
    case 'agenda':
      return agendaItems.add(record, { text: `a${counter}` })
    case 'action':
      return actionItems.add(record, { what: `x${counter}` })
    case 'move': {
      const item = now.agendaItems[pick % Math.max(1, now.agendaItems.length)]
      const after = now.agendaItems[(pick * 7) % Math.max(1, now.agendaItems.length)]
      if (item !== undefined)
        agendaItems.move(record, {
          id: item.id,
          after: after === undefined || after.id === item.id ? null : after.id,
        })
      return undefined
    }
    case 'delete':
      if (goal !== undefined) goals.remove(record, { id: goal.id, deleted: true })
      return undefined
    case 'restore':
      if (goal !== undefined) goals.remove(record, { id: goal.id, deleted: false })
      return undefined
    default:
      return undefined
  }
}

test('three devices, random commands and meetings: all converge, and nothing that was added is missing', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      const first = newRecord()
      addGoal(first, { title: 'One', today: TODAY })
      addGoal(first, { title: 'Two', today: TODAY })
      notes.add(first, { title: 'N' })
      const devices = [first, twin(first), twin(first)]
      const added = new Set<string>()
      for (const [index, { device, what, pick, other }] of steps.entries()) {
        const record = devices[device]!
        if (what === 'meet') {
          if (other !== device) meet(record, devices[other]!)
        } else {
          const id = run(record, what, pick, index)
          if (id !== undefined && id !== '') added.add(id)
        }
      }
      meet(...devices)
      const [a, b, c] = devices.map(read)
      expect(b).toEqual(a)
      expect(c).toEqual(a)
      const there = JSON.stringify(a)
      for (const id of added) expect(there).toContain(id)
      // Lists can still be reordered wherever the histories have led.
      for (const item of a!.agendaItems) agendaItems.move(first, { id: item.id, after: null })
      expect(read(first).agendaItems).toHaveLength(a!.agendaItems.length)
    }),
    { numRuns: RUNS },
  )
})
