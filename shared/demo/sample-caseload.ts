/**
 * The sample caseload: twelve invented mentees over four years with hundreds of sessions, put together from a seed, so
 * that pictures and tests are stable. It is written by the same commands as everything else.
 */
import * as prng from 'lib0/prng'
import type * as Y from 'yjs'
import { academicYear, academicYearEnd, addDays, DEFAULT_TURNOVER } from '../base/academic-year'
import { actionItems } from '../model/record/action-item'
import { agreements, CONFIDENTIALITY_LIMITS, newAgreementClauses } from '../model/record/agreement'
import { checkIns } from '../model/record/check-in'
import {
  type GoalStatus,
  goalMoves,
  goals,
  isClosedStatus,
  milestones,
  progressEntries,
  ratings,
} from '../model/record/goal'
import { groupSessions } from '../model/record/group-session'
import { learningPlans, PLAN_SECTIONS } from '../model/record/learning-plan'
import type { MenteeInput } from '../model/record/mentee'
import { startNote } from '../model/record/note'
import { importantDates, rotations } from '../model/record/placement'
import { COMPONENTS, reachWeeks, setMark } from '../model/record/reach'
import { referrals } from '../model/record/referral'
import { emptySections, frameworkOf, reflections } from '../model/record/reflection'
import { addSession, agendaItems } from '../model/record/session'
import { plainLine } from '../note-text/delta'
import * as words from './people'

export interface SampleMentee {
  readonly input: Partial<MenteeInput>
  /** Writes the rest of the record. */
  readonly fill: (record: Y.Doc, weeks: readonly SampleWeek[]) => void
}

export interface SampleWeek {
  readonly id: string
  readonly classYear: number
  readonly start: string
  readonly end: string
}

const SEED = 20261123
const SESSION_EVERY_DAYS = 26
const SITES = ['Baldwin Park', 'Los Angeles', 'Panorama City'] as const

const pick = <T>(random: prng.PRNG, list: readonly T[]): T =>
  list[prng.int32(random, 0, list.length - 1)] as T
const chance = (random: prng.PRNG, of100: number): boolean => prng.int32(random, 1, 100) <= of100

const classOf = (person: words.Person, today: string): number =>
  academicYearEnd(today, DEFAULT_TURNOVER) + 4 - person.year

/** The weeks of every class in the caseload: four a year, from their first year to this one. */
const sampleWeeks = (today: string) =>
  [...new Set(words.PEOPLE.map((person) => classOf(person, today)))].flatMap((classYear) =>
    [1, 2, 3, 4].flatMap((year) => {
      const { from } = academicYear(classYear - 4 + year)
      return [1, 2, 3, 4].map((quarter) => {
        const start = addDays(from, 50 + (quarter - 1) * 88)
        return {
          classYear,
          year,
          quarter,
          start,
          end: addDays(start, 4),
          theme: words.REACH_THEMES[quarter - 1] ?? '',
        }
      })
    }),
  )

export const addSampleWeeks = (vault: Y.Doc, today: string): readonly SampleWeek[] =>
  vault.transact(() =>
    sampleWeeks(today).map((week) => ({
      id: reachWeeks.add(vault, week),
      classYear: week.classYear,
      start: week.start,
      end: week.end,
    })),
  )

/** A group session for each group and begun week of this year, and one planned. */
export const addSampleGroups = (
  vault: Y.Doc,
  input: {
    readonly today: string
    readonly weeks: readonly SampleWeek[]
    readonly members: Readonly<Record<string, readonly string[]>>
  },
): readonly string[] =>
  vault.transact(() =>
    Object.entries(input.members).flatMap(([group, members], index) => {
      const person = words.PEOPLE.find((one) => one.group === group)
      const classYear = person === undefined ? 0 : classOf(person, input.today)
      const begun = input.weeks.filter(
        (week) => week.classYear === classYear && week.start <= input.today,
      )
      const past = begun.map(({ id, start }) =>
        groupSessions.add(vault, {
          group,
          week: id,
          status: 'held',
          date: addDays(start, 2),
          time: '14:30',
          themes: [words.THEMES[index % words.THEMES.length] ?? 'time'],
          present: members,
          notes: 'What carried us through the quarter, and what did not.',
        }),
      )
      return [
        ...past,
        groupSessions.add(vault, {
          group,
          date: addDays(input.today, 1 + index),
          time: '14:30',
          status: 'planned',
        }),
      ]
    }),
  )

