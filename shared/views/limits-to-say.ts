/**
 * Which limits of confidentiality are to be said before a session: before the first one, and before an urgent one, those of
 * the agreement that stands, until they were said that day, and without one those that a new agreement begins with. Whoever
 * tells something has been told what happens with it.
 */
import { kept } from '../crdt/kind'
import type { RecordProjection } from '../model/projection'
import { limitsOf, type SpokenLimit, standingAgreements } from '../model/record/agreement'
import { newAgreement } from '../model/record/agreement-clauses'
import type { Session } from '../model/record/session'

export interface LimitsToSay {
  /** The agreement that they stand in, which keeps when they were said; without one nothing does. */
  readonly agreement: string | undefined
  readonly limits: readonly SpokenLimit[]
}

export const limitsToSay = (
  record: Pick<RecordProjection, 'agreements' | 'sessions'>,
  session: Session,
  today: string,
): LimitsToSay | undefined => {
  if (session.status !== 'planned') return undefined
  const first = !kept(record.sessions).some(({ status }) => status === 'held')
  if (!(first || session.kind === 'urgent')) return undefined
  const [agreement] = standingAgreements(record.agreements)
  const limits = limitsOf(agreement ?? { ...newAgreement(), explained: [] })
  return limits.every(({ saidOn }) => saidOn === today)
    ? undefined
    : { agreement: agreement?.id, limits }
}
