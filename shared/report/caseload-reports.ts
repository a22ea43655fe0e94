/** Reports over the caseload: a REACH quarter, the coach's own year, and what the program may know. Counts and marks. */
import { academicYear } from '../base/academic-year'
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { attendanceOf } from '../model/record/group-plan'
import type { GroupSession } from '../model/record/group-session'
import { byDisplayName, displayName } from '../model/record/mentee'
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
import { footOf, headOf, periodWords, type ReportWords, within } from './frame'
import type { Report } from './report'

/** Was there once, or was excused from it; that somebody told the coach why is between the two. */
const attendanceWords = (held: readonly GroupSession[], record: string): string => {
  const all = held.map((session) => attendanceOf(session, record))
  if (all.some((one) => one === 'present' || one === 'late')) return t('report.present')
  return all.some((one) => one === 'excused' || one === 'told')
    ? t('label.excused')
    : t('report.absent')
}

/** Health and well-being stays between mentee and coach, by name also that it was offered. */
const TOLD = COMPONENTS.filter((component) => component !== 'health')

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
    .sort(byDisplayName)
  const away = records
    .filter(
      (record) =>
        record.mentee.reachGroup === group &&
        weeksAway(vault.reachWeeks, record).some(({ id }) => id === week.id),
    )
    .sort(byDisplayName)
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
          ...TOLD.map((component) => words.component[component] ?? component),
          t('report.groupSession'),
        ],
        rows: [
          ...members.map((record) => [
            displayName(record.mentee),
            ...TOLD.map(
              (component) => words.mark[markOf(record.reachMarks, week.id, component).mark] ?? '',
            ),
            sessions.length === 0
              ? '–'
              : held.length === 0
                ? t('report.planned')
                : attendanceWords(held, record.id),
          ]),
          // Not in it, which is another thing than excused from it.
          ...away.map(({ mentee }) => [
            displayName(mentee),
            ...TOLD.map(() => t('reach.notEnrolled')),
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
