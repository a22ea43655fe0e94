/**
 * Random records, whatever is in them: no memory aid and no escalation goes to anybody but the coach, no escalation even
 * to the coach's own export, and the program gets no item at all.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Audience } from '../../shared/crdt/audience'
import { PROVENANCES, VISIBILITIES } from '../../shared/crdt/visibility'
import { calendarEntries } from '../../shared/exchange/calendar'
import { rosterToCsv } from '../../shared/exchange/roster'
import { RECORD_KINDS, type RecordKind } from '../../shared/model/kinds'
import { leaving, onPaper, profileFor } from '../../shared/model/leaving'
import type { RecordProjection } from '../../shared/model/projection'
import { goals, milestones } from '../../shared/model/record/goal'
import { editMentee, menteeProfile, readMentee } from '../../shared/model/record/mentee'
import { ROLES, type Role } from '../../shared/model/record/role'
import { sessions } from '../../shared/model/record/session'
import { briefOf } from '../../shared/views/brief'
import { newRecord, read } from '../steps/two-devices'

const RUNS = Number(process.env.HISTORIES ?? 400)
const OTHERS: readonly Audience[] = ['mentee-summary', 'mentee-inspection', 'next-coach', 'program']

const PROFILE_GOES: readonly Audience[] = ['next-coach', 'mentee-inspection', 'roster']

const CANARY = 'canary-'
const kinds = Object.keys(RECORD_KINDS) as RecordKind[]
const item = fc.record({
  kind: fc.constantFrom(...kinds),
  visibility: fc.constantFrom(...VISIBILITIES),
  provenance: fc.constantFrom(...PROVENANCES),
  deleted: fc.boolean(),
  role: fc.constantFrom('loose', 'session', 'aid'),
  status: fc.constantFrom('draft', 'active', 'on-hold', 'achieved'),
})

const recordOf = (
  items: readonly (typeof item extends fc.Arbitrary<infer T> ? T : never)[],
): RecordProjection => {
  const record = newRecord()
  for (const [index, one] of items.entries()) {
    const kind = RECORD_KINDS[one.kind]
    const { fields } = kind
    const words = Object.fromEntries(
      ['title', 'text', 'what', 'why', 'seen', 'told', 'resource'].flatMap((name) =>
        name in fields ? [[name, `${CANARY}${index}`]] : [],
      ),
    )
    const axes =
      'visibility' in fields ? { visibility: one.visibility, provenance: one.provenance } : {}
    const role = one.kind === 'notes' ? { role: one.role } : {}
    const status = one.kind === 'goals' ? { status: one.status } : {}
    const id = kind.add(record, { ...words, ...axes, ...role, ...status } as never)
    if (one.deleted) kind.remove(record, { id, deleted: true })
  }
  return read(record)
}

/** Every id in a projection whose own class keeps it from others. */
const privateIds = (record: RecordProjection): ReadonlySet<string> =>
  new Set(
    kinds.flatMap((kind) =>
      (record[kind] as readonly { id: string; visibility?: string; role?: string }[])
        .filter(
          ({ visibility, role }) =>
            kind === 'escalations' ||
            // Of a session, that they met and what the mentee took away are theirs to see.
            (visibility === 'memory-aid' && kind !== 'sessions') ||
            visibility === 'escalation' ||
            (kind === 'notes' && role === 'aid'),
        )
        .map(({ id }) => id),
    ),
  )

test('whatever a record holds, no memory aid and no escalation is on the other side', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (items) => {
      const record = recordOf(items)
      const kept = privateIds(record)
      for (const audience of OTHERS) {
        const out = leaving(record, audience)
        expect(out.items.filter(({ id }) => kept.has(id))).toEqual([])
        expect(
          out.items.every(({ visibility }) => visibility === 'shared' || visibility === 'program'),
        ).toBe(true)
        expect(out.items.every((one) => one.item.deletedAt == null)).toBe(true)
        // What stays behind is counted by kind; nothing that was written can be in it, nor that there are escalations.
        expect(JSON.stringify(out.staysBehind)).not.toContain(CANARY)
        expect(out.staysBehind.escalations).toBeUndefined()
      }
      expect(leaving(record, 'program').items).toEqual([])
      expect(
        leaving(record, 'coach').items.filter(
          ({ kind, visibility }) => kind === 'escalations' || visibility === 'escalation',
        ),
      ).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('what the mentee and the next coach have a use for does leave', () => {
  const shared = {
    visibility: 'shared',
    provenance: 'mentee',
    deleted: false,
    role: 'loose',
    status: 'active',
  } as const
  const record = recordOf([
    { kind: 'goals', ...shared },
    { kind: 'reflections', ...shared },
    { kind: 'actionItems', ...shared },
    { kind: 'checkIns', ...shared },
    { kind: 'goals', ...shared, status: 'achieved' },
  ])
  const kindsTo = (audience: Audience) => leaving(record, audience).items.map(({ kind }) => kind)
  expect(kindsTo('mentee-summary').sort()).toEqual(['actionItems', 'goals', 'goals', 'reflections'])
  expect(kindsTo('mentee-inspection')).toContain('checkIns')
  // A check-in is the mentee's own: the next coach does not get it, and gets the open goal only.
  expect(kindsTo('next-coach').sort()).toEqual(['actionItems', 'goals'])
})

/** What the model gains tomorrow: a field of every item, of everything nested, and of the mentee. */
const withNewField = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withNewField)
    : typeof value === 'object' && value !== null
      ? {
          ...Object.fromEntries(
            Object.entries(value).map(([name, one]) => [name, withNewField(one)]),
          ),
          ...('createdAt' in value ? { newField: `${CANARY}new` } : {}),
        }
      : value

test('a field that is on no list leaves for nobody, be it new or a link to what stays', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 20 }), (items) => {
      const doc = newRecord()
      for (const one of items) {
        const kind = RECORD_KINDS[one.kind]
        const links = Object.fromEntries(
          ['session', 'from', 'fromKind', 'revisedFrom'].flatMap((name) =>
            name in kind.fields ? [[name, `${CANARY}link`]] : [],
          ),
        )
        const id = kind.add(doc, {
          ...links,
          visibility: one.visibility,
          provenance: one.provenance,
        } as never)
        if (one.kind === 'goals') milestones.add(doc, { of: id, title: 'Step by step' })
      }
      const record = withNewField(read(doc)) as RecordProjection
      for (const audience of OTHERS) {
        const out = JSON.stringify(leaving(record, audience))
        expect(out).not.toContain(`${CANARY}new`)
        expect(out).not.toContain(`${CANARY}link`)
      }
      for (const to of PROFILE_GOES)
        expect(JSON.stringify(profileFor(record.mentee, to))).not.toContain(`${CANARY}new`)
      expect(rosterToCsv([record.mentee])).not.toContain(`${CANARY}new`)
    }),
    { numRuns: Math.min(RUNS, 100) },
  )
})