const writeSessions = (random: prng.PRNG, record: Y.Doc, from: string, today: string): void => {
  let day = addDays(from, 10)
  while (day < today) {
    const held = chance(random, 90)
    const { session, note, aid } = addSession(record, {
      kind: pick(random, ['one-to-one', 'one-to-one', 'check-in', 'ad-hoc']),
      status: held ? 'held' : pick(random, ['missed', 'cancelled']),
      date: day,
      time: pick(random, ['09:00', '10:00', '13:30', '16:00']),
      minutes: prng.int32(random, 25, 60),
      medium: pick(random, ['in-person', 'in-person', 'video', 'phone']),
      themes: [pick(random, words.THEMES)],
      takeaway: held ? pick(random, words.TAKEAWAYS) : '',
    })
    if (held) {
      startNote(record, {
        id: note,
        lines: [
          plainLine('Successes and challenges', { kind: 'heading3' }),
          plainLine(pick(random, words.NOTE_LINES)),
          plainLine(pick(random, words.NOTE_LINES)),
          plainLine('Plan', { kind: 'heading3' }),
          plainLine(pick(random, words.TAKEAWAYS)),
        ],
      })
      if (chance(random, 60))
        startNote(record, { id: aid, lines: [plainLine(pick(random, words.AID_LINES))] })
      if (chance(random, 55)) {
        const due = addDays(day, prng.int32(random, 7, 28))
        const mine = chance(random, 25)
        const recent = addDays(day, 45) > today
        actionItems.add(record, {
          what: mine ? pick(random, words.COACH_ACTIONS) : pick(random, words.ACTIONS),
          whose: mine ? 'coach' : 'mentee',
          due,
          agreedOn: day,
          session,
          doneOn: recent && chance(random, 60) ? null : due < today ? due : null,
        })
      }
    }
    day = addDays(day, SESSION_EVERY_DAYS + prng.int32(random, -6, 8))
  }
}

const writeGoals = (random: prng.PRNG, record: Y.Doc, from: string, today: string): void => {
  let opened = addDays(from, 30)
  let index = prng.int32(random, 0, words.GOALS.length - 1)
  while (opened < today) {
    const template = words.GOALS[index++ % words.GOALS.length]
    if (template === undefined) return
    const ends = addDays(opened, prng.int32(random, 60, 200))
    const status: GoalStatus =
      ends < today
        ? pick(random, ['achieved', 'achieved', 'partly-achieved', 'revised', 'let-go'])
        : pick(random, ['active', 'active', 'active', 'on-hold', 'draft'])
    const goal = goals.add(record, {
      title: template.title,
      category: template.category,
      measure: template.measure,
      status,
      targetDate: chance(random, 85) ? ends : null,
      why: 'It matters to me now, and to the people I will treat.',
      competencies: chance(random, 50) ? ['ume:pbli.feedback'] : [],
      ...(isClosedStatus(status)
        ? { closing: 'Smaller steps than I had thought, and more of them.' }
        : {}),
    })
    goalMoves.add(record, { goal, status: 'active', date: opened })
    if (isClosedStatus(status)) goalMoves.add(record, { goal, status, date: ends })
    for (const [step, title] of words.MILESTONES.slice(0, prng.int32(random, 2, 4)).entries()) {
      const due = addDays(opened, 20 * (step + 1))
      milestones.add(record, {
        of: goal,
        title,
        due,
        doneOn: due < today && chance(random, 80) ? due : null,
      })
    }
    for (let step = 0; step < 3; step++) {
      const date = addDays(opened, 10 + step * 40)
      if (date >= today || date > ends) break
      progressEntries.add(record, {
        of: goal,
        date,
        score: Math.min(10, 3 + step * 2 + prng.int32(random, 0, 1)),
        comment: '',
      })
      ratings.add(record, {
        of: goal,
        date,
        importance: prng.int32(random, 7, 9),
        confidence: Math.min(10, 4 + step * 2),
      })
    }
    opened = addDays(opened, prng.int32(random, 70, 160))
  }
}

const writeReflections = (random: prng.PRNG, record: Y.Doc, from: string, today: string): void => {
  const what = emptySections(frameworkOf('what'))
  const identity = emptySections(frameworkOf('identity'))
  let day = addDays(from, 60)
  let year = 0
  while (day < today) {
    const one = pick(random, words.REFLECTIONS)
    const own = chance(random, 70)
    reflections.add(record, {
      date: day,
      framework: 'what',
      prompt: one.prompt,
      provenance: own ? 'mentee' : 'coach',
      visibility: own ? 'shared' : 'memory-aid',
      themes: [pick(random, words.THEMES)],
      sections: { ...what, what: one.what, 'so-what': one.so, 'now-what': one.now },
    })
    day = addDays(day, prng.int32(random, 80, 140))
  }
  for (let at = addDays(from, 120); at < today; at = addDays(at, 365)) {
    reflections.add(record, {
      date: at,
      framework: 'identity',
      prompt: 'The physician I want to be',
      provenance: 'mentee',
      visibility: 'shared',
      sections: {
        ...identity,
        becoming: words.IDENTITY[year % words.IDENTITY.length] ?? '',
        physician: 'A family asked me what I would do.',
      },
    })
    year++
  }
}

