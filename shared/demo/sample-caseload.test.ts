/**
 * The sample caseload is what a dean sees first: on whatever day it is opened, nothing in it may be impossible. Each test
 * here is a thing that was wrong once (a session on a Sunday, an exam before its year, three mentees with one sentence).
 */
import { describe, expect, test } from 'vitest'
import { type Sample, sampleOn } from '../../tests/steps/sample'
import { yearOf } from '../base/academic-year'
import { addDays } from '../base/day'
import { kept } from '../crdt/kind'
import type { RecordProjection } from '../model/projection'
import { statusOn } from '../model/record/enrolment'
import { allLines } from '../model/record/note-text'
import { plainText } from '../note-text/delta'
import { todayOf } from '../views/today'
import { ARCS } from './arcs'
import { isWorkday, plainDayOf } from './calendar'
import { isOnLeave } from './write-arc'

/** A working Thursday, a holiday, weekends, both ends of the academic year, a leap day. */
const DAYS = [
  '2026-11-26',
  '2026-07-01',
  '2026-07-04',
  '2026-08-16',
  '2026-09-30',
  '2026-12-25',
  '2027-01-03',
  '2027-03-19',
  '2027-05-31',
  '2027-06-30',
  '2028-02-29',
]
const made = new Map<string, Sample>()
const on = (today: string): Sample => {
  const sample = made.get(today) ?? sampleOn(today)
  made.set(today, sample)
  return sample
}
const TODAY = '2026-11-26'

/** Every day on which something was done, with what it was. */
const happenings = (record: RecordProjection): readonly (readonly [string, string])[] => [
  ...kept(record.sessions).map(({ date, status }) => [date, `session ${status}`] as const),
  ...kept(record.notes).flatMap(({ date, body }) => (body === '' ? [] : [[date, 'note'] as const])),
  ...kept(record.reflections).map(({ date }) => [date, 'reflection'] as const),
  ...kept(record.checkIns).map(({ date }) => [date, 'check-in'] as const),
  ...kept(record.preps).map(({ date }) => [date, 'prep'] as const),
  ...kept(record.copies).map(({ date }) => [date, 'copy'] as const),
  ...kept(record.disclosures).map(({ date }) => [date, 'disclosure'] as const),
  ...kept(record.referrals).map(({ date }) => [date, 'referral'] as const),
  ...kept(record.learningPlans).map(({ date }) => [date, 'plan'] as const),
  ...kept(record.actionItems).map(({ agreedOn }) => [agreedOn, 'action'] as const),
  ...record.goalMoves.map(({ date }) => [date, 'goal'] as const),
  ...kept(record.feedback).map(({ date }) => [date, 'feedback'] as const),
  ...kept(record.concerns).flatMap(({ date, knownOn, closedOn }) =>
    [date, knownOn, closedOn].flatMap((day) => (day === null ? [] : [[day, 'concern'] as const])),
  ),
  ...kept(record.escalations).map(({ date }) => [date, 'escalation'] as const),
  ...kept(record.futureLetters).map(({ writtenOn }) => [writtenOn, 'letter'] as const),
  ...kept(record.consults).flatMap(({ sentOn, repliedOn }) =>
    [sentOn, repliedOn].flatMap((day) => (day === null ? [] : [[day, 'consult'] as const])),
  ),
  ...kept(record.agreements).flatMap(({ agreedOn, acknowledgedOn }) =>
    [agreedOn, acknowledgedOn].flatMap((day) =>
      day === null ? [] : [[day, 'agreement'] as const],
    ),
  ),
]

