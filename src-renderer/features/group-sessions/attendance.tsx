/** Who of a group was there, and beside each a private line unless others look on. */
import { Alert, Checkbox, Stack } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import type { GroupSession, groupSessions } from '../../../shared/model/record/group-session'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { Section } from '../../ui/section'
import { PrivateLines } from './private-lines'

export type GroupSessionChange = Parameters<typeof groupSessions.edit>[1]['next']

export const Attendance = ({
  session,
  members,
  onEdit,
}: {
  readonly session: GroupSession
  readonly members: readonly RecordProjection[]
  readonly onEdit: (next: GroupSessionChange) => void
}) => {
  const presenting = useApp((state) => state.presenting)
  const mark = (record: string, isPresent: boolean): void =>
    onEdit({
      present: isPresent
        ? [...session.present, record]
        : session.present.filter((one) => one !== record),
      // Whoever was there was at a session that took place.
      ...(isPresent && session.status === 'planned' ? { status: 'held' as const } : {}),
    })
  return (
    <Section title={t('groupSession.attendance')}>
      {members.length === 0 && <Alert color="teal">{t('groupSession.empty')}</Alert>}
      {members.map((record) => (
        <Stack key={record.id} gap={4}>
          <Checkbox
            label={displayName(record.mentee)}
            checked={session.present.includes(record.id)}
            onChange={(event) => mark(record.id, event.currentTarget.checked)}
          />
          {!presenting && <PrivateLines record={record} session={session} />}
        </Stack>
      ))}
    </Section>
  )
}
