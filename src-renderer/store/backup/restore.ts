/**
 * Reading a backup: what is in it, merging it, bringing one mentee back. A backup is a set of sealed blobs, and blobs
 * commute: merging it into the vault can add what is missing and can take nothing away.
 */

import * as Y from 'yjs'
import { err, ok, type Result } from '../../../shared/base/result'
import type { BackupSummary, Host } from '../../../shared/bridge/host'
import { type ListedRecord, recordEntries } from '../../../shared/crdt/vault-record'
import { readVersions } from '../../../shared/model/history/version'
import { createProjector, hasMentee, kept } from '../../../shared/model/projection'
import { binMentee, displayName, editMentee, readMentee } from '../../../shared/model/record/mentee'
import { deriveCompanion } from '../../../shared/vault/keys'
import { t } from '../../../shared/words/words'
import type { VaultSession } from '../session/vault-session'
import type { Progress } from './backup'
import { openBlobs } from './open-blobs'

interface BackupMentee {
  readonly record: string
  readonly name: string
  readonly notes: number
  readonly sessions: number
  readonly goals: number
  /** Pieces of it that do not open: the rest is whole. */
  readonly damaged: number
}

export interface BackupPreview {
  readonly summary: BackupSummary
  readonly mentees: readonly BackupMentee[]
  /** Mentees whose file is missing or does not open at all. */
  readonly lost: number
  readonly sameVault: boolean
}

export type RestoreProblem = 'unreadable' | 'other-vault'

interface OpenedBackup {
  readonly entries: readonly ListedRecord[]
  readonly vaultBlobs: readonly Uint8Array[]
  /** Whose files are in it. */
  readonly records: readonly string[]
}

const openVaultRecord = async (
  host: Host,
  session: VaultSession,
  id: string,
): Promise<Result<OpenedBackup, RestoreProblem>> => {
  const vaultRecord = session.vaultRecordId
  const contents = await host.backups.open(id)
  if (contents === null) return err('unreadable')
  // The vault record's id is derived from the vault key: another vault's backup has no such file.
  if (!contents.records.includes(vaultRecord)) return err('other-vault')
  const { blobs } = await host.backups.read(id, vaultRecord)
  const { doc } = openBlobs(vaultRecord, session.keysFor(vaultRecord), blobs)
  const entries = recordEntries(doc)
  doc.destroy()
  return blobs.length === 0
    ? err('unreadable')
    : ok({ entries, vaultBlobs: blobs, records: contents.records })
}

/** What a backup holds, mentee by mentee. */
export const previewBackup = async (
  host: Host,
  session: VaultSession,
  summary: BackupSummary,
): Promise<Result<BackupPreview, RestoreProblem>> => {
  const opened = await openVaultRecord(host, session, summary.id)
  if (!opened.ok) return opened
  const mentees: BackupMentee[] = []
  let lost = 0
  for (const { id, key } of opened.value.entries) {
    const { blobs, damaged } = await host.backups.read(summary.id, id)
    const { doc, unopened } = openBlobs(id, session.keysFor(id, key), blobs)
    if (hasMentee(doc)) {
      const projector = createProjector(id, doc)
      const projection = projector.project()
      mentees.push({
        record: id,
        name: displayName(projection.mentee),
        notes: kept(projection.notes).length,
        sessions: kept(projection.sessions).length,
        goals: kept(projection.goals).length,
        damaged: damaged + unopened,
      })
      projector.destroy()
    } else lost++
    doc.destroy()
  }
  mentees.sort((a, b) => a.name.localeCompare(b.name))
  return ok({ summary, mentees, lost, sameVault: true })
}

/** Merges a backup into the open vault. Resolves to how many records had something new in it. */
export const mergeBackup = async (
  host: Host,
  session: VaultSession,
  summary: BackupSummary,
  report: (progress: Progress) => void,
): Promise<Result<number, RestoreProblem>> => {
  const opened = await openVaultRecord(host, session, summary.id)
  if (!opened.ok) return opened
  const { entries, records, vaultBlobs } = opened.value
  let changed = (await session.mergeIn(session.vaultRecordId, vaultBlobs)) > 0 ? 1 : 0
  for (const [index, { id, key }] of entries.entries()) {
    const { blobs } = await host.backups.read(summary.id, id)
    // Erased since: without its key there is nothing to merge into.
    if ((await session.mergeIn(id, blobs)) > 0) changed++
    const history = deriveCompanion(key).id
    if (records.includes(history))
      await session.mergeIn(history, (await host.backups.read(summary.id, history)).blobs)
    report({ done: index + 1, of: entries.length })
  }
  await session.log.add('restored', t('log.merged', { backup: summary.name }))
  return ok(changed)
}

/** Brings one mentee back as a record of their own, beside whatever is there now. Resolves to its id. */
export const bringBackMentee = async (
  host: Host,
  session: VaultSession,
  summary: BackupSummary,
  record: string,
): Promise<Result<string, RestoreProblem>> => {
  const opened = await openVaultRecord(host, session, summary.id)
  if (!opened.ok) return opened
  const entry = opened.value.entries.find(({ id }) => id === record)
  if (entry === undefined) return err('unreadable')
  const { blobs } = await host.backups.read(summary.id, record)
  const { doc } = openBlobs(record, session.keysFor(record, entry.key), blobs)
  if (!hasMentee(doc)) return err('unreadable')
  const update = Y.encodeStateAsUpdate(doc)
  const mentee = readMentee(doc)
  doc.destroy()
  const id = await session.addRecord((target) => {
    Y.applyUpdate(target, update, 'backup')
    binMentee(target, false)
    editMentee(target, {
      next: {
        name: t('restore.nameFromBackup', {
          name: mentee.name,
          day: summary.createdAt.slice(0, 10),
        }),
      },
    })
  })
  const { id: history, key } = deriveCompanion(entry.key)
  if (opened.value.records.includes(history)) {
    const companion = openBlobs(
      history,
      session.keysFor(history, key),
      (await host.backups.read(summary.id, history)).blobs,
    )
    await session.history.takeIn(id, readVersions(companion.doc))
    companion.doc.destroy()
  }
  await session.log.add('restored', t('log.oneMentee'))
  return ok(id)
}