describe.each(DAYS)('opened on %s', (today) => {
  const { records, vault } = on(today)
  const arcOf = (record: RecordProjection) =>
    ARCS.find(({ mentee }) => mentee.name === record.mentee.name)!

  test('nothing is done on a weekend or a holiday, before they met, or in the future', () => {
    for (const record of records)
      for (const [day, what] of happenings(record)) {
        const about = `${record.mentee.name}: ${what} on ${day}`
        expect(isWorkday(day), about).toBe(true)
        expect(day >= (record.mentee.coachedSince ?? ''), about).toBe(true)
        if (what !== 'session planned') expect(day <= today, about).toBe(true)
        else expect(day >= today, about).toBe(true)
      }
  })

  test('meetings keep office hours, and the coach is in one place at a time', () => {
    const taken = new Map<string, string>()
    const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    const meetings = [
      ...records.flatMap(({ sessions, mentee }) =>
        kept(sessions).map((one) => ({ ...one, who: mentee.name })),
      ),
      ...kept(vault.groupSessions).map((one) => ({ ...one, who: `group ${one.group}` })),
    ]
    for (const { date, time, minutes: long, who } of meetings) {
      expect(isWorkday(date), `${who} on ${date}`).toBe(true)
      const from = minutes(time ?? '')
      expect(from, `${who} ${date} ${time}`).toBeGreaterThanOrEqual(minutes('08:30'))
      expect(from + long, `${who} ${date} ${time}`).toBeLessThanOrEqual(minutes('17:30'))
      for (const [key, other] of taken)
        if (key.startsWith(date)) {
          const [begin = 0, end = 0] = key.slice(11).split('-').map(Number)
          expect(from + long <= begin || from >= end, `${who} and ${other}, ${date}`).toBe(true)
        }
      taken.set(`${date} ${from}-${from + long}`, who)
    }
  })

  test('nobody is met, marked or asked on a day of leave', () => {
    for (const record of records) {
      const arc = arcOf(record)
      for (const [day, what] of happenings(record))
        expect(isOnLeave(arc, day, today), `${record.mentee.name}: ${what} on ${day}`).toBe(false)
      for (const { date, present } of kept(vault.groupSessions))
        if (isOnLeave(arc, date, today)) expect(present).not.toContain(record.id)
      for (const { id, start } of vault.reachWeeks)
        if (isOnLeave(arc, start, today))
          expect(Object.keys(record.reachMarks).some((key) => key.startsWith(`${id}/`))).toBe(false)
      expect(statusOn(record, today) === 'on-leave').toBe(isOnLeave(arc, today, today))
    }
  })

  test('no exam, clerkship or Match before its year', () => {
    for (const record of records) {
      const arc = arcOf(record)
      // In the year since they began; after a leave that is one more than the year in school.
      const yearOfDay = (day: string): number =>
        [1, 2, 3, 4, 5].findLast((year) => plainDayOf(arc, `Y${year} 07-01`, today) <= day) ?? 0
      const later = (arc.begun ?? arc.year) - arc.year
      const dated = [
        ...kept(record.importantDates),
        ...kept(record.exams).map(({ name, booked }) => ({ title: name, date: booked ?? '' })),
      ]
      for (const { title, date } of dated) {
        const year = yearOfDay(date) - later
        if (title === 'Step 1') expect([title, year]).toEqual([title, 2])
        if (title === 'Step 2 CK')
          expect(date < plainDayOf(arc, 'Y4 09-24', today), title).toBe(true)
        if (/Match|rank/i.test(title)) expect([title, year]).toEqual([title, 4])
        if (/clerkship/i.test(title)) expect([title, year]).toEqual([title, 3])
      }
      for (const { block, start } of kept(record.rotations))
        if (!block.startsWith('Longitudinal')) expect(yearOfDay(start), block).toBeGreaterThan(2)
      for (const { prompt, date } of kept(record.reflections))
        if (/patient death/.test(prompt)) expect(yearOfDay(date), prompt).toBeGreaterThan(2)
      for (const { title, id } of kept(record.goals)) {
        const opened =
          record.goalMoves
            .filter(({ goal }) => goal === id)
            .map(({ date }) => date)
            .sort()[0] ?? ''
        if (/rank list|application|sub-internship/i.test(title))
          expect(yearOfDay(opened), title).toBe(4)
        if (/exam again/i.test(title)) expect(yearOfDay(opened), title).toBe(3)
      }
    }
  })

  test('what was agreed was acknowledged afterwards, and what is done was agreed before', () => {
    for (const record of records) {
      for (const { agreedOn, acknowledgedOn } of kept(record.agreements))
        if (acknowledgedOn !== null) expect(acknowledgedOn >= (agreedOn ?? '9')).toBe(true)
      for (const { what, agreedOn, due, doneOn } of kept(record.actionItems)) {
        expect((due ?? agreedOn) >= agreedOn, what).toBe(true)
        if (doneOn !== null) expect(doneOn >= agreedOn && doneOn <= today, what).toBe(true)
      }
      for (const goal of kept(record.goals)) {
        const moves = record.goalMoves.filter((move) => move.goal === goal.id)
        expect(
          moves.map(({ status }) => status),
          goal.title,
        ).toContain(goal.status)
        const opened = moves.map(({ date }) => date).sort()[0] ?? ''
        for (const { date } of [...goal.progress, ...goal.ratings])
          expect(date >= opened && date <= today, `${goal.title} ${date}`).toBe(true)
      }
    }
  })

  test('REACH weeks run Monday to Friday, four a year, on other days for each class', () => {
    const starts = new Map<string, number | null>()
    for (const { classYear, year, quarter, start, end } of vault.reachWeeks) {
      const about = `${classYear} ${year}.${quarter} ${start}`
      for (const at of [0, 1, 2, 3, 4]) expect(isWorkday(addDays(start, at)), about).toBe(true)
      expect(end, about).toBe(addDays(start, 4))
      expect(yearOf(classYear, start), about).toBe(year)
      expect(starts.get(start), about).toBeUndefined()
      starts.set(start, classYear)
    }
    for (const { classYear } of vault.reachWeeks)
      expect(vault.reachWeeks.filter((week) => week.classYear === classYear)).toHaveLength(16)
  })

  test('there is something to do, somebody who is being forgotten, and one first meeting ahead', () => {
    const now = todayOf(
      records.filter(({ mentee }) => mentee.archivedAt === null),
      vault,
      today,
    )
    expect(now.unseen.map(({ name }) => name)).toContain('Wei Zhang')
    expect(now.actions.length).toBeGreaterThan(0)
    const mateo = records.find(({ mentee }) => mentee.name === 'Mateo Rivera')!
    expect(kept(mateo.sessions).map(({ status }) => status)).toEqual(['planned'])
  })
})

