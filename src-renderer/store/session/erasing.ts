/**
 * Erasing a record: its key is destroyed, what was kept of it is cleared away, its rooms on the relay are emptied. The
 * vault's session does the clearing, on every device that learns that the key is gone (vault-session.ts).
 */
import type { Host } from '../../../shared/bridge/host'
import {
  carryOutErasure,
  type Erasure,
  endSubstitution,
  type Substitution,
} from '../../../shared/model/caseload/ending'
import { kept } from '../../../shared/model/projection'
import type { Database } from '../disk/database'
import type { VaultSession } from './vault-session'

/** Rows of `meta` for erased records whose rooms were found empty. */
const EMPTIED = 'emptied/'

/** A record whose key was destroyed and whose rooms on the relay are to be emptied. */
export interface Erased {
  readonly record: string
  readonly generation: number
}

export interface EmptiedRooms {
  /** Those of the erasures whose rooms are not known to be empty. */
  readonly left: (erasures: readonly Erasure[]) => readonly Erased[]
  readonly mark: (record: string) => void
}

export const readEmptiedRooms = async (database: Database): Promise<EmptiedRooms> => {
  const keys = await database.meta.where('key').startsWith(EMPTIED).primaryKeys()
  const emptied = new Set(keys.map((key) => key.slice(EMPTIED.length)))
  return {
    left: (erasures) =>
      erasures
        .filter(({ done, record }) => done && !emptied.has(record))
        .map(({ record, generation }) => ({ record, generation })),
    mark: (record) => {
      emptied.add(record)
      // Not remembered, the rooms are looked at once more after the next unlock.
      database.meta.put({ key: EMPTIED + record, value: new Date().toISOString() }).catch(() => undefined)
    },
  }
}

/** Carries out a request to erase, and resolves once nothing is left of the record on this device. */
export const eraseRecord = async (
  host: Host,
  session: VaultSession,
  { id, record }: Erasure,
): Promise<void> => {
  const known = session.model.getState().records[record]
  const { backups } = await host.backupState()
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
  await session.log.add('erased', `a mentee’s record, asked for under ${id.slice(0, 6)}`)
}

/** Takes out what a substitute held, and resolves once nothing is left of it on this device. */
export const handBack = async (session: VaultSession, one: Substitution): Promise<void> => {
  await session.runOnVault(endSubstitution, one)
  await session.whenCleared()
  await session.log.add('erased', `lent by ${one.from} until ${one.until}`)
}
