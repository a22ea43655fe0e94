/** Ending a session: what was agreed, when next, what to follow up; then it is filed. */
import { NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { addDays } from '../../../shared/base/academic-year'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { addSession, endSession, type Session } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'

import { shortDay, useToday } from '../../ui/when'
import { ActionList } from './action-list'
import { Proposal, useEndingProposals } from './ending-proposals'
import classes from './session-screen.module.css'
import { minutesSince } from './timer'

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
  const day = useToday()
  const planned = kept(record.sessions).some(
    ({ status, date }) => status === 'planned' && date > session.date,
  )
  const form = useTypedDialog(`end-session/${session.id}`, t('session.endTitle'), {
    takeaway: session.takeaway,
    next: planned ? null : addDays(day, record.mentee.cadenceWeeks * 7),
    time: session.time ?? '',
    minutes:
      session.startedAt === null
        ? session.minutes
        : Math.min(600, minutesSince(session.startedAt, Date.now())),
    followUp: session.followUp,
    about: session.followUpNote,
  })
  const {
    values: { takeaway, next, time, minutes, followUp, about },
    set,
  } = form
  const proposed = useEndingProposals(record, session)
  const follow = proposed.followUp
  const agreed = kept(record.actionItems).filter((item) => item.session === session.id)

  const file = async (): Promise<void> => {
    await run(record.id, endSession, {
      id: session.id,
      next: { minutes, takeaway, followUp, followUpNote: about.trim() },
    })
    if (next !== null)
      await run(record.id, addSession, {
        kind: 'one-to-one',
        status: 'planned',
        date: next,
        time: time === '' ? null : time,
        minutes: 45,
        medium: session.medium,
        place: session.place,
      })
    go({ screen: 'mentee', id: record.id, tab: 'overview' })
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
      <Stack gap={6}>
        <Textarea
          label={t('session.takeaway')}
          description={t('session.takeawayHint')}
          {...firstField}
          value={takeaway}
          onChange={(event) => set({ takeaway: event.currentTarget.value })}
        />
        {proposed.takeaway !== '' && takeaway !== proposed.takeaway && (
          <Proposal
            command="use-takeaway"
            label={t('session.useWords', { words: proposed.takeaway })}
            onAccept={() => set({ takeaway: proposed.takeaway })}
          />
        )}
      </Stack>
      <Stack gap={6}>
        <SimpleGrid cols={3}>
          <DayField
            label={t('session.nextSession')}
            clearable
            value={next}
            onChange={(day) => set({ next: day })}
          />
          <TextInput
            label={t('session.time')}
            type="time"
            value={time}
            onChange={(event) => set({ time: event.currentTarget.value })}
          />
          <NumberInput
            label={t('session.minutesToday')}
            min={0}
            max={600}
            value={minutes}
            onChange={(value) => typeof value === 'number' && set({ minutes: value })}
          />
        </SimpleGrid>
        {planned && (
          <Text size="sm" c="dimmed">
            {t('session.nextPlannedAlready')}
          </Text>
        )}
        {proposed.next !== undefined && !planned && next !== proposed.next.day && (
          <Proposal
            command="use-next-session"
            label={t('session.useDay', {
              day: shortDay(proposed.next.day),
              words: proposed.next.words,
            })}
            onAccept={() => set({ next: proposed.next?.day ?? null })}
          />
        )}
      </Stack>
      <Stack gap={6}>
        <SimpleGrid cols={3}>
          <DayField
            label={t('session.followUpOn')}
            clearable
            value={followUp}
            onChange={(day) => set({ followUp: day })}
          />
          {followUp !== null && (
            <TextInput
              label={t('session.followUpAbout')}
              className={classes.about ?? ''}
              value={about}
              onChange={(event) => set({ about: event.currentTarget.value })}
            />
          )}
        </SimpleGrid>
        {follow !== undefined && about !== follow.about && (
          <Proposal
            command="use-follow-up"
            label={t('session.useDay', { day: shortDay(follow.day), words: follow.about })}
            onAccept={() => set({ followUp: follow.day, about: follow.about })}
          />
        )}
      </Stack>
    </FormDialog>
  )
}
