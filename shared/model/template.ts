/** Templates: starting text for a note, as data. The coach edits them and makes own ones; they stand in the vault. */
import * as v from 'valibot'
import { line, requiredLine, structure, whole } from './field'
import { defineKind, kept, type Of } from './kind'
import type { Block } from './note'

export interface TemplateField {
  readonly title: string
  readonly hint: string
}

export interface Template {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly attribution: string
  readonly fields: readonly TemplateField[]
}

const field = v.object({ title: v.string(), hint: v.string() })

/** The coach's own templates, and edited copies of shipped ones (`of` names the shipped one they replace). */
export const ownTemplates = defineKind('templates', {
  title: requiredLine('Name the template.'),
  version: whole(1, 1_000_000, 1),
  attribution: line(),
  fields: structure<readonly TemplateField[]>(v.pipe(v.array(field), v.readonly()), []),
  replaces: line(),
})
export type OwnTemplate = Of<typeof ownTemplates>

const shipped = (
  id: string,
  title: string,
  attribution: string,
  fields: readonly (readonly [string, string])[],
): Template => ({
  id,
  title,
  version: 1,
  attribution,
  fields: fields.map(([title, hint]) => ({ title, hint })),
})

/** Structure after the named sources, in our own words. */
export const SHIPPED_TEMPLATES: readonly Template[] = [
  shipped('open', 'Open note', '', []),
  shipped('first-meeting', 'First meeting and agreement', 'A coaching practice', [
    ['Getting to know each other', 'Where from, what led to medicine, what matters'],
    ['What coaching is and is not', 'Say it before something is disclosed'],
    ['Limits of confidentiality', 'Each one explained'],
    ['How we work', 'Cadence, place, preparation, contact'],
    ['What would make this a good year', ''],
    ['Agreed', '{mentee}, {date}'],
  ]),
  shipped('session', 'Session note', 'After the AMA’s coaching playbook', [
    ['Successes and challenges', ''],
    ['Goals', '{open goals}'],
    ['Barriers', ''],
    ['Resources', 'Offered, used'],
    ['Plan', 'Who does what by when'],
  ]),
  shipped('grow', 'GROW', 'After Whitmore', [
    ['Goal', 'What do you want? How will you know?'],
    ['Reality', 'What is so now? What was tried? What is in the way?'],
    ['Options', 'At least three, before judging any'],
    [
      'Will',
      'What, by when, with whose support? If an obstacle comes, then what? Confidence 1 to 10: what would make it one higher?',
    ],
  ]),
  shipped('reach', 'REACH one-to-one', 'The five components', [
    ['Reflection', ''],
    ['Education', 'Learning since last time, study strategy'],
    ['Assessment', 'Feedback the mentee brings'],
    ['Coaching', '{open goals}'],
    ['Health and well-being', 'Only what the mentee wants to bring'],
    ['Focus for the next quarter', ''],
  ]),
  shipped('r2c2', 'R2C2', 'After Sargeant et al.', [
    ['Relationship', 'How are you with this feedback?'],
    ['Reactions', 'What surprised you? What fits, what does not?'],
    ['Content', 'What does it say, in one sentence?'],
    ['Coaching for change: one change', ''],
    ['Actions', ''],
    ['Resources', ''],
    ['By when', ''],
    ['Barriers', ''],
    ['Evidence', 'How will you know?'],
  ]),
  shipped('best-worst', 'Best day and worst day', 'A coaching exercise', [
    ['Best day', 'What, and why'],
    ['Worst day', 'What, and why'],
    ['What it shows about who I am becoming', ''],
  ]),
  shipped('rotation', 'Rotation debrief', 'A coaching practice', [
    ['What I did', '{rotation}'],
    ['What I learned', ''],
    ['Feedback', 'From whom, what, what next'],
    ['A patient I remember', 'Without identifiers'],
    ['What it means for my direction', ''],
  ]),
  shipped('exam', 'Exam plan', 'A coaching practice', [
    ['Exam and date', ''],
    ['Where I stand', ''],
    ['Weekly plan', ''],
    ['How I test myself', ''],
    ['What I do not do for it', 'Sleep, people, movement to keep'],
    ['If it goes badly', ''],
  ]),
  shipped('career', 'Career and specialty', 'A coaching practice', [
    ['Drawn to', ''],
    ['What a good week would look like', ''],
    ['What I need to find out', 'Whom to talk to'],
    ['Next step', ''],
  ]),
  shipped('hard-times', 'Hard times', 'A coaching practice', [
    ['What happened', 'In the mentee’s words'],
    ['What helps, and who', ''],
    ['What was offered', ''],
    ['Safety', 'Asked, and what was said'],
    ['Next contact', ''],
  ]),
  shipped('ilp', 'Individualized learning plan', 'A coaching practice', [
    ['Values', ''],
    ['Career goals', ''],
    ['Self-assessment', 'By competency, with evidence'],
    ['Feedback summary', ''],
    ['Professional and personal goals', ''],
    ['Strategies', ''],
    ['Experiences', ''],
    ['Mentors', ''],
    ['Progress on the last plan', ''],
    ['Next review', ''],
  ]),
  shipped('mal', 'Master adaptive learner', 'After Cutrer et al.', [
    ['Planning', 'The gap, and what matters most'],
    ['Learning', 'How, from what'],
    ['Assessing', 'How I know it worked'],
    ['Adjusting', 'What goes into daily practice'],
  ]),
  shipped('year-end', 'End-of-year review', 'A coaching practice', [
    ['The year in three moments', ''],
    ['Goals reached, revised, let go', ''],
    ['What changed in me', ''],
    ['What I want of next year', ''],
    ['How our meetings should change', ''],
  ]),
  shipped('group', 'Group session', 'A coaching practice', [
    ['Opening', ''],
    ['Themes', 'Without names'],
    ['What the group agreed', ''],
    ['To bring up one to one', 'Use the private lines'],
  ]),
  shipped('coach', 'My own reflection as a coach', 'A coaching practice', [
    ['What went well', ''],
    ['Where I told instead of asking', ''],
    ['What I noticed in myself', ''],
    ['What I try next time', ''],
  ]),
]

