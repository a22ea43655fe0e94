/**
 * Writing into the folder what is stored here and does not lie there yet (levels.ts), then this laptop's head, and then
 * removing what that replaced: whatever moment the app is ended in, what the head names is there.
 */
import * as Y from 'yjs'
import type { Host } from '../../../shared/bridge/host'
import type { SyncFolderProblem } from '../../../shared/bridge/sync-folder'
import { raiseGeneration } from '../../../shared/crdt/vault-record'
import { isWithin, NO_VECTOR, unionOf } from '../../../shared/envelope/vectors'
import type { Sealer } from '../../../shared/vault/seal'
import type { StoredEnvelope } from '../../store/disk/folder-row'
import type { VaultSession } from '../../store/session/vault-session'
import { type Entry, hashOf, sealFile, sizeOf, stateOf } from './folder-file'
import { encodeMemory, type FolderMemory } from './folder-memory'
import { LAST_LEVEL, type Level, mostBytesOf, piecesOf, pointBefore, recordsAt } from './levels'

/** Past so many an envelope begins anew (traps.md 7). */
const MOST_CLIENTS = 2000
const TIDY_AGAIN_MS = 60_000
const NO_LEVEL: Level = { files: [], bytes: 0, ends: new Map() }

export interface Writing {
  /** The records of which something is stored here that does not lie in the folder. */
  readonly waiting: () => readonly string[]
  /** False while everything has to be written anew, whatever waits. */
  readonly isWritten: () => boolean
  readonly write: () => Promise<SyncFolderProblem | null>
  /** Tells the others what this laptop has written, and read of theirs (`read`: their states). */
  readonly tell: (read: readonly string[]) => Promise<SyncFolderProblem | null>
  /** Files that were replaced and could not be removed: another program holds them. Tried again, but not at each look. */
  readonly held: () => number
  readonly tidyAgain: (now: number) => Promise<void>
  /** The state of what this laptop has written. */
  readonly state: () => string
  /** Names of the files that make it up. */
  readonly files: () => readonly string[]
}

interface Planned {
  readonly level: number
  readonly entries: readonly Entry[]
  readonly bytes: number
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the steps of one write, over the same levels.
export const createWriting = (
  session: VaultSession,
  host: Host['syncFolder'],
  place: string,
  sealer: Sealer,
  known: () => FolderMemory,
  {
    run,
    listed,
    moves,
    unread,
  }: {
    readonly run: string
    /** The records that are synced. */
    readonly listed: () => readonly string[]
    /** Whether envelopes that have grown old are left for fresh ones: with a relay, its visits see to it. */
    readonly moves: boolean
    /** Names of files in the folder that were not taken in: this laptop may have lost what is in them. */
    readonly unread: () => readonly string[]
  },
): Writing => {
  const { device } = session
  const filesOf = (): readonly { readonly name: string; readonly hash: string }[] =>
    known().levels.flatMap(({ files }) => files)
  const state = (): string =>
    stateOf(
      device,
      filesOf().map(({ hash }) => hash),
    )
  const keep = (): Promise<void> => session.onFolder.write(encodeMemory(known()))

  /** What was erased is gone from this disk; if not, that is tried at the next unlock. */
  let isCleared = true
  const isBaseDue = (): boolean => known().baseDue && isCleared
  const isWritten = (): boolean => known().levels.length > 0 && !isBaseDue()

  const waiting = (): readonly string[] =>
    listed().filter((record) => {
      const head = session.headOf(record)
      // A rewriting counts as a commit, and nobody is told of it: what lies there may be of a later one.
      return (
        head !== undefined && head.commits > Math.max(0, known().lying.get(record)?.commits ?? 0)
      )
    })

  const moveOn = async (record: string): Promise<void> => {
    const generation = await session.use(record, async (live) => {
      await live.moveTo(live.generation() + 1)
      return live.generation()
    })
    const entry = session.entries().find(({ id }) => id === record)
    if (generation !== undefined && entry !== undefined)
      await session.runOnVault(raiseGeneration, { ...entry, generation })
  }

  const read = async (record: string): Promise<StoredEnvelope | undefined> => {
    const stored = await session.onFolder.envelope(record)
    if (!moves || stored === undefined) return stored
    if (Y.decodeStateVector(Y.encodeStateVector(stored.doc)).size <= MOST_CLIENTS) return stored
    await moveOn(record)
    return session.onFolder.envelope(record)
  }

  const entryAt = (
    level: number,
    record: string,
    { doc, generation }: StoredEnvelope,
  ): Entry | undefined => {
    const since = pointBefore(level, known().levels, record, generation) ?? NO_VECTOR
    const until = Y.encodeStateVector(doc)
    // Nothing but deletions: what is gone is held by what is there, and they go along with the next update.
    if (level > 0 && isWithin(until, since)) return undefined
    return { record, generation, since, until, update: Y.encodeStateAsUpdate(doc, since) }
  }

  /** The level that takes what has changed: the last that it fits into. */
  const planWrite = async (
    changed: readonly string[],
    envelopes: Map<string, StoredEnvelope>,
  ): Promise<Planned> => {
    const { levels } = known()
    let level = levels.length === 0 || isBaseDue() ? 0 : LAST_LEVEL
    for (; ; level--) {
      const entries: Entry[] = []
      for (const record of level === 0 ? listed() : recordsAt(level, levels, changed)) {
        const envelope = envelopes.get(record) ?? (await read(record))
        if (envelope === undefined) continue
        envelopes.set(record, envelope)
        const entry = entryAt(level, record, envelope)
        if (entry !== undefined) entries.push(entry)
      }
      const bytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0)
      if (level === 0 || bytes <= mostBytesOf(level, levels)) return { level, entries, bytes }
    }
  }