describe('the words', () => {
  const { records, docs } = on(TODAY)
  /** Every sentence of a mentee's record that somebody wrote; not the shipped clauses, nor names of offices and blocks. */
  const sentencesOf = (place: number): readonly string[] => {
    const record = records[place]!
    const doc = docs[place]!.doc
    const own = {
      ...record,
      agreements: [],
      rotations: [],
      importantDates: [],
      notes: [],
      // What the app writes down itself is the same each time.
      disclosures: record.disclosures.filter(({ fromKind }) => fromKind !== 'consults'),
    }
    const texts: string[] = kept(record.notes).map(({ id }) => plainText(allLines(doc, id)))
    const walk = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        if (!['resource', 'to', 'place', 'prompt', 'term', 'email'].includes(key)) texts.push(value)
      } else if (typeof value === 'object' && value !== null)
        for (const [name, one] of Object.entries(value))
          walk(one, Array.isArray(value) ? key : name)
    }
    walk(own, '')
    return texts
      .flatMap((text) => text.split(/(?<=[.?!”])\s+|\n/))
      .map((text) => text.trim())
      .filter((text) => text.split(' ').length > 3)
  }

  test('no two mentees share a sentence, and nobody says one twice', () => {
    const said = new Map<string, string>()
    for (const [place, { mentee }] of records.entries())
      for (const sentence of sentencesOf(place)) {
        // A shared copy repeats its title in the record of sharing.
        const before = said.get(sentence)
        if (before !== mentee.name) expect(before, sentence).toBeUndefined()
        said.set(sentence, mentee.name)
      }
    expect(said.size).toBeGreaterThan(500)
  })

  test('a third of the check-ins is not kept as a number, and there is one counseling referral', () => {
    const checkIns = records.flatMap((record) => kept(record.checkIns))
    expect(
      checkIns.filter(({ keeping }) => keeping !== 'number').length * 3,
    ).toBeGreaterThanOrEqual(checkIns.length)
    const referrals = records.flatMap((record) => kept(record.referrals))
    expect(referrals.filter(({ resource }) => /counseling/i.test(resource))).toHaveLength(1)
    // A low number is followed by something.
    for (const record of records)
      for (const { answers, instrument, date } of kept(record.checkIns))
        if (instrument === 'who-5' && answers.length === 5)
          if (answers.reduce<number>((sum, one) => sum + (one ?? 0), 0) <= 12)
            expect(
              record.referrals.some((one) => one.date === date),
              record.mentee.name,
            ).toBe(true)
  })
})

test('the cast: two groups of six, a first-year not yet met, a graduate closed out, one who came back from leave', () => {
  const { records, vault } = on(TODAY)
  const by = (name: string) => records.find(({ mentee }) => mentee.name === name)!
  const group = (name: string) => records.filter(({ mentee }) => mentee.reachGroup === name)
  expect(records).toHaveLength(14)
  expect(group('A').map(({ mentee }) => mentee.classYear)).toEqual(Array(6).fill(2027))
  expect(group('B').map(({ mentee }) => mentee.classYear)).toEqual(Array(6).fill(2029))
  expect(by('Jonas Lindqvist').mentee).toMatchObject({
    status: 'graduated',
    keepUntil: '2027-07-01',
  })
  expect(by('Jonas Lindqvist').mentee.archivedAt).not.toBeNull()
  const former = new Set(
    vault.reachWeeks.filter(({ classYear }) => classYear === 2028).map(({ id }) => id),
  )
  expect(
    Object.keys(by('Dana Kowalski').reachMarks).some((key) => former.has(key.split('/')[0] ?? '')),
  ).toBe(true)
  expect(by('Luis Fernández').mentee).toMatchObject({ committee: true })
  expect(records.flatMap(({ sessions }) => sessions).length).toBeGreaterThan(200)
  expect(vault.captures).toHaveLength(3)
})

test('the same each time', () => {
  const words = ({ records }: Sample) =>
    records.map(({ sessions, goals }) => [
      sessions.map(({ date, time, status }) => `${date} ${time} ${status}`).sort(),
      goals.map(({ title }) => title).sort(),
    ])
  expect(words(sampleOn(TODAY))).toEqual(words(on(TODAY)))
})
