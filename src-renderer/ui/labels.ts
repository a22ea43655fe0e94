/** The coach's words for the model's values. */
export const statusLabels = {
  active: 'Active',
  'on-leave': 'On leave',
  graduated: 'Graduated',
  transferred: 'Transferred',
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
export const mediumLabels = {
  'in-person': 'In person',
  video: 'Video',
  phone: 'Phone',
  message: 'Message',
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

export const provenanceLabels = { coach: 'Coach', mentee: 'Mentee', 'third-party': 'Third party' } as const

/** Options for a Select or SegmentedControl. */
export const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))
