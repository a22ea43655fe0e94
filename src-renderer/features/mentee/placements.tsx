/** Where a mentee is and what is ahead: rotations and important dates, each a small list that can be edited. */
import { Badge, Text } from '@mantine/core'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { importantDates, type Rotation, rotations } from '../../../shared/model/record/placement'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import { rotationKindLabels } from '../../ui/event-labels'
import { dateKindLabels, options } from '../../ui/labels'
import { shortDay, useToday } from '../../ui/when'
import { goalOptions, goalTitle } from './exams'

interface Props {
  readonly record: RecordProjection
  readonly editable: boolean
}

const aboutRotation = ({ kind, site, start, end, hours, askWhom, debriefOn }: Rotation): string =>
  [
    kind !== 'as-block' && rotationKindLabels[kind],
    site,
    t('rotation.fromTo', { start: shortDay(start), end: shortDay(end) }),
    hours,
    askWhom !== '' && t('rotation.askWhomShort', { role: askWhom }),
    debriefOn !== null && t('rotation.debriefed', { day: shortDay(debriefOn) }),
  ]
    .filter(Boolean)
    .join(' · ')

export const Rotations = ({ record, editable }: Props) => {
  const day = useToday()
  const run = useRun()
  return (
    <EditableList
      record={record.id}
      kind="rotations"
      title={t('rotation.title')}
      one={t('rotation.rotationLower')}
      empty={t('rotation.emptyRotations')}
      items={[...kept(record.rotations)].sort((a, b) => b.start.localeCompare(a.start))}
      nameOf={({ block }) => block}
      schema={rotations.input}
      initial={{ ...rotations.empty, start: day, end: day }}
      fields={[
        { name: 'block', label: t('rotation.label'), placeholder: t('rotation.rotationExample') },
        { name: 'site', label: t('rotation.site') },
        { name: 'start', label: t('common.fromDay'), as: 'day', optional: false },
        { name: 'end', label: t('common.until'), as: 'day', optional: false },
        {
          name: 'hours',
          label: t('rotation.hours'),
          hint: t('rotation.hoursHint'),
          placeholder: t('rotation.hoursExample'),
        },
        { name: 'askWhom', label: t('rotation.askWhom'), hint: t('rotation.askWhomHint') },
      ]}
      more={[
        {
          name: 'kind',
          label: t('rotation.kind'),
          as: 'choice',
          options: options(rotationKindLabels),
        },
        { name: 'debriefOn', label: t('rotation.debriefOn'), as: 'day' },
        {
          name: 'expectationsRead',
          label: t('rotation.expectationsRead'),
          as: 'check',
          wide: true,
        },
        { name: 'startAsked', label: t('rotation.startAsked'), as: 'check', wide: true },
        {
          name: 'midFeedbackAsked',
          label: t('rotation.midFeedbackAsked'),
          as: 'check',
          wide: true,
        },
      ]}
      editable={editable}
      onAdd={(next) => run(record.id, rotations.add, next)}
      onEdit={(id, next, base) => run(record.id, rotations.edit, { id, base, next })}
    >
      {(one) => (
        <>
          <Text fw={600}>
            {one.block}{' '}
            {one.start <= day && day <= one.end && <Badge ml={6}>{t('common.now')}</Badge>}
          </Text>
          <Text size="sm" c="dimmed">
            {aboutRotation(one)}
          </Text>
        </>
      )}
    </EditableList>
  )
}

export const ImportantDates = ({ record, editable }: Props) => {
  const day = useToday()
  const run = useRun()
  return (
    <EditableList
      record={record.id}
      kind="importantDates"
      title={t('rotation.importantDates')}
      one={t('rotation.dateLower')}
      empty={t('rotation.emptyDates')}
      items={[...kept(record.importantDates)].sort((a, b) => a.date.localeCompare(b.date))}
      nameOf={({ title }) => title}
      schema={importantDates.input}
      initial={{ ...importantDates.empty, date: day }}
      fields={[
        { name: 'title', label: t('common.what'), placeholder: t('rotation.dateExample') },
        { name: 'kind', label: t('common.kind'), as: 'choice', options: options(dateKindLabels) },
        { name: 'date', label: t('rotation.on'), as: 'day', optional: false },
        { name: 'until', label: t('common.until'), as: 'day' },
        { name: 'goal', label: t('exam.goal'), as: 'choice', options: goalOptions(record) },
      ]}
      editable={editable}
      onAdd={(next) => run(record.id, importantDates.add, next)}
      onEdit={(id, next, base) => run(record.id, importantDates.edit, { id, base, next })}
    >
      {({ title, kind, date, until, goal }) => (
        <>
          <Text fw={600} {...((until ?? date) < day ? { c: 'dimmed' } : {})}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {[
              dateKindLabels[kind],
              until === null
                ? shortDay(date)
                : t('rotation.fromTo', { start: shortDay(date), end: shortDay(until) }),
              goalTitle(record, goal),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      )}
    </EditableList>
  )
}
