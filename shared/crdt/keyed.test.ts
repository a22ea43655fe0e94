import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { meet } from '../../tests/steps/two-devices'
import { devices } from '../model/caseload/device'
import { reachMarks, setMark } from '../model/record/reach'
import { conflictsIn } from './conflict'

test('what is stored under a key and is no such value is left out', () => {
  const record = new Y.Doc()
  setMark(record, { week: 'w', part: 'health', mark: 'done' })
  record.getMap('reachMarks').set('w/coaching', { mark: 'glorious' })
  expect(reachMarks.readAll(record)).toEqual({ 'w/health': { mark: 'done', link: null } })
})

test('two laptops that mark one part apart are both shown, and of two names of a laptop one stands', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  setMark(a, { week: 'w', part: 'health', mark: 'done' })
  setMark(b, { week: 'w', part: 'health', mark: 'planned' })
  devices.set(a, { key: 'laptop', value: 'Clinic' })
  devices.set(b, { key: 'laptop', value: 'Home' })
  meet(a, b)
  const shown = reachMarks.readAll(a)
  const conflicts = conflictsIn(a, (_id, key) => shown[key] ?? null)
  expect(conflicts.map(({ id, field }) => [id, field])).toEqual([['reachMarks', 'w/health']])
  expect(devices.readAll(a)).toEqual(devices.readAll(b))
})
