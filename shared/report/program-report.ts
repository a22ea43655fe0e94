/**
 * The report to the program, the only one that there is: whether something was done, and never what was said. It is by
 * name, since a program that asks wants to know who, and counts of so few people would name them anyway. Counts alone are
 * for a caseload in which nobody is found in them, and leave out what fewer than five people stand behind.
 */
import { addDays } from '../base/day'
import { kept } from '../crdt/kind'
import { type ProgramFacts, programFacts } from '../model/program-facts'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { type StatusOnDay, statusOn } from '../model/record/enrolment'
import { byDisplayName, displayName } from '../model/record/mentee'
import { firstMeetingOn, pairedSince } from '../model/record/pairing'
import { suppress, suppressed } from '../views/small-cells'
import { t } from '../words/words'
import { footOf, headOf, type Period, periodWords, type ReportWords, within } from './frame'
import type { Report, ReportBlock } from './report'

/** What it can say of each; any can be left out. */
export const PROGRAM_FIELDS = ['agreement', 'met', 'reach'] as const
export type ProgramField = (typeof PROGRAM_FIELDS)[number]

/** With fewer than these, counts say who. */
export const FEWEST_FOR_COUNTS = 20

/**
 * Their standing at the end of the period, or on their last day of being coached in it; null when that was before, or
 * they were paired after it.
 */
const standingIn = (record: RecordProjection, { from, to }: Period): StatusOnDay | null => {
  const { endedOn } = record.mentee
  const [began = ''] = [pairedSince(record), firstMeetingOn(record)]
    .filter((day) => day !== null)
    .sort()
  if (began > to) return null
  const last = endedOn !== null && endedOn <= to ? addDays(endedOn, -1) : to
  return last < from ? null : statusOn(record, last)
}

export const mayBeCounted = (records: readonly RecordProjection[], period: Period): boolean =>
  records.filter((record) => standingIn(record, period) === 'active').length >= FEWEST_FOR_COUNTS

const yesNo = (yes: boolean): string => t(yes ? 'common.yes' : 'common.no')

const CELL: Readonly<Record<ProgramField, (facts: ProgramFacts) => string>> = {
  agreement: ({ agreementInPlace }) => yesNo(agreementInPlace),
  met: ({ met, sessionsHeld }) => (met && sessionsHeld === 0 ? t('report.inAGroup') : yesNo(met)),
  reach: ({ reachWeeksDone, reachWeeksBegun }) =>
    t('report.weeksDone', { done: reachWeeksDone, begun: reachWeeksBegun }),
}

export const programFieldLabel = (field: ProgramField): string =>
  t(
    field === 'agreement'
      ? 'report.agreementInPlace'
      : field === 'met'
        ? 'report.met'
        : 'report.reachWeeksCompleted',
  )

interface Counted {
  readonly coached: readonly { readonly record: RecordProjection; readonly facts: ProgramFacts }[]
  readonly onLeave: readonly RecordProjection[]
}

const countedIn = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  period: Period,
): Counted => ({
  coached: records
    .filter((record) => standingIn(record, period) === 'active')
    .sort(byDisplayName)
    .map((record) => ({ record, facts: programFacts(record, vault, period.from, period.to) })),
  onLeave: records
    .filter((record) => standingIn(record, period) === 'on-leave')
    .sort(byDisplayName),
})

const named = (
  { coached, onLeave }: Counted,
  fields: readonly ProgramField[],
): readonly ReportBlock[] => [
  {
    kind: 'table',
    head: [t('common.mentee'), ...fields.map(programFieldLabel)],
    rows: [
      ...coached.map(({ record, facts }) => [
        displayName(record.mentee),
        ...fields.map((field) => CELL[field](facts)),
      ]),
      ...onLeave.map(({ mentee }) => [
        displayName(mentee),
        ...fields.map(() => t('report.onLeave')),
      ]),
    ],
  },
]

/** Those of whom it is true, and nothing where they or the others are so few that they could be found. */
const countOf = ({ coached }: Counted, isSo: (facts: ProgramFacts) => boolean): string => {
  const yes = coached.filter(({ facts }) => isSo(facts)).length
  const [said] = suppress([yes, coached.length - yes])
  return said == null ? suppressed() : String(said)
}

const counts = (all: Counted, fields: readonly ProgramField[]): readonly ReportBlock[] => {
  const isSo: Readonly<Record<ProgramField, (facts: ProgramFacts) => boolean>> = {
    agreement: ({ agreementInPlace }) => agreementInPlace,
    met: ({ met }) => met,
    reach: ({ reachWeeksBegun, reachWeeksDone }) =>
      reachWeeksBegun > 0 && reachWeeksDone === reachWeeksBegun,
  }
  return [
    {
      kind: 'facts',
      rows: fields.map((field) => [
        field === 'reach' ? t('report.everyReachWeek') : programFieldLabel(field),
        countOf(all, isSo[field]),
      ]),
    },
    { kind: 'text', text: t('report.countsOnly') },
  ]
}

/** What the coach did, which is of nobody in particular. */
const work = (
  { coached, onLeave }: Counted,
  vault: VaultProjection,
  period: Period,
): ReportBlock => {
  const [, away] = suppress([coached.length, onLeave.length])
  const held = coached.reduce((sum, { facts }) => sum + facts.sessionsHeld, 0)
  const groups = kept(vault.groupSessions).filter(
    ({ status, date }) => status === 'held' && within(period, date),
  )
  return {
    kind: 'facts',
    rows: [
      [t('report.menteesCoached'), String(coached.length)],
      ...(onLeave.length === 0
        ? []
        : [[t('report.onLeave'), away == null ? suppressed() : String(away)] as const]),
      [t('report.sessionsHeld'), String(held)],
      [t('report.groupSessionsHeld'), String(groups.length)],
    ],
  }
}

export const programReport = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  period: Period,
  { fields, names }: { readonly fields: readonly ProgramField[]; readonly names: boolean },
  words: ReportWords,
): Report => {
  const all = countedIn(records, vault, period)
  const byName = names || !mayBeCounted(records, period)
  return {
    ...headOf(vault, t('report.reportToTheProgram'), periodWords(period, words)),
    blocks: [...(byName ? named(all, fields) : counts(all, fields)), work(all, vault, period)],
    foot: [...(byName ? [t('report.namedOnly')] : []), ...footOf(records, 'program', words)],
  }
}
