/** A mentee's enrolment over time: the list of it, and the two dialogs that write most of its lines, "Leave" and "Return". */
import { Alert, Button, Group, Text } from '@mantine/core'
import * as v from 'valibot'
import { addDays } from '../../../shared/base/day'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import {
  classOn,
  comeBack,
  type Enrolment,
  type EnrolmentState,
  enrolmentLabels,
  enrolments,
  leaveToReturnFrom,
  openLeave,
  proposedMeeting,
  takeLeave,
} from '../../../shared/model/record/enrolment'
import { displayName } from '../../../shared/model/record/mentee'
import { sessions } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import { ItemForm } from '../../forms/item-form'
import { options } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { longDay, shortDay, useToday } from '../../ui/when'
import type { OnDemandSection } from './about-mentee'

interface Props {
  readonly record: RecordProjection
  readonly onClose: () => void
}

const { start, end, note, contact, returnPlan } = enrolments.fields
const LeaveForm = v.object({
  start: start.input,
  end: end.input,
  contact: contact.input,
  note: note.input,
  returnPlan: returnPlan.input,
  meet: v.boolean(),
})

/** When the meeting before the return would be, as soon as the end is known. */
const MeetingLine = ({ start, end }: Pick<Enrolment, 'start' | 'end'>) => {
  const day = proposedMeeting(start, end)
  return (
    <Text size="sm" c="dimmed">
      {t('enrolment.leaveIntro')}{' '}
      {day === null
        ? t('enrolment.meetingNeedsEnd')
        : t('enrolment.meetingOn', { day: longDay(day) })}
    </Text>
  )
}

export const TakeLeave = ({ record, onClose }: Props) => {
  const run = useRun()
  const day = useToday()
  return (
    <ItemForm
      id={`leave/${record.id}`}
      title={t('enrolment.leaveOf', { mentee: displayName(record.mentee) })}
      action={t('common.save')}
      schema={LeaveForm}
      initial={{ start: day, end: null, contact: '', note: '', returnPlan: '', meet: true }}
      before={({ values }) => <MeetingLine {...values} />}
      fields={[
        {
          name: 'contact',
          label: t('enrolment.contact'),
          placeholder: t('enrolment.contactExample'),
          wide: true,
        },
        { name: 'start', label: t('enrolment.leaveFrom'), as: 'day', optional: false },
        { name: 'end', label: t('enrolment.leaveUntil'), as: 'day' },
        { name: 'meet', label: t('enrolment.planMeeting'), as: 'check', wide: true },
        { name: 'note', label: t('enrolment.note'), hint: t('enrolment.noteHint'), as: 'text' },
        {
          name: 'returnPlan',
          label: t('enrolment.returnPlan'),
          hint: t('enrolment.returnPlanHint'),
          as: 'text',
        },
      ]}
      onClose={onClose}
      onSubmit={async ({ meet, ...leave }) => {
        const meetOn = meet ? proposedMeeting(leave.start, leave.end) : null
        const made = await run(record.id, takeLeave, { ...leave, meetOn })
        if (made === undefined) return
        offerUndo(
          meetOn === null
            ? t('enrolment.leaveSaved')
            : t('enrolment.leaveSavedWith', { day: longDay(meetOn) }),
          () => {
            void run(record.id, enrolments.remove, { id: made.enrolment, deleted: true })
            if (made.session !== null)
              void run(record.id, sessions.remove, { id: made.session, deleted: true })
          },
        )
      }}
    />
  )
}

const RETURN_STATES = ['enrolled', 'repeating', 'research', 'dual-degree'] as const
const ReturnForm = v.object({
  start: start.input,
  state: v.picklist(RETURN_STATES),
  classYear: enrolments.fields.classYear.input,
  note: note.input,
})

const stateOptions = (states: readonly EnrolmentState[]) =>
  options(enrolmentLabels).filter(({ value }) => states.includes(value))

