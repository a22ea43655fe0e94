/** A role conflict keeps saying so on the mentee's page until it is gone (domain.md). */
import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Mentee } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { Icon } from '../../ui/icon'

export const RoleConflicts = ({ mentee }: { readonly mentee: Mentee }) => {
  const roles = [
    mentee.assessor && t('roleConflicts.youAssessThisMentee'),
    mentee.committee && t('roleConflicts.youSitOnACommitteeThat'),
    mentee.treated && t('roleConflicts.youHaveTreatedThem'),
  ].filter(Boolean)
  if (roles.length === 0) return null
  return (
    <Alert
      color="amber"
      icon={<Icon of={IconAlertTriangle} size="large" />}
      title={t('roleConflicts.roleConflict')}
    >
      {`${roles.join(', and ')}.`.replace(/^./, (first) => first.toUpperCase())}{' '}
      {mentee.recusal.trim() === ''
        ? t('roleConflicts.shouldYouRecuseYourselfWriteWhat')
        : t('roleConflicts.recusalRecusal', { recusal: mentee.recusal })}
    </Alert>
  )
}
