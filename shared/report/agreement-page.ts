/** The agreement on a page: what was agreed, the limits, the yes of both, and which version it is. */
import type { Given } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { isAcknowledged, versionCode } from '../model/record/agreement'
import { CLAUSES, type Clause, limitsUnder } from '../model/record/agreement-clauses'
import { displayName } from '../model/record/mentee'
import { t } from '../words/words'
import { headOf } from './frame'
import { type Report, type ReportBlock, texts } from './report'

/** A clause by its title, if something is written in it. */
export const clauseBlocks = (
  all: readonly Clause[],
  clauses: Readonly<Record<string, string>>,
): readonly ReportBlock[] =>
  all.flatMap(({ id, title }): readonly ReportBlock[] => {
    const said = texts(['', clauses[id] ?? ''])
    return said.length === 0 ? [] : [{ kind: 'item', title, about: '', texts: said }]
  })

export const agreementPage = (
  record: RecordProjection,
  vault: VaultProjection,
  agreement: Given<'agreements'>,
  day: (day: string) => string,
): Report => {
  const { clauses, headings, agreedOn, acknowledgedOn, acknowledgedBy } = agreement
  const signed = acknowledgedOn !== null && isAcknowledged(agreement)
  return {
    ...headOf(
      vault,
      t('agreement.coachingAgreement'),
      t('paired.introductionFor', { mentee: displayName(record.mentee) }),
    ),
    blocks: [
      ...clauseBlocks(CLAUSES, clauses),
      { kind: 'heading', text: t('agreement.limitsOfConfidentiality') },
      ...clauseBlocks(limitsUnder(headings), clauses),
      {
        kind: 'facts',
        rows: [
          [t('label.coach'), agreedOn === null ? t('agreement.signHere') : day(agreedOn)],
          [
            displayName(record.mentee),
            !signed
              ? t('agreement.signHere')
              : acknowledgedBy === ''
                ? day(acknowledgedOn)
                : t('agreement.acknowledgedAs', { name: acknowledgedBy, day: day(acknowledgedOn) }),
          ],
          [t('agreement.version'), versionCode(agreement)],
        ],
      },
    ],
    foot: [],
  }
}
