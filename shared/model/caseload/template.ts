/** Templates: starting text for a note, as data. The coach edits them and makes own ones; they stand in the vault. */
import * as v from 'valibot'
import { field, line, requiredLine, structure, whole } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { type Line, plainLine } from '../../note-text/delta'
import { t } from '../../words/words'
import { guidedTemplates } from './guided-templates'

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

const templateField = v.object({ title: v.string(), hint: v.string() })

/** The coach's own templates, and edited copies of shipped ones (`of` names the shipped one they replace). */
export const ownTemplates = defineKind(
  'templates',
  {
    title: field(requiredLine('template.nameMissing'), 'common.title'),
    version: field(whole(1, 1_000_000, 1), 'fields.version'),
    attribution: field(line(), 'heading.attribution'),
    fields: field(
      structure<readonly TemplateField[]>(v.pipe(v.array(templateField), v.readonly()), []),
      'fields.sections',
      { search: 'body' },
    ),
    replaces: field(line(), null),
  },
  {
    label: 'label.template',
    count: 'count.template',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings', section: 'templates' },
    search: { kind: 'template', shipped: true },
    timeline: null,
  },
)
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
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is nothing but the shipped templates, one after the other.
export const shippedTemplates = (): readonly Template[] => [
  shipped('open', t('template.openNote'), '', []),
  // The first message takes its paragraphs, and not its headings.
  shipped('first-message', t('template.firstMessage'), t('template.aCoachingPractice'), [
    [t('template.greeting'), t('template.greetingText')],
    [t('template.whatCoachingIs'), t('template.whatCoachingIsText')],
    [t('template.firstTimes'), t('template.firstTimesText')],
    [t('template.messageEnd'), t('template.messageEndText')],
  ]),
  shipped('first-meeting', t('template.firstMeeting'), t('template.aCoachingPractice'), [
    [t('template.gettingToKnowEachOther'), t('template.gettingToKnowHint')],
    [t('template.whatCoachingIs'), t('template.limitsHint')],
    [t('template.limitsOfConfidentiality'), t('template.eachExplained')],
    [t('template.howWeWork'), t('template.howWeWorkHint')],
    [t('template.goodYear'), ''],
    [t('template.agreed'), '{mentee}, {date}'],
  ]),
  shipped('session', t('template.sessionNote'), t('template.sourceAma'), [
    [t('template.successesAndChallenges'), ''],
    [t('template.goals'), '{open goals}'],
    [t('template.barriers'), ''],
    [t('template.resources'), t('template.offeredUsed')],
    [t('template.plan'), t('template.whoDoesWhatByWhen')],
  ]),
  shipped('grow', 'GROW', t('template.sourceWhitmore'), [
    [t('template.goal'), t('template.growGoalHint')],
    [t('template.reality'), t('template.growRealityHint')],
    [t('template.options'), t('template.growOptionsHint')],
    [t('template.will'), t('template.growWillHint')],
  ]),
  shipped('reach', t('template.reachOneToOne'), t('template.theFiveComponents'), [
    [t('template.reflection'), ''],
    [t('template.education'), t('template.educationHint')],
    [t('template.assessment'), t('template.feedbackBrought')],
    [t('template.coaching'), '{open goals}'],
    [t('template.healthAndWellBeing'), t('template.hardTimesHint')],
    [t('template.focusForTheNextQuarter'), ''],
  ]),
  shipped('r2c2', 'R2C2', t('template.sourceSargeant'), [
    [t('template.relationship'), t('template.reactionsHint')],
    [t('template.reactions'), t('template.relationHint')],
    [t('template.content'), t('template.contentHint')],
    [t('template.coachingForChange'), ''],
    [t('template.actions'), ''],
    [t('template.resources'), ''],
    [t('template.byWhen'), ''],
    [t('template.barriers'), ''],
    [t('template.evidence'), t('template.howWillYouKnow')],
  ]),
  shipped('best-worst', t('template.bestDayAndWorstDay'), t('template.aCoachingExercise'), [
    [t('template.bestDay'), t('template.whatAndWhy')],
    [t('template.worstDay'), t('template.whatAndWhy')],
    [t('template.whoIAmBecoming'), ''],
  ]),
  shipped('rotation', t('template.rotationDebrief'), t('template.aCoachingPractice'), [
    [t('template.whatIDid'), '{rotation}'],
    [t('template.whatILearned'), ''],
    [t('template.feedback'), t('template.feedbackHint')],
    [t('template.aPatientIRemember'), t('template.withoutIdentifiers')],
    [t('template.forMyDirection'), ''],
  ]),
  shipped('exam', t('template.examPlan'), t('template.aCoachingPractice'), [
    [t('template.examAndDate'), ''],
    [t('template.whereIStand'), ''],
    [t('template.weeklyPlan'), ''],
    [t('template.howITestMyself'), ''],
    [t('template.notForIt'), t('template.wellBeingHint')],
    [t('template.ifItGoesBadly'), ''],
  ]),
  shipped('career', t('template.careerAndSpecialty'), t('template.aCoachingPractice'), [
    [t('template.drawnTo'), ''],
    [t('template.goodWeekHint'), ''],
    [t('template.needToFindOut'), t('template.whomToTalkTo')],
    [t('template.nextStep'), ''],
  ]),
  shipped('hard-times', t('template.hardTimes'), t('template.aCoachingPractice'), [
    [t('template.whatHappened'), t('template.inTheMenteesWords')],
    [t('template.whatHelpsAndWho'), ''],
    [t('template.whatWasOffered'), ''],
    [t('template.safety'), t('template.askedAndWhatWasSaid')],
    [t('template.nextContact'), ''],
  ]),
  ...guidedTemplates().map(({ id, title, fields }) =>
    shipped(id, title, t('template.aCoachingPractice'), fields),
  ),
  shipped('ilp', t('template.individualizedLearningPlan'), t('template.aCoachingPractice'), [
    [t('template.values'), ''],
    [t('template.careerGoals'), ''],
    [t('template.selfAssessment'), t('template.evidenceHint')],
    [t('template.feedbackSummary'), ''],
    [t('template.professionalAndPersonalGoals'), ''],
    [t('template.strategies'), ''],
    [t('template.experiences'), ''],
    [t('template.mentors'), ''],
    [t('template.progressOnTheLastPlan'), ''],
    [t('template.nextReview'), ''],
  ]),
  shipped('mal', t('template.masterAdaptiveLearner'), t('template.sourceCutrer'), [
    [t('template.planning'), t('template.planningHint')],
    [t('template.learning'), t('template.howFromWhat')],
    [t('template.assessing'), t('template.howIKnowItWorked')],
    [t('template.learnerAdjusting'), t('template.whatGoesIntoDailyPractice')],
  ]),
  shipped('year-end', t('template.endOfYearReview'), t('template.aCoachingPractice'), [
    [t('template.yearInMoments'), ''],
    [t('template.reviewGoalsHint'), ''],
    [t('template.whatChangedInMe'), ''],
    [t('template.nextYear'), ''],
    [t('template.howOurMeetingsShouldChange'), ''],
  ]),
  shipped('unmatched', t('template.unmatched'), t('template.aCoachingPractice'), [
    [t('template.whatHappened'), t('template.inTheMenteesWords')],
    [t('template.tonight'), t('template.tonightHint')],
    [t('template.whoKnows'), t('template.whoKnowsHint')],
    [t('template.soap'), t('template.soapHint')],
    [t('template.whatWasOffered'), ''],
    [t('template.nextContact'), t('template.nextContactHint')],
  ]),
  shipped('matched-elsewhere', t('template.matchedElsewhere'), t('template.aCoachingPractice'), [
    [t('template.whatIHadHoped'), ''],
    [t('template.whatIsLost'), t('template.noSilverLining')],
    [t('template.whatIsThere'), ''],
    [t('template.whoKnows'), t('template.whoKnowsHint')],
    [t('template.untilJuly'), ''],
    [t('template.nextContact'), ''],
  ]),
  shipped('last-meeting', t('template.lastMeeting'), t('template.aCoachingPractice'), [
    [t('template.whoIWasAndAm'), '{identity thread}'],
    [t('template.threeMoments'), ''],
    [t('template.whatITakeAlong'), ''],
    [t('template.firstProgram'), t('template.firstProgramHint')],
    [t('template.whatIsKept'), t('template.whatIsKeptHint')],
    [t('template.contactAfterward'), t('template.contactAfterwardHint')],
  ]),
  shipped('group', t('template.groupSession'), t('template.aCoachingPractice'), [
    [t('template.opening'), ''],
    [t('common.themes'), t('template.withoutNames')],
    [t('template.whatTheGroupAgreed'), ''],
    [t('template.groupPrivate'), t('template.useThePrivateLines')],
  ]),
  // The next two begin a coach's own reflection, and no note about a mentee.
  shipped('coach', t('template.coachReflection'), t('template.aCoachingPractice'), [
    [t('template.whatWentWell'), ''],
    [t('template.toldInsteadOfAsking'), ''],
    [t('template.whatINoticedInMyself'), ''],
    [t('template.whatITryNextTime'), ''],
  ]),
  shipped('observed', t('template.observed'), t('template.aCoachingPractice'), [
    [t('template.whoObserved'), t('template.whoObservedHint')],
    [t('template.whatTheySaw'), t('template.whatTheySawHint')],
    [t('template.whatSurprisedMe'), ''],
    [t('template.whatITryNextTime'), ''],
  ]),
]

