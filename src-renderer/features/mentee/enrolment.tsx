/** A mentee's enrolment over time: the list of it, and the dialog of the return; a leave is taken in leave.tsx. */
import { Text } from '@mantine/core'
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
  openLeave,
} from '../../../shared/model/record/enrolment'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import { ItemForm } from '../../forms/item-form'
import { tellsDeanLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { shortDay, useToday } from '../../ui/when'
import type { OnDemandSection } from './about-mentee'
import { PlannedInLeave } from './leave-sessions'

interface Props {
  readonly record: RecordProjection
  readonly onClose: () => void
}

const { start, note } = enrolments.fields
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
        { name: 'contactDays', label: t('enrolment.contactDays'), as: 'days' },
        {
          name: 'dean',
          label: t('enrolment.dean'),
          as: 'choice',
          options: options(tellsDeanLabels),
        },
        { name: 'coverageAsked', label: t('enrolment.coverageAsked'), as: 'check' },
        { name: 'housingAsked', label: t('enrolment.housingAsked'), as: 'check' },
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
          {one.state === 'on-leave' && (one.end ?? day) >= day && (
            <PlannedInLeave record={record} leave={one} editable={editable} />
          )}
        </>
      )}
    </EditableList>
  )
}