  const writeLevel = async ({
    level,
    entries,
    bytes,
  }: Planned): Promise<SyncFolderProblem | null> => {
    const files: { readonly name: string; readonly hash: string }[] = []
    for (const piece of piecesOf(entries)) {
      const sealed = sealFile(sealer, { kind: 'level', device, level, entries: piece })
      const written = await host.write(place, sealed)
      if (!written.ok) return written.error
      files.push({ name: written.value, hash: hashOf(sealed) })
    }
    const ends = new Map(
      entries.map(({ record, generation, until }) => [record, { generation, vector: until }]),
    )
    const before = Array.from({ length: level }, (_, at) => known().levels[at] ?? NO_LEVEL)
    known().levels = [...before, { files, bytes, ends }]
    return null
  }

  /** All of these envelopes lies in the folder now. */
  const rememberAll = (envelopes: ReadonlyMap<string, StoredEnvelope>): void => {
    for (const [record, { doc, generation, commits }] of envelopes) {
      const before = known().lying.get(record)
      const own = Y.encodeStateVector(doc)
      const vector = before?.generation === generation ? unionOf(before.vector, own) : own
      known().lying.set(record, { generation, vector, commits })
      doc.destroy()
    }
  }

  let held = 0
  let triedAgainAt = Number.NEGATIVE_INFINITY
  const tidy = async (): Promise<SyncFolderProblem | null> => {
    // What a crash made this laptop forget stays until it is written anew.
    if (waiting().length > 0) return null
    const names = [...filesOf().map(({ name }) => name), known().head, ...unread()]
    const kept = await host.keep(place, names)
    if (!kept.ok) return kept.error
    held = kept.value
    return null
  }

  const forgetErased = (): void => {
    const all = new Set(listed())
    for (const record of known().lying.keys()) if (!all.has(record)) known().lying.delete(record)
  }

  return {
    waiting,
    files: () => filesOf().map(({ name }) => name),
    isWritten,
    state,
    write: async () => {
      // What goes out must not hold the key of what was erased.
      if (isBaseDue()) isCleared = (await session.whenCleared()).cleared
      const envelopes = new Map<string, StoredEnvelope>()
      const planned = await planWrite(waiting(), envelopes)
      if (planned.entries.length > 0 || planned.level === 0) {
        const problem = await writeLevel(planned)
        if (problem !== null) return problem
      }
      rememberAll(envelopes)
      if (planned.level === 0 && isCleared) known().baseDue = false
      forgetErased()
      await keep()
      return null
    },
    tell: async (read) => {
      known().heads = Math.max(known().heads + 1, Date.now())
      const head = {
        kind: 'head' as const,
        device,
        name: session.model.getState().vault.devices[device] ?? '',
        run,
        count: known().heads,
        at: Date.now(),
        files: filesOf().map(({ hash }) => hash),
        read: [...read],
      }
      const written = await host.write(place, sealFile(sealer, head))
      if (!written.ok) return written.error
      known().head = written.value
      await keep()
      return tidy()
    },
    held: () => held,
    tidyAgain: async (now) => {
      if (held === 0 || now - triedAgainAt < TIDY_AGAIN_MS) return
      triedAgainAt = now
      await tidy()
    },
  }
}
