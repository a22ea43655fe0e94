/** What the caseload, the brief, today and REACH say, from the sample caseload and from single records. */

import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { addDays } from '../base/day'
import { createRecord } from '../crdt/record-clock'
import { plainLine } from '../note-text/delta'
import { byAttention, menteeStanding, reasonsFor } from '../views/attention'
import { briefOf } from '../views/brief'
import { offersFor } from '../views/fulfilment'
import { timelineOf } from '../views/timeline'
import { todayOf } from '../views/today'
import {
  directoryOf,
  editResource,
  filterResources,
  removeResource,
  resources,
} from './caseload/resource'
import { ownTemplates, shippedTemplates, templateLines, templatesWith } from './caseload/template'
import { programFacts } from './program-facts'
import { createVaultProjector, type RecordProjection } from './projection'
import { actionItems } from './record/action-item'
import { agreements, explainedOn, reviewDue, standingAgreements } from './record/agreement'
import { createMentee } from './record/mentee'
import {
  COMPONENTS,
  nextMark,
  reachWeeks,
  setMark,
  weekNear,
  weekOn,
  weekStatus,
  weeksOf,
} from './record/reach'
import { escalations } from './record/referral'
import { reflections } from './record/reflection'
import { addSession, agendaItems } from './record/session'

const readVault = (vault: Y.Doc) => createVaultProjector(vault).project()
const emptyVault = readVault(createRecord(Date.now))

const mentee = (
  name: string,
  fill: (record: Y.Doc) => void = () => undefined,
): RecordProjection => {
  const record = createRecord(Date.now)
  createMentee(record, { name, classYear: 2029, coachedSince: addDays(TODAY, -100) })
  fill(record)
  return { ...read(record), id: name }
}

test('longest since we met comes first, by what was agreed with each, then by name: no score', () => {
  const held = (days: number) => (record: Y.Doc) =>
    addSession(record, { date: addDays(TODAY, -days), status: 'held' })
  const rows = [
    mentee('Fine', (record) => {
      held(3)(record)
      addSession(record, { date: addDays(TODAY, 5), status: 'planned' })
    }),
    mentee('Nothing scheduled', held(3)),
    mentee('Late action', (record) => {
      held(3)(record)
      addSession(record, { date: addDays(TODAY, 5), status: 'planned' })
      actionItems.add(record, { what: 'x', due: addDays(TODAY, -1) })
    }),
    mentee('Seven weeks', held(49)),
    mentee('Nine weeks', held(63)),
  ].map((record) => menteeStanding(record, emptyVault, TODAY))
  expect([...rows].sort(byAttention).map(({ name }) => name)).toEqual([
    'Nine weeks',
    'Seven weeks',
    'Fine',
    'Late action',
    'Nothing scheduled',
  ])
  expect(reasonsFor(rows[0]!)).toEqual([])
  expect(reasonsFor(rows[4]!)).toEqual(['overdue', 'nothing-scheduled'])
})

test('exactly on the cadence is not overdue, a day more is; a mentee on leave never is', () => {
  const at = (days: number) =>
    menteeStanding(
      mentee('A', (record) => addSession(record, { date: addDays(TODAY, -days), status: 'held' })),
      emptyVault,
      TODAY,
    ).overdue
  expect([at(28), at(29)]).toEqual([false, true])
  const away = mentee('B')
  expect(
    menteeStanding({ ...away, mentee: { ...away.mentee, status: 'on-leave' } }, emptyVault, TODAY)
      .overdue,
  ).toBe(false)
})

test('a mentee who was never met is being forgotten until a first meeting is planned', () => {
  const isNew = (record: RecordProjection): RecordProjection => ({
    ...record,
    mentee: { ...record.mentee, coachedSince: null },
  })
  const never = isNew(mentee('Never'))
  expect(menteeStanding(never, emptyVault, TODAY).overdue).toBe(true)
  const planned = mentee('Planned', (record) =>
    addSession(record, { date: addDays(TODAY, 3), status: 'planned' }),
  )
  expect(menteeStanding(isNew(planned), emptyVault, TODAY).overdue).toBe(false)
  const nineWeeks = mentee('Nine weeks', (record) =>
    addSession(record, { date: addDays(TODAY, -63), status: 'held' }),
  )
  const now = todayOf([never, nineWeeks], emptyVault, TODAY)
  expect(now.unseen.map(({ name }) => name)).toEqual(['Never', 'Nine weeks'])
})

test('who is being met just now is not among those who were not met', () => {
  const during = (startedAt: number | null) =>
    todayOf(
      [
        mentee('Amara', (record) =>
          addSession(record, { date: TODAY, status: 'planned', startedAt }),
        ),
      ],
      emptyVault,
      TODAY,
    ).unseen.map(({ name }) => name)
  expect([during(null), during(1)]).toEqual([['Amara'], []])
})

test('this week ends where the week ends; when nothing is left of it, what comes next is there', () => {
  const planned = (...days: readonly number[]) =>
    mentee('A', (record) => {
      for (const day of days) addSession(record, { date: addDays(TODAY, day), status: 'planned' })
    })
  const listed = (record: RecordProjection, end: number) =>
    todayOf([record], emptyVault, TODAY, addDays(TODAY, end)).sessions.map(({ item }) => item.date)
  expect(listed(planned(0, 2, 3, 40), 2)).toEqual([TODAY, addDays(TODAY, 2)])
  expect(listed(planned(30, 40), 2)).toEqual([addDays(TODAY, 30)])
})

