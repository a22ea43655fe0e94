/** One line each of what happens to mentees these days (events.tsx). */
import { Group, Text, UnstyledButton } from '@mantine/core'
import {
  IconMail,
  IconNotes,
  IconPencilCheck,
  IconPhoneOutgoing,
  IconRoute,
  IconSchool,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isToCheck } from '../../../shared/model/caseload/season-date'
import { markContact } from '../../../shared/model/record/after-care'
import { exams } from '../../../shared/model/record/exam'
import { markLeaveContact } from '../../../shared/model/record/leave'
import { editMentee } from '../../../shared/model/record/mentee'
import { pairings } from '../../../shared/model/record/pairing'
import { rotations } from '../../../shared/model/record/placement'
import type { ClassAhead } from '../../../shared/views/class-path'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRecord, useRun } from '../../context/vault/session'
import { tellLabels } from '../../ui/event-labels'
import { Icon, type IconShape } from '../../ui/icon'
import { Tick } from '../../ui/tick'
import { byWhen, relativeDay, useToday } from '../../ui/when'
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

type PairingNow = Today['pairings'][number]

/** A first message is written where its text is; how the pairing fits is asked, and ticked. */
export const PairingLine = ({ record, mentee, item: { what, day, pairing } }: PairingNow) => {
  const run = useRun()
  const now = useToday()
  if (what === 'message')
    return (
      <ToOpen
        icon={IconMail}
        what={t('today.firstMessage', { mentee })}
        about={t('paired.when', { when: relativeDay(day, now) })}
        onOpen={() => go({ screen: 'mentee', id: record, tab: 'overview' })}
      />
    )
  return (
    <Tick
      label={t('today.askFit', { mentee })}
      description={t('paired.when', { when: relativeDay(pairing.pairedOn, now) })}
      checked={false}
      onTick={() => run(record, pairings.edit, { id: pairing.id, next: { fitOn: now } })}
    />
  )
}

/** Says no more than whom and when: the screen may be seen by others. */
export const AfterCareLine = ({
  record,
  mentee,
  item: { id, step, due },
}: Today['afterCare'][number]) => {
  const run = useRun()
  const now = useToday()
  return (
    <Tick
      label={t('today.beInTouch', { mentee })}
      description={relativeDay(due, now)}
      checked={false}
      onTick={() => run(record, markContact, { id, step, today: now })}
    />
  )
}

/** As little as the line above: the record itself says what the call is about. */
export const ToTellLine = ({ record, mentee, item: { id, by, time } }: Today['toTell'][number]) => (
  <ToOpen
    icon={IconPhoneOutgoing}
    what={t('today.callToMake', { mentee })}
    about={byWhen(by, time, useToday())}
    onOpen={() => go({ screen: 'mentee', id: record, tab: 'record', item: id })}
  />
)

type ExamNow = Today['exams'][number]

/** An exam that is near is to be known of; what comes after it is done, and ticked. */
export const ExamLine = ({ record, mentee, item: { what, day, exam } }: ExamNow) => {
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

/** In the way that they wished, on the day that was agreed. */
export const LeaveContactLine = ({
  record,
  mentee,
  item: { leave, day },
}: Today['leaveContacts'][number]) => {
  const run = useRun()
  const now = useToday()
  return (
    <Tick
      label={t('today.leaveContact', { mentee })}
      description={[relativeDay(day, now), leave.contact].filter(Boolean).join(' · ')}
      checked={false}
      onTick={() => run(record, markLeaveContact, { id: leave.id, day })}
    />
  )
}

type RotationNow = Today['rotations'][number]

export const RotationLine = ({ record, mentee, item }: RotationNow) => {
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
export const SeasonLine = ({ date: one, mentees }: SeasonNow) => {
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

/** What a class comes to next, with what to ask of those whom it concerns. One of them is opened; of several, the list. */
export const PathLine = ({ one, mentees }: ClassAhead) => {
  const { classYear, title, date, questions } = one
  const day = useToday()
  const [first, another] = mentees
  return (
    <ToOpen
      icon={IconRoute}
      what={t('path.classComesTo', { class: classYear, title })}
      about={[
        relativeDay(date, day),
        t('count.mentee', { count: mentees.length }),
        ...questions.slice(0, 1),
      ].join(' · ')}
      onOpen={() =>
        first !== undefined && another === undefined
          ? go({ screen: 'mentee', id: first, tab: 'overview' })
          : go({ screen: 'caseload' })
      }
    />
  )
}

/** One word to a graduate in their first year; ticked or not, it is not asked for again. */
export const GreetingLine = ({
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
