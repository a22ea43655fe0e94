import { expect, test } from 'vitest'
import { recordKinds, vaultKinds } from '../../shared/model/kinds'
import { routeTo } from './navigation'

test('an item of every kind opens somewhere in its record, or, of the whole caseload, on a screen', () => {
  for (const [, { about }] of recordKinds)
    expect(routeTo(about.opens, 'r', 'i')).toMatchObject({ id: 'r' })
  for (const [, { about }] of vaultKinds)
    expect(routeTo(about.opens, '', 'i')).not.toHaveProperty('id')
})

test('a session opens on its own screen, a goal on its tab, a group session without a record', () => {
  expect(routeTo({ screen: 'session' }, 'r', 'i')).toEqual({
    screen: 'session',
    id: 'r',
    session: 'i',
  })
  expect(routeTo({ tab: 'goals' }, 'r', 'i')).toEqual({
    screen: 'mentee',
    id: 'r',
    tab: 'goals',
    item: 'i',
  })
  expect(routeTo({ screen: 'group-session' }, '', 'i')).toEqual({
    screen: 'group-session',
    session: 'i',
  })
})
