/**
 * The vault's places in the folder of former epochs, after a removal: where the laptops that were away find the announcement.
 * For as long as one is behind, every laptop that has moved keeps one file there, which says nothing else, and takes away
 * what it wrote there before: all of that is in the place of now. And it reads what the others announce there: two that
 * removed somebody at the same time are each in an epoch of their own until then. What the removed laptop still writes there
 * is counted, also once all have followed.
 */
import * as Y from 'yjs'
import type { Host } from '../../../shared/bridge/host'
import type { SyncFolderFile } from '../../../shared/bridge/sync-folder'
import { NO_VECTOR } from '../../../shared/envelope/vectors'
import type { FormerEpoch } from '../../../shared/vault/key-ring'
import type { VaultSession } from '../../store/session/vault-session'
import { announcementsFrom, createReader, hasBehind, updateOf } from '../old-rooms/announcing'
import { noteAgain } from '../old-rooms/refusing'
import { createFolderSealer, openFile, placeOf, sealFile } from './folder-file'
import { countFiles } from './refused-files'

/** The removed laptop can delete what stands there, and the folder can be away. */
const LOOK_AGAIN_MS = 60_000
/** When all have followed: only what is written there since is of interest. */
const COUNT_AGAIN_MS = 5 * 60_000

const fileFor = (session: VaultSession, { epoch, generation, key }: FormerEpoch): Uint8Array => {
  const { ring, vaultRecordId: record, device } = session
  const recordKey = ring.vaultRecordKey(generation)
  if (recordKey === undefined) throw new Error('a former epoch has no key')
  const update = updateOf(announcementsFrom(session, epoch), recordKey, record)
  const until = Y.encodeStateVectorFromUpdate(update)
  const entries = [{ record, generation, since: NO_VECTOR, until, update }]
  const sealer = createFolderSealer(key)
  try {
    return sealFile(sealer, { kind: 'level', device, level: 0, entries })
  } finally {
    sealer.forget()
  }
}

/** Takes up what is announced in a file of a former place; false when it does not open, and may still be on its way. */
const takeUp = async (
  session: VaultSession,
  { key }: FormerEpoch,
  bytes: Uint8Array,
): Promise<boolean> => {
  const { ring, vaultRecordId } = session
  const sealer = createFolderSealer(key)
  const file = openFile(sealer, bytes)
  sealer.forget()
  if (!file.ok || file.value.kind === 'head') return file.ok
  for (const { record, generation, update } of file.value.entries) {
    const recordKey = record === vaultRecordId ? ring.vaultRecordKey(generation) : undefined
    if (recordKey === undefined) continue
    const reader = createReader(recordKey, record)
    reader.envelope.receive(update)
    await session.laptops.found(reader.found()).finally(reader.destroy)
  }
  return true
}

/** Keeps the announcements in the former places until `stopping`. */
export const tendOldPlaces = (
  session: VaultSession,
  host: Host['syncFolder'],
  stopping: AbortSignal,
): void => {
  const { former } = session.ring
  if (former.length === 0) return
  /** The file that this session has written, by place. */
  const written = new Map<string, string>()
  const read = new Set<string>()
  let countedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  stopping.addEventListener('abort', () => clearTimeout(timer))

  const readIn = async (one: FormerEpoch, place: string, files: readonly SyncFolderFile[]) => {
    for (const { name, size, time } of files) {
      const file = `${place} ${name} ${size} ${time}`
      if (stopping.aborted || read.has(file)) continue
      const bytes = await host.read(place, name)
      if (bytes.ok && (await takeUp(session, one, bytes.value))) read.add(file)
    }
  }

  const announce = async (
    one: FormerEpoch,
    place: string,
    files: readonly SyncFolderFile[],
  ): Promise<void> => {
    await readIn(one, place, files)
    if (stopping.aborted) return
    const own = written.get(place)
    if (own !== undefined && files.some(({ name }) => name === own)) return
    const file = await host.write(place, fileFor(session, one))
    if (!file.ok) return
    written.set(place, file.value)
    await host.keep(place, [file.value])
  }

  const tend = async (one: FormerEpoch, isBehind: boolean): Promise<void> => {
    const place = placeOf(one.key)
    const listing = await host.list(place)
    if (!listing.ok || stopping.aborted) return
    const { files } = listing.value
    if (isBehind) await announce(one, place, files)
    if (!stopping.aborted) await countFiles(session, host, one, { place, files }, stopping)
  }

  const tendAll = async (): Promise<void> => {
    const isBehind = hasBehind(session)
    const isDue = performance.now() - countedAt > COUNT_AGAIN_MS
    for (const one of isBehind || isDue ? former : [])
      if (!stopping.aborted) await tend(one, isBehind).catch(() => undefined)
    if (isDue) countedAt = performance.now()
    if (isDue && !stopping.aborted) await noteAgain(session)
    if (!stopping.aborted) timer = setTimeout(() => void tendAll(), LOOK_AGAIN_MS)
  }
  void tendAll()
}
