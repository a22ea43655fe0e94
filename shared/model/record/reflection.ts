/** Reflections: structured records in a framework's sections, one text each. */
import * as v from 'valibot'
import { date, field, line, optionalLink, setOf, structure, texts, type Values } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { t } from '../../words/words'

export interface Framework {
  readonly id: string
  readonly title: string
  readonly attribution: string
  readonly sections: readonly { readonly id: string; readonly title: string; readonly prompt: string }[]
}

/** The section titles are the frameworks' own; the prompts are our words. */
export const FRAMEWORKS: readonly Framework[] = [
  {
    id: 'what',
    title: t('reflection.whatSoWhatNowWhat'),
    attribution: t('reflection.afterBorton1970AndRolfeEt'),
    sections: [
      { id: 'what', title: t('reflection.what'), prompt: t('reflection.whatHappenedAsACameraWould') },
      { id: 'so-what', title: t('reflection.soWhat'), prompt: t('reflection.whatItMeantAndWhatIt') },
      { id: 'now-what', title: t('reflection.nowWhat'), prompt: t('reflection.whatToDoDifferentlyAndWhen') },
    ],
  },
  {
    id: 'gibbs',
    title: t('reflection.gibbsReflectiveCycle'),
    attribution: t('reflection.afterGibbs1988'),
    sections: [
      { id: 'description', title: t('reflection.description'), prompt: t('reflection.whatHappened') },
      { id: 'feelings', title: t('reflection.feelings'), prompt: t('reflection.whatIThoughtAndFelt') },
      { id: 'evaluation', title: t('reflection.evaluation'), prompt: t('reflection.whatWentWellAndWhatDid') },
      { id: 'analysis', title: t('reflection.analysis'), prompt: t('reflection.whyItWentThisWay') },
      {
        id: 'conclusion',
        title: t('reflection.conclusion'),
        prompt: t('reflection.whatElseCouldHaveBeenDone'),
      },
      { id: 'action-plan', title: t('reflection.actionPlan'), prompt: t('reflection.whatIWillDoNextTime') },
    ],
  },
  {
    id: 'best-worst-day',
    title: t('reflection.bestDayAndWorstDay'),
    attribution: t('reflection.aCoachingExercise'),
    sections: [
      { id: 'best', title: t('reflection.bestDay'), prompt: t('reflection.whatHappened') },
      { id: 'best-why', title: t('reflection.whyItWasTheBest'), prompt: t('reflection.whatMadeItSo') },
      { id: 'worst', title: t('reflection.worstDay'), prompt: t('reflection.whatHappened') },
      { id: 'worst-why', title: t('reflection.whyItWasTheWorst'), prompt: t('reflection.whatMadeItSo') },
      {
        id: 'becoming',
        title: t('reflection.whoIAmBecoming'),
        prompt: t('reflection.whatTheseDaysShowAboutIt'),
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
        title: t('reflection.aMomentIFeltLikeA'),
        prompt: t('reflection.whereWithWhomWhatIDid'),
      },
      { id: 'not', title: t('reflection.aMomentIDidNot'), prompt: t('reflection.whatWasMissing') },
      {
        id: 'value',
        title: t('reflection.aValueAffirmedOrStrained'),
        prompt: t('reflection.whichOneAndHow'),
      },
      { id: 'role-model', title: t('reflection.aRoleModel'), prompt: t('reflection.whatIWouldLikeToTake') },
      { id: 'becoming', title: t('reflection.thePhysicianIWantToBe'), prompt: t('reflection.inOneBreath') },
      {
        id: 'change',
        title: t('reflection.changeSinceLastTime'),
        prompt: t('reflection.whatIsDifferentFromTheLast'),
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
        prompt: t('reflection.threeThingsSmallOnesCount'),
      },
      { id: 'strengths', title: t('reflection.aStrengthIUsed'), prompt: t('reflection.whereItHelped') },
    ],
  },
  {
    id: 'open',
    title: t('reflection.openReflection'),
    attribution: '',
    sections: [{ id: 'text', title: t('reflection.reflection'), prompt: t('reflection.inAnyForm') }],
  },
]