const OF_THE_COACH: readonly string[] = ['coach', 'observed']
/** Whether it begins a reflection on the coaching: about the coach, and in no mentee's record. */
export const isCoachTemplate = ({ id }: Template): boolean => OF_THE_COACH.includes(id)

/** Shipped ones as the coach has edited them, and own ones. */
export const templatesWith = (own: readonly OwnTemplate[]): readonly Template[] => {
  const shipped = shippedTemplates()
  const edited = shipped.map(({ id }) => storedTemplate(own, id))
  return [
    ...shipped.map((one, index) => {
      const stored = edited[index]
      return stored === undefined ? one : { ...stored, id: one.id }
    }),
    // With what the coach made, and, where two laptops each changed a shipped one, the other laptop's.
    ...kept(own).filter((one) => !edited.includes(one)),
  ]
}

/** The stored template that is shown under this id. */
export const storedTemplate = (own: readonly OwnTemplate[], id: string): OwnTemplate | undefined =>
  kept(own).find((one) => one.id === id || one.replaces === id)

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
  'identity thread',
] as const
export type TemplateValues = Readonly<Partial<Record<(typeof TEMPLATE_GAPS)[number], string>>>

/** A gap that is not known stays as it stands. */
export const fillIn = (text: string, values: TemplateValues): string =>
  text.replace(/\{([a-z ]+)\}/g, (gap, name: string) => values[name as keyof TemplateValues] ?? gap)

/** The same as plain text, for what is no note. */
export const templateText = ({ fields }: Template): string =>
  fields.map(({ title, hint }) => `${title}\n${hint === '' ? '' : `${hint}: `}`).join('\n\n')

/** The lines that somebody wrote under such heads, for a list: the heads are the same in many, and say nothing of one. */
export const writtenUnder = (text: string, templates: readonly Template[]): readonly string[] => {
  const fields = templates.flatMap((one) => one.fields)
  return text.split('\n').flatMap((line) => {
    const hint = fields.find((one) => one.hint !== '' && line.startsWith(`${one.hint}: `))?.hint
    const words = (hint === undefined ? line : line.slice(hint.length + 1)).trim()
    return words === '' || fields.some(({ title }) => title === words) ? [] : [words]
  })
}

/** The starting text: a heading for each field, and its hint under it. */
export const templateLines = (template: Template, values: TemplateValues = {}): readonly Line[] =>
  template.fields.flatMap(({ title, hint }) => {
    const filled = fillIn(hint, values)
    return [
      plainLine(fillIn(title, values), { kind: 'heading3' }),
      plainLine(filled === '' ? '' : filled === hint ? `${hint}: ` : filled),
    ]
  })
