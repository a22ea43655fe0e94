/** A role conflict keeps saying so on the mentee's page until it is gone (domain.md). */
import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Mentee } from '../../../shared/model/mentee'

export const RoleConflicts = ({ mentee }: { readonly mentee: Mentee }) => {
  const roles = [
    mentee.assessor && 'you assess this mentee',
    mentee.committee && 'you sit on a committee that decides about them',
    mentee.treated && 'you have treated them',
  ].filter(Boolean)
  if (roles.length === 0) return null
  return (
    <Alert color="amber" icon={<IconAlertTriangle size={18} stroke={1.6} />} title="Role conflict">
      {`${roles.join(', and ')}.`.replace(/^./, (first) => first.toUpperCase())}{' '}
      {mentee.recusal.trim() === ''
        ? 'Should you recuse yourself? Write what you decided under Edit details.'
        : `Recusal: ${mentee.recusal}`}
    </Alert>
  )
}
