/**
 * A role conflict keeps saying so on the mentee's page until it is gone (domain.md). Once a year it asks whether it is
 * still true.
 */
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { RecordProjection } from '../../../shared/model/projection'
import { concernsToRecuseFrom } from '../../../shared/model/record/concern'
import {
  confirmRoles,
  roleSince,
  rolesOf,
  rolesToConfirm,
  roleWords,
} from '../../../shared/model/record/role'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { shortDay, today, useToday } from '../../ui/when'

export const RoleConflicts = ({
  record,
  onEdit,
}: {
  readonly record: Pick<RecordProjection, 'id' | 'mentee' | 'concerns'>
  /** None where the profile cannot be edited. */
  readonly onEdit: (() => void) | undefined
}) => {
  const { id, mentee } = record
  const run = useRun()
  const day = useToday()
  const { settings } = useVault()
  const held = rolesOf(mentee).map((role) => {
    const since = roleSince(mentee, role)
    return since === null
      ? roleWords[role]
      : t('mentee.roleSince', { role: roleWords[role], day: shortDay(since) })
  })
  if (held.length === 0) return null
  // Where something is before the committee, the notice of it asks (concerns.tsx).
  const isAsked = concernsToRecuseFrom(record).length > 0
  const isOld = rolesToConfirm(mentee, day, settings.turnover).length > 0
  return (
    <Alert
      color="amber"
      icon={<Icon of={IconAlertTriangle} size="large" />}
      title={t('mentee.roleConflict')}
    >
      {`${held.join(', and ')}.`.replace(/^./, (first) => first.toUpperCase())}{' '}
      {mentee.recusal.trim() === ''
        ? !isAsked && t('mentee.recusalQuestion')
        : t('mentee.recusalDecided', { decision: mentee.recusal })}
      {isOld && onEdit !== undefined && (
        <Group gap="xs" mt="xs">
          <Text size="sm">{t('mentee.stillTrue')}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void run(id, confirmRoles, today())}
          >
            {t('mentee.rolesStillTrue')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {t('mentee.rolesChange')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
