/**
 * All laptops have all of this one: nothing waits any more, and what is kept until then may go. With a relay beside the
 * folder, that is the relay's to say.
 */
import type { VaultSession } from '../../store/session/vault-session'

export const createConfirming = (session: VaultSession): ((records: readonly string[]) => void) => {
  /** Being noted: a count that is taken off twice would hide what was changed in between. */
  const underWay = new Set<string>()
  return (records) => {
    for (const record of records) {
      const count = session.headOf(record)?.waiting ?? 0
      if (count === 0 || underWay.has(record)) continue
      underWay.add(record)
      session
        .confirm(record, count)
        .catch(() => undefined)
        .finally(() => underWay.delete(record))
    }
  }
}
