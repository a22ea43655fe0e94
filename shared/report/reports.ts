/** The reports a coach gives away or keeps: what each says, to whom, and from which items. */
import { academicYear, yearLabel } from '../model/academic-year'
import { latest } from '../model/goal'
import { kept } from '../model/kind'
import { type Audience, classesBehind, type Leaving, leaving, meetings, programFacts } from '../model/leaving'
import { displayName } from '../model/mentee'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { COMPONENTS, markOf, type ReachWeek, weekStatus } from '../model/reach'
import { frameworkOf, type Reflection } from '../model/reflection'
import type { Visibility } from '../model/visibility'
import { t } from '../words'
import { type Report, type ReportBlock, texts } from './report'

export interface Period {
  readonly from: string
  readonly to: string
}

/** How days and the model's values are said; the app's words, given by whoever shows the report. */
export interface ReportWords {
  readonly day: (day: string) => string
  readonly goalStatus: Readonly<Record<string, string>>
  readonly category: Readonly<Record<string, string>>
  readonly component: Readonly<Record<string, string>>
  readonly mark: Readonly<Record<string, string>>
  readonly sessionKind: Readonly<Record<string, string>>
  readonly visibility: Readonly<Record<Visibility, string>>
}

type Item<Kind extends 'goals' | 'reflections' | 'actionItems' | 'copies' | 'learningPlans'> =
  RecordProjection[Kind][number]

const of = <Kind extends 'goals' | 'reflections' | 'actionItems' | 'copies' | 'learningPlans'>(
  { items }: Leaving,
  kind: Kind,
): readonly Item<Kind>[] =>
  items.filter((one) => one.kind === kind).map(({ item }) => item as unknown as Item<Kind>)

const within = ({ from, to }: Period, day: string): boolean => from <= day && day <= to

/** What stayed, by class and never by number or content; of an escalation nothing is said, not even that there is one. */
const footOf = (
  records: readonly RecordProjection[],
  audience: Audience,
  words: ReportWords,
): readonly string[] => {
  const classes = [...new Set(records.flatMap((record) => classesBehind(record, audience)))]
  return [
    classes.length === 0
      ? t('reports.nothingWasLeftOut')
      : t('reports.leftOutByClassValue', {
          value: classes.map((one) => words.visibility[one].toLowerCase()).join(', '),
        }),
    ...(audience === 'program' ? [] : [t('reports.noNumberOfACheckIn')]),
  ]
}

const headingWith = (text: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', text }, ...blocks]

const goalBlock = (goal: Item<'goals'>, words: ReportWords): ReportBlock => {
  const done = goal.milestones.filter(({ doneOn }) => doneOn !== null).length
  const last = latest(goal.progress)
  return {
    kind: 'item',
    title: goal.title,
    about: [
      words.goalStatus[goal.status],
      words.category[goal.category],
      goal.targetDate === null ? '' : t('reports.byValue', { value: words.day(goal.targetDate) }),
    ]
      .filter(Boolean)
      .join(' · '),
    texts: texts(
      [t('reports.whyItMatters'), goal.why],
      [t('reports.howWeWillKnow'), goal.measure],
      [
        t('reports.milestones'),
        goal.milestones.length === 0
          ? ''
          : t('reports.doneOfNumberDone', { done, number: goal.milestones.length }),
      ],
      [
        t('reports.progress'),
        last === undefined
          ? ''
          : t('reports.scoreOf10OnValueValue2', {
              score: last.score,
              value: words.day(last.date),
              value2: last.comment === '' ? '' : `: ${last.comment}`,
            }),
      ],
      [t('reports.closingReflection'), goal.closing],
    ),
  }
}

const reflectionBlock = (reflection: Reflection, vault: VaultProjection, words: ReportWords): ReportBlock => {
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

const headOf = (vault: VaultProjection, title: string, subtitle: string) => ({
  title,
  subtitle,
  letterhead: vault.settings.letterhead,
})

const periodWords = ({ from, to }: Period, words: ReportWords): string =>
  t('reports.valueToValue2', { value: words.day(from), value2: words.day(to) })

/** For the mentee: goals, shared reflections, what was agreed, meetings and REACH. Never anything private. */
export const progressSummary = (
  record: RecordProjection,
  vault: VaultProjection,
  period: Period,
  words: ReportWords,
): Report => {
  const given = leaving(record, 'mentee-summary')
  const facts = programFacts(record, kept(vault.reachWeeks), period.from, period.to)
  const met = meetings(record, vault.groupSessions).filter(({ date }) => within(period, date))
  const open = of(given, 'actionItems').filter(({ doneOn }) => doneOn === null)
  const year = yearLabel(record.mentee.classYear, period.to, vault.settings.turnover)
  return {
    ...headOf(
      vault,
      t('reports.progressSummaryMentee', { mentee: displayName(record.mentee) }),
      [year, periodWords(period, words)].filter(Boolean).join(' · '),
    ),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('reports.sessionsAttended'), String(met.length)],
          [
            t('reports.reachWeeksCompleted'),
            t('reports.reachweeksdoneOfReachweeksbegun', {
              reachWeeksDone: facts.reachWeeksDone,
              reachWeeksBegun: facts.reachWeeksBegun,
            }),
          ],
        ],
      },
      ...headingWith(
        t('reports.goals'),
        of(given, 'goals').map((goal) => goalBlock(goal, words)),
      ),
      ...headingWith(
        t('reports.agreedAndOpen'),
        open.length === 0
          ? []
          : [
              {
                kind: 'list',
                items: open.map(({ what, due }) =>
                  due === null ? what : t('reports.whatByValue', { what, value: words.day(due) }),
                ),
              },
            ],
      ),
      ...headingWith(
        t('reports.reflectionsWeShare'),
        of(given, 'reflections')
          .filter(({ date }) => within(period, date))
          .map((one) => reflectionBlock(one, vault, words)),
      ),
      ...headingWith(
        t('reports.sharedNotes'),
        of(given, 'copies')
          .filter(({ date, visibility }) => within(period, date) && visibility === 'shared')
          .map(({ title, text, date }) => ({
            kind: 'item',
            title,
            about: words.day(date),
            texts: texts(['', text]),
          })),
      ),
      ...headingWith(
        t('reports.sessions'),
        met.length === 0
          ? []
          : [
              {
                kind: 'table',
                head: [t('reports.date'), t('reports.kind')],
                rows: met.map(({ date, kind }) => [words.day(date), words.sessionKind[kind] ?? kind]),
              },
            ],
      ),
    ],
    foot: footOf([record], 'mentee-summary', words),
  }
}

