/** Every problem that a coach can meet, as a sentence: what happened, what was lost (nothing), what to do. */
import type { BackupProblem, WriteProblem } from '../../shared/bridge/host'
import type { CaseProblem, ReplyProblem } from '../../shared/exchange/consult'
import type { ExportProblem } from '../../shared/exchange/export'
import type { HandOverProblem } from '../../shared/exchange/hand-over'
import type { LetterProblem } from '../../shared/vault/future-letter'
import type { HeaderProblem, UnlockProblem } from '../../shared/vault/header'
import type { CodeProblem } from '../../shared/vault/recovery-key'
import { spoken, t } from '../../shared/words/words'
import type { RestoreProblem } from '../store/backup/restore'
import type { FollowProblem } from '../store/session/open-vault'
import type { FolderProblem } from '../sync/folder/folder-status'
import type { SyncProblem } from '../sync/status'
import type { Refusal } from './app-state'

const WRITE_SENTENCES = {
  'disk-full': 'trouble.diskFull',
  'disk-error': 'trouble.diskRefuses',
  'newer-format': 'trouble.newerWrote',
} as const
export const writeSentence: Record<WriteProblem, string> = spoken(WRITE_SENTENCES)

/** Of a file from outside that was read in vain; one that was not waited for needs no word. */
export const readingSentence: Record<'too-slow' | 'damaged' | 'cancelled', string> = spoken(
  { 'too-slow': 'trouble.fileTookTooLong', damaged: 'trouble.fileDamaged' },
  { cancelled: '' },
)

export const unlockSentence: Record<UnlockProblem | 'too-soon', string> = spoken({
  'too-soon': 'trouble.waitToTry',
  'wrong-passphrase': 'trouble.wrongPassphrase',
  'wrong-recovery-key': 'trouble.recoveryKeyOfOtherVault',
  tampered: 'trouble.headerAltered',
})

/** Of following the removal of a laptop, and of making one. */
export const followSentence: Record<FollowProblem, string> = spoken({
  ...WRITE_SENTENCES,
  'no-box': 'removal.leftOut',
  'not-ours': 'removal.notOurs',
  'nothing-to-follow': 'form.notDone',
})

export const codeSentence = (problem: CodeProblem): string =>
  problem.kind === 'length'
    ? t('trouble.wrongNumberOfGroups', { count: problem.groups })
    : t('trouble.groupHasSlip', { group: problem.group })

export const refusalSentence: Record<Refusal, { readonly title: string; readonly text: string }> = {
  'older-chromium': spoken({ title: 'trouble.olderThanLast', text: 'trouble.newerDatabase' }),
  'newer-vault': spoken({ title: 'trouble.newerVault', text: 'trouble.newerVaultText' }),
  'damaged-header': spoken({ title: 'trouble.headerDamaged', text: 'trouble.headerDamagedText' }),
  'weak-header': spoken({ title: 'trouble.weakHeader', text: 'trouble.weakHeaderText' }),
  'newer-store': spoken({ title: 'trouble.newerUsed', text: 'trouble.newerDatabaseText' }),
  'no-room': spoken({ title: 'trouble.diskTooFull', text: 'trouble.diskTooFullText' }),
  'cannot-open-store': spoken({
    title: 'trouble.databaseClosed',
    text: 'trouble.databaseClosedText',
  }),
  'unreadable-folder': spoken({
    title: 'trouble.folderUnreadable',
    text: 'trouble.folderUnreadableText',
  }),
}

export const backupSentence: Record<BackupProblem | 'not-verified', string> = spoken({
  'no-folder': 'trouble.backupFolderGone',
  'disk-full': 'trouble.backupDiskFull',
  'disk-error': 'trouble.backupDiskRefuses',
  'not-verified': 'trouble.backupNotReadable',
})

export const headerSentence: Record<HeaderProblem, string> = spoken({
  damaged: 'trouble.backupHeaderDamaged',
  newer: 'trouble.backupNewer',
  'weak-parameters': 'trouble.backupHeaderWeak',
})

export const handOverSentence: Record<HandOverProblem, string> = spoken({
  'not-a-hand-over': 'trouble.notAHandOver',
  newer: 'trouble.handOverNewer',
  'wrong-code': 'trouble.wrongHandOverCode',
  damaged: 'trouble.handOverDamaged',
})

const CASE_SENTENCES = {
  newer: 'trouble.caseNewer',
  'wrong-code': 'trouble.wrongCaseCode',
  damaged: 'trouble.caseDamaged',
  'other-file': 'trouble.notACase',
} as const
export const caseSentence: Record<CaseProblem, string> = spoken({
  ...CASE_SENTENCES,
  expired: 'trouble.caseExpired',
})

export const replySentence: Record<ReplyProblem, string> = spoken({
  ...CASE_SENTENCES,
  'other-file': 'trouble.notAReply',
  'other-case': 'trouble.replyToOther',
})

export const letterSentence: Record<LetterProblem, string> = spoken({
  'wrong-word': 'futureLetter.wrongWord',
  'newer-letter': 'futureLetter.newer',
  'damaged-letter': 'futureLetter.damaged',
})

export const exportSentence: Record<ExportProblem, string> = spoken({
  'not-an-export': 'trouble.notAnExport',
  newer: 'trouble.exportNewer',
  damaged: 'trouble.exportDamaged',
})

export const restoreSentence: Record<RestoreProblem, string> = spoken({
  unreadable: 'trouble.backupDamaged',
  'other-vault': 'trouble.backupOfOtherVault',
})

export const folderSentence: Record<FolderProblem, string> = spoken({
  'no-folder': 'trouble.folderGone',
  gone: 'trouble.folderGone',
  emptied: 'trouble.folderEmptied',
  'read-only': 'trouble.folderReadOnly',
  refused: 'trouble.folderRefuses',
  full: 'trouble.folderFull',
  slow: 'trouble.folderSlow',
  unreadable: 'trouble.folderRefuses',
  unwritable: 'trouble.folderRefuses',
})

const syncSentence: Record<SyncProblem, string> = spoken({
  unreachable: 'trouble.relaySilent',
  mute: 'trouble.relayMute',
  'needs-secret': 'trouble.relaySecret',
  refused: 'trouble.relayRefuses',
  full: 'trouble.relayFull',
  garbage: 'trouble.relayForeign',
  'no-network': 'trouble.noNetwork',
  'host-not-found': 'trouble.relayNotFound',
  'nothing-there': 'trouble.relayNotRunning',
  portal: 'trouble.relayPortal',
  proxy: 'trouble.relayProxy',
  'proxy-blocks': 'trouble.relayProxyBlocks',
  gateway: 'trouble.relayGateway',
  'certificate-date': 'trouble.relayCertificateDate',
  'certificate-unknown': 'trouble.relayCertificateUnknown',
  'certificate-host': 'trouble.relayCertificateHost',
  tls: 'trouble.relayTls',
  clock: 'trouble.clockApart',
})

/** What stands in the way of the sync. Of some mentees only, it says of how many, and that the others are sent. */
export const syncProblem = (problem: SyncProblem, count: number): string => {
  if (count === 0) return syncSentence[problem]
  if (problem === 'needs-secret') return t('trouble.relaySecretForSome', { count })
  if (problem === 'refused') return t('trouble.relayRefusesSome', { count })
  return problem === 'full' ? t('trouble.relayFullForSome', { count }) : syncSentence[problem]
}
