/** A leave: the dialog in which it is agreed. What is said of it while the mentee is away is in away-notice.tsx. */
import { Text } from '@mantine/core'
import * as v from 'valibot'
import type { RecordProjection } from '../../../shared/model/projection'
import { type Enrolment, enrolments } from '../../../shared/model/record/enrolment'
import {
  plannedWithin,
  proposedMeeting,
  takeLeave,
  undoLeave,
} from '../../../shared/model/record/leave'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import type { FormField } from '../../forms/item-field'
import { ItemForm } from '../../forms/item-form'
import { tellsDeanLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { longDay, useToday } from '../../ui/when'
import { daysInWords } from './leave-sessions'

const { start, end, note, contact, contactDays, dean, coverageAsked, housingAsked, returnPlan } =
  enrolments.fields
const LeaveForm = v.object({
  start: start.input,
  end: end.input,
  contact: contact.input,
  contactDays: contactDays.input,
  dean: dean.input,
  coverageAsked: coverageAsked.input,
  housingAsked: housingAsked.input,
  note: note.input,
  returnPlan: returnPlan.input,
  meet: v.boolean(),
  cancel: v.boolean(),
})
type LeaveValues = v.InferOutput<typeof LeaveForm>

/** When the meeting before the return would be, as soon as the end is known, and what is planned in the leave. */
const AboutLeave = ({
  record,
  leave,
}: {
  readonly record: RecordProjection
  readonly leave: Pick<Enrolment, 'start' | 'end'>
}) => {
  const day = proposedMeeting(leave.start, leave.end)
  const within = plannedWithin(record.sessions, leave)
  return (
    <Text size="sm" c="dimmed">
      {[
        t('enrolment.leaveIntro'),
        day === null
          ? t('enrolment.meetingNeedsEnd')
          : t('enrolment.meetingOn', { day: longDay(day) }),
        within.length > 0 &&
          t('enrolment.plannedWithin', {
            count: within.length,
            days: daysInWords(within.map(({ date }) => date)),
          }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Text>
  )
}

/** Cancelling is offered where something may be cancelled. */
const leaveFields = (withSessions: boolean): readonly FormField<LeaveValues>[] => [
  {
    name: 'contact',
    label: t('enrolment.contact'),
    placeholder: t('enrolment.contactExample'),
    wide: true,
  },
  { name: 'start', label: t('enrolment.leaveFrom'), as: 'day', optional: false },
  { name: 'end', label: t('enrolment.leaveUntil'), as: 'day' },
  {
    name: 'contactDays',
    label: t('enrolment.contactDays'),
    hint: t('enrolment.contactDaysHint'),
    as: 'days',
  },
  {
    name: 'dean',
    label: t('enrolment.dean'),
    as: 'choice',
    options: options(tellsDeanLabels),
  },
  { name: 'meet', label: t('enrolment.planMeeting'), as: 'check', wide: true },
  ...(withSessions
    ? ([{ name: 'cancel', label: t('enrolment.cancelWithin'), as: 'check', wide: true }] as const)
    : []),
  { name: 'coverageAsked', label: t('enrolment.coverageAsked'), as: 'check', wide: true },
  { name: 'housingAsked', label: t('enrolment.housingAsked'), as: 'check', wide: true },
  { name: 'note', label: t('enrolment.note'), hint: t('enrolment.noteHint'), as: 'text' },
  {
    name: 'returnPlan',
    label: t('enrolment.returnPlan'),
    hint: t('enrolment.returnPlanHint'),
    as: 'text',
  },
]

export const TakeLeave = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const run = useRun()
  const day = useToday()
  const initial: LeaveValues = {
    ...enrolments.empty,
    start: day,
    meet: true,
    cancel: false,
  }
  const saved = (meetOn: string | null, cancelled: number): string =>
    [
      meetOn === null
        ? t('enrolment.leaveSaved')
        : t('enrolment.leaveSavedWith', { day: longDay(meetOn) }),
      cancelled > 0 && t('enrolment.cancelledWithin', { count: cancelled }),
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <ItemForm
      id={`leave/${record.id}`}
      title={t('enrolment.leaveOf', { mentee: displayName(record.mentee) })}
      action={t('common.save')}
      schema={LeaveForm}
      initial={initial}
      before={({ values }) => <AboutLeave record={record} leave={values} />}
      fields={leaveFields(plannedWithin(record.sessions, { start: day, end: null }).length > 0)}
      onClose={onClose}
      onSubmit={async ({ meet, ...leave }) => {
        const meetOn = meet ? proposedMeeting(leave.start, leave.end) : null
        const made = await run(record.id, takeLeave, { ...leave, meetOn })
        if (made === undefined) return
        offerUndo(saved(meetOn, made.cancelled.length), () => void run(record.id, undoLeave, made))
      }}
    />
  )
}
