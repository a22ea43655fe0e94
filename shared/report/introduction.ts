/**
 * The coach's introduction to a mentee: who they are (the letterhead), how they work, and what they cannot keep to
 * themselves, in the words of the agreement that holds, or of the one that would be offered.
 */
import { given, leaving } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import {
  CLAUSES,
  type Clause,
  CONFIDENTIALITY_LIMITS,
  newAgreementClauses,
  standingAgreements,
} from '../model/record/agreement'
import { displayName } from '../model/record/mentee'
import { t } from '../words/words'
import { headOf } from './frame'
import { type Report, type ReportBlock, texts } from './report'

/** What the pair has yet to fill, and what is between the coach and the school, is for later. */
const LATER = ['wishes', 'handover']

export const introduction = (record: RecordProjection, vault: VaultProjection): Report => {
  const [standing] = standingAgreements(record.agreements)
  const theirs = given(leaving(record, 'mentee-inspection'), 'agreements').find(
    ({ id }) => id === standing?.id,
  )
  const clauses = theirs?.clauses ?? newAgreementClauses()
  const item = ({ id, title }: Clause): readonly ReportBlock[] => {
    const said = texts(['', clauses[id] ?? ''])
    return said.length === 0 ? [] : [{ kind: 'item', title, about: '', texts: said }]
  }
  return {
    ...headOf(
      vault,
      t('paired.introductionTitle'),
      t('paired.introductionFor', { mentee: displayName(record.mentee) }),
    ),
    blocks: [
      ...CLAUSES.filter(({ id }) => !LATER.includes(id)).flatMap(item),
      { kind: 'heading', text: t('agreement.limitsOfConfidentiality') },
      ...CONFIDENTIALITY_LIMITS.flatMap(item),
    ],
    foot: [],
  }
}
