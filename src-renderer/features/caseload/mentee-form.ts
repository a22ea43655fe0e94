/** The fields of a mentee, for adding one and for changing one. */
import type { MenteeInput } from '../../../shared/model/mentee'
import type { FormField } from '../../ui/item-form'
import { options, phaseLabels, statusLabels } from '../../ui/labels'

export const menteeFormFields: readonly FormField<MenteeInput>[] = [
  { name: 'name', label: 'Name' },
  { name: 'preferredName', label: 'Preferred name' },
  { name: 'pronouns', label: 'Pronouns', placeholder: 'she/her' },
  {
    name: 'classYear',
    label: 'Class (graduation year)',
    as: 'number',
    min: 1950,
    max: 2150,
    placeholder: '2029',
  },
]

export const menteeMoreFields: readonly FormField<MenteeInput>[] = [
  { name: 'email', label: 'E-mail' },
  { name: 'phone', label: 'Phone' },
  { name: 'studentId', label: 'Student ID', hint: 'The school’s own; a roster is matched by it' },
  { name: 'reachGroup', label: 'REACH group' },
  { name: 'status', label: 'Status', as: 'choice', options: options(statusLabels) },
  { name: 'phase', label: 'Phase', as: 'choice', options: options(phaseLabels) },
  { name: 'coachedSince', label: 'Coached since', as: 'day' },
  { name: 'cadenceWeeks', label: 'Meet every (weeks)', as: 'number', min: 1, max: 52 },
  { name: 'tags', label: 'Tags', as: 'words' },
  { name: 'strengths', label: 'Strengths', as: 'text' },
  { name: 'values', label: 'Values', as: 'text' },
  { name: 'interests', label: 'Interests', as: 'text' },
  { name: 'avoid', label: 'Rather not talk about', as: 'text' },
  { heading: 'Role conflicts' },
  { name: 'assessor', label: 'I assess this mentee', as: 'check' },
  { name: 'committee', label: 'I sit on a committee that decides about them', as: 'check' },
  { name: 'treated', label: 'I have treated them', as: 'check' },
  { name: 'recusal', label: 'Recusal', as: 'text', hint: 'What you decided, with whom, and when' },
]
