/** Reflections: structured records in a framework's sections, one text each. */
import * as v from 'valibot'
import {
  date,
  field,
  line,
  optionalLink,
  setOf,
  structure,
  texts,
  type Values,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { spoken } from '../../words/words'
import { FRAMEWORKS, type Framework } from './shipped-frameworks'

/** The coach's own frameworks, kept in the vault record. */
export const ownFrameworks = defineKind(
  'frameworks',
  {
    title: field(line(), 'common.title'),
    attribution: field(line(), 'heading.attribution'),
    sections: field(
      structure<Framework['sections']>(
        v.pipe(
          v.array(v.object({ id: v.string(), title: v.string(), prompt: v.string() })),
          v.readonly(),
        ),
        [],
      ),
      'fields.sections',
    ),
  },
  {
    label: 'label.framework',
    count: 'count.framework',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)

/** The framework, or for one that this version does not know, the open one. */
export const frameworkOf = (id: string, own: readonly Framework[] = []): Framework =>
  [...FRAMEWORKS, ...own].find((framework) => framework.id === id) ??
  (FRAMEWORKS.at(-1) as Framework)

export const reflections = defineKind(
  'reflections',
  {
    date: field(date, 'common.date', { leaves: true }),
    framework: field(line('open'), 'reflection.framework', { leaves: true }),
    prompt: field(line(), 'reflection.prompt', { leaves: true, history: true }),
    sections: field(texts, 'fields.sections', { search: 'body', leaves: true, history: true }),
    themes: field(setOf, 'common.themes', { leaves: true }),
    session: field(optionalLink, null),
    goal: field(optionalLink, null, { leaves: true }),
    ...axes('memory-aid'),
  },
  {
    label: 'label.reflection',
    count: 'count.reflection',
    title: ({ prompt }) => prompt,
    bin: true,
    leavesFor: ['mentee-summary', 'mentee-inspection', 'coach'],
    opens: { tab: 'reflections' },
    search: { kind: 'reflection' },
    timeline: {
      kind: 'reflection',
      day: ({ date }) => date,
      what: ({ framework }) => framework,
      title: (one) => one.prompt || firstWords(one),
    },
  },
)
export type Reflection = Of<typeof reflections>
export type ReflectionInput = Values<typeof reflections.fields>

/** Every section from the start, so that two devices write into the same ones. */
export const emptySections = (framework: Framework): Readonly<Record<string, string>> =>
  Object.fromEntries(framework.sections.map(({ id }) => [id, '']))

/** The first words of a reflection, for a list. */
export const firstWords = ({
  sections,
}: {
  readonly sections: Readonly<Record<string, string>>
}): string => Object.values(sections).find((text) => text.trim() !== '') ?? ''

/** One question, asked again each year: the answers side by side, oldest first. */
export interface ThreadAnswer {
  readonly reflection: Reflection
  readonly text: string
}

/** The answers to one section of the identity framework over the years. */
export const identityThread = (
  all: readonly Reflection[],
  section: string,
): readonly ThreadAnswer[] =>
  kept(all)
    .filter(({ framework }) => framework === 'identity')
    .map((reflection) => ({ reflection, text: reflection.sections[section] ?? '' }))
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.reflection.date.localeCompare(b.reflection.date))

/** Prompts by phase, in our own words. */
export const PROMPTS: readonly { readonly phase: string; readonly prompts: readonly string[] }[] = [
  spoken(
    { phase: 'reflection.phaseStarting' },
    {
      prompts: spoken([
        'reflection.promptWhyHere',
        'reflection.promptWhiteCoat',
        'reflection.promptLosing',
        'reflection.promptAnatomy',
      ]),
    },
  ),
  spoken(
    { phase: 'reflection.phasePreClerkship' },
    {
      prompts: spoken([
        'reflection.promptDidNotKnow',
        'reflection.promptExam',
        'reflection.promptCompare',
        'reflection.promptTaught',
      ]),
    },
  ),
  spoken(
    { phase: 'reflection.phaseClerkship' },
    {
      prompts: spoken([
        'reflection.promptFirstDeath',
        'reflection.promptFirstError',
        'reflection.promptFeedback',
        'reflection.promptSpokeUp',
        'reflection.promptNotBecome',
        'reflection.promptPatient',
      ]),
    },
  ),
  spoken(
    { phase: 'reflection.phasePostClerkship' },
    {
      prompts: spoken([
        'reflection.promptSpecialty',
        'reflection.promptInterview',
        'reflection.promptTwoYearsAgo',
      ]),
    },
  ),
  spoken(
    { phase: 'reflection.phaseMatch' },
    {
      prompts: spoken([
        'reflection.promptMatchDay',
        'reflection.promptFirstMeeting',
        'reflection.promptTakeAlong',
      ]),
    },
  ),
]
