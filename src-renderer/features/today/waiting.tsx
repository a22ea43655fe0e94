/**
 * What was promised: what the coach owes, the overdue first and marked, and apart from it what mentees said they would
 * do.
 */
import { Text } from '@mantine/core'
import { IconFileText, IconHeartHandshake } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { isOverdue } from '../../../shared/model/record/action-item'
import { referrals } from '../../../shared/model/record/referral'
import { sessions } from '../../../shared/model/record/session'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { useRecord, useRun } from '../../context/vault/session'
import { Section } from '../../ui/section'
import { ShowAll } from '../../ui/show-all'
import { Tick } from '../../ui/tick'
import { relativeDay, useToday } from '../../ui/when'
import { SupportOffer } from '../check-ins/support-offer'
import { ActionLine } from '../sessions/action-list'
import { type Promised, ToOpen } from './event-lines'
import { useEvents } from './events'
import classes from './today-screen.module.css'

/** More than this many of each side wait behind a button. */
const MOST_SHOWN = 8
/** Whatever is overdue is shown, as long as it can be read: someone who was away for months has a page of it. */
const MOST_OVERDUE = 20

/** How much waits. */
export const waitingIn = (now: Today): number =>
  now.actions.length +
  now.followUps.length +
  now.referrals.length +
  now.reviews.length +
  now.returns.length +
  now.leaveContacts.length +
  now.exams.length +
  now.rotations.length +
  now.seasons.length +
  now.path.length +
  now.greetings.length +
  now.pairings.length +
  now.roles.length +
  now.anniversaries.length +
  now.afterCare.length +
  now.toTell.length +
  (now.policy === null ? 0 : 1) +
  now.lookBacks.length +
  now.concerns.length +
  now.recusals.length +
  now.letters.length +
  now.support.length

/** What the coach owes, by when it is due. */
const useMine = (now: Today, offer: (record: string) => void): readonly Promised[] => {
  const run = useRun()
  const day = useToday()
  return [
    ...now.support.map(({ record, mentee, item }) => ({
      key: `support/${record}`,
      due: '',
      line: (
        <ToOpen
          icon={IconHeartHandshake}
          what={t('today.offerSupport', { mentee })}
          about={t('today.since', { day: relativeDay(item.since, day) })}
          onOpen={() => offer(record)}
        />
      ),
    })),
    // What is late stands above the day (late-promises.tsx).
    ...now.actions
      .filter(({ item }) => item.whose === 'coach' && !isOverdue(item, day))
      .map(({ record, mentee, item }) => ({
        key: item.id,
        due: item.due ?? '9',
        line: <ActionLine recordId={record} item={item} of={mentee} />,
      })),
    ...now.followUps.map(({ record, mentee, item }) => ({
      key: `${item.id}/follow-up`,
      due: item.followUp ?? '9',
      line: (
        <Tick
          label={t('today.followUpSession', { topic: item.followUpNote || t('today.theSession') })}
          description={`${mentee} · ${relativeDay(item.followUp ?? day, day)}`}
          checked={false}
          onTick={() => run(record, sessions.edit, { id: item.id, next: { followUpDone: true } })}
        />
      ),
    })),
    ...now.referrals.map(({ record, mentee, item }) => ({
      key: item.id,
      due: item.followUp ?? '9',
      line: (
        <Tick
          label={t('today.followUpReferral', { service: item.resource })}
          description={t('today.referralDue', {
            mentee,
            day: relativeDay(item.followUp ?? day, day),
          })}
          checked={false}
          onTick={() => run(record, referrals.edit, { id: item.id, next: { followUpDone: true } })}
        />
      ),
    })),
    ...now.reviews.map(({ record, mentee, item }) => ({
      key: item.id,
      due: item.due,
      line: (
        <ToOpen
          icon={IconFileText}
          what={t('today.reviewAgreement', { mentee })}
          about={relativeDay(item.due, day)}
          onOpen={() => go({ screen: 'mentee', id: record, tab: 'record' })}
        />
      ),
    })),
    ...useEvents(now),
  ].sort((a, b) => a.due.localeCompare(b.due))
}

const each = (some: readonly Promised[]): readonly ReactNode[] =>
  some.map(({ key, line }) => <div key={key}>{line}</div>)

/** The lines of one side, what is overdue marked; the rest of many behind a button. */
const Lines = ({
  lines,
  late = 0,
}: {
  readonly lines: readonly Promised[]
  /** How many of them, at the head, are overdue promises of the coach's own. */
  readonly late?: number
}) => {
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, Math.max(MOST_SHOWN, Math.min(late, MOST_OVERDUE)))
  return (
    <>
      {late > 0 && <div className={classes.late}>{each(shown.slice(0, late))}</div>}
      {each(shown.slice(late))}
      {shown.length < lines.length && <ShowAll count={lines.length} onShow={() => setAll(true)} />}
    </>
  )
}

export const Waiting = ({
  now,
  hidden,
}: {
  readonly now: Today
  /** How many more there are that a screen which others look at does not show. */
  readonly hidden: number
}) => {
  const day = useToday()
  /** The mentee whom support is offered to just now. */
  const [offering, setOffering] = useState<string>()
  const offered = useRecord(offering ?? '')
  const lines = useMine(now, setOffering)
  const late = lines.filter(({ due }) => due < day).length
  return (
    <Section
      dense
      title={t('today.waitingTitle')}
      action={
        late > 0 && (
          <Text size="sm" c="var(--care)">
            {t('today.overdue', { count: late })}
          </Text>
        )
      }
    >
      {lines.length === 0 && hidden === 0 && (
        <Text size="sm" c="dimmed">
          {t('today.nothingDue')}
        </Text>
      )}
      {hidden > 0 && <HiddenLine>{t('presenting.thing', { count: hidden })}</HiddenLine>}
      <Lines lines={lines} late={late} />
      {offered !== undefined && (
        <SupportOffer record={offered} opened="later" onClose={() => setOffering(undefined)} />
      )}
    </Section>
  )
}

/** What mentees said they would do: to be asked about, not to be done. */
export const Theirs = ({ now }: { readonly now: Today }) => {
  const lines = now.actions
    .filter(({ item }) => item.whose !== 'coach')
    .map(({ record, mentee, item }) => ({
      key: item.id,
      due: item.due ?? '9',
      line: <ActionLine recordId={record} item={item} of={mentee} />,
    }))
  return lines.length === 0 ? null : (
    <Section dense title={t('today.theirs')}>
      <Lines lines={lines} />
    </Section>
  )
}
