/** Every problem that a coach can meet, as a sentence: what happened, what was lost (nothing), what to do. */
import type { BackupProblem, WriteProblem } from '../../shared/bridge/host'
import type { ExportProblem } from '../../shared/exchange/export'
import type { HandOverProblem } from '../../shared/exchange/hand-over'
import type { HeaderProblem, UnlockProblem } from '../../shared/vault/header'
import type { CodeProblem } from '../../shared/vault/recovery-key'
import { t } from '../../shared/words/words'
import type { RestoreProblem } from '../store/backup/restore'
import type { SyncProblem } from '../sync/standing'
import type { Refusal } from './app-state'

export const writeSentence: Record<WriteProblem, string> = {
  'disk-full': t('trouble.diskFull'),
  'disk-error': t('trouble.diskRefuses'),
  'newer-format': t('trouble.newerWrote'),
}

/** Of a file from outside that was read in vain; one that was not waited for needs no word. */
export const readingSentence: Record<'too-slow' | 'damaged' | 'cancelled', string> = {
  'too-slow': t('trouble.fileTookTooLong'),
  damaged: t('trouble.fileDamaged'),
  cancelled: '',
}

export const unlockSentence: Record<UnlockProblem | 'too-soon', string> = {
  'too-soon': t('trouble.waitToTry'),
  'wrong-passphrase': t('trouble.wrongPassphrase'),
  'wrong-recovery-key': t('trouble.recoveryKeyOfOtherVault'),
  tampered: t('trouble.headerAltered'),
}

export const codeSentence = (problem: CodeProblem): string =>
  problem.kind === 'length'
    ? t('trouble.wrongNumberOfGroups', { count: problem.groups })
    : t('trouble.groupHasSlip', { group: problem.group })

export const refusalSentence: Record<Refusal, { readonly title: string; readonly text: string }> = {
  'older-chromium': {
    title: t('trouble.olderThanLast'),
    text: t('trouble.newerDatabase'),
  },
  'newer-vault': {
    title: t('trouble.newerVault'),
    text: t('trouble.newerVaultText'),
  },
  'damaged-header': {
    title: t('trouble.headerDamaged'),
    text: t('trouble.headerDamagedText'),
  },
  'weak-header': {
    title: t('trouble.weakHeader'),
    text: t('trouble.weakHeaderText'),
  },
  'newer-store': {
    title: t('trouble.newerUsed'),
    text: t('trouble.newerDatabaseText'),
  },
  'no-room': {
    title: t('trouble.diskTooFull'),
    text: t('trouble.diskTooFullText'),
  },
  'cannot-open-store': {
    title: t('trouble.databaseClosed'),
    text: t('trouble.databaseClosedText'),
  },
}

export const backupSentence: Record<BackupProblem | 'not-verified', string> = {
  'no-folder': t('trouble.backupFolderGone'),
  'disk-full': t('trouble.backupDiskFull'),
  'disk-error': t('trouble.backupDiskRefuses'),
  'not-verified': t('trouble.backupNotReadable'),
}

export const headerSentence: Record<HeaderProblem, string> = {
  damaged: t('trouble.backupHeaderDamaged'),
  newer: t('trouble.backupNewer'),
  'weak-parameters': t('trouble.backupHeaderWeak'),
}

export const handOverSentence: Record<HandOverProblem, string> = {
  'not-a-hand-over': t('trouble.notAHandOver'),
  newer: t('trouble.handOverNewer'),
  'wrong-code': t('trouble.wrongHandOverCode'),
  damaged: t('trouble.handOverDamaged'),
}

export const exportSentence: Record<ExportProblem, string> = {
  'not-an-export': t('trouble.notAnExport'),
  newer: t('trouble.exportNewer'),
  damaged: t('trouble.exportDamaged'),
}

export const restoreSentence: Record<RestoreProblem, string> = {
  unreadable: t('trouble.backupDamaged'),
  'other-vault': t('trouble.backupOfOtherVault'),
}

const syncSentence: Record<SyncProblem, string> = {
  unreachable: t('trouble.relaySilent'),
  'needs-secret': t('trouble.relaySecret'),
  refused: t('trouble.relayRefuses'),
  full: t('trouble.relayFull'),
  garbage: t('trouble.relayForeign'),
}

/** What stands in the way of the sync. Of some mentees only, it says of how many, and that the others are sent. */
export const syncProblem = (problem: SyncProblem, count: number): string => {
  if (count === 0) return syncSentence[problem]
  if (problem === 'needs-secret') return t('trouble.relaySecretForSome', { count })
  if (problem === 'refused') return t('trouble.relayRefusesSome', { count })
  return problem === 'full' ? t('trouble.relayFullForSome', { count }) : syncSentence[problem]
}
