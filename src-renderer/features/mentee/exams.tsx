/** A mentee's exams: the days around each, and no outcome. */
import { Text } from '@mantine/core'
import { IconFileDescription } from '@tabler/icons-react'
import { useState } from 'react'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { type Exam, examDay, exams } from '../../../shared/model/record/exam'
import { isOpenGoal } from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import { accommodationLabels, tellLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { shortDay, useToday } from '../../ui/when'
import type { OnDemandSection } from './about-mentee'
import { AfterExam } from './after-exam'

/** The open goals that something can be about, and none. */
export const goalOptions = (record: RecordProjection) => [
  { value: '', label: t('exam.noGoal') },
  ...kept(record.goals)
    .filter(isOpenGoal)
    .map(({ id, title }) => ({ value: id, label: title })),
]

export const goalTitle = (record: RecordProjection, goal: string | null): string =>
  kept(record.goals).find(({ id }) => id === goal)?.title ?? ''

const about = (exam: Exam, goal: string): string =>
  [
    exam.booked !== null
      ? t('exam.on', { day: shortDay(exam.booked) })
      : exam.windowStart !== null && exam.windowEnd !== null
        ? t('rotation.fromTo', {
            start: shortDay(exam.windowStart),
            end: shortDay(exam.windowEnd),
          })
        : t('exam.notBooked'),
    exam.resultOn !== null && t('exam.resultDay', { day: shortDay(exam.resultOn) }),
    exam.tellMe !== 'not-asked' && tellLabels[exam.tellMe],
    exam.practice.length > 0 && t('exam.practiceDays', { count: exam.practice.length }),
    goal,
  ]
    .filter(Boolean)
    .join(' · ')

export const Exams = ({ record, editable, adding, onAdding }: OnDemandSection) => {
  const day = useToday()
  const run = useRun()
  const [after, setAfter] = useState<Exam>()
  return (
    <>
      <EditableList
        record={record.id}
        kind="exams"
        title={t('exam.title')}
        one={t('exam.lower')}
        items={[...kept(record.exams)].sort((a, b) =>
          (examDay(b) ?? '9').localeCompare(examDay(a) ?? '9'),
        )}
        nameOf={({ name }) => name}
        schema={exams.input}
        initial={exams.empty}
        before={
          <Text size="sm" c="dimmed" mb="xs">
            {t('exam.noScores')}
          </Text>
        }
        fields={[
          { name: 'name', label: t('exam.name'), placeholder: t('exam.example') },
          { name: 'booked', label: t('exam.booked'), as: 'day' },
          { name: 'windowStart', label: t('exam.windowStart'), as: 'day' },
          { name: 'windowEnd', label: t('exam.windowEnd'), as: 'day' },
          { name: 'resultOn', label: t('exam.resultOn'), as: 'day' },
          {
            name: 'tellMe',
            label: t('exam.tellMe'),
            as: 'choice',
            options: options(tellLabels),
          },
          { name: 'plan', label: t('exam.plan'), as: 'text' },
        ]}
        more={[
          { name: 'contactOn', label: t('exam.contactOn'), hint: t('exam.contactHint'), as: 'day' },
          { name: 'eligibleUntil', label: t('exam.eligibleUntil'), as: 'day' },
          {
            name: 'accommodation',
            label: t('exam.accommodation'),
            hint: t('exam.accommodationHint'),
            as: 'choice',
            options: options(accommodationLabels),
          },
          { name: 'goal', label: t('exam.goal'), as: 'choice', options: goalOptions(record) },
          { name: 'practice', label: t('exam.practice'), as: 'days' },
        ]}
        editable={editable}
        adding={adding}
        onAdding={onAdding}
        onAdd={(next) => run(record.id, exams.add, next)}
        onEdit={(id, next, base) => run(record.id, exams.edit, { id, base, next })}
        actions={(exam) =>
          exam.booked !== null &&
          exam.booked <= day && (
            <QuietButton
              name={t('exam.sheetFor', { exam: exam.name })}
              icon={IconFileDescription}
              onClick={() => setAfter(exam)}
            />
          )
        }
      >
        {(exam) => (
          <>
            <Text fw={600} {...((examDay(exam) ?? day) < day ? { c: 'dimmed' } : {})}>
              {exam.name}
            </Text>
            <Text size="sm" c="dimmed">
              {about(exam, goalTitle(record, exam.goal))}
            </Text>
          </>
        )}
      </EditableList>
      {after !== undefined && <AfterExam record={record} onClose={() => setAfter(undefined)} />}
    </>
  )
}
