/**
 * Starting texts for what turns a student's year (record/guided-note.ts): a leave, a difficulty, an exam, another
 * specialty, a loss. They ask what helps, and put no name on anybody; the words are our own.
 */
import { t } from '../../words/words'

export const GUIDED = ['leave-talk', 'difficulty', 'exam-after', 'specialty', 'loss'] as const
type GuidedId = (typeof GUIDED)[number]

interface Guided {
  readonly id: GuidedId
  readonly title: string
  readonly fields: readonly (readonly [string, string])[]
}

export const guidedTemplates = (): readonly Guided[] => [
  {
    id: 'leave-talk',
    title: t('guided.leave'),
    fields: [
      [t('guided.whatTheySay'), t('guided.noReasonNeeded')],
      [t('template.whoKnows'), t('template.whoKnowsHint')],
      [t('guided.whatGoesOn'), t('guided.whatGoesOnHint')],
      [t('guided.whenTheyReturn'), t('guided.whenTheyReturnHint')],
      [t('template.nextContact'), ''],
    ],
  },
  {
    id: 'difficulty',
    title: t('guided.difficulty'),
    fields: [
      [t('template.whereIStand'), t('template.inTheMenteesWords')],
      [t('guided.inTheWay'), ''],
      [t('guided.theirPlan'), t('template.whoDoesWhatByWhen')],
      [t('guided.supports'), t('guided.supportsHint')],
      [t('guided.myPart'), t('guided.myPartHint')],
      [t('template.nextContact'), ''],
    ],
  },
  {
    id: 'exam-after',
    title: t('guided.exam'),
    fields: [
      [t('guided.howTheyAre'), t('template.inTheMenteesWords')],
      [t('template.whoKnows'), t('template.whoKnowsHint')],
      [t('guided.whatFirst'), t('guided.whatFirstHint')],
      [t('guided.studyPlan'), t('guided.studyPlanHint')],
      [t('template.nextContact'), ''],
    ],
  },
  {
    id: 'specialty',
    title: t('guided.specialty'),
    fields: [
      [t('guided.whatChanged'), t('template.inTheMenteesWords')],
      [t('template.drawnTo'), ''],
      [t('template.needToFindOut'), t('template.whomToTalkTo')],
      [t('guided.whoHasToKnow'), t('guided.whoHasToKnowHint')],
      [t('template.nextStep'), ''],
    ],
  },
  {
    id: 'loss',
    title: t('guided.loss'),
    fields: [
      [t('guided.whatTheySay'), t('guided.asMuchAsTheyWant')],
      [t('guided.thisWeek'), t('guided.thisWeekHint')],
      [t('template.whoKnows'), t('template.whoKnowsHint')],
      [t('template.whatWasOffered'), ''],
      [t('guided.hardDays'), t('guided.hardDaysHint')],
      [t('template.nextContact'), ''],
    ],
  },
]
