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
import { t } from '../../words/words'

export interface Framework {
  readonly id: string
  readonly title: string
  readonly attribution: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly prompt: string
  }[]
}

/** The section titles are the frameworks' own; the prompts are our words. */
export const FRAMEWORKS: readonly Framework[] = [
  {
    id: 'what',
    title: t('reflection.whatSoWhat'),
    attribution: t('reflection.sourceBorton'),
    sections: [
      { id: 'what', title: t('reflection.what'), prompt: t('reflection.cameraHint') },
      { id: 'so-what', title: t('reflection.soWhat'), prompt: t('reflection.soWhatHint') },
      { id: 'now-what', title: t('reflection.nowWhat'), prompt: t('reflection.nowWhatHint') },
    ],
  },
  {
    id: 'gibbs',
    title: t('reflection.gibbs'),
    attribution: t('reflection.sourceGibbs'),
    sections: [
      {
        id: 'description',
        title: t('reflection.description'),
        prompt: t('reflection.whatHappened'),
      },
      { id: 'feelings', title: t('reflection.feelings'), prompt: t('reflection.feelingsHint') },
      {
        id: 'evaluation',
        title: t('reflection.evaluation'),
        prompt: t('reflection.evaluationHint'),
      },
      { id: 'analysis', title: t('reflection.analysis'), prompt: t('reflection.analysisHint') },
      {
        id: 'conclusion',
        title: t('reflection.conclusion'),
        prompt: t('reflection.conclusionHint'),
      },
      {
        id: 'action-plan',
        title: t('reflection.actionPlan'),
        prompt: t('reflection.actionPlanHint'),
      },
    ],
  },
  {
    id: 'best-worst-day',
    title: t('reflection.bestDayAndWorstDay'),
    attribution: t('reflection.aCoachingExercise'),
    sections: [
      { id: 'best', title: t('reflection.bestDay'), prompt: t('reflection.whatHappened') },
      { id: 'best-why', title: t('reflection.bestDayHint'), prompt: t('reflection.madeItSoHint') },
      { id: 'worst', title: t('reflection.worstDay'), prompt: t('reflection.whatHappened') },
      {
        id: 'worst-why',
        title: t('reflection.worstDayHint'),
        prompt: t('reflection.madeItSoHint'),
      },
      {
        id: 'becoming',
        title: t('reflection.whoIAmBecoming'),
        prompt: t('reflection.identityDaysHint'),
      },
    ],
  },
  {
    id: 'identity',
    title: t('reflection.professionalIdentity'),
    attribution: t('reflection.aCoachingExercise'),
    sections: [
      {
        id: 'physician',
        title: t('reflection.promptMoment'),
        prompt: t('reflection.descriptionHint'),
      },
      { id: 'not', title: t('reflection.promptMomentNot'), prompt: t('reflection.missingHint') },
      {
        id: 'value',
        title: t('reflection.promptStrained'),
        prompt: t('reflection.whichHint'),
      },
      {
        id: 'role-model',
        title: t('reflection.promptRoleModel'),
        prompt: t('reflection.roleModelHint'),
      },
      { id: 'becoming', title: t('reflection.physicianToBe'), prompt: t('reflection.inOneBreath') },
      {
        id: 'change',
        title: t('reflection.changeSinceLastTime'),
        prompt: t('reflection.changeHint'),
      },
    ],
  },
  {
    id: 'gratitude',
    title: t('reflection.gratitudeAndStrengths'),
    attribution: t('reflection.aCoachingExercise'),
    sections: [
      {
        id: 'gratitude',
        title: t('reflection.gratefulFor'),
        prompt: t('reflection.gratefulHint'),
      },
      {
        id: 'strengths',
        title: t('reflection.promptStrength'),
        prompt: t('reflection.strengthHint'),
      },
    ],
  },
  {
    id: 'open',
    title: t('reflection.openReflection'),
    attribution: '',
    sections: [
      { id: 'text', title: t('reflection.reflection'), prompt: t('reflection.inAnyForm') },
    ],
  },
]

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
    prompt: field(line(), 'reflection.prompt', { leaves: true }),
    sections: field(texts, 'fields.sections', { search: 'body', leaves: true }),
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
  {
    phase: t('reflection.phaseStarting'),
    prompts: [
      t('reflection.promptWhyHere'),
      t('reflection.promptWhiteCoat'),
      t('reflection.promptLosing'),
      t('reflection.promptAnatomy'),
    ],
  },
  {
    phase: t('reflection.phasePreClerkship'),
    prompts: [
      t('reflection.promptDidNotKnow'),
      t('reflection.promptExam'),
      t('reflection.promptCompare'),
      t('reflection.promptTaught'),
    ],
  },
  {
    phase: t('reflection.phaseClerkship'),
    prompts: [
      t('reflection.promptFirstDeath'),
      t('reflection.promptFirstError'),
      t('reflection.promptFeedback'),
      t('reflection.promptSpokeUp'),
      t('reflection.promptNotBecome'),
      t('reflection.promptPatient'),
    ],
  },
  {
    phase: t('reflection.phasePostClerkship'),
    prompts: [
      t('reflection.promptSpecialty'),
      t('reflection.promptInterview'),
      t('reflection.promptTwoYearsAgo'),
    ],
  },
  {
    phase: t('reflection.phaseMatch'),
    prompts: [
      t('reflection.promptMatchDay'),
      t('reflection.promptFirstMeeting'),
      t('reflection.promptTakeAlong'),
    ],
  },
]
