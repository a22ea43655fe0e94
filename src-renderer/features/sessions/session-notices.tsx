/** What is to be known before a session begins, above its note: that they are away, what to say first, whom to leave it to. */
import type { RecordProjection } from '../../../shared/model/projection'
import { leaveToReturnFrom } from '../../../shared/model/record/enrolment'
import type { Session } from '../../../shared/model/record/session'
import { type Notice, Notices } from '../../ui/notices'
import { useToday } from '../../ui/when'
import { useLimitRehearsal } from '../agreement/limit-rehearsal'
import { concernNotices } from '../mentee/concerns'
import { AwayNotice, awayWords } from '../mentee/leave'

export const SessionNotices = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: Session
}) => {
  const day = useToday()
  const limits = useLimitRehearsal(record, session)
  const leave = session.status === 'planned' ? leaveToReturnFrom(record, day) : undefined
  const away: readonly Notice[] =
    leave === undefined
      ? []
      : [
          {
            title: awayWords(leave, day),
            shown: <AwayNotice key="away" record={record} editable />,
          },
        ]
  return (
    <Notices
      all={[...concernNotices(record), ...away, ...(limits === undefined ? [] : [limits])]}
    />
  )
}
