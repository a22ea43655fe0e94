/** Reports over the caseload: a REACH quarter, the coach's own year, and what the program may know. Counts and marks. */
import { academicYear } from '../base/academic-year'
import { kept } from '../crdt/kind'
import { programFacts } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { statusOn } from '../model/record/enrolment'
import { displayName } from '../model/record/mentee'
import {
  COMPONENTS,
  markOf,
  type ReachWeek,
  weekStatus,
  weeksAway,
  weeksOfMentee,
} from '../model/record/reach'
import { hoursByKind, hoursIn, hoursOfShare, inHours, minutesOf } from '../views/hours'
import { t } from '../words/words'
import { footOf, headOf, type Period, periodWords, type ReportWords, within } from './frame'
import type { Report } from './report'

const byName = (a: RecordProjection, b: RecordProjection): number =>
  displayName(a.mentee).localeCompare(displayName(b.mentee))

/** A group's quarter at a glance: what is done and planned, and nothing of what was said. */
export const reachQuarter = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  { group, week }: { readonly group: string; readonly week: ReachWeek },
  words: ReportWords,
): Report => {
  const members = records
    .filter(
      (record) =>
        record.mentee.reachGroup === group &&
        weeksOfMentee(vault.reachWeeks, record).some(({ id }) => id === week.id),
    )
    .sort(byName)
  const away = records
    .filter(
      (record) =>
        record.mentee.reachGroup === group &&
        weeksAway(vault.reachWeeks, record).some(({ id }) => id === week.id),
    )
    .sort(byName)
  const sessions = kept(vault.groupSessions).filter(
    (one) => one.group === group && one.week === week.id,
  )
  const held = sessions.filter(({ status }) => status === 'held')
  return {
    ...headOf(
      vault,
      t('report.quarterTitle', { group, quarter: week.quarter, year: week.year }),
      `${t('report.fromTo', { start: words.day(week.start), end: words.day(week.end) })}${week.theme === '' ? '' : ` · ${week.theme}`}`,
    ),
    blocks: [
      {
        kind: 'table',
        head: [
          t('common.mentee'),
          ...COMPONENTS.map((component) => words.component[component] ?? component),
          t('report.groupSession'),
        ],
        rows: [
          ...members.map((record) => [
            displayName(record.mentee),
            ...COMPONENTS.map(
              (component) => words.mark[markOf(record.reachMarks, week.id, component).mark] ?? '',
            ),
            sessions.length === 0
              ? '–'
              : held.length === 0
                ? t('report.planned')
                : held.some(({ present }) => present.includes(record.id))
                  ? t('report.present')
                  : t('report.absent'),
          ]),
          // Not in it, which is another thing than excused from it.
          ...away.map(({ mentee }) => [
            displayName(mentee),
            ...COMPONENTS.map(() => t('reach.notEnrolled')),
            '–',
          ]),
        ],
      },
      {
        kind: 'facts',
        rows: [
          [t('common.mentees'), String(members.length)],
          ...(away.length === 0 ? [] : [[t('reach.notEnrolled'), String(away.length)] as const]),
          [
            t('report.weeksDoneNote'),
            String(
              members.filter(({ reachMarks }) => weekStatus(reachMarks, week.id) === 'done').length,
            ),
          ],
        ],
      },
    ],
    foot: footOf(members, 'program', words),
  }
}

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
  const beside = hoursIn([], { groupSessions: [], work: vault.work }, period.from, period.to)
  const coached = new Set([
    ...held.map(({ record }) => record),
    ...groups.flatMap(({ present }) => present),
  ])
  return {
    ...headOf(
      vault,
      t('report.myYearTitle', { yearBegin: yearEnd - 1, yearEnd }),
      periodWords(period, words),
    ),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('report.menteesCoached'), String(coached.size)],
          [t('report.sessionsHeld'), String(held.length + groups.length)],
          [t('report.hours'), inHours(sum(held) + sum(groups) + minutesOf(beside))],
          ...(vault.settings.fte === 0
            ? []
            : [
                [
                  t('work.shareOf', { percent: vault.settings.fte }),
                  String(hoursOfShare(vault.settings.fte)),
                ] as const,
              ]),
        ],
      },
      {
        kind: 'table',
        head: [t('common.kind'), t('report.sessions'), t('report.hours')],
        rows: [
          ...kinds.map((kind) => {
            const own = held.filter((one) => one.kind === kind)
            return [words.sessionKind[kind] ?? kind, String(own.length), inHours(sum(own))]
          }),
          ...(groups.length === 0
            ? []
            : [[t('report.reachGroupSessions'), String(groups.length), inHours(sum(groups))]]),
          ...hoursByKind(beside).map(({ kind, count, minutes }) => [
            words.work[kind],
            String(count),
            inHours(minutes),
          ]),
        ],
      },
    ],
    foot: footOf(records, 'program', words),
  }
}

/** Fields of the program's report; each can be left out. */
export const PROGRAM_FIELDS = [
  'mentees',
  'on-leave',
  'agreements',
  'met',
  'met-in-group',
  'not-met',
  'held',
  'held-group',
  'missed',
  'reach',
] as const
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
  const coached = records.filter((record) => statusOn(record, to) === 'active')
  const facts = coached.map((record) => programFacts(record, vault, from, to))
  const onLeave = records.filter((record) => statusOn(record, to) === 'on-leave')
  const groups = kept(vault.groupSessions).filter(
    ({ status, date }) => status === 'held' && within({ from, to }, date),
  )
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
    line('mentees', t('report.menteesCoached'), t('report.activeMentees'), String(coached.length)),
    line('on-leave', t('report.onLeave'), t('report.onLeaveNote'), String(onLeave.length)),
    line(
      'agreements',
      t('report.agreementInPlace'),
      t('report.agreementNote'),
      count(({ agreementInPlace }) => agreementInPlace),
    ),
    line(
      'met',
      t('report.met'),
      t('report.metNote'),
      count(({ met }) => met),
    ),
    line(
      'met-in-group',
      t('report.metInGroupOnly'),
      t('report.metInGroupOnlyNote'),
      count(({ met, sessionsHeld }) => met && sessionsHeld === 0),
    ),
    line(
      'not-met',
      t('report.notMet'),
      t('report.notMetMentees'),
      count(({ met }) => !met),
    ),
    line(
      'held',
      t('report.sessionsHeld'),
      t('report.heldNote'),
      String(sum((one) => one.sessionsHeld)),
    ),
    line(
      'held-group',
      t('report.groupSessionsHeld'),
      t('report.groupHeldNote'),
      String(groups.length),
    ),
    line(
      'missed',
      t('report.sessionsMissed'),
      t('report.missedNote'),
      String(sum((one) => one.sessionsMissed)),
    ),
    line(
      'reach',
      t('report.reachWeeksCompleted'),
      t('report.weeksDoneBegunNote'),
      t('report.weeksDoneTogether', {
        done: sum((one) => one.reachWeeksDone),
        begun: sum((one) => one.reachWeeksBegun),
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
  ...headOf(vault, t('report.reportToTheProgram'), periodWords(period, words)),
  blocks: [
    {
      kind: 'facts',
      rows: programLines(records, vault, period)
        .filter(({ field }) => fields.includes(field))
        .map(({ label, value }) => [label, value]),
    },
    {
      kind: 'text',
      text: t('report.countsOnly'),
    },
  ],
  foot: footOf(records, 'program', words),
})
