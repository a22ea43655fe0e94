/** What all reports share: their time, the app's words in them, head and foot. */

import type { Audience } from '../crdt/audience'
import type { Visibility } from '../crdt/visibility'
import { classesBehind } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import type { HoursKind } from '../views/hours'
import { t } from '../words/words'
import type { ReportBlock } from './report'

export interface Period {
  readonly from: string
  readonly to: string
}

/** How days and the model's values are said; the app's words, given by whoever shows the report. */
export interface ReportWords {
  readonly day: (day: string) => string
  readonly time: (time: string) => string
  readonly goalStatus: Readonly<Record<string, string>>
  readonly category: Readonly<Record<string, string>>
  readonly component: Readonly<Record<string, string>>
  readonly mark: Readonly<Record<string, string>>
  readonly sessionKind: Readonly<Record<string, string>>
  readonly work: Readonly<Record<HoursKind, string>>
  readonly visibility: Readonly<Record<Visibility, string>>
}

export const within = ({ from, to }: Period, day: string): boolean => from <= day && day <= to

/**
 * What stayed, by class and never by number or content; of an escalation nothing is said, not even that there is one. So
 * no report says that nothing was left out: with an escalation it would not be true, and without one its absence would tell.
 */
export const footOf = (
  records: readonly RecordProjection[],
  audience: Audience,
  words: ReportWords,
): readonly string[] => {
  const classes = [...new Set(records.flatMap((record) => classesBehind(record, audience)))]
  return [
    ...(classes.length === 0
      ? []
      : [
          t('report.leftOutBy', {
            classes: classes.map((one) => words.visibility[one].toLowerCase()).join(', '),
          }),
        ]),
    ...(audience === 'program' ? [] : [t('report.noCheckInNumbers')]),
  ]
}

export const headingWith = (
  text: string,
  blocks: readonly ReportBlock[],
): readonly ReportBlock[] => (blocks.length === 0 ? [] : [{ kind: 'heading', text }, ...blocks])

export const headOf = (vault: VaultProjection, title: string, subtitle: string) => ({
  title,
  subtitle,
  letterhead: vault.settings.letterhead,
})

export const periodWords = ({ from, to }: Period, words: ReportWords): string =>
  t('report.fromTo', { start: words.day(from), end: words.day(to) })
