/** The coach's words for the model's values. */
import type { CommandGroup } from '../../shared/commands'
import type { Reason } from '../../shared/model/attention'
import type { WheelDimension } from '../../shared/model/check-in'
import type { ChecklistItem, Component, Mark } from '../../shared/model/reach'
import type { ResourceCategory } from '../../shared/model/resource'
import type { TimelineKind } from '../../shared/model/timeline'
import type { SearchKind, SearchState } from '../../shared/search/query'

export const statusLabels = {
  active: 'Active',
  'on-leave': 'On leave',
  graduated: 'Graduated',
  transferred: 'Transferred',
} as const
export const phaseLabels = {
  '': 'Not set',
  'pre-clerkship': 'Pre-clerkship',
  clerkship: 'Clerkship',
  'post-clerkship': 'Post-clerkship',
  research: 'Research year',
} as const

export const sessionLabels = {
  reach: 'REACH',
  'one-to-one': 'One-to-one',
  group: 'Group',
  'check-in': 'Check-in',
  'ad-hoc': 'Ad hoc',
  urgent: 'Urgent',
} as const
export const sessionStatusLabels = {
  planned: 'Planned',
  held: 'Held',
  missed: 'Missed',
  cancelled: 'Cancelled',
} as const
export const repeatLabels = {
  none: 'Once',
  weekly: 'Every week',
  'two-weeks': 'Every two weeks',
  'four-weeks': 'Every four weeks',
  monthly: 'Every month, same weekday',
} as const
export const mediumLabels = {
  'in-person': 'In person',
  video: 'Video',
  phone: 'Phone',
  message: 'Message',
} as const
export const dateKindLabels = {
  exam: 'Exam',
  leave: 'Leave',
  deadline: 'Deadline',
  personal: 'Personal',
  other: 'Other',
} as const

export const categoryLabels = {
  academic: 'Academic',
  'clinical-skills': 'Clinical skills',
  'professional-identity': 'Professional identity',
  'well-being': 'Health and well-being',
  career: 'Career',
  'research-service': 'Research and service',
  personal: 'Personal',
} as const
export const goalStatusLabels = {
  draft: 'Draft',
  active: 'Active',
  'on-hold': 'On hold',
  achieved: 'Achieved',
  'partly-achieved': 'Partly achieved',
  revised: 'Revised',
  'let-go': 'Let go',
} as const

export const visibilityLabels = {
  'memory-aid': 'Memory aid',
  shared: 'Shared',
  program: 'Program',
  escalation: 'Escalation',
} as const
export const provenanceLabels = { coach: 'Coach', mentee: 'Mentee', 'third-party': 'Third party' } as const
export const whoseLabels = { mentee: 'Mentee', coach: 'Me' } as const

export const instrumentLabels = {
  'who-5': 'WHO-5 well-being',
  burnout: 'Burnout, one question',
  wheel: 'Wellness wheel',
} as const
export const dimensionLabels: Readonly<Record<WheelDimension, string>> = {
  emotional: 'Emotional',
  environmental: 'Environmental',
  financial: 'Financial',
  intellectual: 'Intellectual',
  occupational: 'Occupational',
  physical: 'Physical',
  social: 'Social',
  spiritual: 'Spiritual',
}

export const componentLabels: Readonly<Record<Component, string>> = {
  reflection: 'Reflection',
  education: 'Education',
  assessment: 'Assessment',
  coaching: 'Coaching',
  health: 'Health and well-being',
}
export const checklistLabels: Readonly<Record<ChecklistItem, string>> = {
  prep: 'Prep in',
  held: 'Session held',
  summary: 'Summary shared',
  goals: 'Goals updated',
  'next-date': 'Next date set',
  focus: 'Focus for the next quarter',
}
export const markLabels: Readonly<Record<Mark, string>> = {
  'not-started': 'Not started',
  planned: 'Planned',
  done: 'Done',
  excused: 'Excused',
}
export const reachLabels = {
  none: 'Not started',
  started: 'Begun',
  done: 'Done',
  'no-week': '–',
} as const

