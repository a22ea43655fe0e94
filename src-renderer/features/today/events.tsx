/** What happens to mentees these days, as lines among what the coach owes: a return, an exam, the day after one. */
import { Group, Text, UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCalendarHeart,
  IconDoorEnter,
  IconFlag,
  IconMail,
  IconMessageCircleQuestion,
  IconPencilCheck,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { markContact } from '../../../shared/model/record/after-care'
import { unsaidConcerns } from '../../../shared/model/record/concern'
import { exams } from '../../../shared/model/record/exam'
import { pairings } from '../../../shared/model/record/pairing'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRun } from '../../context/vault/session'
import { Icon, type IconShape } from '../../ui/icon'
import { tellLabels } from '../../ui/labels'
import { Tick } from '../../ui/tick'
import { relativeDay, useToday } from '../../ui/when'

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
const PairingLine = ({ record, mentee, item: { what, day, pairing } }: PairingNow) => {
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
const AfterCareLine = ({ record, mentee, item: { id, step, due } }: Today['afterCare'][number]) => {
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

export const useEvents = (now: Today): readonly Promised[] => {
  const day = useToday()
  return [
    ...now.exams.map((one) => ({
      key: `${one.item.exam.id}/${one.item.what}`,
      // A result is the mentee's to tell: the coach is never late with it.
      due: one.item.what === 'result' ? day : one.item.day,
      line: <ExamLine {...one} />,
    })),
    ...now.pairings.map((one) => ({
      key: `${one.item.pairing.id}/${one.item.what}`,
      // The message is due at once, and the question when they next talk.
      due: one.item.what === 'message' ? one.item.day : day,
      line: <PairingLine {...one} />,
    })),
    ...now.anniversaries.map(({ record, mentee, item }) => ({
      key: `${item.id}/anniversary`,
      due: item.day,
      line: (
        <ToOpen
          icon={IconCalendarHeart}
          what={t('today.anniversary', { mentee, count: item.years, what: item.title })}
          about={relativeDay(item.day, day)}
          onOpen={() => go({ screen: 'mentee', id: record, tab: 'overview' })}
        />
      ),
    })),
    ...now.afterCare.map((one) => ({
      key: `${one.item.id}/${one.item.step}`,
      due: one.item.due,
      line: <AfterCareLine {...one} />,
    })),
    ...(now.policy === null
      ? []
      : [
          {
            key: 'policy',
            due: now.policy,
            line: (
              <ToOpen
                icon={IconFlag}
                what={t('today.reviewPolicy')}
                about={relativeDay(now.policy, day)}
                onOpen={() => go({ screen: 'settings', section: 'policy' })}
              />
            ),
          },
        ]),
    ...now.roles.map(({ record, mentee }) => ({
      key: `${record}/roles`,
      due: day,
      line: (
        <ToOpen
          icon={IconAlertTriangle}
          what={t('today.rolesStillTrue', { mentee })}
          about={t('today.rolesWhy')}
          onOpen={() => go({ screen: 'mentee', id: record, tab: 'overview' })}
        />
      ),
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
