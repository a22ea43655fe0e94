/** For a program director who asks: numbers of mentees by class, none of them of fewer than five people. */
import Papa from 'papaparse'
import { programFacts } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { classOn } from '../model/record/enrolment'
import { t } from '../words/words'
import type { InsightFilter } from './insights'
import { SMALLEST_CELL, suppress, suppressed } from './small-cells'

export interface AggregateRow {
  readonly measure: string
  readonly group: string
  readonly value: string
}

export const programAggregate = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  filter: InsightFilter,
): readonly AggregateRow[] => {
  const classes = [...new Set(records.map((record) => classOn(record, filter.to)))].sort(
    (a, b) => (a ?? 0) - (b ?? 0),
  )
  const facts = new Map(
    records.map((record) => [record.id, programFacts(record, vault, filter.from, filter.to)]),
  )
  const breakdown = (
    measure: string,
    passes: (record: RecordProjection) => boolean,
  ): readonly AggregateRow[] => {
    const counts = classes.map(
      (classYear) =>
        records.filter((record) => classOn(record, filter.to) === classYear && passes(record))
          .length,
    )
    const said = suppress(counts)
    const total = counts.reduce((sum, one) => sum + one, 0)
    return [
      ...classes.map((classYear, index) => ({
        measure,
        group:
          classYear === null ? t('caseload.noClass') : t('caseload.classOf', { year: classYear }),
        value: said[index] == null ? suppressed() : String(said[index]),
      })),
      {
        measure,
        group: t('insights.all'),
        value: total > 0 && total < SMALLEST_CELL ? suppressed() : String(total),
      },
    ]
  }
  return [
    ...breakdown(t('common.mentees'), () => true),
    ...breakdown(
      t('insights.agreementInPlace'),
      ({ id }) => facts.get(id)?.agreementInPlace === true,
    ),
    ...breakdown(t('insights.metAtLeastOnce'), ({ id }) => facts.get(id)?.met === true),
    ...breakdown(t('insights.everyReachWeek'), ({ id }) => {
      const own = facts.get(id)
      return (
        own !== undefined && own.reachWeeksBegun > 0 && own.reachWeeksDone === own.reachWeeksBegun
      )
    }),
  ]
}

export const aggregateToCsv = (rows: readonly AggregateRow[]): string =>
  Papa.unparse({
    // The same in every language: what reads the file goes by them.
    fields: ['Measure', 'Class', 'Mentees'],
    data: rows.map(({ measure, group, value }) => [measure, group, value]),
  })
