/**
 * Feedback that the mentee brings: what others said of their work, how they read it, and the one change that they make of
 * it (the steps of R2C2). It is the mentee's, shared between them and their coach, and goes to no program and no other
 * coach; whoever said it is a role here and no name. It is the A of REACH, and no assessment by the coach.
 */
import { date, field, line, oneOf, optionalLink, setOf, text } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import type { GoalInput } from './goal'

/** Codes that nobody types as a word, since an export says the code of whatever it finds (ui/code-words.ts). */
const FEEDBACK_SOURCES = [
  'by-preceptor',
  'by-attending',
  'by-resident',
  'by-nurse',
  'by-peer',
  'by-patient',
  'by-standardized-patient',
  'by-faculty',
  'by-other',
] as const
const FEEDBACK_FORMS = [
  'by-mouth',
  'in-writing',
  'direct-observation',
  'multi-source',
  'osce-comment',
] as const

export const feedback = defineKind(
  'feedback',
  {
    date: field(date, 'common.date', { leaves: true }),
    source: field(oneOf(FEEDBACK_SOURCES, 'by-preceptor'), 'feedback.source', { leaves: true }),
    rotation: field(line(), 'rotation.label', { search: 'detail', leaves: true }),
    form: field(oneOf(FEEDBACK_FORMS, 'by-mouth'), 'feedback.form', { leaves: true }),
    quotation: field(text, 'feedback.quotation', { search: 'body', leaves: true }),
    reaction: field(text, 'feedback.reaction', { search: 'body', leaves: true }),
    content: field(text, 'feedback.content', { search: 'body', leaves: true }),
    change: field(text, 'feedback.change', { search: 'body', leaves: true }),
    evidence: field(text, 'feedback.evidence', { search: 'body', leaves: true }),
    themes: field(setOf, 'common.themes', { leaves: true }),
    /** The goal that was made of it. */
    goal: field(optionalLink, null),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.feedback',
    count: 'count.feedback',
    title: ({ content, quotation }) => (content || quotation).trim().split('\n')[0] ?? '',
    bin: true,
    leavesFor: ['mentee-inspection', 'coach'],
    opens: { tab: 'reach' },
    search: { kind: 'feedback' },
    timeline: { kind: 'feedback', day: ({ date }) => date, what: ({ source }) => source },
  },
)
export type Feedback = Of<typeof feedback>

/** What was brought inside a time and is the newest of it. */
export const newestFeedback = (
  all: readonly Feedback[],
  inside: (day: string) => boolean,
): Feedback | undefined => kept(all).find(({ date }) => inside(date))

/** Themes that more than one of them share: for the mentee and the coach, and counted nowhere else. */
export const feedbackPatterns = (
  all: readonly Feedback[],
): readonly { readonly theme: string; readonly times: number }[] => {
  const times = new Map<string, number>()
  for (const { themes } of kept(all))
    for (const theme of themes) times.set(theme, (times.get(theme) ?? 0) + 1)
  return [...times]
    .filter(([, number]) => number > 1)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([theme, number]) => ({ theme, times: number }))
}

/** The goal that begins from it: the one change, why, and how both would see it. */
export const goalFrom = ({ change, content, evidence, themes }: Feedback): Partial<GoalInput> => ({
  title: change.trim().split('\n')[0]?.slice(0, 300) ?? '',
  category: 'clinical-skills',
  why: content,
  measure: evidence,
  themes,
})
