/** Backups as they run: automatically once a day while the vault is open, or when the coach asks. */
import { create } from 'zustand'
import type { BackupProblem, BackupState } from '../../shared/host'
import { isBackupDue } from '../../shared/model/backup-schedule'
import { type Progress, writeBackup } from '../store/backup'
import type { VaultSession } from '../store/vault-session'
import { host } from './app-state'

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
  const newest = state?.backups[0]?.createdAt
  const recent = newest !== undefined && Date.now() - Date.parse(newest) < SILENT_DAYS * 24 * LOOK_EVERY_MS
  return problem === 'no-folder' && recent ? undefined : problem
}

export const lookAtBackups = async (): Promise<BackupState> => {
  const state = await host.backupState()
  useBackups.setState({ state })
  return state
}

export const backUpNow = async (session: VaultSession): Promise<void> => {
  if (useBackups.getState().progress !== undefined) return
  useBackups.setState({ progress: { done: 0, of: 1 }, problem: undefined })
  const written = await writeBackup(host, session, (progress) => useBackups.setState({ progress }))
  useBackups.setState({ progress: undefined, problem: written.ok ? undefined : written.error })
  await lookAtBackups()
}

const backUpWhenDue = async (session: VaultSession): Promise<void> => {
  const { folder, reachable, backups } = await lookAtBackups()
  if (folder === null) return
  const own = backups.filter(({ vaultId }) => vaultId === session.opened.header.vaultId)
  if (!isBackupDue(own, new Date().toISOString())) return
  if (reachable) await backUpNow(session)
  else useBackups.setState({ problem: 'no-folder' })
}

/** Until the vault locks, which reloads the page and ends the timers with it. */
export const startBackups = (session: VaultSession): void => {
  void lookAtBackups()
  setTimeout(() => void backUpWhenDue(session), FIRST_LOOK_MS)
  setInterval(() => void backUpWhenDue(session), LOOK_EVERY_MS)
}