export const ComeBack = ({ record, onClose }: Props) => {
  const run = useRun()
  const day = useToday()
  const last = openLeave(record.enrolments)?.end ?? null
  return (
    <ItemForm
      id={`return/${record.id}`}
      title={t('enrolment.returnOf', { mentee: displayName(record.mentee) })}
      action={t('common.save')}
      schema={ReturnForm}
      initial={{
        start: last === null ? day : addDays(last, 1),
        state: 'enrolled' as (typeof RETURN_STATES)[number],
        classYear: classOn(record, day),
        note: '',
      }}
      before={
        <Text size="sm" c="dimmed">
          {t('enrolment.returnIntro')}
        </Text>
      }
      fields={[
        {
          name: 'state',
          label: t('enrolment.backAs'),
          as: 'choice',
          options: stateOptions(RETURN_STATES),
        },
        { name: 'start', label: t('enrolment.backOn'), as: 'day', optional: false },
        {
          name: 'classYear',
          label: t('mentee.class'),
          hint: t('enrolment.classHint'),
          as: 'number',
          min: 1950,
          max: 2150,
        },
        { name: 'note', label: t('enrolment.note'), as: 'text' },
      ]}
      onClose={onClose}
      onSubmit={(back) => run(record.id, comeBack, { ...back, today: day })}
    />
  )
}

/** On the page of somebody who is away: until when, and how they wish to be left or reached. */
export const AwayNotice = ({
  record,
  onReturn,
}: {
  readonly record: RecordProjection
  readonly onReturn: (() => void) | undefined
}) => {
  const day = useToday()
  const leave = leaveToReturnFrom(record, day)
  if (leave === undefined) return null
  return (
    <Alert
      color="teal"
      title={
        leave.end === null
          ? t('enrolment.awaySince', { day: longDay(leave.start) })
          : day <= leave.end
            ? t('enrolment.awayUntil', { day: longDay(leave.end) })
            : t('enrolment.wasDueBack', { day: longDay(addDays(leave.end, 1)) })
      }
    >
      <Group justify="space-between" wrap="nowrap" align="flex-end">
        <Text size="sm">
          {leave.contact === ''
            ? t('enrolment.noContactSaid')
            : t('enrolment.contactSaid', { contact: leave.contact })}
        </Text>
        {onReturn !== undefined && (
          <Button size="compact-sm" variant="default" flex="none" onClick={onReturn}>
            {t('enrolment.return')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

const about = ({ start, end, classYear, contact }: Enrolment): string =>
  [
    end === null
      ? t('enrolment.since', { day: shortDay(start) })
      : t('rotation.fromTo', { start: shortDay(start), end: shortDay(end) }),
    classYear !== null && t('caseload.classOf', { year: classYear }),
    contact,
  ]
    .filter(Boolean)
    .join(' · ')

/** Not there until there is something to tell: most are enrolled for four years, and no more. */
export const Enrolments = ({ record, editable, adding, onAdding }: OnDemandSection) => {
  const day = useToday()
  const run = useRun()
  return (
    <EditableList
      record={record.id}
      kind="enrolments"
      title={t('enrolment.title')}
      one={t('enrolment.lower')}
      items={[...kept(record.enrolments)].sort((a, b) => b.start.localeCompare(a.start))}
      nameOf={({ state, start }) => `${enrolmentLabels[state]}, ${shortDay(start)}`}
      schema={enrolments.input}
      initial={{ ...enrolments.empty, start: day }}
      fields={[
        {
          name: 'state',
          label: t('enrolment.state'),
          as: 'choice',
          options: options(enrolmentLabels),
        },
        {
          name: 'classYear',
          label: t('mentee.class'),
          as: 'number',
          min: 1950,
          max: 2150,
        },
        { name: 'start', label: t('common.fromDay'), as: 'day', optional: false },
        { name: 'end', label: t('common.until'), as: 'day' },
        { name: 'contact', label: t('enrolment.contact'), wide: true },
        { name: 'note', label: t('enrolment.note'), as: 'text' },
        { name: 'returnPlan', label: t('enrolment.returnPlan'), as: 'text' },
      ]}
      editable={editable}
      adding={adding}
      onAdding={onAdding}
      onAdd={(next) => run(record.id, enrolments.add, next)}
      onEdit={(id, next, base) => run(record.id, enrolments.edit, { id, base, next })}
    >
      {(one) => (
        <>
          <Text fw={600} {...((one.end ?? day) < day ? { c: 'dimmed' } : {})}>
            {enrolmentLabels[one.state]}
          </Text>
          <Text size="sm" c="dimmed">
            {about(one)}
          </Text>
          {one.returnPlan.trim() !== '' && (
            <Text size="sm" lineClamp={3}>
              {one.returnPlan}
            </Text>
          )}
        </>
      )}
    </EditableList>
  )
}
