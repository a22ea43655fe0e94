/**
 * Writing a backup: the sealed folder's files are copied one by one, and each copy is then opened with the vault's
 * keys and compared with what the record held when it was copied. Only a backup that passes is kept.
 */

import { err, ok, type Result } from '../../../shared/base/result'
import type { BackupProblem, BackupSummary, Host } from '../../../shared/bridge/host'
import { type Content, contentOfDoc, covers } from '../../../shared/envelope/content'
import {
  backupsToDrop,
  MOST_DROPPED_SILENTLY,
} from '../../../shared/model/caseload/backup-schedule'
import type { VaultSession } from '../session/vault-session'
import { openBlobs } from './open-blobs'

export interface Progress {
  readonly done: number
  readonly of: number
}

export const writeBackup = async (
  host: Host,
  session: VaultSession,
  today: string,
  report: (progress: Progress) => void,
): Promise<Result<BackupSummary, BackupProblem | 'not-verified'>> => {
  const begun = await host.backups.begin()
  if (!begun.ok) return begun
  const files = begun.value
  const of = files.length * 2
  const known = new Map<string, Content>()
  for (const [index, record] of files.entries()) {
    await session.use(record, async (live) => {
      await live.flush()
      if (live.saving() === 'saved') known.set(record, contentOfDoc(live.doc))
    })
    const copied = await host.backups.copy(record)
    if (!copied.ok) return copied
    report({ done: index + 1, of })
  }
  const finished = await host.backups.finish()
  if (!finished.ok) return finished
  const id = finished.value
  let done = files.length
  for (const [record, content] of known) {
    const keys = session.keysFor(record)
    const { blobs } = await host.backups.read(id, record)
    const opened = keys.length === 0 ? undefined : openBlobs(record, keys, blobs)
    const whole = opened !== undefined && covers([contentOfDoc(opened.doc)], content)
    opened?.doc.destroy()
    if (!whole && session.keyOf(record) !== undefined) {
      await host.backups.drop([id])
      return err('not-verified')
    }
    report({ done: ++done, of })
  }
  const { backups } = await host.backups.state()
  const own = backups.filter(({ vaultId }) => vaultId === session.opened.header.vaultId)
  const surplus = backupsToDrop(own, { seen: session.model.getState().vault.seenDay, today })
  if (surplus.length <= MOST_DROPPED_SILENTLY) await host.backups.drop(surplus)
  report({ done: of, of })
  const made = own.find((one) => one.id === id)
  if (made === undefined) return err('disk-error')
  await session.log.add('backup', made.name)
  return ok(made)
}
