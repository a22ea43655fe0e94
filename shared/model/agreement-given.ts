/** An agreement as it is given to the mentee: on paper, in their own form. What leaves is decided in leaving.ts. */
import { type Given, given, leaving } from './leaving'
import type { RecordProjection } from './projection'
import { isAcknowledged, standingAgreements } from './record/agreement'

export const agreementFor = (
  record: RecordProjection,
  id: string | undefined,
): Given<'agreements'> | undefined =>
  given(leaving(record, 'mentee-inspection'), 'agreements').find((one) => one.id === id)

/** The one that they are to say yes to in their own form, if there is one. */
export const agreementToAcknowledge = (
  record: RecordProjection,
): Given<'agreements'> | undefined => {
  const one = agreementFor(record, standingAgreements(record.agreements)[0]?.id)
  return one === undefined || isAcknowledged(one) ? undefined : one
}