/** What the coach keeps about a mentee for themselves: health, roles, why something is kept, who was there before. */
const OWN = {
  avoid: `${CANARY}avoid`,
  tags: [`${CANARY}tag`],
  ...(Object.fromEntries(ROLES.map((role) => [role, true])) as Record<Role, true>),
  rolesOn: ['committee 2026-07-01'],
  recusal: `${CANARY}recusal`,
  receivedFrom: `${CANARY}before`,
  keepUntil: '2031-01-01',
  hold: `${CANARY}hold`,
} as const

test('who the mentee is leaves by name of field: what the coach keeps for themselves is in no hand-over, roster or packet', () => {
  const record = newRecord()
  editMentee(record, { next: { ...OWN, studentId: 'S1', preferredName: 'Ama' } })
  const mentee = readMentee(record)
  for (const to of PROFILE_GOES) {
    const out = profileFor(mentee, to)
    // What they asked not to be brought up is the mentee's own wish.
    const theirs = to === 'mentee-inspection' ? ['avoid'] : []
    expect(Object.keys(out).filter((name) => name in OWN)).toEqual(theirs)
    expect(Object.keys(out).every((name) => name in menteeProfile.fields)).toBe(true)
    expect(out).toMatchObject({ name: 'Amara Osei', preferredName: 'Ama', studentId: 'S1' })
  }
  const roster = rosterToCsv([mentee])
  expect(roster).not.toContain(CANARY)
  expect(roster).toContain('S1')
})

test('a next coach is not told that there are memory aids, check-ins, referrals or reflections', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (items) => {
      const record = recordOf(items)
      const { staysBehind } = leaving(record, 'next-coach')
      const told = Object.keys(staysBehind)
      for (const kind of [
        'notes',
        'sessions',
        'agendaItems',
        'checkIns',
        'referrals',
        'reflections',
        'preps',
      ])
        expect(told).not.toContain(kind)
      const hidden = privateIds(record)
      for (const [kind, number] of Object.entries(staysBehind))
        expect(number).toBeLessThanOrEqual(
          (record[kind as RecordKind] as readonly { id: string }[]).filter(
            ({ id }) => !hidden.has(id),
          ).length,
        )
    }),
    { numRuns: RUNS },
  )
})

test('a milestone in the bin stays, and the others go', () => {
  const record = newRecord()
  const goal = goals.add(record, {
    title: 'Pass Step 1',
    visibility: 'shared',
    provenance: 'mentee',
  })
  milestones.add(record, { of: goal, title: 'Register' })
  const binned = milestones.add(record, { of: goal, title: `${CANARY}binned` })
  milestones.remove(record, { of: goal, id: binned, deleted: true })
  const out = JSON.stringify(leaving(read(record), 'next-coach').items)
  expect(out).toContain('Register')
  expect(out).not.toContain(CANARY)
})

test('a calendar gets when and where, a printed brief no memory aid and no escalation', () => {
  const doc = newRecord()
  sessions.add(doc, {
    date: '2026-12-01',
    status: 'planned',
    place: 'Library',
    followUp: '2026-12-05',
    followUpNote: `${CANARY}why`,
    takeaway: `${CANARY}words`,
    themes: [`${CANARY}theme`],
  })
  const from = '2026-11-24'
  const vault = { groupSessions: [] } as unknown as Parameters<typeof calendarEntries>[1]
  const entries = calendarEntries([read(doc)], vault, {
    from,
    names: 'initials',
    followUps: true,
    places: true,
  })
  expect(entries.map(({ title, place }) => [title, place])).toEqual([
    ['Coaching: A. O.', 'Library'],
    ['Follow up: A. O.', ''],
  ])
  expect(JSON.stringify(entries)).not.toContain(CANARY)

  const full = recordOf([
    {
      kind: 'notes',
      visibility: 'memory-aid',
      provenance: 'coach',
      deleted: false,
      role: 'aid',
      status: 'active',
    },
    {
      kind: 'goals',
      visibility: 'escalation',
      provenance: 'coach',
      deleted: false,
      role: 'loose',
      status: 'active',
    },
    {
      kind: 'goals',
      visibility: 'shared',
      provenance: 'mentee',
      deleted: false,
      role: 'loose',
      status: 'active',
    },
  ])
  const paper = onPaper(full)
  expect(paper.notes).toEqual([])
  expect(paper.goals).toHaveLength(1)
  expect(briefOf(paper, [], from).goals).toHaveLength(1)
  expect(Object.keys(paper)).not.toContain('referrals')
})
