/** The coach's words for the model's values. */
import type { CommandGroup } from '../../shared/bridge/commands'
import type { SearchState } from '../../shared/crdt/about'
import type { ResourceCategory } from '../../shared/model/caseload/resource'
import type { WheelDimension } from '../../shared/model/record/check-in'
import type { ChecklistItem, Component, Mark } from '../../shared/model/record/reach'
import type { Reason } from '../../shared/views/attention'
import { t } from '../../shared/words/words'

export const statusLabels = {
  active: t('label.active'),
  'on-leave': t('label.onLeave'),
  graduated: t('label.graduated'),
  transferred: t('label.transferred'),
} as const
export const phaseLabels = {
  '': t('label.notSet'),
  'pre-clerkship': t('label.preClerkship'),
  clerkship: t('label.clerkship'),
  'post-clerkship': t('label.postClerkship'),
  research: t('label.researchYear'),
} as const

export const sessionLabels = {
  reach: 'REACH',
  'one-to-one': t('label.oneToOne'),
  group: t('label.group'),
  'check-in': t('label.checkIn'),
  'ad-hoc': t('label.adHoc'),
  urgent: t('label.urgent'),
} as const
export const sessionStatusLabels = {
  planned: t('label.planned'),
  held: t('label.held'),
  missed: t('label.missed'),
  cancelled: t('label.cancelled'),
} as const
export const repeatLabels = {
  none: t('label.once'),
  weekly: t('label.everyWeek'),
  'two-weeks': t('label.everyTwoWeeks'),
  'four-weeks': t('label.everyFourWeeks'),
  monthly: t('label.everyMonth'),
} as const
export const mediumLabels = {
  'in-person': t('label.inPerson'),
  video: t('label.video'),
  phone: t('label.phone'),
  message: t('label.message'),
} as const
export const dateKindLabels = {
  exam: t('label.exam'),
  leave: t('label.leave'),
  deadline: t('label.deadline'),
  personal: t('label.personal'),
  other: t('label.other'),
} as const

export const categoryLabels = {
  academic: t('label.academic'),
  'clinical-skills': t('label.clinicalSkills'),
  'professional-identity': t('label.professionalIdentity'),
  'well-being': t('label.wellBeing'),
  career: t('label.career'),
  'research-service': t('label.research'),
  personal: t('label.personal'),
} as const
export const goalStatusLabels = {
  draft: t('label.draft'),
  active: t('label.active'),
  'on-hold': t('label.onHold'),
  achieved: t('label.achieved'),
  'partly-achieved': t('label.partlyAchieved'),
  revised: t('label.revised'),
  'let-go': t('label.letGo'),
} as const

export const visibilityLabels = {
  'memory-aid': t('label.private'),
  shared: t('label.shared'),
  program: t('label.program'),
  escalation: t('label.escalation'),
} as const
export const provenanceLabels = {
  coach: t('label.coach'),
  mentee: t('common.mentee'),
  'third-party': t('label.thirdParty'),
} as const
export const whoseLabels = { mentee: t('common.mentee'), coach: t('label.me') } as const

export const instrumentLabels = {
  'who-5': 'WHO-5 well-being',
  burnout: t('label.burnout'),
  wheel: t('label.wellnessWheel'),
} as const
export const dimensionLabels: Readonly<Record<WheelDimension, string>> = {
  emotional: t('label.emotional'),
  environmental: t('label.environmental'),
  financial: t('label.financial'),
  intellectual: t('label.intellectual'),
  occupational: t('label.occupational'),
  physical: t('label.physical'),
  social: t('label.social'),
  spiritual: t('label.spiritual'),
}

export const componentLabels: Readonly<Record<Component, string>> = {
  reflection: t('label.reflection'),
  education: t('label.education'),
  assessment: t('label.assessment'),
  coaching: t('label.coaching'),
  health: t('label.wellBeing'),
}
export const checklistLabels: Readonly<Record<ChecklistItem, string>> = {
  prep: t('label.prepIn'),
  held: t('label.sessionHeld'),
  summary: t('label.summaryShared'),
  goals: t('label.goalsUpdated'),
  'next-date': t('label.nextDateSet'),
  focus: t('label.nextFocus'),
}
export const markLabels: Readonly<Record<Mark, string>> = {
  'not-started': t('label.notStarted'),
  planned: t('label.planned'),
  done: t('common.done'),
  excused: t('label.excused'),
}
export const reachLabels = {
  none: t('label.notStarted'),
  started: t('label.begun'),
  done: t('common.done'),
  'no-week': '–',
} as const

export const referralLabels = {
  offered: t('label.offered'),
  accepted: t('label.accepted'),
  declined: t('label.declined'),
  'already-connected': t('label.alreadyConnected'),
} as const
export const escalationLabels = {
  'self-harm': t('label.selfHarm'),
  'harm-to-others': t('label.harmToOthers'),
  'sexual-misconduct': t('label.misconduct'),
  mistreatment: t('label.mistreatment'),
  'abuse-of-minor': t('label.abuse'),
  impairment: t('label.impairment'),
  other: t('label.other'),
} as const
export const resourceLabels: Readonly<Record<ResourceCategory, string>> = {
  academic: t('label.academicAdvising'),
  counseling: t('label.mentalHealthCounseling'),
  workshops: t('label.workshops'),
  resilience: t('label.resilience'),
  career: t('label.careerAdvising'),
  tutoring: t('label.tutoring'),
  disability: t('label.disabilityAdvocacy'),
  fitness: t('label.fitness'),
  coverage: t('label.healthCoverage'),
  urgent: t('label.urgentHelp'),
}
export const reportingLabels = {
  unknown: t('label.notKnownYet'),
  confidential: t('label.confidential'),
  private: t('label.private'),
  'must-report': t('label.mustReport'),
} as const
export const reasonLabels: Readonly<Record<Reason, string>> = {
  overdue: t('label.pastTheCadence'),
  'nothing-scheduled': t('label.nothingScheduled'),
  'action-overdue': t('label.overdueAction'),
  'reach-open': t('label.reachNotDone'),
}
export const searchStateLabels: Readonly<Record<SearchState, string>> = {
  open: t('label.open'),
  done: t('common.done'),
  overdue: t('label.overdue'),
  planned: t('label.planned'),
}
export const commandGroupLabels: Readonly<Record<CommandGroup, string>> = {
  go: t('label.goTo'),
  new: t('label.new'),
  mentee: t('common.mentee'),
  write: t('label.listsAndTexts'),
  vault: t('label.vaultAndPrivacy'),
  view: t('label.view'),
  help: t('label.help'),
}

/** Options for a Select or SegmentedControl. */
export const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))

/** `1 goal`, `2 goals`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`
