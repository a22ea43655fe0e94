/** The coach's words for the model's values. */
import type { CommandGroup } from '../../shared/bridge/commands'
import type { SearchState } from '../../shared/crdt/about'
import type { ResourceCategory } from '../../shared/model/caseload/resource'
import type { WheelDimension } from '../../shared/model/record/check-in'
import type { ChecklistItem, Component, Mark, SeenItem } from '../../shared/model/record/reach'
import type { Reason } from '../../shared/views/attention'
import { spoken } from '../../shared/words/words'

export const statusLabels = spoken({
  active: 'label.active',
  'on-leave': 'label.onLeave',
  graduated: 'label.graduated',
  transferred: 'label.transferred',
  withdrawn: 'enrolment.withdrawn',
})
export const phaseLabels = spoken({
  '': 'label.notSet',
  'pre-clerkship': 'label.preClerkship',
  clerkship: 'label.clerkship',
  'post-clerkship': 'label.postClerkship',
  research: 'label.researchYear',
})

export const sessionLabels = spoken(
  {
    'one-to-one': 'label.oneToOne',
    group: 'label.group',
    'check-in': 'label.checkIn',
    'ad-hoc': 'label.adHoc',
    urgent: 'label.urgent',
  },
  { reach: 'REACH' },
)
export const sessionStatusLabels = spoken({
  planned: 'label.planned',
  held: 'label.held',
  missed: 'label.missed',
  cancelled: 'label.cancelled',
})
export const calledOffLabels = spoken({
  '': 'session.notSaid',
  'by-coach': 'session.byCoach',
  'by-mentee': 'session.byMentee',
  'by-neither': 'session.byNeither',
})
export const repeatLabels = spoken({
  none: 'label.once',
  weekly: 'label.everyWeek',
  'two-weeks': 'label.everyTwoWeeks',
  'four-weeks': 'label.everyFourWeeks',
  monthly: 'label.everyMonth',
})
export const mediumLabels = spoken({
  'in-person': 'label.inPerson',
  video: 'label.video',
  phone: 'label.phone',
  message: 'label.message',
})
export const dateKindLabels = spoken({
  exam: 'label.exam',
  leave: 'label.leave',
  deadline: 'label.deadline',
  personal: 'label.personal',
  other: 'label.other',
})

/** How something left the vault. */
export const howLabels = spoken({
  sharing: 'record.sharedCopy',
  print: 'record.printed',
  'hand-over': 'record.handOver',
  export: 'record.file',
  told: 'record.toldOrShown',
  'by-mail': 'record.byMail',
  'by-copying': 'record.byCopying',
})

export const categoryLabels = spoken({
  academic: 'label.academic',
  'clinical-skills': 'label.clinicalSkills',
  'professional-identity': 'label.professionalIdentity',
  'well-being': 'label.wellBeing',
  career: 'label.career',
  'research-service': 'label.research',
  personal: 'label.personal',
})
export const goalStatusLabels = spoken({
  draft: 'label.draft',
  active: 'label.active',
  'on-hold': 'label.onHold',
  achieved: 'label.achieved',
  'partly-achieved': 'label.partlyAchieved',
  revised: 'label.revised',
  'let-go': 'label.letGo',
})

export const visibilityLabels = spoken({
  'memory-aid': 'visibility.private',
  shared: 'label.shared',
  program: 'label.program',
  escalation: 'label.escalation',
})
export const provenanceLabels = spoken({
  coach: 'label.coach',
  mentee: 'common.mentee',
  'third-party': 'label.thirdParty',
})
export const whoseLabels = spoken({ mentee: 'common.mentee', coach: 'label.me' })

export const instrumentLabels = spoken({
  'who-5': 'label.whoFive',
  burnout: 'label.burnout',
  wheel: 'label.wellnessWheel',
})
export const dimensionLabels: Readonly<Record<WheelDimension, string>> = spoken({
  emotional: 'label.emotional',
  environmental: 'label.environmental',
  financial: 'label.financial',
  intellectual: 'label.intellectual',
  occupational: 'label.occupational',
  physical: 'label.physical',
  social: 'label.social',
  spiritual: 'label.spiritual',
})

