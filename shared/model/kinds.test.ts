import { expect, test } from 'vitest'
import { newRecord } from '../../tests/steps/two-devices'
import { field, line } from '../crdt/field'
import { defineKind } from '../crdt/kind'
import { BINNABLE, binItem } from './bin'
import {
  DECLARED,
  fieldLabel,
  isLone,
  itemTitle,
  kindCount,
  kindLabel,
  labelledTexts,
  recordKinds,
  vaultKinds,
} from './kinds'
import { profileNames } from './leaving'
import { versionOf } from './projection'
import { goals } from './record/goal'
import { menteeProfile } from './record/mentee'

test('all that is declared is listed under its own name, and has a word for one and for several', () => {
  for (const [name, declared] of Object.entries(DECLARED)) {
    expect(declared.name).toBe(name)
    expect(kindLabel(name)).not.toBe('')
    expect(kindCount(name, 2)).toMatch(/^2 .*s$/i)
    expect(kindCount(name, 1)).not.toBe(kindCount(name, 2))
  }
})

test('what a coach deletes by itself is in the bin, and no escalation, disclosure or move is', () => {
  expect(BINNABLE).toContain('goals')
  for (const name of ['escalations', 'disclosures', 'goalMoves', 'groupLines'])
    expect(BINNABLE).not.toContain(name)
  // @ts-expect-error an escalation is not deleted
  expect(() => binItem(newRecord(), { kind: 'escalations', id: '' })).not.toThrow()
})

test('the mentee, the settings, REACH marks and laptops are no items, and are called and opened like a kind', () => {
  const lone = Object.keys(DECLARED).filter(isLone)
  expect(lone.map((name) => [kindLabel(name), DECLARED[name]?.about.opens])).toEqual([
    ['Mentee', { tab: 'overview' }],
    ['Setting', { screen: 'settings' }],
    ['REACH mark', { tab: 'reach' }],
    ['Laptop', { screen: 'settings' }],
  ])
  expect(itemTitle('mentee', { name: 'Amara Osei', preferredName: 'Ama' })).toBe('Ama Osei')
  expect(kindLabel('constructor')).toBe('constructor')
})

test('a projection that was stored without a field or a kind that there is now is made anew', () => {
  const { milestones } = goals.nested
  const more = { name: field(line(), 'common.name') }
  const versions = [
    versionOf([goals]),
    versionOf([goals, menteeProfile]),
    versionOf([{ ...goals, fields: { ...goals.fields, ...more } }]),
    versionOf([{ ...goals, nested: { milestones: { ...milestones, fields: more } } }]),
  ]
  expect(new Set(versions).size).toBe(versions.length)
  expect(versionOf([goals])).toBe(versions[0])
})

test('an item is called by its title, by its day without one, and by nothing without either', () => {
  expect(itemTitle('rotations', { block: 'Surgery' })).toBe('Surgery')
  expect(itemTitle('notes', { title: '', body: 'She laughed.' })).toBe('She laughed.')
  expect(itemTitle('checkIns', { date: '2026-11-20' })).toBe('2026-11-20')
  expect(itemTitle('agreements', {})).toBe('')
})

test('a goal’s texts stand in the order of its fields, without those that are empty', () => {
  expect(
    labelledTexts(goals.fields, {
      ...goals.empty,
      barriers: 'Nights',
      why: 'Surgery',
      outcome: ' ',
    }),
  ).toEqual([
    ['why', 'Why it matters', 'Surgery'],
    ['barriers', 'Barriers', 'Nights'],
  ])
  expect(fieldLabel(goals.fields, 'revisedFrom')).toBeUndefined()
})

test('to whom each kind leaves is what was decided: a change of it is a change of this list', () => {
  const to = (audience: 'mentee-summary' | 'mentee-inspection' | 'next-coach' | 'program') =>
    recordKinds.filter(([, { about }]) => about.leavesFor.includes(audience)).map(([name]) => name)
  expect(to('mentee-summary')).toEqual([
    'actionItems',
    'goals',
    'reflections',
    'learningPlans',
    'copies',
  ])
  expect(to('next-coach')).toEqual([
    'actionItems',
    'goals',
    'rotations',
    'importantDates',
    'exams',
    'seasons',
    'enrolments',
    'concerns',
    'futureLetters',
    'agreements',
    'copies',
  ])
  // An inspection has all but these: fewer than before is a decision, too.
  const inspected = to('mentee-inspection')
  expect(recordKinds.map(([name]) => name).filter((name) => !inspected.includes(name))).toEqual([
    'agendaItems',
    'referrals',
    'consults',
    'groupLines',
    'rewordings',
    'escalations',
  ])
  expect(to('program')).toEqual([])
  const all = [...recordKinds, ...vaultKinds]
  expect(
    all.filter(([, { about }]) => !about.leavesFor.includes('coach')).map(([name]) => name),
  ).toEqual(['escalations', 'erasures', 'substitutions'])
})

test('who the mentee is leaves by what each field says: a change of it is a change of these lists', () => {
  const roster = [
    ...['name', 'preferredName', 'pronouns', 'email', 'phone', 'studentId', 'classYear'],
    ...['status', 'coachedSince', 'reachGroup', 'cadenceWeeks'],
  ]
  const handedOver = [...roster, 'phase', 'strengths', 'values', 'interests']
  expect([...profileNames('roster')].sort()).toEqual([...roster].sort())
  expect([...profileNames('next-coach')].sort()).toEqual([...handedOver].sort())
  expect([...profileNames('mentee-inspection')].sort()).toEqual(
    [...handedOver, 'endedOn', 'avoid', 'accommodations', 'contactAfter'].sort(),
  )
  expect([...profileNames('program'), ...profileNames('mentee-summary')]).toEqual([])
})

test('a kind that says nothing about itself does not compile, nor does a field without a label', () => {
  const about = goals.about
  // @ts-expect-error what it is
  expect(() => defineKind('mentors', { name: field(line(), 'common.name') })).not.toThrow()
  // @ts-expect-error what its field is called
  expect(() => defineKind('mentors', { name: line() }, { ...about, title: () => '' })).not.toThrow()
  const nowhere = { ...about, opens: undefined, title: () => '' }
  // @ts-expect-error where it opens
  expect(() => defineKind('mentors', {}, nowhere)).not.toThrow()
})
