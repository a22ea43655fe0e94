/**
 * What is left for the laptops that have not followed a removal yet, where they still look: in the vault's former rooms on a
 * relay (old-rooms.ts) and its former places in a folder (folder/old-places.ts).
 */
import * as Y from 'yjs'
import { createEnvelope, type Envelope } from '../../shared/envelope/envelope'
import { BLOBS } from '../../shared/envelope/foreign'
import { encodePiece } from '../../shared/envelope/piece'
import { readSuccessions, writeSuccessions } from '../../shared/model/caseload/laptop'
import { createSealer } from '../../shared/vault/seal'
import type { Succession } from '../../shared/vault/succession'
import type { VaultSession } from '../store/session/vault-session'

/** An envelope update that says nothing but these announcements, to whoever opens the vault record there. */
export const updateOf = (
  all: readonly Succession[],
  key: Uint8Array,
  record: string,
): Uint8Array => {
  const [vault, envelope] = [new Y.Doc(), new Y.Doc()]
  writeSuccessions(vault, all)
  const nothing = { answers: [], holds: new Map(), knows: new Map() }
  const piece = encodePiece({
    kind: 'update',
    encoding: 1,
    update: Y.encodeStateAsUpdate(vault),
    ...nothing,
  })
  envelope.getArray(BLOBS).push([createSealer(key, record).seal(piece)])
  return Y.encodeStateAsUpdate(envelope)
}

/** The announcements that lead on from an epoch to the one that the vault is in. */
export const announcementsFrom = ({ ring }: VaultSession, epoch: number): readonly Succession[] => {
  const at = ring.chain.findIndex(({ from }) => from === epoch)
  // From an epoch that was left for another one made at the same time, all may be news.
  return at < 0 ? ring.chain : ring.chain.slice(at)
}

/** Reads what stands in the vault record of a former epoch, of which nothing is taken but announcements. */
export const createReader = (
  key: Uint8Array,
  record: string,
): {
  readonly envelope: Envelope
  readonly found: () => readonly Succession[]
  readonly destroy: () => void
} => {
  const read = new Y.Doc()
  const envelope = createEnvelope(read, createSealer(key, record), 'reader')
  return {
    envelope,
    found: () => readSuccessions(read),
    destroy: () => {
      envelope.destroy()
      read.destroy()
    },
  }
}

export const hasBehind = ({ model }: VaultSession): boolean =>
  model.getState().laptops.some(({ state }) => state === 'behind')
