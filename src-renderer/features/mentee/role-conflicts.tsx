/** A role conflict keeps saying so on the mentee's page until it is gone (domain.md). */
import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Mentee } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { Icon } from '../../ui/icon'

export const RoleConflicts = ({ mentee }: { readonly mentee: Mentee }) => {
  const roles = [
    mentee.assessor && t('mentee.youAssess'),
    mentee.committee && t('mentee.youDecide'),
    mentee.treated && t('mentee.youTreated'),
    mentee.writes && t('mentee.youWrite'),
  ].filter(Boolean)
  if (roles.length === 0) return null
  return (
    <Alert
      color="amber"
      icon={<Icon of={IconAlertTriangle} size="large" />}
      title={t('mentee.roleConflict')}
    >
      {`${roles.join(', and ')}.`.replace(/^./, (first) => first.toUpperCase())}{' '}
      {mentee.recusal.trim() === ''
        ? t('mentee.recusalQuestion')
        : t('mentee.recusalDecided', { decision: mentee.recusal })}
    </Alert>
  )
}
