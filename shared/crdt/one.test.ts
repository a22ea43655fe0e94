import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { meet } from '../../tests/steps/two-devices'
import { conflictsIn } from './conflict'
import { field, line, text } from './field'
import { defineOne } from './one'

const office = defineOne(
  'office',
  { room: field(line('none'), 'session.place'), hours: field(text, 'resource.hours') },
  {
    label: 'label.setting',
    count: 'count.setting',
    title: ({ room }) => room,
    bin: false,
    leavesFor: [],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)

test('what nobody wrote reads as empty, and two laptops that begin it apart both keep what they wrote', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  expect(office.read(a)).toEqual({ room: 'none', hours: '' })
  office.edit(a, { next: { room: '204' } })
  office.edit(b, { next: { hours: 'Mondays' } })
  meet(a, b)
  for (const one of [a, b]) expect(office.read(one)).toEqual({ room: '204', hours: 'Mondays' })
})

test('a field that two laptops set apart is offered under the name of the one', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  office.edit(a, { next: { room: '204' } })
  office.edit(b, { next: { room: '310' } })
  meet(a, b)
  const [conflict] = conflictsIn(a, (_id, _field) => office.read(a).room)
  expect(conflict).toMatchObject({ id: 'office', field: 'room' })
})

test('its first values are those that are given, and empty otherwise; a text begun so merges', () => {
  const a = new Y.Doc()
  office.begin(a, { hours: 'Mondays' })
  expect(office.read(a)).toEqual({ room: 'none', hours: 'Mondays' })
  const b = new Y.Doc()
  meet(a, b)
  office.edit(a, { next: { hours: 'Mondays at ten' } })
  office.edit(b, { next: { hours: 'On Mondays' } })
  meet(a, b)
  expect(office.read(a).hours).toBe('On Mondays at ten')
})
