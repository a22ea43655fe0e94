/** The fields of a mentee, for adding one and for changing one. */
import type { MenteeInput } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import type { FormField } from '../../forms/item-field'
import { options, phaseLabels, statusLabels } from '../../ui/labels'

export const menteeFormFields: readonly FormField<MenteeInput>[] = [
  { name: 'name', label: t('common.name') },
  { name: 'preferredName', label: t('menteeForm.preferredName') },
  { name: 'pronouns', label: t('menteeForm.pronouns'), placeholder: t('menteeForm.sheHer') },
  {
    name: 'classYear',
    label: t('menteeForm.classGraduationYear'),
    as: 'number',
    min: 1950,
    max: 2150,
    placeholder: '2029',
  },
]

export const menteeMoreFields: readonly FormField<MenteeInput>[] = [
  { name: 'email', label: t('menteeForm.eMail') },
  { name: 'phone', label: t('menteeForm.phone') },
  { name: 'studentId', label: t('menteeForm.studentId'), hint: t('menteeForm.theSchoolsOwnARosterIs') },
  { name: 'reachGroup', label: t('common.reachGroup') },
  { name: 'status', label: t('common.status'), as: 'choice', options: options(statusLabels) },
  { name: 'phase', label: t('menteeForm.phase'), as: 'choice', options: options(phaseLabels) },
  { name: 'coachedSince', label: t('menteeForm.coachedSince'), as: 'day' },
  { name: 'cadenceWeeks', label: t('menteeForm.meetEveryWeeks'), as: 'number', min: 1, max: 52 },
  { name: 'tags', label: t('menteeForm.tags'), as: 'words' },
  { name: 'strengths', label: t('menteeForm.strengths'), as: 'text' },
  { name: 'values', label: t('menteeForm.values'), as: 'text' },
  { name: 'interests', label: t('menteeForm.interests'), as: 'text' },
  { name: 'avoid', label: t('menteeForm.ratherNotTalkAbout'), as: 'text' },
  { heading: t('menteeForm.roleConflicts') },
  { name: 'assessor', label: t('menteeForm.iAssessThisMentee'), as: 'check' },
  { name: 'committee', label: t('menteeForm.iSitOnACommitteeThat'), as: 'check' },
  { name: 'treated', label: t('menteeForm.iHaveTreatedThem'), as: 'check' },
  {
    name: 'recusal',
    label: t('menteeForm.recusal'),
    as: 'text',
    hint: t('menteeForm.whatYouDecidedWithWhomAnd'),
  },
]
