/** What happens to mentees these days, as lines among what the coach owes: a return, an exam, the day after one. */
import { Group, Text, UnstyledButton } from '@mantine/core'
import {
  IconDoorEnter,
  IconMail,
  IconMessageCircleQuestion,
  IconNotes,
  IconPencilCheck,
  IconSchool,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isToCheck } from '../../../shared/model/caseload/season-date'
import { unsaidConcerns } from '../../../shared/model/record/concern'
import { exams } from '../../../shared/model/record/exam'
import { editMentee } from '../../../shared/model/record/mentee'
import { rotations } from '../../../shared/model/record/placement'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRecord, useRun } from '../../context/vault/session'
import { Icon, type IconShape } from '../../ui/icon'
import { tellLabels } from '../../ui/labels'
import { Tick } from '../../ui/tick'
import { relativeDay, useToday } from '../../ui/when'
import { askedOf, momentWords, useDebrief } from '../mentee/rotation-prompts'

export interface Promised {
  readonly key: string
  /** '' comes before every day. */
  readonly due: string
  readonly line: ReactNode
}

/** What is done somewhere else: opened, not ticked. */
export const ToOpen = ({
  icon,
  what,
  about,
  onOpen,
}: {
  readonly icon: IconShape
  readonly what: string
  readonly about: string
  readonly onOpen: () => void
}) => (
  <UnstyledButton onClick={onOpen}>
    <Group gap={12} wrap="nowrap" align="flex-start" c="var(--act)">
      <Icon of={icon} size="large" />
      <div>
        <Text size="sm">{what}</Text>
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      </div>
    </Group>
  </UnstyledButton>
)

type ExamNow = Today['exams'][number]

/** An exam that is near is to be known of; what comes after it is done, and ticked. */
const ExamLine = ({ record, mentee, item: { what, day, exam } }: ExamNow) => {
  const run = useRun()
  const now = useToday()
  if (what === 'ahead')
    return (
      <ToOpen
        icon={IconPencilCheck}
        what={t('today.examAhead', { mentee, exam: exam.name, day: relativeDay(day, now) })}
        about={t('today.examAheadWhy')}
        onOpen={() => go({ screen: 'mentee', id: record, tab: 'record' })}
      />
    )
  const isResult = what === 'result'
  return (
    <Tick
      label={t(isResult ? 'today.examResult' : 'today.examAfter', { mentee, exam: exam.name })}
      description={[
        relativeDay(day, now),
        isResult &&
          (exam.tellMe === 'not-asked' ? t('exam.askHowToTell') : tellLabels[exam.tellMe]),
      ]
        .filter(Boolean)
        .join(' · ')}
      checked={false}
      onTick={() =>
        run(record, exams.edit, {
          id: exam.id,
          next: isResult ? { resultSeen: true } : { contacted: true },
        })
      }
    />
  )
}

type RotationNow = Today['rotations'][number]

const RotationLine = ({ record, mentee, item }: RotationNow) => {
  const run = useRun()
  const day = useToday()
  const debrief = useDebrief()
  const all = useRecord(record)?.rotations ?? []
  const { what, rotation } = item
  if (what === 'debrief')
    return (
      <ToOpen
        icon={IconNotes}
        what={t('today.debriefRotation', { rotation: rotation.block, mentee })}
        about={t('today.rotationIsOver', { day: relativeDay(rotation.end, day) })}
        onOpen={() => void debrief(record, rotation)}
      />
    )
  return (
    <Tick
      label={t(what === 'ahead' ? 'today.askBeforeRotation' : 'today.askMidRotation', { mentee })}
      description={momentWords(all, item, day)}
      checked={false}
      onTick={() => run(record, rotations.edit, { id: rotation.id, next: askedOf(item) })}
    />
  )
}

type SeasonNow = Today['seasons'][number]

/** A day of the season, with all whom it concerns. One of them is opened; of several, the list. */
const SeasonLine = ({ date: one, mentees }: SeasonNow) => {
  const { title, date } = one
  const day = useToday()
  const [first, another] = mentees
  return (
    <ToOpen
      icon={IconSchool}
      what={isToCheck(one) ? t('season.notChecked', { title }) : title}
      about={[
        date !== null && date > day ? relativeDay(date, day) : t('common.now'),
        mentees.map(({ mentee }) => mentee).join(', '),
      ].join(' · ')}
      onOpen={() =>
        first !== undefined && another === undefined
          ? go({ screen: 'mentee', id: first.record, tab: 'record' })
          : go({ screen: 'caseload' })
      }
    />
  )
}

/** One word to a graduate in their first year; ticked or not, it is not asked for again. */
const GreetingLine = ({
  record,
  mentee,
  since,
}: {
  readonly record: string
  readonly mentee: string
  readonly since: string
}) => {
  const run = useRun()
  const day = useToday()
  return (
    <Tick
      label={t('today.greet', { mentee })}
      description={t('today.greetWhy', { day: relativeDay(since, day) })}
      checked={false}
      onTick={() => run(record, editMentee, { next: { greeted: true } })}
    />
  )
}

export const useEvents = (now: Today): readonly Promised[] => {
  const day = useToday()
  return [
    ...now.exams.map((one) => ({
      key: `${one.item.exam.id}/${one.item.what}`,
      // A result is the mentee's to tell: the coach is never late with it.
      due: one.item.what === 'result' ? day : one.item.day,
      line: <ExamLine {...one} />,
    })),
    ...now.seasons.map((one) => ({
      key: one.date.id,
      // A deadline of theirs, and no promise of the coach's.
      due: one.date.date !== null && one.date.date > day ? one.date.date : day,
      line: <SeasonLine {...one} />,
    })),
    ...now.greetings.map(({ record, mentee, item }) => ({
      key: `${record}/greeting`,
      // Nobody is late with a kind word.
      due: day,
      line: <GreetingLine record={record} mentee={mentee} since={item.since} />,
    })),
    ...now.rotations.map((one) => ({
      key: `${one.item.rotation.id}/${one.item.what}`,
      // A question has its week: nobody is late with it.
      due: one.item.what === 'midway' ? day : one.item.day,
      line: <RotationLine {...one} />,
    })),
    ...now.concerns.map(({ record, mentee, item: { concern, due } }) => ({
      key: `${concern.id}/concern`,
      due,
      line: (
        <ToOpen
          icon={IconMessageCircleQuestion}
          what={
            unsaidConcerns([concern]).length > 0
              ? t('today.sayWhatYouKnow', { mentee })
              : t('today.concernNext', { mentee, concern: concern.what })
          }
          about={relativeDay(due, day)}
          onOpen={() => go({ screen: 'mentee', id: record, tab: 'record' })}
        />
      ),
    })),
    ...now.letters.map(({ record, mentee, item }) => ({
      key: item.id,
      // It waits for them, and nobody is late with it.
      due: day,
      line: (
        <ToOpen
          icon={IconMail}
          what={t('today.letterToOpen', { mentee })}
          about={t('today.letterToOpenWhy', { day: relativeDay(item.writtenOn, day) })}
          onOpen={() => go({ screen: 'mentee', id: record, tab: 'record' })}
        />
      ),
    })),
    ...now.returns.map(({ record, mentee, item }) => ({
      key: item.id,
      due: item.end ?? '9',
      line: (
        <ToOpen
          icon={IconDoorEnter}
          what={t('today.backFromLeave', { mentee })}
          about={t('today.leaveEnds', { day: relativeDay(item.end ?? day, day) })}
          onOpen={() => go({ screen: 'mentee', id: record, tab: 'overview' })}
        />
      ),
    })),
  ]
}
