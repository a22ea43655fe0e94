/** The fields of a mentee, for adding one and for changing one. */
import { MENTEE_STATUSES, type MenteeInput } from '../../../shared/model/record/mentee'
import { spoken } from '../../../shared/words/words'
import type { FormField } from '../../forms/item-field'
import { options, phaseLabels, statusLabels } from '../../ui/labels'

export const menteeFormFields: readonly FormField<MenteeInput>[] = [
  spoken({ label: 'common.name' }, { name: 'name' }),
  spoken({ label: 'mentee.preferredName' }, { name: 'preferredName' }),
  spoken({ label: 'mentee.pronouns', placeholder: 'mentee.pronounsExample' }, { name: 'pronouns' }),
  spoken(
    { label: 'mentee.class' },
    { name: 'classYear', as: 'number', min: 1950, max: 2150, placeholder: '2029' },
  ),
  spoken({ label: 'common.reachGroup' }, { name: 'reachGroup' }),
  spoken({ label: 'mentee.meetEvery' }, { name: 'cadenceWeeks', as: 'number', min: 1, max: 52 }),
]

export const menteeMoreFields: readonly FormField<MenteeInput>[] = [
  spoken({ label: 'mentee.email' }, { name: 'email' }),
  spoken({ label: 'mentee.phone' }, { name: 'phone' }),
  spoken({ label: 'mentee.studentId', hint: 'mentee.studentIdHint' }, { name: 'studentId' }),
  spoken(
    { label: 'common.status' },
    {
      name: 'status',
      as: 'choice',
      // Who has withdrawn has done so on a day: that is told under Enrollment.
      options: options(statusLabels).filter(({ value }) =>
        MENTEE_STATUSES.some((status) => status === value),
      ),
    },
  ),
  spoken({ label: 'mentee.phase' }, { name: 'phase', as: 'choice', options: options(phaseLabels) }),
  spoken({ label: 'mentee.coachedSince' }, { name: 'coachedSince', as: 'day' }),
  spoken({ label: 'mentee.tags' }, { name: 'tags', as: 'words' }),
  spoken({ label: 'mentee.strengths' }, { name: 'strengths', as: 'text' }),
  spoken({ label: 'mentee.values' }, { name: 'values', as: 'text' }),
  spoken({ label: 'mentee.interests' }, { name: 'interests', as: 'text' }),
  spoken({ label: 'mentee.ratherNotTalkAbout' }, { name: 'avoid', as: 'text' }),
  spoken(
    { label: 'mentee.accommodations', hint: 'mentee.accommodationsHint' },
    { name: 'accommodations', as: 'text' },
  ),
  spoken({ heading: 'mentee.roleConflicts' }),
  spoken({ label: 'mentee.iAssess' }, { name: 'assessor', as: 'check' }),
  spoken({ label: 'mentee.iDecide' }, { name: 'committee', as: 'check' }),
  spoken({ label: 'mentee.iTreated' }, { name: 'treated', as: 'check' }),
  spoken({ label: 'mentee.iSupervise' }, { name: 'supervises', as: 'check' }),
  spoken({ label: 'mentee.iAdmit' }, { name: 'admits', as: 'check' }),
  spoken({ label: 'mentee.iWriteLetters' }, { name: 'letters', as: 'check' }),
  spoken({ label: 'mentee.iAmClose' }, { name: 'family', as: 'check' }),
  spoken({ label: 'mentee.iEmploy' }, { name: 'employs', as: 'check' }),
  spoken({ label: 'mentee.recusal', hint: 'mentee.recusalHint' }, { name: 'recusal', as: 'text' }),
]
