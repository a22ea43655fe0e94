/** Reports to one mentee: what each says, and from which items. */
import { type Given, given, leaving, meetings, programFacts } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { schoolYearWords } from '../model/record/enrolment'
import { isScored, latest } from '../model/record/goal'
import { displayName } from '../model/record/mentee'
import { frameworkOf } from '../model/record/reflection'
import { t } from '../words/words'
import {
  footOf,
  headingWith,
  headOf,
  type Period,
  periodWords,
  type ReportWords,
  within,
} from './frame'
import { goalsOfPeriod } from './goals-of-period'
import { type Report, type ReportBlock, texts } from './report'

const goalBlock = (goal: Given<'goals'>, words: ReportWords): ReportBlock => {
  const done = goal.milestones.filter(({ doneOn }) => doneOn !== null).length
  const last = latest(goal.progress)
  return {
    kind: 'item',
    title: goal.title,
    about: [
      words.goalStatus[goal.status],
      words.category[goal.category],
      goal.targetDate === null ? '' : t('report.goalBy', { day: words.day(goal.targetDate) }),
    ]
      .filter(Boolean)
      .join(' · '),
    texts: texts(
      [t('report.reason'), goal.why],
      [t('report.measure'), goal.measure],
      [
        t('report.milestones'),
        goal.milestones.length === 0
          ? ''
          : t('report.milestonesDone', { done, total: goal.milestones.length }),
      ],
      [
        t('report.progress'),
        last === undefined
          ? ''
          : !isScored(goal)
            ? last.comment
            : last.comment === ''
              ? t('report.progressOn', { rating: last.score, day: words.day(last.date) })
              : t('report.progressOnWith', {
                  rating: last.score,
                  day: words.day(last.date),
                  comment: last.comment,
                }),
      ],
      [t('report.closingReflection'), goal.closing],
    ),
  }
}

const reflectionBlock = (
  reflection: Given<'reflections'>,
  vault: VaultProjection,
  words: ReportWords,
): ReportBlock => {
  const framework = frameworkOf(reflection.framework, vault.frameworks)
  return {
    kind: 'item',
    title: reflection.prompt || framework.title,
    about: words.day(reflection.date),
    texts: texts(
      ...framework.sections.map(
        ({ id, title }) =>
          [framework.sections.length === 1 ? '' : title, reflection.sections[id] ?? ''] as const,
      ),
    ),
  }
}

/** For the mentee: goals, shared reflections, what was agreed, meetings and REACH. Never anything private. */
export const progressSummary = (
  record: RecordProjection,
  vault: VaultProjection,
  period: Period,
  words: ReportWords,
): Report => {
  const going = leaving(record, 'mentee-summary')
  const facts = programFacts(record, vault, period.from, period.to)
  const met = meetings(record, vault.groupSessions).filter(({ date }) => within(period, date))
  const open = given(going, 'actionItems').filter(
    ({ agreedOn, doneOn }) => agreedOn <= period.to && (doneOn === null || doneOn > period.to),
  )
  const year = schoolYearWords(record, period.to, vault.settings.turnover)
  return {
    ...headOf(
      vault,
      t('report.progressSummaryOf', { mentee: displayName(record.mentee) }),
      [year, periodWords(period, words)].filter(Boolean).join(' · '),
    ),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('report.sessionsAttended'), String(met.length)],
          [
            t('report.reachWeeksCompleted'),
            t('report.weeksDone', {
              done: facts.reachWeeksDone,
              begun: facts.reachWeeksBegun,
            }),
          ],
        ],
      },
      ...headingWith(
        t('report.goals'),
        goalsOfPeriod(given(going, 'goals'), record.goalMoves, period).map((goal) =>
          goalBlock(goal, words),
        ),
      ),
      ...headingWith(
        t('report.agreedAndOpen'),
        open.length === 0
          ? []
          : [
              {
                kind: 'list',
                items: open.map(({ what, due }) =>
                  due === null ? what : t('report.itemBy', { item: what, day: words.day(due) }),
                ),
              },
            ],
      ),
      ...headingWith(
        t('report.sharedReflections'),
        given(going, 'reflections')
          .filter(({ date }) => within(period, date))
          .map((one) => reflectionBlock(one, vault, words)),
      ),
      ...headingWith(
        t('report.sharedNotes'),
        given(going, 'copies')
          .filter(({ date, visibility }) => within(period, date) && visibility === 'shared')
          .map(({ title, text, date }) => ({
            kind: 'item',
            title,
            about: words.day(date),
            texts: texts(['', text]),
          })),
      ),
      ...headingWith(
        t('report.sessions'),
        met.length === 0
          ? []
          : [
              {
                kind: 'table',
                head: [t('common.date'), t('common.kind')],
                rows: met.map(({ date, kind }) => [
                  words.day(date),
                  words.sessionKind[kind] ?? kind,
                ]),
              },
            ],
      ),
    ],
    foot: footOf([record], 'mentee-summary', words),
  }
}

/** For the graduate to keep: four years of goals and reflections, year by year, in the order in which they came. */
export const growthBook = (
  record: RecordProjection,
  vault: VaultProjection,
  words: ReportWords,
): Report => {
  const going = leaving(record, 'mentee-summary')
  const dated = [
    ...given(going, 'goals').map((goal) => ({
      date:
        record.goalMoves.find((move) => move.goal === goal.id)?.date ?? goal.createdAt.slice(0, 10),
      block: goalBlock(goal, words),
    })),
    ...given(going, 'reflections').map((one) => ({
      date: one.date,
      block: reflectionBlock(one, vault, words),
    })),
    ...given(going, 'copies')
      .filter(({ visibility }) => visibility === 'shared')
      .map(({ title, text, date }) => ({
        date,
        block: { kind: 'item', title, about: words.day(date), texts: texts(['', text]) } as const,
      })),
  ].sort((a, b) => a.date.localeCompare(b.date))
  const yearOfDay = (day: string): string =>
    schoolYearWords(record, day, vault.settings.turnover) || day.slice(0, 4)
  const years = [...new Set(dated.map(({ date }) => yearOfDay(date)))]
  return {
    ...headOf(
      vault,
      t('report.growthBookOf', { mentee: displayName(record.mentee) }),
      t('report.growthBookIntro'),
    ),
    blocks: years.flatMap((year) =>
      headingWith(
        year,
        dated.filter(({ date }) => yearOfDay(date) === year).map(({ block }) => block),
      ),
    ),
    foot: footOf([record], 'mentee-summary', words),
  }
}
