/** Where a mentee is, and what is ahead: rotations and important dates. */

import {
  date,
  field,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  requiredLine,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'

/** A clinical block: "on rotation at … until …". */
export const rotations = defineKind(
  'rotations',
  {
    block: field(requiredLine('rotation.nameMissing'), 'rotation.label', { leaves: true }),
    site: field(line(), 'rotation.site', { search: 'detail', leaves: true }),
    start: field(date, 'common.fromDay', { leaves: true }),
    end: field(date, 'common.until', { leaves: true }),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.rotation',
    count: 'count.rotation',
    title: ({ block }) => block,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'date', day: ({ start }) => start },
    timeline: { kind: 'placement', day: ({ start }) => start, what: () => 'rotation' },
  },
)
export type Rotation = Of<typeof rotations>

const DATE_KINDS = ['exam', 'leave', 'deadline', 'personal', 'other'] as const
export const importantDates = defineKind(
  'importantDates',
  {
    title: field(requiredLine('rotation.dateMissing'), 'common.what', { leaves: true }),
    kind: field(oneOf(DATE_KINDS, 'exam'), 'common.kind', { leaves: true }),
    date: field(date, 'common.date', { leaves: true }),
    until: field(optionalDate, 'common.until', { leaves: true }),
    /** The goal that it is about. */
    goal: field(optionalLink, null),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'common.date',
    count: 'count.date',
    title: ({ title }) => title,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'date' },
    timeline: { kind: 'placement', day: ({ date }) => date, what: ({ kind }) => kind },
  },
)
export type ImportantDate = Of<typeof importantDates>

export const rotationOn = (all: readonly Rotation[], day: string): Rotation | undefined =>
  kept(all).find(({ start, end }) => start <= day && day <= end)