const writeCheckIns = (random: prng.PRNG, record: Y.Doc, from: string, today: string): void => {
  let level = 3
  for (let day = addDays(from, 45); day < today; day = addDays(day, 85)) {
    level = Math.max(1, Math.min(4, level + prng.int32(random, -1, 1)))
    const answers = Array.from({ length: 5 }, () =>
      Math.max(0, Math.min(5, level + prng.int32(random, -1, 1))),
    )
    checkIns.add(record, { instrument: 'who-5', date: day, keeping: 'number', answers })
    if (chance(random, 35))
      checkIns.add(record, {
        instrument: 'wheel',
        date: addDays(day, 1),
        keeping: 'number',
        answers: Array.from({ length: 8 }, () => prng.int32(random, 3, 9)),
        tend: 'physical',
        step: 'A walk before the first block',
      })
    if (chance(random, 25))
      checkIns.add(record, { instrument: 'burnout', date: addDays(day, 2), keeping: 'talked' })
  }
}

const writePlacements = (
  random: prng.PRNG,
  record: Y.Doc,
  person: words.Person,
  classYear: number,
  today: string,
): void => {
  if (person.year >= 3) {
    let start = academicYear(classYear - 1).from
    for (const block of words.ROTATIONS) {
      const end = addDays(start, 41)
      rotations.add(record, { block, site: pick(random, SITES), start, end })
      start = addDays(end, 1)
    }
  }
  importantDates.add(record, {
    title: person.year <= 2 ? 'Step 1' : 'Step 2 CK',
    kind: 'exam',
    date: addDays(today, prng.int32(random, 20, 120)),
  })
}

const sample = (person: words.Person, index: number, today: string): SampleMentee => {
  const classYear = classOf(person, today)
  const from = academicYear(classYear - 3).from
  return {
    input: {
      name: person.name,
      preferredName: person.preferredName ?? '',
      pronouns: person.pronouns,
      email: `${person.name
        .split(' ')[0]
        ?.normalize('NFD')
        .replace(/\P{ASCII}/gu, '')
        .toLowerCase()}@example.edu`,
      studentId: `S${1000 + index}`,
      classYear,
      phase:
        person.year <= 2 ? 'pre-clerkship' : person.year === 3 ? 'clerkship' : 'post-clerkship',
      status: person.status ?? 'active',
      coachedSince: from,
      reachGroup: person.group,
      strengths: person.strengths,
      values: person.values,
      interests: person.interests,
      tags: index % 4 === 0 ? ['first-generation'] : [],
    },
    fill: (record, weeks) =>
      record.transact(() => {
        const random = prng.create(SEED + index)
        // Some have not been seen for a while: those are what "attention" is for.
        const until = index % 5 === 2 ? addDays(today, -52) : today
        writeSessions(random, record, from, until)
        writeGoals(random, record, from, today)
        writeReflections(random, record, from, today)
        writeCheckIns(random, record, from, today)
        writePlacements(random, record, person, classYear, today)
        agreements.add(record, {
          clauses: newAgreementClauses(),
          explained: CONFIDENTIALITY_LIMITS.map(({ id }) => `${id} ${addDays(from, 12)}`),
          agreedOn: addDays(today, -prng.int32(random, 30, 380)),
          acknowledgedOn: addDays(from, 14),
          madeOn: addDays(from, 10),
        })
        for (const [term, back] of [
          ['Spring', 200],
          ['Autumn', 40],
        ] as const)
          learningPlans.add(record, {
            term,
            date: addDays(today, -back),
            nextReview: addDays(today, 140 - back),
            sections: {
              ...Object.fromEntries(PLAN_SECTIONS.map(({ id }) => [id, ''])),
              values: person.values,
              career: person.interests,
              strategies: term === 'Autumn' ? 'Fewer sources, more questions' : 'Reading ahead',
              'last-plan': term === 'Autumn' ? 'The plan was too full; half of it held.' : '',
            },
          })
        for (const week of weeks.filter(
          (one) => one.classYear === classYear && one.start <= today,
        )) {
          const old = week.end < addDays(today, -30)
          for (const part of COMPONENTS)
            if (old ? chance(random, 97) : chance(random, 55))
              setMark(record, {
                week: week.id,
                part,
                mark: old || chance(random, 70) ? 'done' : 'planned',
              })
        }
        if (index % 3 !== 1)
          addSession(record, {
            status: 'planned',
            kind: 'one-to-one',
            date: addDays(today, index % 7),
            time: pick(random, ['10:00', '11:30', '15:00']),
            minutes: 45,
          })
        if (index % 3 === 0) agendaItems.add(record, { text: 'How the talk at home went' })
        if (index % 4 === 3)
          referrals.add(record, {
            resource: 'Mental health counseling',
            reason: 'Asked for somebody to talk to',
            date: addDays(today, -9),
            status: 'accepted',
            followUp: addDays(today, -2),
          })
      }),
  }
}

export const sampleCaseload = (today: string): readonly SampleMentee[] =>
  words.PEOPLE.map((person, index) => sample(person, index, today))
