/** What happens to mentees these days, as lines among what the coach owes: a return, an exam, the day after one. */
import { Group, Text, UnstyledButton } from '@mantine/core'
import {
  IconDoorEnter,
  IconMail,
  IconMessageCircleQuestion,
  IconPencilCheck,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { unsaidConcerns } from '../../../shared/model/record/concern'
import { exams } from '../../../shared/model/record/exam'
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