export const referralLabels = {
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined',
  'already-connected': 'Already connected',
} as const
export const escalationLabels = {
  'self-harm': 'Self-harm',
  'harm-to-others': 'Harm to others',
  'sexual-misconduct': 'Sexual misconduct or discrimination',
  mistreatment: 'Mistreatment',
  'abuse-of-minor': 'Abuse of a minor',
  impairment: 'Impairment or patient safety',
  other: 'Other',
} as const
export const resourceLabels: Readonly<Record<ResourceCategory, string>> = {
  academic: 'Academic advising and support',
  counseling: 'Mental health counseling',
  workshops: 'Workshops',
  resilience: 'Resilience',
  career: 'Career advising',
  tutoring: 'Tutoring',
  disability: 'Disability advocacy',
  fitness: 'Fitness and spaces',
  coverage: 'Health coverage',
  urgent: 'Urgent help',
}
export const reportingLabels = {
  unknown: 'Not known yet',
  confidential: 'Confidential',
  private: 'Private',
  'must-report': 'Must report',
} as const
export const reasonLabels: Readonly<Record<Reason, string>> = {
  overdue: 'past the cadence',
  'nothing-scheduled': 'nothing scheduled',
  'action-overdue': 'overdue action',
  'reach-open': 'REACH not done',
}
export const timelineLabels: Readonly<Record<TimelineKind, string>> = {
  session: 'Sessions',
  note: 'Notes',
  goal: 'Goals',
  reflection: 'Reflections',
  'check-in': 'Check-ins',
  action: 'Action items',
  referral: 'Referrals',
  shared: 'Shared',
  placement: 'Rotations and dates',
}

/** One item of each kind, as a word in a sentence. */
export const kindLabels: Readonly<Record<string, string>> = {
  mentee: 'Mentee',
  notes: 'Note',
  sessions: 'Session',
  agendaItems: 'Agenda item',
  preps: 'Prep form',
  actionItems: 'Action item',
  goals: 'Goal',
  goalMoves: 'Goal status',
  reflections: 'Reflection',
  checkIns: 'Check-in',
  referrals: 'Referral',
  rotations: 'Rotation',
  importantDates: 'Date',
  agreements: 'Agreement',
  learningPlans: 'Learning plan',
  groupLines: 'Private line',
  copies: 'Shared copy',
  disclosures: 'Disclosure',
  escalations: 'Escalation',
  reachMarks: 'REACH mark',
  reachWeeks: 'REACH week',
  groupSessions: 'Group session',
  resources: 'Resource',
  supportCards: 'Support card',
  templates: 'Template',
  frameworks: 'Framework',
  competencyFrameworks: 'Competency framework',
  settings: 'Setting',
  captures: 'Capture',
  savedSearches: 'Saved search',
  snippets: 'Snippet',
  ownWords: 'Word',
  erasures: 'Erasure',
  substitutions: 'Substitution',
}

export const searchKindLabels: Readonly<Record<SearchKind, string>> = {
  mentee: 'Mentee',
  note: 'Note',
  session: 'Session',
  goal: 'Goal',
  reflection: 'Reflection',
  'check-in': 'Check-in',
  action: 'Action item',
  referral: 'Referral',
  plan: 'Learning plan',
  agreement: 'Agreement',
  date: 'Rotation or date',
  prep: 'Prep form',
  shared: 'Shared copy',
  resource: 'Resource',
  template: 'Template',
  capture: 'Capture',
}
export const searchStateLabels: Readonly<Record<SearchState, string>> = {
  open: 'Open',
  done: 'Done',
  overdue: 'Overdue',
  planned: 'Planned',
}
export const commandGroupLabels: Readonly<Record<CommandGroup, string>> = {
  go: 'Go to',
  new: 'New',
  mentee: 'Mentee',
  write: 'Lists and texts',
  vault: 'Vault and privacy',
  view: 'View',
  help: 'Help',
}

/** Options for a Select or SegmentedControl. */
export const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))

/** `1 goal`, `2 goals`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`