test('the brief holds what matters before a talk', () => {
  const record = mentee('A', (doc) => {
    addSession(doc, { date: '2026-11-01', status: 'held', takeaway: 'I can ask earlier' })
    addSession(doc, { date: '2026-12-01', status: 'planned' })
    actionItems.add(doc, { what: 'open' })
    actionItems.add(doc, { what: 'done', doneOn: '2026-11-10' })
    agendaItems.add(doc, { text: 'Ask about the call schedule' })
    reflections.add(doc, { date: '2026-11-05', prompt: 'First death' })
  })
  expect(briefOf(record, [], TODAY)).toMatchObject({
    daysSince: 23,
    takeaway: 'I can ask earlier',
    next: { date: '2026-12-01' },
    since: { theirs: [{ what: 'open' }, { what: 'done' }] },
    ask: [{ text: 'Ask about the call schedule' }],
    reflection: { prompt: 'First death' },
  })
})

test('an escalation stands in no timeline, no brief, no standing, not on today', () => {
  const record = mentee('A', (doc) => {
    escalations.add(doc, { seen: 'canary-escalation', date: TODAY })
  })
  for (const shown of [
    timelineOf(record, []),
    briefOf(record, [], TODAY),
    menteeStanding(record, emptyVault, TODAY),
    todayOf([record], emptyVault, TODAY),
  ])
    expect(JSON.stringify(shown)).not.toContain('canary-escalation')
})

test('REACH: marks go round, a week is done when each component is done or excused, and what fulfils is offered', () => {
  expect([
    nextMark('not-started'),
    nextMark('planned'),
    nextMark('done'),
    nextMark('excused'),
  ]).toEqual(['planned', 'done', 'excused', 'not-started'])
  const vault = createRecord(Date.now)
  const week = reachWeeks.add(vault, {
    classYear: 2029,
    year: 2,
    quarter: 2,
    start: '2026-11-16',
    end: '2026-11-20',
  })
  const weeks = weeksOf(readVault(vault).reachWeeks, 2029)
  expect(weekOn(weeks, '2026-11-20')?.id).toBe(week)
  expect(weekOn(weeks, '2026-11-21')).toBeUndefined()
  expect(weekNear(weeks, '2026-12-24')?.id).toBe(week)
  const record = newRecord()
  for (const part of COMPONENTS)
    setMark(record, { week, part, mark: part === 'health' ? 'excused' : 'done' })
  expect(weekStatus(read(record).reachMarks, week)).toBe('done')
  setMark(record, { week, part: 'education', mark: 'planned' })
  expect(weekStatus(read(record).reachMarks, week)).toBe('started')
  reflections.add(record, { date: '2026-11-18', prompt: 'Inside', provenance: 'mentee' })
  reflections.add(record, { date: '2026-11-25', prompt: 'After', provenance: 'mentee' })
  expect(offersFor(read(record), weeks[0]!, readVault(vault)).reflection?.title).toBe('Inside')
  expect(programFacts(read(record), readVault(vault), '2026-07-01', '2027-06-30')).toMatchObject({
    reachWeeksBegun: 1,
    reachWeeksDone: 0,
  })
})

test('the agreement is reviewed yearly, and each limit keeps the day it was explained', () => {
  const record = newRecord()
  agreements.add(record, {
    agreedOn: '2026-01-10',
    explained: ['danger 2026-01-10', 'danger 2026-03-01'],
  })
  const agreement = standingAgreements(read(record).agreements)[0]!
  expect(reviewDue(agreement)).toBe('2027-01-10')
  expect(explainedOn(agreement, 'danger')).toBe('2026-03-01')
  expect(explainedOn(agreement, 'minor')).toBeNull()
})

test('the directory is shipped whole, an edited entry replaces its own, a removed one comes back', () => {
  const vault = createRecord(Date.now)
  const directory = () => directoryOf(readVault(vault).resources)
  const counseling = directory().find(({ name }) => name === 'Mental health counseling')!
  // What an office must report is the school's to say: counseling alone is shipped as what it usually is.
  expect(directory().flatMap((one) => (one.reporting === 'unknown' ? [] : [one.name]))).toEqual([
    counseling.name,
  ])
  expect(directory().map(({ name }) => name)).toContain('Title IX coordinator')
  const count = directory().length
  // No number is invented: nothing that is shipped says how to reach it.
  expect(directory().every(({ contact, link, where }) => contact + link + where === '')).toBe(true)
  editResource(vault, {
    resource: counseling,
    next: { ...counseling, contact: 'Extension to be filled in' },
  })
  expect(directory()).toHaveLength(count)
  expect(directory().find(({ name }) => name === counseling.name)?.contact).toBe(
    'Extension to be filled in',
  )
  const removed = removeResource(vault, directory().find(({ name }) => name === 'Yoga studio')!)
  expect(directory()).toHaveLength(count - 1)
  resources.remove(vault, { id: removed, deleted: false })
  expect(directory()).toHaveLength(count)
  expect(filterResources(directory(), { year: 1 }).some(({ years }) => years.includes('3'))).toBe(
    false,
  )
  expect(filterResources(directory(), { year: 3, query: 'rotation' })).toHaveLength(1)
})

test('templates: an edited shipped one replaces it, an own one stands beside, starting text has the headings', () => {
  const vault = createRecord(Date.now)
  ownTemplates.add(vault, {
    title: 'GROW, mine',
    replaces: 'grow',
    fields: [{ title: 'Aim', hint: 'What?' }],
  })
  ownTemplates.add(vault, { title: 'My own' })
  const all = templatesWith(readVault(vault).templates)
  expect(all).toHaveLength(shippedTemplates().length + 1)
  expect(all.find(({ id }) => id === 'grow')?.title).toBe('GROW, mine')
  expect(templateLines(all.find(({ id }) => id === 'grow')!)).toEqual([
    plainLine('Aim', { kind: 'heading3' }),
    plainLine('What?: '),
  ])
})
