/** What was recorded inside a REACH week's dates and could fulfil a component: offered as a link, never set by itself. */

import { addDays } from '../base/day'
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { newestFeedback } from '../model/record/feedback'
import type { GroupSession } from '../model/record/group-session'
import {
  type ChecklistItem,
  type Component,
  markOf,
  type ReachWeek,
  type SeenItem,
} from '../model/record/reach'
import { firstWords } from '../model/record/reflection'
import { t } from '../words/words'

export interface Offer {
  /** `kind/id` of the item. */
  readonly link: string
  /** What it is, or its own title. */
  readonly title: string
  readonly date?: string
}

export type Offers = Readonly<Partial<Record<Component | ChecklistItem, Offer>>>

/** A reflection counts that is written this long before the week or after it. */
const AROUND_DAYS = 14

type Inside = (day: string) => boolean
const within =
  ({ start, end }: Pick<ReachWeek, 'start' | 'end'>): Inside =>
  (day) =>
    start <= day && day <= end

/** Education: how they learn. A plan for it, a look at how their goals go, or an exam they plan or practice for. */
const educationIn = (record: RecordProjection, inside: Inside): Offer | undefined => {
  const plan = kept(record.learningPlans).find(({ date }) => inside(date))
  if (plan !== undefined)
    return { link: `learningPlans/${plan.id}`, title: plan.term || t('reachOffer.learningPlan') }
  const exam = kept(record.exams).find(
    ({ plan, practice, createdAt }) =>
      practice.some(inside) || (plan.trim() !== '' && inside(createdAt.slice(0, 10))),
  )
  if (exam !== undefined)
    return { link: `exams/${exam.id}`, title: t('reachOffer.examPlan', { exam: exam.name }) }
  const prep = kept(record.preps).find(
    ({ date, progress }) => inside(date) && Object.keys(progress).length > 0,
  )
  return prep && { link: `preps/${prep.id}`, title: t('reachOffer.goalProgress'), date: prep.date }
}

/** Assessment: feedback that they brought, as such or in their form. */
const assessmentIn = (record: RecordProjection, inside: Inside): Offer | undefined => {
  const brought = newestFeedback(record.feedback, inside)
  const title = t('reachOffer.feedback')
  if (brought !== undefined) return { link: `feedback/${brought.id}`, title, date: brought.date }
  const prep = kept(record.preps).find(({ date, feedback }) => inside(date) && feedback !== '')
  return prep && { link: `preps/${prep.id}`, title }
}

const isHeld = ({ status }: { readonly status: string }): boolean => status === 'held'

const oneOnOneIn = (record: RecordProjection, inside: Inside): Offer | undefined => {
  const session = kept(record.sessions).find((one) => isHeld(one) && inside(one.date))
  return (
    session && {
      link: `sessions/${session.id}`,
      title: t('reachOffer.session'),
      date: session.date,
    }
  )
}

const heldIn = (
  record: RecordProjection,
  inside: Inside,
  groups: readonly GroupSession[],
): Offer | undefined => {
  const session = oneOnOneIn(record, inside)
  if (session !== undefined) return session
  const group = kept(groups).find(
    (one) => isHeld(one) && inside(one.date) && one.present.includes(record.id),
  )
  return (
    group && {
      link: `groupSessions/${group.id}`,
      title: t('reachOffer.groupSession'),
      date: group.date,
    }
  )
}

/**
 * Health and well-being has no offer: it is done when it was offered. What came of that stays between the mentee and the
 * coach, so not even a check-in of that week is pointed to.
 */
export const offersFor = (
  record: RecordProjection,
  week: ReachWeek,
  { groupSessions, settings }: Pick<VaultProjection, 'groupSessions' | 'settings'>,
): Offers => {
  const inside = within(week)
  // Reflection is the mentee's: what the coach wrote about them does not do it for them. Some write early or late.
  const near = within({
    start: addDays(week.start, -AROUND_DAYS),
    end: addDays(week.end, AROUND_DAYS),
  })
  const theirs = kept(record.reflections).filter(({ provenance }) => provenance === 'mentee')
  const reflection =
    theirs.find(({ date }) => inside(date)) ?? theirs.find(({ date }) => near(date))
  const prep = kept(record.preps).find(({ date }) => inside(date))
  const shared = kept(record.copies).find(
    ({ date, visibility }) => visibility === 'shared' && inside(date),
  )
  const all: Readonly<Partial<Record<keyof Offers, Offer | undefined>>> = {
    reflection: reflection && {
      link: `reflections/${reflection.id}`,
      title: reflection.prompt || firstWords(reflection) || t('reachOffer.reflection'),
    },
    education: educationIn(record, inside),
    assessment: assessmentIn(record, inside),
    coaching:
      settings.groupCoaching === 'counts'
        ? heldIn(record, inside, groupSessions)
        : oneOnOneIn(record, inside),
    prep: prep && { link: `preps/${prep.id}`, title: t('reachOffer.prepForm') },
    summary: shared && { link: `copies/${shared.id}`, title: shared.title },
  }
  return Object.fromEntries(Object.entries(all).filter(([, offer]) => offer !== undefined))
}

export interface Seen {
  readonly done: boolean
  /** What shows it, or nothing where an earlier mark says so. */
  readonly what: Offer | undefined
}

/**
 * What a week's record says by itself: whether a session was held, goals were looked at, and a next date stands. These
 * were marks once; what was marked done or excused then stays so.
 */
export const seenIn = (
  record: RecordProjection,
  week: ReachWeek,
  groups: readonly GroupSession[],
): Readonly<Record<SeenItem, Seen>> => {
  const inside = within(week)
  const move = record.goalMoves.find(({ date }) => inside(date))
  const next = kept(record.sessions).find(
    ({ status, date }) => status === 'planned' && date > week.end,
  )
  const seen = (part: SeenItem, what: Offer | undefined): Seen => ({
    what,
    done:
      what !== undefined ||
      ['done', 'excused'].includes(markOf(record.reachMarks, week.id, part).mark),
  })
  return {
    held: seen('held', heldIn(record, inside, groups)),
    goals: seen(
      'goals',
      move && { link: `goals/${move.goal}`, title: t('reachOffer.goalsChanged'), date: move.date },
    ),
    'next-date': seen(
      'next-date',
      next && {
        link: `sessions/${next.id}`,
        title: t('reachOffer.nextSession'),
        date: next.date,
      },
    ),
  }
}
