import {
  IconAlertTriangle,
  IconCalendarHeart,
  IconDoorEnter,
  IconFlag,
  IconHistory,
  IconMail,
  IconMessageCircleQuestion,
} from '@tabler/icons-react'
import { unsaidConcerns } from '../../../shared/model/record/concern'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { relativeDay, useToday } from '../../ui/when'

import {
  AfterCareLine,
  ExamLine,
  GreetingLine,
  LeaveContactLine,
  PairingLine,
  PathLine,
  type Promised,
  RotationLine,
  SeasonLine,
  ToOpen,
  ToTellLine,
} from './event-lines'

/** What asks something of the coach, more than of the mentee. */
const forTheCoach = (now: Today, day: string): readonly Promised[] => [
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
  ...now.toTell.map((one) => ({
    key: `${one.item.id}/tell`,
    due: one.item.by < day ? one.item.by : day,
    line: <ToTellLine {...one} />,
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
  ...now.lookBacks.map(({ id, title }) => ({
    key: `${id}/look-back`,
    // Owed to nobody: it is never overdue.
    due: day,
    line: (
      <ToOpen
        icon={IconHistory}
        what={t('today.lookBack', { goal: title })}
        about={t('today.lookBackWhy')}
        onOpen={() => go({ screen: 'my-coaching' })}
      />
    ),
  })),
  ...now.recusals.map(({ record, mentee, item }) => ({
    key: `${item.id}/recusal`,
    due: item.date,
    line: (
      <ToOpen
        icon={IconAlertTriangle}
        what={t('today.recuse', { mentee })}
        about={t('today.recuseWhy')}
        onOpen={() => go({ screen: 'mentee', id: record, tab: 'overview' })}
      />
    ),
  })),
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
]

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
    ...now.path.map((one) => ({
      key: `${one.one.id}/path`,
      // The class's day, and no promise of the coach's.
      due: one.one.date,
      line: <PathLine {...one} />,
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
    ...forTheCoach(now, day),
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
    ...now.leaveContacts.map((one) => ({
      key: `${one.item.leave.id}/contact`,
      due: one.item.day,
      line: <LeaveContactLine {...one} />,
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
