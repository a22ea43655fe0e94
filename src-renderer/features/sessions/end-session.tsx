/** Ending a session: what was agreed, when next, what to follow up; then it is filed. */
import { Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/base/day'
import { addAfterthought, NO_TAPS, type Taps } from '../../../shared/model/caseload/afterthought'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import {
  addSession,
  endSession,
  type Session,
  USUAL_MINUTES,
} from '../../../shared/model/record/session'
import { firstName } from '../../../shared/report/after-meeting'
import { minutesProposed } from '../../../shared/views/session-ending'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { runOn } from '../../context/commands/commands'
import { commandOf } from '../../context/commands/list/all'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun, useRunOnVault } from '../../context/vault/session'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import { useToday } from '../../ui/when'
import { HowICoachedTaps } from '../coaching/how-i-coached'
import { ActionList } from './action-list'
import { type EndingValues, FollowUp, NextSession, Takeaway } from './ending-fields'
import { useEndingProposals } from './ending-proposals'

export const EndSession = ({
  record,
  session,
  onClose,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly onClose: () => void
}) => {
  const run = useRun()
  const runOnVault = useRunOnVault()
  const day = useToday()
  const [planned] = kept(record.sessions)
    .filter(({ status, date }) => status === 'planned' && date > session.date)
    .map(({ date }) => date)
    .sort()
  const [timed] = useState(() => minutesProposed(session, Date.now()))
  const form = useTypedDialog<EndingValues & { readonly taps: Taps }>(
    `end-session/${session.id}`,
    t('session.endTitle'),
    {
      takeaway: session.takeaway,
      next: planned !== undefined ? null : addDays(day, record.mentee.cadenceWeeks * 7),
      time: session.time ?? '',
      minutes: timed.minutes,
      followUp: session.followUp,
      about: session.followUpNote,
      taps: NO_TAPS,
    },
  )
  const { takeaway, next, time, minutes, followUp, about, taps } = form.values
  const fields = {
    values: form.values,
    set: form.set,
    proposed: useEndingProposals(record, session),
  }
  const agreed = kept(record.actionItems).filter((item) => item.session === session.id)

  const file = async (): Promise<void> => {
    await run(record.id, endSession, {
      id: session.id,
      next: { minutes, takeaway, followUp, followUpNote: about.trim() },
    })
    // Of the coach, and neither of the session nor of the mentee.
    await runOnVault(addAfterthought, { taps, date: session.date })
    if (next !== null)
      await run(record.id, addSession, {
        kind: 'one-to-one',
        status: 'planned',
        date: next,
        time: time === '' ? null : time,
        minutes: USUAL_MINUTES,
        medium: session.medium,
        place: session.place,
      })
    go({ screen: 'mentee', id: record.id, tab: 'overview' })
    // Said in passing: whoever has no minute has filed it, and finds it on the session and on the overview.
    offerNote(t('letter.afterSession', { name: firstName(record.mentee) }), () =>
      runOn(record.id, commandOf('write-after-meeting')),
    )
  }

  return (
    <FormDialog
      form={form}
      action={t('session.file')}
      cancel={t('session.goOn')}
      onClose={onClose}
      onSubmit={file}
      before={
        <Stack gap="xs">
          <Title order={3}>{t('session.agreedQuestion')}</Title>
          <ActionList recordId={record.id} items={agreed} sessionId={session.id} />
        </Stack>
      }
    >
      <Takeaway {...fields} />
      <NextSession {...fields} record={record} planned={planned} ranOn={timed.ranOn} />
      <FollowUp {...fields} />
      <HowICoachedTaps
        taps={taps}
        onChange={(changed) => form.set((now) => ({ taps: { ...now.taps, ...changed } }))}
      />
    </FormDialog>
  )
}