/** The coach's own frameworks, kept in the vault record. */
export const ownFrameworks = defineKind(
  'frameworks',
  {
    title: field(line(), 'shareDialog.title'),
    attribution: field(line(), 'titledFieldsForm.attribution'),
    sections: field(
      structure<Framework['sections']>(
        v.pipe(v.array(v.object({ id: v.string(), title: v.string(), prompt: v.string() })), v.readonly()),
        [],
      ),
      'fields.sections',
    ),
  },
  {
    label: 'labels.framework',
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
  [...FRAMEWORKS, ...own].find((framework) => framework.id === id) ?? (FRAMEWORKS.at(-1) as Framework)

export const reflections = defineKind(
  'reflections',
  {
    date: field(date, 'common.date', { leaves: true }),
    framework: field(line('open'), 'newReflection.framework', { leaves: true }),
    prompt: field(line(), 'reflectionDetails.prompt', { leaves: true }),
    sections: field(texts, 'fields.sections', { search: true, leaves: true }),
    themes: field(setOf, 'common.themes', { leaves: true }),
    session: field(optionalLink, null),
    goal: field(optionalLink, null, { leaves: true }),
    ...axes('memory-aid'),
  },
  {
    label: 'labels.reflection',
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
export const firstWords = ({ sections }: { readonly sections: Readonly<Record<string, string>> }): string =>
  Object.values(sections).find((text) => text.trim() !== '') ?? ''

/** One question, asked again each year: the answers side by side, oldest first. */
export interface ThreadAnswer {
  readonly reflection: Reflection
  readonly text: string
}

/** The answers to one section of the identity framework over the years. */
export const identityThread = (all: readonly Reflection[], section: string): readonly ThreadAnswer[] =>
  kept(all)
    .filter(({ framework }) => framework === 'identity')
    .map((reflection) => ({ reflection, text: reflection.sections[section] ?? '' }))
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.reflection.date.localeCompare(b.reflection.date))

/** Prompts by phase, in our own words. */
export const PROMPTS: readonly { readonly phase: string; readonly prompts: readonly string[] }[] = [
  {
    phase: t('reflection.startingOut'),
    prompts: [
      t('reflection.whyIAmHereAsI'),
      t('reflection.theFirstTimeIPutOn'),
      t('reflection.whatIAmAfraidOfLosing'),
      t('reflection.myFirstPatientInTheAnatomy'),
    ],
  },
  {
    phase: t('reflection.preClerkship'),
    prompts: [
      t('reflection.aTimeIDidNotKnow'),
      t('reflection.whatTheLastExamTaughtMe'),
      t('reflection.whomICompareMyselfWithAnd'),
      t('reflection.aPatientWhoTaughtMeMore'),
    ],
  },
  {
    phase: t('reflection.clerkship'),
    prompts: [
      t('reflection.myFirstPatientDeath'),
      t('reflection.myFirstErrorOrNearlyOne'),
      t('reflection.feedbackThatStungAndWhatWas'),
      t('reflection.aMomentISpokeUpOr'),
      t('reflection.somethingISawThatIDo'),
      t('reflection.aPatientIKeepThinkingAbout'),
    ],
  },
  {
    phase: t('reflection.postClerkship'),
    prompts: [
      t('reflection.whatILookForInA'),
      t('reflection.anInterviewAnswerThatWasReally'),
      t('reflection.whatIWouldTellMyselfTwo'),
    ],
  },
  {
    phase: t('reflection.matchAndGraduation'),
    prompts: [
      t('reflection.matchDay'),
      t('reflection.thePhysicianIWantMyFirst'),
      t('reflection.whatITakeAlongAndWhat'),
    ],
  },
]
