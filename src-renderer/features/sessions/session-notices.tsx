/** What is to be known before a session begins, above its note: that they are away, what to say first, whom to leave it to. */
import type { RecordProjection } from '../../../shared/model/projection'
import type { Session } from '../../../shared/model/record/session'
import { Notices } from '../../ui/notices'
import { useToday } from '../../ui/when'
import { useLimitRehearsal } from '../agreement/limit-rehearsal'
import { awayNotices } from '../mentee/away-notice'
import { concernNotices } from '../mentee/concerns'

export const SessionNotices = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: Session
}) => {
  const day = useToday()
  const limits = useLimitRehearsal(record, session)
  const away = session.status === 'planned' ? awayNotices({ record, editable: true }, day) : []
  return (
    <Notices
      all={[...concernNotices(record), ...away, ...(limits === undefined ? [] : [limits])]}
    />
  )
}