/** For the graduate to keep: four years of goals and reflections, year by year, in the order in which they came. */
export const growthBook = (record: RecordProjection, vault: VaultProjection, words: ReportWords): Report => {
  const given = leaving(record, 'mentee-summary')
  const dated = [
    ...of(given, 'goals').map((goal) => ({
      date: record.goalMoves.find((move) => move.goal === goal.id)?.date ?? goal.createdAt.slice(0, 10),
      block: goalBlock(goal, words),
    })),
    ...of(given, 'reflections').map((one) => ({ date: one.date, block: reflectionBlock(one, vault, words) })),
    ...of(given, 'copies')
      .filter(({ visibility }) => visibility === 'shared')
      .map(({ title, text, date }) => ({
        date,
        block: { kind: 'item', title, about: words.day(date), texts: texts(['', text]) } as const,
      })),
  ].sort((a, b) => a.date.localeCompare(b.date))
  const yearOfDay = (day: string): string =>
    yearLabel(record.mentee.classYear, day, vault.settings.turnover) || day.slice(0, 4)
  const years = [...new Set(dated.map(({ date }) => yearOfDay(date)))]
  return {
    ...headOf(
      vault,
      t('reports.growthBookMentee', { mentee: displayName(record.mentee) }),
      t('reports.goalsAndReflectionsAsTheyCame'),
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

/** A group's quarter at a glance: what is done and planned, and nothing of what was said. */
export const reachQuarter = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  { group, week }: { readonly group: string; readonly week: ReachWeek },
  words: ReportWords,
): Report => {
  const members = records
    .filter(({ mentee }) => mentee.reachGroup === group && mentee.classYear === week.classYear)
    .sort((a, b) => displayName(a.mentee).localeCompare(displayName(b.mentee)))
  const session = kept(vault.groupSessions).find((one) => one.group === group && one.week === week.id)
  return {
    ...headOf(
      vault,
      t('reports.reachGroupGroupQuarterQuarterOf', { group, quarter: week.quarter, year: week.year }),
      t('reports.valueToValue2Value3', {
        value: words.day(week.start),
        value2: words.day(week.end),
        value3: week.theme === '' ? '' : ` · ${week.theme}`,
      }),
    ),
    blocks: [
      {
        kind: 'table',
        head: [
          t('reports.mentee'),
          ...COMPONENTS.map((component) => words.component[component] ?? component),
          t('reports.groupSession'),
        ],
        rows: members.map((record) => [
          displayName(record.mentee),
          ...COMPONENTS.map(
            (component) => words.mark[markOf(record.reachMarks, week.id, component).mark] ?? '',
          ),
          session === undefined
            ? '–'
            : session.status !== 'held'
              ? t('reports.planned')
              : session.present.includes(record.id)
                ? t('reports.present')
                : t('reports.absent'),
        ]),
      },
      {
        kind: 'facts',
        rows: [
          [t('reports.mentees'), String(members.length)],
          [
            t('reports.allFiveComponentsDoneOrExcused'),
            String(members.filter(({ reachMarks }) => weekStatus(reachMarks, week.id) === 'done').length),
          ],
        ],
      },
    ],
    foot: footOf(members, 'program', words),
  }
}

const HOUR_MINUTES = 60
const hours = (minutes: number): string => (minutes / HOUR_MINUTES).toFixed(1)

/** For the coach's own promotion file: sessions and hours, and no mentee in it. */
export const coachYear = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  yearEnd: number,
  words: ReportWords,
): Report => {
  const period = academicYear(yearEnd, vault.settings.turnover)
  const held = records.flatMap((record) =>
    kept(record.sessions)
      .filter(({ status, date }) => status === 'held' && within(period, date))
      .map(({ kind, minutes }) => ({ kind: kind as string, minutes, record: record.id })),
  )
  const groups = kept(vault.groupSessions).filter(
    ({ status, date }) => status === 'held' && within(period, date),
  )
  const kinds = [...new Set(held.map(({ kind }) => kind))]
  const sum = (all: readonly { readonly minutes: number }[]): number =>
    all.reduce((total, { minutes }) => total + minutes, 0)
  const coached = new Set([...held.map(({ record }) => record), ...groups.flatMap(({ present }) => present)])
  return {
    ...headOf(
      vault,
      t('reports.coachingInValueYearend', { value: yearEnd - 1, yearEnd }),
      periodWords(period, words),
    ),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('reports.menteesCoached'), String(coached.size)],
          [t('reports.sessionsHeld'), String(held.length + groups.length)],
          [t('reports.hours'), hours(sum(held) + sum(groups))],
        ],
      },
      {
        kind: 'table',
        head: [t('reports.kind'), t('reports.sessions'), t('reports.hours')],
        rows: [
          ...kinds.map((kind) => {
            const own = held.filter((one) => one.kind === kind)
            return [words.sessionKind[kind] ?? kind, String(own.length), hours(sum(own))]
          }),
          ...(groups.length === 0
            ? []
            : [[t('reports.reachGroupSessions'), String(groups.length), hours(sum(groups))]]),
        ],
      },
    ],
    foot: footOf(records, 'program', words),
  }
}