/** Shipped ones as the coach has edited them, and own ones. */
export const templatesWith = (own: readonly OwnTemplate[]): readonly Template[] => {
  const live = kept(own)
  const replaced = new Map(live.filter(({ replaces }) => replaces !== '').map((one) => [one.replaces, one]))
  return [
    ...SHIPPED_TEMPLATES.map((one) => {
      const edited = replaced.get(one.id)
      return edited === undefined ? one : { ...edited, id: one.id }
    }),
    ...live.filter(({ replaces }) => replaces === ''),
  ]
}

/** What a template or a snippet may leave a gap for, written as `{mentee}`. */
export const TEMPLATE_GAPS = [
  'mentee',
  'date',
  'year',
  'rotation',
  'last session',
  'next session',
  'open goals',
  'open actions',
] as const
export type TemplateValues = Readonly<Partial<Record<(typeof TEMPLATE_GAPS)[number], string>>>

/** A gap that is not known stays as it stands. */
export const fillIn = (text: string, values: TemplateValues): string =>
  text.replace(/\{([a-z ]+)\}/g, (gap, name: string) => values[name as keyof TemplateValues] ?? gap)

/** The starting text: a heading for each field, and its hint under it. */
export const templateBlocks = (template: Template, values: TemplateValues = {}): readonly Block[] =>
  template.fields.flatMap(({ title, hint }) => {
    const filled = fillIn(hint, values)
    return [
      { heading: 3, text: fillIn(title, values) } as const,
      { text: filled === '' ? '' : filled === hint ? `${hint}: ` : filled },
    ]
  })