/** Of a REACH week: the components, the checklist, and what is seen of it. */
export const partLabels: Readonly<Record<Component | ChecklistItem | SeenItem, string>> = spoken({
  reflection: 'label.reflection',
  education: 'label.education',
  assessment: 'label.assessment',
  coaching: 'label.coaching',
  health: 'label.wellBeing',
  prep: 'label.prepIn',
  held: 'label.sessionHeld',
  summary: 'label.summaryShared',
  goals: 'label.goalsUpdated',
  'next-date': 'label.nextDateSet',
  focus: 'label.nextFocus',
})
export const markLabels: Readonly<Record<Mark, string>> = spoken({
  'not-started': 'label.notStarted',
  planned: 'label.planned',
  done: 'common.done',
  excused: 'label.excused',
})
export const reachLabels = spoken(
  {
    none: 'label.notStarted',
    started: 'label.begun',
    done: 'common.done',
    'not-enrolled': 'reach.notEnrolled',
  },
  { 'no-week': '–' },
)

export const referralLabels = spoken({
  offered: 'label.offered',
  accepted: 'label.accepted',
  declined: 'label.declined',
  'already-connected': 'label.alreadyConnected',
})
export const escalationLabels = spoken({
  'self-harm': 'label.selfHarm',
  'harm-to-others': 'label.harmToOthers',
  'sexual-harassment': 'label.sexualHarassment',
  discrimination: 'label.discrimination',
  mistreatment: 'label.mistreatment',
  hazing: 'label.hazing',
  'abuse-of-minor': 'label.abuse',
  'abuse-of-adult': 'label.abuseOfAdult',
  'student-in-need': 'label.studentInNeed',
  'patient-safety': 'label.patientAtRisk',
  other: 'label.other',
  'sexual-misconduct': 'label.misconduct',
  impairment: 'label.impairment',
})
export const sourceLabels = spoken({
  '': 'escalation.notSaid',
  reported: 'escalation.reported',
  seen: 'escalation.seenMyself',
})
export const yesNoLabels = spoken({
  '': 'escalation.notSaid',
  yes: 'common.yes',
  no: 'common.no',
})
export const resourceLabels: Readonly<Record<ResourceCategory, string>> = spoken({
  academic: 'label.academicAdvising',
  counseling: 'label.mentalHealthCounseling',
  workshops: 'label.workshops',
  resilience: 'label.resilience',
  career: 'label.careerAdvising',
  tutoring: 'label.tutoring',
  disability: 'label.disabilityAdvocacy',
  fitness: 'label.fitness',
  coverage: 'label.healthCoverage',
  belonging: 'label.belonging',
  fairness: 'label.fairness',
  urgent: 'label.urgentHelp',
})
export const reportingLabels = spoken({
  unknown: 'label.notKnownYet',
  confidential: 'label.confidential',
  private: 'label.private',
  'must-report': 'label.mustReport',
})
export const reasonLabels: Readonly<Record<Reason, string>> = spoken({
  'not-met': 'caseload.notMetYet',
  overdue: 'label.pastTheCadence',
  'nothing-scheduled': 'label.nothingScheduled',
  'action-overdue': 'label.overdueAction',
  'reach-open': 'label.reachNotDone',
})
export const searchStateLabels: Readonly<Record<SearchState, string>> = spoken({
  open: 'label.open',
  done: 'common.done',
  overdue: 'label.overdue',
  planned: 'label.planned',
})
export const commandGroupLabels: Readonly<Record<CommandGroup, string>> = spoken({
  go: 'label.goTo',
  new: 'label.new',
  mentee: 'common.mentee',
  write: 'label.listsAndTexts',
  vault: 'label.vaultAndPrivacy',
  view: 'label.view',
  help: 'label.help',
})

/** Options for a Select or SegmentedControl; like the labels, they speak when they are read. */
export const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.keys(labels) as Value[]).map((value) => ({
    value,
    get label() {
      return labels[value]
    },
  }))

/** `1 goal`, `2 goals`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`
