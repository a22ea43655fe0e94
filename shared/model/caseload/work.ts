/**
 * What a coach does beside the sessions, for the promotion file: hours by kind, and reflections on how they coach. Both
 * are the coach's own, name no mentee, and go along in no hand-over.
 */
import { date, field, flag, line, oneOf, requiredLine, text, whole } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'

export const WORK_KINDS = [
  'preparation',
  'writing-notes',
  'messages',
  'group-preparation',
  'development',
  'coach-meeting',
  'recruitment',
  'graduation',
  'other',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

export const work = defineKind(
  'work',
  {
    date: field(date, 'common.date'),
    kind: field(oneOf(WORK_KINDS, 'preparation'), 'common.kind'),
    minutes: field(whole(1, 1440, 30), 'session.minutes'),
    /** A course, a meeting: what the portfolio lists. */
    what: field(line(), 'common.what'),
  },
  {
    label: 'label.work',
    count: 'count.work',
    title: ({ what }) => what,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'my-coaching' },
    search: null,
    timeline: null,
  },
)
export type Work = Of<typeof work>

export const coachReflections = defineKind(
  'coachReflections',
  {
    date: field(date, 'common.date'),
    title: field(requiredLine('work.titleMissing'), 'common.title'),
    text: field(text, 'work.text', { search: 'body' }),
    /** Its title, and never its words, is in the portfolio. */
    listed: field(flag, 'work.listed'),
  },
  {
    label: 'label.coachReflection',
    count: 'count.coachReflection',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'my-coaching' },
    search: { kind: 'reflection' },
    timeline: null,
  },
)
export type CoachReflection = Of<typeof coachReflections>
