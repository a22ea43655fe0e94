/**
 * Counting what removed laptops still write into a place in the folder that the vault has left (old-rooms/refusing.ts).
 * Nothing is read as long as the same files lie there. When others do, all are, since one follows on another (levels.ts); but only
 * the records that the new ones hold are opened.
 */

import type { Host } from '../../../shared/bridge/host'
import type { SyncFolderFile } from '../../../shared/bridge/sync-folder'
import type { FormerEpoch } from '../../../shared/vault/key-ring'
import type { VaultSession } from '../../store/session/vault-session'
import { countRefused } from '../old-rooms/refusing'
import { createFolderSealer, type LevelFile, openFile } from './folder-file'

/** A removed laptop can write as much as it likes: of more than this the newest is counted. */
const MOST_BYTES = 64 * 1024 * 1024
const MOST_FILES = 100

interface Read {
  readonly isNew: boolean
  readonly file: LevelFile
}

const newest = (files: readonly SyncFolderFile[]): readonly SyncFolderFile[] => {
  let bytes = 0
  return [...files]
    .sort((a, b) => b.time - a.time)
    .slice(0, MOST_FILES)
    .filter(({ size }) => {
      bytes += size
      return bytes <= MOST_BYTES
    })
}

/** The updates of the records that are in new files, by generation. */
const updatesOf = (
  all: readonly Read[],
): ReadonlyMap<string, ReadonlyMap<number, Uint8Array[]>> => {
  const changed = new Map(
    all.flatMap(({ isNew, file }) =>
      isNew ? file.entries.map(({ record }) => [record, new Map<number, Uint8Array[]>()]) : [],
    ),
  )
  for (const { file } of [...all].sort((a, b) => a.file.level - b.file.level))
    for (const { record, generation, update } of file.entries) {
      const updates = changed.get(record)
      updates?.set(generation, [...(updates.get(generation) ?? []), update])
    }
  return changed
}

export const countFiles = async (
  session: VaultSession,
  host: Host['syncFolder'],
  { key }: FormerEpoch,
  { place, files }: { readonly place: string; readonly files: readonly SyncFolderFile[] },
  stopping: AbortSignal,
): Promise<void> => {
  const { refused } = session
  await refused.ready
  const named = newest(files).map(
    ({ name, size, time }) => [`${place} ${name} ${size} ${time}`, name] as const,
  )
  if (named.every(([file]) => refused.isCounted(file))) return
  const sealer = createFolderSealer(key)
  const read: Read[] = []
  const counted: string[] = []
  try {
    for (const [file, name] of named) {
      const bytes = await host.read(place, name)
      if (stopping.aborted) return
      if (!bytes.ok) continue
      counted.push(file)
      const opened = openFile(sealer, bytes.value)
      if (opened.ok && opened.value.kind === 'level')
        read.push({ isNew: !refused.isCounted(file), file: opened.value })
    }
  } finally {
    sealer.forget()
  }
  for (const [record, generations] of updatesOf(read))
    for (const [generation, updates] of generations) {
      if (stopping.aborted) return
      await countRefused(session, record, generation, updates).catch(() => undefined)
    }
  refused.counted(place, counted)
}
