/**
 * Counting what removed laptops still write where the vault was before: in its former rooms on a relay and its former
 * places in a folder. It is opened to see whose changes are in it, and thrown away.
 */

import type { Changes } from '../../../shared/envelope/numbering'
import { epochOf } from '../../../shared/vault/epochs'
import type { VaultSession } from '../../store/session/vault-session'
import { createReader } from './announcing'

/** A removed laptop can write as much as it likes: what is more than any record of ours is not opened to be counted. */
const MOST_BYTES = 32 * 1024 * 1024

/** What was read of a record in a place of before, held against what is here now. */
export const noteRefused = async (
  { ring, refused, headOf, use }: VaultSession,
  record: string,
  seen: Changes,
): Promise<void> => {
  // Of one that has not come yet, everything would be beyond what is here.
  if (epochOf(headOf(record)?.generation ?? -1) !== ring.epoch) return
  await refused.ready
  const held = await use(record, async (live) => live.envelope.held())
  if (held !== undefined) refused.note(record, seen, held)
}

/** What was noted may have come by another way since: another laptop had it before the removal. */
export const noteAgain = async (session: VaultSession): Promise<void> => {
  await session.refused.ready
  for (const record of session.refused.records())
    await noteRefused(session, record, new Map()).catch(() => undefined)
}

/** Counts in a record's envelope, as it lies in a generation of a former epoch: its updates, in their order. */
export const countRefused = async (
  session: VaultSession,
  record: string,
  generation: number,
  updates: readonly Uint8Array[],
): Promise<void> => {
  const { ring, keyOf, vaultRecordId } = session
  const own = keyOf(record)
  const key =
    record === vaultRecordId
      ? ring.vaultRecordKey(generation)
      : own && ring.recordKey(record, own, generation)
  const bytes = updates.reduce((sum, update) => sum + update.length, 0)
  if (key === undefined || bytes > MOST_BYTES) return
  const reader = createReader(key, record)
  try {
    for (const update of updates) reader.envelope.receive(update)
    await noteRefused(session, record, reader.envelope.held())
  } finally {
    reader.destroy()
  }
}
