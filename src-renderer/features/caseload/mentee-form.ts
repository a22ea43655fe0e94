/** The fields of a mentee, for adding one and for changing one. */
import type { MenteeInput } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import type { FormField } from '../../forms/item-field'
import { options, phaseLabels, statusLabels } from '../../ui/labels'

export const menteeFormFields: readonly FormField<MenteeInput>[] = [
  { name: 'name', label: t('common.name') },
  { name: 'preferredName', label: t('mentee.preferredName') },
  { name: 'pronouns', label: t('mentee.pronouns'), placeholder: t('mentee.pronounsExample') },
  {
    name: 'classYear',
    label: t('mentee.class'),
    as: 'number',
    min: 1950,
    max: 2150,
    placeholder: '2029',
  },
  { name: 'reachGroup', label: t('common.reachGroup') },
  { name: 'cadenceWeeks', label: t('mentee.meetEvery'), as: 'number', min: 1, max: 52 },
]

export const menteeMoreFields: readonly FormField<MenteeInput>[] = [
  { name: 'email', label: t('mentee.email') },
  { name: 'phone', label: t('mentee.phone') },
  { name: 'studentId', label: t('mentee.studentId'), hint: t('mentee.studentIdHint') },
  { name: 'status', label: t('common.status'), as: 'choice', options: options(statusLabels) },
  { name: 'phase', label: t('mentee.phase'), as: 'choice', options: options(phaseLabels) },
  { name: 'coachedSince', label: t('mentee.coachedSince'), as: 'day' },
  { name: 'tags', label: t('mentee.tags'), as: 'words' },
  { name: 'strengths', label: t('mentee.strengths'), as: 'text' },
  { name: 'values', label: t('mentee.values'), as: 'text' },
  { name: 'interests', label: t('mentee.interests'), as: 'text' },
  { name: 'avoid', label: t('mentee.ratherNotTalkAbout'), as: 'text' },
  { heading: t('mentee.roleConflicts') },
  { name: 'assessor', label: t('mentee.iAssess'), as: 'check' },
  { name: 'committee', label: t('mentee.iDecide'), as: 'check' },
  { name: 'treated', label: t('mentee.iTreated'), as: 'check' },
  {
    name: 'recusal',
    label: t('mentee.recusal'),
    as: 'text',
    hint: t('mentee.recusalHint'),
  },
]
