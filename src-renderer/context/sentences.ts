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
  'disk-full': t('sentences.theDiskIsFullSoThe'),
  'disk-error': t('sentences.theDiskRefusesToWriteSo'),
  'newer-format': t('sentences.aNewerConfidantHasWrittenTo'),
}

/** Of a file from outside that was read in vain; one that was not waited for needs no word. */
export const readingSentence: Record<'too-slow' | 'damaged' | 'cancelled', string> = {
  'too-slow': t('sentences.readingThisFileTookLonger'),
  damaged: t('sentences.thisFileIsDamagedOr'),
  cancelled: '',
}

export const unlockSentence: Record<UnlockProblem | 'too-soon', string> = {
  'too-soon': t('sentences.tooSoon'),
  'wrong-passphrase': t('sentences.thatPassphraseDoesNotOpenThis'),
  'wrong-recovery-key': t('sentences.thatRecoveryKeyBelongsToAnother'),
  tampered: t('sentences.theVaultsHeaderHasBeenAltered'),
}

export const codeSentence = (problem: CodeProblem): string =>
  problem.kind === 'length'
    ? t('sentences.thisShouldBeGroupsGroupsOf', { groups: problem.groups })
    : t('sentences.groupGroupHasASlipIn', { group: problem.group })

export const refusalSentence: Record<Refusal, { readonly title: string; readonly text: string }> = {
  'older-chromium': {
    title: t('sentences.thisConfidantIsOlderThanThe'),
    text: t('sentences.aNewerConfidantHasOpenedThis'),
  },
  'newer-vault': {
    title: t('sentences.thisVaultWasMadeByA'),
    text: t('sentences.thisVersionDoesNotKnowIts'),
  },
  'damaged-header': {
    title: t('sentences.theVaultsHeaderIsDamaged'),
    text: t('sentences.withoutItNeitherPassphraseNorRecovery'),
  },
  'weak-header': {
    title: t('sentences.theVaultsHeaderAsksForToo'),
    text: t('sentences.itMayHaveBeenAlteredTo'),
  },
  'newer-store': {
    title: t('sentences.aNewerConfidantHasUsedThis'),
    text: t('sentences.thisVersionDoesNotKnowHow'),
  },
  'no-room': {
    title: t('sentences.thereIsNoRoomToOpen'),
    text: t('sentences.freeSomeSpaceAndStart'),
  },
  'cannot-open-store': {
    title: t('sentences.theDatabaseCannotBeOpened'),
    text: t('sentences.theDiskMayBeFullOr'),
  },
}

export const backupSentence: Record<BackupProblem | 'not-verified', string> = {
  'no-folder': t('sentences.theFolderForBackupsCannotBe'),
  'disk-full': t('sentences.theDiskWithTheBackupsIs'),
  'disk-error': t('sentences.theDiskWithTheBackupsRefuses'),
  'not-verified': t('sentences.theCopyCouldNotBeOpened'),
}

export const headerSentence: Record<HeaderProblem, string> = {
  damaged: t('sentences.theHeaderInThisBackupIs'),
  newer: t('sentences.thisBackupWasWrittenByA'),
  'weak-parameters': t('sentences.theHeaderInThisBackupAsks'),
}

export const handOverSentence: Record<HandOverProblem, string> = {
  'not-a-hand-over': t('sentences.thisIsNotAHandOver'),
  newer: t('sentences.thisHandOverWasMadeBy'),
  'wrong-code': t('sentences.theCodeDoesNotOpenThis'),
  damaged: t('sentences.theHandOverIsDamagedNothing'),
}

export const exportSentence: Record<ExportProblem, string> = {
  'not-an-export': t('sentences.thisIsNotAnExportFrom'),
  newer: t('sentences.thisExportWasMadeByA'),
  damaged: t('sentences.theExportIsDamagedPartsOf'),
}

export const restoreSentence: Record<RestoreProblem, string> = {
  unreadable: t('sentences.thisBackupIsTooDamagedTo'),
  'other-vault': t('sentences.thisIsABackupOfAnother'),
}

const syncSentence: Record<SyncProblem, string> = {
  unreachable: t('sentences.theRelayDoesNotAnswerEverything'),
  'needs-secret': t('sentences.theRelayWantsItsSecret'),
  refused: t('sentences.theRelayDoesNotLetThis'),
  full: t('sentences.theRelayIsFull'),
  garbage: t('sentences.theRelaySentSomethingThatIs'),
}

/** What stands in the way of the sync. Of some mentees only, it says of how many, and that the others are sent. */
export const syncProblem = (problem: SyncProblem, count: number): string => {
  if (count === 0) return syncSentence[problem]
  if (problem === 'needs-secret') return t('sentences.someNeedTheSecret', { count })
  if (problem === 'refused') return t('sentences.someAreNotLetIn', { count })
  return problem === 'full' ? t('sentences.someHaveNoRoom', { count }) : syncSentence[problem]
}
