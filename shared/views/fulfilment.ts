/** What was recorded inside a REACH week's dates and could fulfil a component: offered as a link, never set by itself. */

import { kept } from '../crdt/kind'
import type { RecordProjection } from '../model/projection'
import { newestFeedback } from '../model/record/feedback'
import type { GroupSession } from '../model/record/group-session'
import type { ChecklistItem, Component, ReachWeek } from '../model/record/reach'
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

export const offersFor = (
  record: RecordProjection,
  week: ReachWeek,
  groups: readonly GroupSession[],
): Offers => {
  const inside = (date: string): boolean => week.start <= date && date <= week.end
  const reflection = kept(record.reflections).find(({ date }) => inside(date))
  const session = kept(record.sessions).find(
    ({ date, status }) => status === 'held' && inside(date),
  )
  const group = kept(groups).find(
    ({ date, status, present }) => status === 'held' && inside(date) && present.includes(record.id),
  )
  const goal = record.goalMoves.find(({ date }) => inside(date))
  const checkIn = kept(record.checkIns).find(({ date }) => inside(date))
  const plan = kept(record.learningPlans).find(({ date }) => inside(date))
  const prep = kept(record.preps).find(({ date }) => inside(date))
  const brought = newestFeedback(record.feedback, inside)
  const shared = kept(record.copies).find(
    ({ date, visibility }) => visibility === 'shared' && inside(date),
  )
  const next = kept(record.sessions).find(
    ({ status, date }) => status === 'planned' && date > week.end,
  )
  const held =
    session !== undefined
      ? { link: `sessions/${session.id}`, title: t('reachOffer.session'), date: session.date }
      : group !== undefined
        ? {
            link: `groupSessions/${group.id}`,
            title: t('reachOffer.groupSession'),
            date: group.date,
          }
        : undefined
  return {
    ...(reflection === undefined
      ? {}
      : {
          reflection: {
            link: `reflections/${reflection.id}`,
            title: reflection.prompt || firstWords(reflection) || t('reachOffer.reflection'),
          },
        }),
    ...(plan === undefined
      ? {}
      : {
          education: {
            link: `learningPlans/${plan.id}`,
            title: plan.term || t('reachOffer.learningPlan'),
          },
        }),
    ...(brought !== undefined
      ? {
          assessment: {
            link: `feedback/${brought.id}`,
            title: t('reachOffer.feedback'),
            date: brought.date,
          },
        }
      : prep === undefined || prep.feedback === ''
        ? {}
        : { assessment: { link: `preps/${prep.id}`, title: t('reachOffer.feedback') } }),
    ...(held === undefined ? {} : { coaching: held, held }),
    ...(checkIn === undefined
      ? {}
      : { health: { link: `checkIns/${checkIn.id}`, title: t('reachOffer.checkIn') } }),
    ...(prep === undefined
      ? {}
      : { prep: { link: `preps/${prep.id}`, title: t('reachOffer.prepForm') } }),
    ...(shared === undefined
      ? {}
      : { summary: { link: `copies/${shared.id}`, title: shared.title } }),
    ...(goal === undefined
      ? {}
      : { goals: { link: `goals/${goal.goal}`, title: t('reachOffer.goalsChanged') } }),
    ...(next === undefined
      ? {}
      : {
          'next-date': {
            link: `sessions/${next.id}`,
            title: t('reachOffer.nextSession'),
            date: next.date,
          },
        }),
  }
}
