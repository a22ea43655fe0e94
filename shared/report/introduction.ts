/**
 * The coach's introduction to a mentee: who they are (the letterhead), how they work, and what they cannot keep to
 * themselves, in the words of the agreement that holds, or of the one that would be offered.
 */
import { agreementFor } from '../model/agreement-given'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { standingAgreements } from '../model/record/agreement'
import { CLAUSES, limitsUnder, newAgreement } from '../model/record/agreement-clauses'
import { displayName } from '../model/record/mentee'
import { t } from '../words/words'
import { clauseBlocks } from './agreement-page'
import { headOf } from './frame'
import type { Report } from './report'

/** What the pair has yet to fill, and what is between the coach and the school, is for later. */
const LATER = ['wishes', 'handover']

export const introduction = (record: RecordProjection, vault: VaultProjection): Report => {
  const theirs = agreementFor(record, standingAgreements(record.agreements)[0]?.id)
  const { clauses, headings } = theirs ?? newAgreement()
  return {
    ...headOf(
      vault,
      t('paired.introductionTitle'),
      t('paired.introductionFor', { mentee: displayName(record.mentee) }),
    ),
    blocks: [
      ...clauseBlocks(
        CLAUSES.filter(({ id }) => !LATER.includes(id)),
        clauses,
      ),
      { kind: 'heading', text: t('agreement.limitsOfConfidentiality') },
      ...clauseBlocks(limitsUnder(headings), clauses),
    ],
    foot: [],
  }
}
