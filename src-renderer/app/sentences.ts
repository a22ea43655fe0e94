/** Every problem that a coach can meet, as a sentence: what happened, what was lost (nothing), what to do. */
import type { BackupProblem, WriteProblem } from '../../shared/host'
import type { ExportProblem } from '../../shared/model/export'
import type { HandOverProblem } from '../../shared/model/hand-over'
import type { HeaderProblem, UnlockProblem } from '../../shared/vault/header'
import type { CodeProblem } from '../../shared/vault/recovery-key'
import type { RestoreProblem } from '../store/restore'
import type { SyncProblem } from '../sync/sync'
import type { Refusal } from './app-state'

export const writeSentence: Record<WriteProblem, string> = {
  'disk-full':
    'The disk is full, so the last changes are not saved yet. They are kept here and will be saved as soon as there is room: please free some space and leave Confidant open.',
  'disk-error':
    'The disk refuses to write, so the last changes are not saved yet. They are kept here and Confidant keeps trying: please leave it open and check the disk.',
  'newer-format':
    'A newer Confidant has written to this vault. Nothing was changed; please update this one to go on writing.',
}

export const unlockSentence: Record<UnlockProblem, string> = {
  'wrong-passphrase':
    'That passphrase does not open this vault. Nothing was changed; try again, or use the recovery key.',
  'wrong-recovery-key':
    'That recovery key belongs to another vault. Check that you have the sheet of this one.',
  tampered:
    'The vault’s header has been altered, so it was not opened. Your notes are unharmed. Restore the header from a backup, or use the recovery sheet with one.',
}

export const codeSentence = (problem: CodeProblem): string =>
  problem.kind === 'length'
    ? `This should be ${problem.groups} groups of seven characters. Compare it with the original once more.`
    : `Group ${problem.group} has a slip in it. Compare its seven characters once more.`

export const refusalSentence: Record<Refusal, { readonly title: string; readonly text: string }> = {
  'older-chromium': {
    title: 'This Confidant is older than the last one',
    text: 'A newer Confidant has opened this vault, and an older one could damage its database. Nothing was touched. Please start the newer one again.',
  },
  'newer-vault': {
    title: 'This vault was made by a newer Confidant',
    text: 'This version does not know its format, so it changed nothing. Please update Confidant.',
  },
  'damaged-header': {
    title: 'The vault’s header is damaged',
    text: 'Without it neither passphrase nor recovery key can open the vault. Nothing was changed, and your sealed notes are still here. Put back the file vault.json from a backup of this computer; with it, the passphrase or the recovery sheet opens the vault again.',
  },
  'weak-header': {
    title: 'The vault’s header asks for too little protection',
    text: 'It may have been altered to make guessing the passphrase easier, so it was refused and nothing was changed. Put back the file vault.json from a backup of this computer.',
  },
  'newer-store': {
    title: 'A newer Confidant has used this vault',
    text: 'This version does not know how its notes are stored now, so it changed nothing. Please update Confidant.',
  },
  'cannot-open-store': {
    title: 'The database cannot be opened',
    text: 'The disk may be full or write-protected. Your notes are in the sealed folder beside it and nothing was changed. Please free some space and start Confidant again.',
  },
}

export const backupSentence: Record<BackupProblem | 'not-verified', string> = {
  'no-folder':
    'The folder for backups cannot be found: is the stick in, or the network drive connected? Everything is saved on this laptop, and the backup is written as soon as the folder is back.',
  'disk-full':
    'The disk with the backups is full, so this one was not kept. Earlier backups are as they were. Make some room there, or choose another folder.',
  'disk-error':
    'The disk with the backups refuses to write, so this one was not kept. Earlier backups are as they were. Check the disk, or choose another folder.',
  'not-verified':
    'The copy could not be opened afterwards, so it was thrown away. Earlier backups are as they were, and everything is saved on this laptop. Check the disk, or choose another folder.',
}

export const headerSentence: Record<HeaderProblem, string> = {
  damaged:
    'The header in this backup is damaged, so it cannot be opened. Nothing was changed. Try an earlier backup.',
  newer: 'This backup was written by a newer Confidant. Nothing was changed; please update this one first.',
  'weak-parameters':
    'The header in this backup asks for too little protection and may have been altered, so it was refused. Nothing was changed. Try an earlier backup.',
}

export const handOverSentence: Record<HandOverProblem, string> = {
  'not-a-hand-over': 'This is not a hand-over from Confidant. Nothing was taken in.',
  newer: 'This hand-over was made by a newer Confidant. Nothing was taken in; please update this one first.',
  'wrong-code':
    'The code does not open this file: it belongs to another one, or the file was damaged on its way. Nothing was taken in. Ask your colleague for the code once more, or for a new file.',
  damaged: 'The hand-over is damaged. Nothing was taken in. Ask your colleague for a new file.',
}

export const exportSentence: Record<ExportProblem, string> = {
  'not-an-export': 'This is not an export from Confidant. Nothing was taken in.',
  newer: 'This export was made by a newer Confidant. Nothing was taken in; please update this one first.',
  damaged: 'The export is damaged: parts of it are not what they should be. Nothing was taken in.',
}

export const restoreSentence: Record<RestoreProblem, string> = {
  unreadable:
    'This backup is too damaged to be read: the file that lists its mentees does not open. Nothing was changed. Try an earlier one.',
  'other-vault':
    'This is a backup of another vault. Nothing was changed. It can be opened on a laptop without a vault: there, choose “Restore from a backup”.',
}

export const syncSentence: Record<SyncProblem, string> = {
  unreachable: 'The relay does not answer. Everything is saved on this laptop and will be sent when it does.',
  refused:
    'The relay does not let this vault in: its rooms belong to someone else’s token. Nothing was sent. Check the address, or ask whoever runs it.',
  garbage:
    'The relay sent something that is not Confidant’s. It was left aside; nothing here was changed by it.',
}
