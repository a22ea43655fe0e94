/** Backups as they run: automatically once a day while the vault is open, or when the coach asks. */
import { useMemo } from 'react'
import { create } from 'zustand'
import type { BackupProblem, BackupState, BackupSummary } from '../../../shared/bridge/host'
import {
  aheadOf,
  backupsToDrop,
  DUE_AFTER_HOURS,
  isBackupDue,
  MOST_DROPPED_SILENTLY,
} from '../../../shared/model/caseload/backup-schedule'
import { type Progress, writeBackup } from '../../store/backup/backup'
import type { VaultSession } from '../../store/session/vault-session'
import { today } from '../../ui/when'
import { host } from '../app-state'
import { useVaultDay } from '../days'
import { useOpenVault } from './session'

const NONE: readonly BackupSummary[] = []
const ofVault = (
  backups: readonly BackupSummary[],
  session: VaultSession,
): readonly BackupSummary[] =>
  backups.filter(({ vaultId }) => vaultId === session.opened.header.vaultId)

const LOOK_EVERY_MS = 3600_000
/** After an unlock the coach comes first. */
const FIRST_LOOK_MS = 20_000

export const useBackups = create<{
  readonly state: BackupState | undefined
  readonly progress: Progress | undefined
  readonly problem: BackupProblem | 'not-verified' | undefined
}>(() => ({ state: undefined, progress: undefined, problem: undefined }))

/** A stick that is out for a day or two is no news; three days without a backup are. */
const SILENT_DAYS = 3

/** What the coach must hear about backups on any screen. */
export const useBackupTrouble = (): BackupProblem | 'not-verified' | undefined => {
  const { problem, state } = useBackups()
  // One that a clock dated in the future says nothing of when the last one was written.
  const recent = state?.backups.some(
    ({ createdAt }) =>
      Math.abs(Date.now() - Date.parse(createdAt)) < SILENT_DAYS * 24 * LOOK_EVERY_MS,
  )
  return problem === 'no-folder' && recent === true ? undefined : problem
}

/** This vault's backups that are more than go without a word, and those that a clock dated in the future. */
export const useBackupsToLookAt = (): {
  readonly surplus: readonly BackupSummary[]
  readonly ahead: readonly BackupSummary[]
} => {
  const { session } = useOpenVault()
  const backups = useBackups(({ state }) => state?.backups ?? NONE)
  const { seen, today: now } = useVaultDay()
  return useMemo(() => {
    const own = ofVault(backups, session)
    const surplus = backupsToDrop(own, { seen, today: now })
    return {
      surplus:
        surplus.length > MOST_DROPPED_SILENTLY ? own.filter(({ id }) => surplus.includes(id)) : [],
      ahead: aheadOf(own, new Date().toISOString()),
    }
  }, [backups, session, seen, now])
}

export const dropBackups = async (backups: readonly BackupSummary[]): Promise<void> => {
  await host.backups.drop(backups.map(({ id }) => id))
  await lookAtBackups()
}

export const lookAtBackups = async (): Promise<BackupState> => {
  const state = await host.backups.state()
  useBackups.setState({ state })
  return state
}

/** When this page wrote one, by a clock that nobody sets: whatever the other says, it does not write one every hour. */
let writtenAt: number | undefined

export const backUpNow = async (session: VaultSession): Promise<void> => {
  if (useBackups.getState().progress !== undefined) return
  useBackups.setState({ progress: { done: 0, of: 1 }, problem: undefined })
  const written = await writeBackup(host, session, today(), (progress) =>
    useBackups.setState({ progress }),
  )
  if (written.ok) writtenAt = performance.now()
  useBackups.setState({ progress: undefined, problem: written.ok ? undefined : written.error })
  await lookAtBackups()
}

const backUpWhenDue = async (session: VaultSession): Promise<void> => {
  const { folder, reachable, backups } = await lookAtBackups()
  if (folder === null) return
  if (writtenAt !== undefined && performance.now() - writtenAt < DUE_AFTER_HOURS * LOOK_EVERY_MS)
    return
  if (!isBackupDue(ofVault(backups, session), new Date().toISOString())) return
  if (reachable) await backUpNow(session)
  else useBackups.setState({ problem: 'no-folder' })
}

/** Until the vault locks, which reloads the page and ends the timers with it. */
export const startBackups = (session: VaultSession): void => {
  void lookAtBackups()
  setTimeout(() => void backUpWhenDue(session), FIRST_LOOK_MS)
  setInterval(() => void backUpWhenDue(session), LOOK_EVERY_MS)
}
