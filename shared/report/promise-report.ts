/** The promise ledger on paper, for a promotion file: counts by month, and neither a name nor a word of a promise. */
import type { PromiseMonth } from '../views/promise-ledger'
import { t } from '../words/words'
import type { Report } from './report'

export const promiseReport = (
  months: readonly Pick<PromiseMonth, 'month' | 'kept' | 'keptLate' | 'late'>[],
  letterhead: string,
  words: { readonly month: (month: string) => string },
): Report => {
  const sum = (of: (month: (typeof months)[number]) => number): number =>
    months.reduce((total, month) => total + of(month), 0)
  const row = (name: string, kept: number, keptLate: number, late: number): readonly string[] => [
    name,
    ...[kept + late, kept, keptLate, late].map(String),
  ]
  return {
    title: t('promises.reportTitle'),
    subtitle:
      months.length === 0
        ? ''
        : t('report.fromTo', {
            start: words.month(months.at(-1)?.month ?? ''),
            end: words.month(months[0]?.month ?? ''),
          }),
    letterhead,
    blocks: [
      {
        kind: 'table',
        head: [
          t('promises.month'),
          t('promises.made'),
          t('promises.keptHead'),
          t('promises.keptLateHead'),
          t('promises.notKeptHead'),
        ],
        rows: [
          ...months.map(({ month, kept, keptLate, late }) =>
            row(words.month(month), kept, keptLate, late),
          ),
          row(
            t('promises.total'),
            sum(({ kept }) => kept),
            sum(({ keptLate }) => keptLate),
            sum(({ late }) => late),
          ),
        ],
      },
    ],
    foot: [t('promises.countsOnly')],
  }
}
