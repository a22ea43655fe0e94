/** Help where it is needed: what a part of the app is for, and where the coaching knowledge in it comes from. */
import { t } from '../../../shared/words/words'
export const HELP_TOPICS = {
  'check-ins': {
    title: t('topics.checkIns'),
    text: t('topics.aCheckInIsTheMentees'),
    sources: [
      t('topics.who5WellBeingIndexWorld'),
      t('topics.singleItemBurnoutMeasureDolanEt'),
      t('topics.eightDimensionsOfWellnessSamhsa'),
    ],
  },
  goals: {
    title: t('topics.goals'),
    text: t('topics.aGoalIsTheMenteesI'),
    sources: [
      t('topics.growWhitmoreCoachingForPerformance'),
      t('topics.woopOettingenMentalContrastingWithImplementation'),
      t('topics.foundationalCompetenciesForUndergraduateMedicalE'),
    ],
  },
  reflections: {
    title: t('topics.reflections'),
    text: t('topics.aFrameworkGivesAReflectionIts'),
    sources: [t('topics.whatSoWhatNowWhatBorton'), t('topics.reflectiveCycleGibbs1988')],
  },
  reach: {
    title: t('topics.reach'),
    text: t('topics.fourWeeksInAnAcademicYear'),
    sources: [t('topics.kaiserPermanenteBernardJTysonSchool')],
  },
  agreement: {
    title: t('topics.coachingAgreement'),
    text: t('topics.sayBeforeSomethingIsDisclosedWhat'),
    sources: [
      t('topics.coachingInMedicalEducationAmericanMedical'),
      t('topics.icfCodeOfEthicsInternationalCoaching'),
      t('topics.lcmeStandards111And12'),
    ],
  },
  visibility: {
    title: t('topics.whoMaySeeIt'),
    text: t('topics.aMemoryAidIsYourOwn'),
    sources: [t('topics.ferpa34Cfr993Education')],
  },
  escalation: {
    title: t('topics.escalation'),
    text: t('topics.forDangerToSelfOrOthers'),
    sources: [t('topics.ferpa34Cfr9936Health')],
  },
} as const
export type HelpTopic = keyof typeof HELP_TOPICS
