/**
 * Random records, whatever is in them: no memory aid and no escalation goes to anybody but the coach, no escalation even
 * to the coach's own export, and the program gets no item at all.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Audience, leaving } from '../../shared/model/leaving'
import { RECORD_KINDS, type RecordKind, type RecordProjection } from '../../shared/model/projection'
import { PROVENANCES, VISIBILITIES } from '../../shared/model/visibility'
import { newRecord, read } from '../unit/two-devices'

const RUNS = Number(process.env.HISTORIES ?? 400)
const OTHERS: readonly Audience[] = ['mentee-summary', 'mentee-inspection', 'next-coach', 'program']

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
    const axes = 'visibility' in fields ? { visibility: one.visibility, provenance: one.provenance } : {}
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
      (record[kind] as readonly { id: string; visibility?: string }[])
        .filter(
          ({ visibility }) =>
            kind === 'escalations' || visibility === 'memory-aid' || visibility === 'escalation',
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
        expect(out.items.every(({ visibility }) => visibility === 'shared' || visibility === 'program')).toBe(
          true,
        )
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
