/** The coach's words for the model's values. */
import type { CommandGroup } from '../../shared/bridge/commands'
import type { SearchState } from '../../shared/crdt/about'
import type { ResourceCategory } from '../../shared/model/caseload/resource'
import type { WheelDimension } from '../../shared/model/record/check-in'
import type { ChecklistItem, Component, Mark } from '../../shared/model/record/reach'
import type { Reason } from '../../shared/views/attention'
import { t } from '../../shared/words/words'

export const statusLabels = {
  active: t('labels.active'),
  'on-leave': t('labels.onLeave'),
  graduated: t('labels.graduated'),
  transferred: t('labels.transferred'),
} as const
export const phaseLabels = {
  '': t('labels.notSet'),
  'pre-clerkship': t('labels.preClerkship'),
  clerkship: t('labels.clerkship'),
  'post-clerkship': t('labels.postClerkship'),
  research: t('labels.researchYear'),
} as const

export const sessionLabels = {
  reach: 'REACH',
  'one-to-one': t('labels.oneToOne'),
  group: 'Group',
  'check-in': t('labels.checkIn'),
  'ad-hoc': t('labels.adHoc'),
  urgent: t('labels.urgent'),
} as const
export const sessionStatusLabels = {
  planned: t('labels.planned'),
  held: t('labels.held'),
  missed: t('labels.missed'),
  cancelled: t('labels.cancelled'),
} as const
export const repeatLabels = {
  none: t('labels.once'),
  weekly: t('labels.everyWeek'),
  'two-weeks': t('labels.everyTwoWeeks'),
  'four-weeks': t('labels.everyFourWeeks'),
  monthly: t('labels.everyMonthSameWeekday'),
} as const
export const mediumLabels = {
  'in-person': t('labels.inPerson'),
  video: t('labels.video'),
  phone: t('labels.phone'),
  message: t('labels.message'),
} as const
export const dateKindLabels = {
  exam: t('labels.exam'),
  leave: t('labels.leave'),
  deadline: t('labels.deadline'),
  personal: t('labels.personal'),
  other: t('labels.other'),
} as const

export const categoryLabels = {
  academic: t('labels.academic'),
  'clinical-skills': t('labels.clinicalSkills'),
  'professional-identity': t('labels.professionalIdentity'),
  'well-being': t('labels.healthAndWellBeing'),
  career: t('labels.career'),
  'research-service': t('labels.researchAndService'),
  personal: t('labels.personal'),
} as const
export const goalStatusLabels = {
  draft: t('labels.draft'),
  active: t('labels.active'),
  'on-hold': t('labels.onHold'),
  achieved: t('labels.achieved'),
  'partly-achieved': t('labels.partlyAchieved'),
  revised: t('labels.revised'),
  'let-go': t('labels.letGo'),
} as const

export const visibilityLabels = {
  'memory-aid': t('labels.memoryAid'),
  shared: t('labels.shared'),
  program: t('labels.program'),
  escalation: t('labels.escalation'),
} as const
export const provenanceLabels = {
  coach: t('labels.coach'),
  mentee: t('common.mentee'),
  'third-party': t('labels.thirdParty'),
} as const
export const whoseLabels = { mentee: t('common.mentee'), coach: t('labels.me') } as const

export const instrumentLabels = {
  'who-5': 'WHO-5 well-being',
  burnout: t('labels.burnoutOneQuestion'),
  wheel: t('labels.wellnessWheel'),
} as const
export const dimensionLabels: Readonly<Record<WheelDimension, string>> = {
  emotional: t('labels.emotional'),
  environmental: t('labels.environmental'),
  financial: t('labels.financial'),
  intellectual: t('labels.intellectual'),
  occupational: t('labels.occupational'),
  physical: t('labels.physical'),
  social: t('labels.social'),
  spiritual: t('labels.spiritual'),
}

export const componentLabels: Readonly<Record<Component, string>> = {
  reflection: t('labels.reflection'),
  education: t('labels.education'),
  assessment: t('labels.assessment'),
  coaching: t('labels.coaching'),
  health: t('labels.healthAndWellBeing'),
}
export const checklistLabels: Readonly<Record<ChecklistItem, string>> = {
  prep: t('labels.prepIn'),
  held: t('labels.sessionHeld'),
  summary: t('labels.summaryShared'),
  goals: t('labels.goalsUpdated'),
  'next-date': t('labels.nextDateSet'),
  focus: t('labels.focusForTheNextQuarter'),
}
export const markLabels: Readonly<Record<Mark, string>> = {
  'not-started': t('labels.notStarted'),
  planned: t('labels.planned'),
  done: t('common.done'),
  excused: t('labels.excused'),
}
export const reachLabels = {
  none: t('labels.notStarted'),
  started: t('labels.begun'),
  done: t('common.done'),
  'no-week': '–',
} as const

export const referralLabels = {
  offered: t('labels.offered'),
  accepted: t('labels.accepted'),
  declined: t('labels.declined'),
  'already-connected': t('labels.alreadyConnected'),
} as const
export const escalationLabels = {
  'self-harm': t('labels.selfHarm'),
  'harm-to-others': t('labels.harmToOthers'),
  'sexual-misconduct': t('labels.sexualMisconductOrDiscrimination'),
  mistreatment: t('labels.mistreatment'),
  'abuse-of-minor': t('labels.abuseOfAMinor'),
  impairment: t('labels.impairmentOrPatientSafety'),
  other: t('labels.other'),
} as const
export const resourceLabels: Readonly<Record<ResourceCategory, string>> = {
  academic: t('labels.academicAdvisingAndSupport'),
  counseling: t('labels.mentalHealthCounseling'),
  workshops: t('labels.workshops'),
  resilience: t('labels.resilience'),
  career: t('labels.careerAdvising'),
  tutoring: t('labels.tutoring'),
  disability: t('labels.disabilityAdvocacy'),
  fitness: t('labels.fitnessAndSpaces'),
  coverage: t('labels.healthCoverage'),
  urgent: t('labels.urgentHelp'),
}
export const reportingLabels = {
  unknown: t('labels.notKnownYet'),
  confidential: t('labels.confidential'),
  private: t('labels.private'),
  'must-report': t('labels.mustReport'),
} as const
export const reasonLabels: Readonly<Record<Reason, string>> = {
  overdue: t('labels.pastTheCadence'),
  'nothing-scheduled': t('labels.nothingScheduled'),
  'action-overdue': t('labels.overdueAction'),
  'reach-open': t('labels.reachNotDone'),
}
export const searchStateLabels: Readonly<Record<SearchState, string>> = {
  open: t('labels.open'),
  done: t('common.done'),
  overdue: t('labels.overdue'),
  planned: t('labels.planned'),
}
export const commandGroupLabels: Readonly<Record<CommandGroup, string>> = {
  go: t('labels.goTo'),
  new: t('labels.new'),
  mentee: t('common.mentee'),
  write: t('labels.listsAndTexts'),
  vault: t('labels.vaultAndPrivacy'),
  view: t('labels.view'),
  help: t('labels.help'),
}

/** Options for a Select or SegmentedControl. */
export const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))

/** `1 goal`, `2 goals`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`