/** Fields of the program's report; each can be left out. */
export const PROGRAM_FIELDS = ['mentees', 'agreements', 'met', 'not-met', 'held', 'missed', 'reach'] as const
export type ProgramField = (typeof PROGRAM_FIELDS)[number]

export interface ProgramLine {
  readonly field: ProgramField
  readonly label: string
  /** How the number comes about, in a sentence. */
  readonly how: string
  readonly value: string
}

/** What the program may know, field by field: counts only. */
export const programLines = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  { from, to }: Period,
): readonly ProgramLine[] => {
  const coached = records.filter(({ mentee }) => mentee.status === 'active')
  const facts = coached.map((record) => programFacts(record, kept(vault.reachWeeks), from, to))
  const count = (passes: (one: (typeof facts)[number]) => boolean): string =>
    String(facts.filter(passes).length)
  const sum = (value: (one: (typeof facts)[number]) => number): number =>
    facts.reduce((total, one) => total + value(one), 0)
  const line = (field: ProgramField, label: string, how: string, value: string): ProgramLine => ({
    field,
    label,
    how,
    value,
  })
  return [
    line(
      'mentees',
      t('reports.menteesCoached'),
      t('reports.activeMenteesInTheCaseload'),
      String(coached.length),
    ),
    line(
      'agreements',
      t('reports.agreementInPlace'),
      t('reports.menteesWithACoachingAgreementThat'),
      count(({ agreementInPlace }) => agreementInPlace),
    ),
    line(
      'met',
      t('reports.met'),
      t('reports.menteesWithAtLeastOneSession'),
      count(({ sessionsHeld }) => sessionsHeld > 0),
    ),
    line(
      'not-met',
      t('reports.notMet'),
      t('reports.menteesWithoutASessionHeld'),
      count(({ sessionsHeld }) => sessionsHeld === 0),
    ),
    line(
      'held',
      t('reports.sessionsHeld'),
      t('reports.oneToOneSessionsAllMentees'),
      String(sum((one) => one.sessionsHeld)),
    ),
    line(
      'missed',
      t('reports.sessionsMissed'),
      t('reports.markedAsMissedAllMenteesTogether'),
      String(sum((one) => one.sessionsMissed)),
    ),
    line(
      'reach',
      t('reports.reachWeeksCompleted'),
      t('reports.allFiveComponentsDoneOrExcused2'),
      t('reports.sumOfSum2', {
        sum: sum((one) => one.reachWeeksDone),
        sum2: sum((one) => one.reachWeeksBegun),
      }),
    ),
  ]
}

export const programReport = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  period: Period,
  fields: readonly ProgramField[],
  words: ReportWords,
): Report => ({
  ...headOf(vault, t('reports.reportToTheProgram'), periodWords(period, words)),
  blocks: [
    {
      kind: 'facts',
      rows: programLines(records, vault, period)
        .filter(({ field }) => fields.includes(field))
        .map(({ label, value }) => [label, value]),
    },
    {
      kind: 'text',
      text: t('reports.countsOnlyNoMenteeIsNamed'),
    },
  ],
  foot: footOf(records, 'program', words),
})
