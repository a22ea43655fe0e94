/**
 * Erasing a record: its key is destroyed, what was kept of it is cleared away, its rooms on the relay are emptied. The
 * vault's session does the clearing, on every device that learns that the key is gone (clearing.ts).
 */

import type { Host } from '../../../shared/bridge/host'
import {
  carryOutErasure,
  type Erasure,
  endSubstitution,
  type Substitution,
} from '../../../shared/model/caseload/ending'
import { kept } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import type { VaultSession } from './open-vault'

/** Carries out a request to erase, and resolves once nothing is left of the record on this device. */
export const eraseRecord = async (
  host: Host,
  session: VaultSession,
  { id, record }: Erasure,
): Promise<void> => {
  const known = session.model.getState().records[record]
  const { backups } = await host.backups.state()
  const own = backups.filter(({ vaultId }) => vaultId === session.opened.header.vaultId)
  await session.runOnVault(carryOutErasure, {
    id,
    record,
    at: new Date().toISOString(),
    facts: {
      notes: kept(known?.notes ?? []).length,
      sessions: kept(known?.sessions ?? []).length,
      goals: kept(known?.goals ?? []).length,
      backups: own.map(({ name }) => name).join('\n'),
      generation: session.generationOf(record),
    },
  })
  await session.whenCleared()
  await session.log.add('erased', t('log.recordErased', { number: id.slice(0, 6) }))
}

/** Takes out what a substitute held until the `day` in words, and resolves once nothing is left of it on this device. */
export const handBack = async (
  session: VaultSession,
  one: Substitution,
  day: string,
): Promise<void> => {
  await session.runOnVault(endSubstitution, one)
  await session.whenCleared()
  await session.log.add('erased', t('log.lentErased', { coach: one.from, day }))
}
