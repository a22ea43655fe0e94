/**
 * What the laptops of a vault tell each other, sealed, in the awareness of their rooms: that there is news, where they
 * are, where the vault goes on.
 */
import type { Awareness } from 'y-protocols/awareness'
import type { VaultSession } from '../../store/session/vault-session'
import { createHearing } from '../old-rooms/announcing'
import { type Carets, createCarets } from './carets'
import { createHints, type HintListeners, type Hints } from './hints'

export interface Telling {
  readonly tell: Hints['tell']
  readonly carets: Pick<Carets, 'open'>
  /** A record's room is connected anew. */
  readonly listen: (record: string, awareness: Awareness) => void
  readonly destroy: () => void
}

export const createTelling = (session: VaultSession, listeners: HintListeners): Telling => {
  const { vaultRecordId, vaultRecordKey, device, ring } = session
  const hints = createHints(vaultRecordKey, device, crypto.randomUUID(), listeners)
  const carets = createCarets(vaultRecordKey, device)
  const hearing = createHearing(session, ring.epoch, vaultRecordKey)
  return {
    tell: hints.tell,
    carets,
    listen: (record, awareness) => {
      if (record === vaultRecordId) {
        hints.listen(awareness)
        hearing.listen(awareness)
      } else carets.listen(record, awareness)
    },
    destroy: () => {
      hints.destroy()
      carets.destroy()
      hearing.forget()
    },
  }
}
